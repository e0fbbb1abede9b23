import { Form } from "@remix-run/react";
import { CATALOGUE_SORTS, type CatalogueQuery, catalogueLink } from "#app/domain/catalogue.ts";
import { GROUP_KINDS } from "#app/domain/group-kind.ts";
import { LISTING_KINDS } from "#app/domain/listing-kind.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FilterCheck, FilterFold, FilterMoney, FilterSelect, SearchBox } from "#app/ui/filter-fields.tsx";
import { placeOptions } from "#app/ui/place-options.ts";
import { TabLinks } from "#app/ui/tab-links.tsx";

export type Places = { code: string; name: string; districts: { code: string; name: string }[] }[];

/** The search and all that narrows it, as one plain form. */
export function CatalogueFilters({ query, places, count }: { query: CatalogueQuery; places: Places; count: number }) {
  const { t } = useWords();
  const sorts = CATALOGUE_SORTS.filter((sort) => sort !== "relevance" || query.q !== "");
  return (
    <Form method="get" action="/listings" reloadDocument className="grid gap-3 lg:gap-4">
      <SearchBox q={query.q} />
      {query.kind ? <input type="hidden" name="kind" value={query.kind} /> : null}
      <FilterFold label={count > 0 ? t("catalogue.filters.count", { count }) : t("catalogue.filters")} isOpen={false}>
        <FilterSelect
          name="sort"
          label={t("catalogue.sort")}
          value={query.sort}
          choices={sorts.map((sort) => ({ value: sort, label: t(`catalogue.sort.${sort}`) }))}
        />
        <FilterSelect
          name="place"
          label={t("catalogue.place")}
          value={query.place}
          all={t("catalogue.place.all")}
          choices={placeOptions(places)}
        />
        <FilterSelect
          name="groupKind"
          label={t("catalogue.group-kind")}
          value={query.groupKind}
          all={t("catalogue.group-kind.all")}
          choices={GROUP_KINDS.map((kind) => ({ value: kind, label: t(`group-kind.${kind}`) }))}
        />
        <div className="grid grid-cols-2 gap-3">
          <FilterMoney name="priceFrom" label={t("catalogue.price-from")} amount={query.priceFrom} />
          <FilterMoney name="priceTo" label={t("catalogue.price-to")} amount={query.priceTo} />
        </div>
        <div>
          <FilterCheck name="ready" label={t("catalogue.ready")} on={query.ready} />
          <FilterCheck name="madeByDisabled" label={t("catalogue.made-by-disabled")} on={query.madeByDisabled} />
        </div>
        <Button wide>{t("catalogue.apply")}</Button>
      </FilterFold>
    </Form>
  );
}

/** Crafts, food or harvest: the first choice, always one press away. */
export function KindLinks({ query }: { query: CatalogueQuery }) {
  const { t } = useWords();
  return (
    <TabLinks
      label={t("catalogue.kinds")}
      tabs={[null, ...LISTING_KINDS].map((kind) => ({
        key: kind ?? "all",
        to: `/listings${catalogueLink(query, { kind })}`,
        label: kind === null ? t("catalogue.kind.all") : t(`listing-kind.${kind}`),
        isHere: query.kind === kind,
      }))}
    />
  );
}
