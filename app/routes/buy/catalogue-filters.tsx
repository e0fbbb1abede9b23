import { Form } from "@remix-run/react";
import { CATALOGUE_SORTS, CATALOGUE_TICKS, type CatalogueQuery, catalogueLink } from "#app/domain/catalogue.ts";
import type { CatalogueFacets } from "#app/domain/catalogue-facets.ts";
import { GROUP_KINDS } from "#app/domain/group-kind.ts";
import { PERMIT_KINDS } from "#app/domain/listing-facts.ts";
import { LISTING_KINDS } from "#app/domain/listing-kind.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FilterCheck, FilterFold, FilterMoney, FilterSelect, SearchBox } from "#app/ui/filter-fields.tsx";
import { placeOptions } from "#app/ui/place-options.ts";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { WithCount, withCount } from "#app/ui/with-count.tsx";

export type Places = { code: string; name: string; districts: { code: string; name: string }[] }[];

export type Zones = { id: string; name: string }[];

type FiltersProps = {
  query: CatalogueQuery;
  places: Places;
  zones: Zones;
  facets: CatalogueFacets;
  /** How many filters are in use. */
  count: number;
};

/** The search and all that narrows it, as one plain form; each choice says how many it leaves. */
export function CatalogueFilters({ query, places, zones, facets, count }: FiltersProps) {
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
          choices={placeOptions(places, (code) => facets.place[code] ?? 0)}
        />
        <FilterSelect
          name="sendTo"
          label={t("catalogue.send-to")}
          value={query.sendTo}
          all={t("catalogue.send-to.all")}
          choices={zones.map((zone) => ({ value: zone.id, label: zone.name }))}
        />
        <FilterSelect
          name="groupKind"
          label={t("catalogue.group-kind")}
          value={query.groupKind}
          all={t("catalogue.group-kind.all")}
          choices={GROUP_KINDS.map((kind) => ({
            value: kind,
            label: withCount(t(`group-kind.${kind}`), facets.groupKind[kind] ?? 0),
          }))}
        />
        <FilterSelect
          name="permit"
          label={t("catalogue.permit")}
          value={query.permit}
          all={t("catalogue.permit.all")}
          choices={PERMIT_KINDS.map((kind) => ({
            value: kind,
            label: withCount(t(`label.${kind}`), facets.permit[kind] ?? 0),
          }))}
        />
        <div className="grid grid-cols-2 gap-3">
          <FilterMoney name="priceFrom" label={t("catalogue.price-from")} amount={query.priceFrom} />
          <FilterMoney name="priceTo" label={t("catalogue.price-to")} amount={query.priceTo} />
        </div>
        <div>
          {CATALOGUE_TICKS.map((name) => (
            <FilterCheck
              key={name}
              name={name}
              label={<WithCount text={t(`catalogue.check.${name}`)} count={facets[name]} />}
              on={query[name]}
            />
          ))}
        </div>
        <Button wide>{t("catalogue.apply")}</Button>
      </FilterFold>
    </Form>
  );
}

/** Crafts, food or harvest: the first choice, always one press away. */
export function KindLinks({ query, facets }: { query: CatalogueQuery; facets: CatalogueFacets }) {
  const { t } = useWords();
  return (
    <TabLinks
      label={t("catalogue.kinds")}
      tabs={[null, ...LISTING_KINDS].map((kind) => ({
        key: kind ?? "all",
        to: `/listings${catalogueLink(query, { kind })}`,
        label:
          kind === null ? (
            t("catalogue.kind.all")
          ) : (
            <WithCount text={t(`listing-kind.${kind}`)} count={facets.kind[kind] ?? 0} />
          ),
        isHere: query.kind === kind,
      }))}
    />
  );
}
