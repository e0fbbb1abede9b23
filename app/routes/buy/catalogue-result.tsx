import { Link } from "@remix-run/react";
import { type CatalogueQuery, catalogueLink } from "#app/domain/catalogue.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { type ListingCardProps, ListingGrid } from "#app/ui/listing-card.tsx";
import { Empty } from "#app/ui/page.tsx";
import type { Places } from "./catalogue-filters.tsx";

const NO_FILTERS = {
  kind: null,
  groupKind: null,
  place: null,
  priceFrom: null,
  priceTo: null,
  ready: false,
  madeByDisabled: false,
} satisfies Partial<CatalogueQuery>;

/** Each filter in use, with a link that takes it off. The kind has its own links above. */
export function ChosenFilters({ query, places }: { query: CatalogueQuery; places: Places }) {
  const { t } = useWords();
  const chosen = chosenFilters(t, query, places);
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={t("catalogue.chosen")} className="flex flex-wrap gap-2">
      {chosen.map(({ label, without }) => (
        <li key={label}>
          <Link
            to={`/listings${catalogueLink(query, without)}`}
            aria-label={t("catalogue.without", { filter: label })}
            className="inline-flex min-h-11 items-center gap-2 rounded-full bg-sea-soft px-4 text-sm font-semibold text-sea-deep no-underline hover:underline"
          >
            {label} <span aria-hidden="true">✕</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function chosenFilters(t: Translate, query: CatalogueQuery, places: Places) {
  const { groupKind, place, priceFrom, priceTo } = query;
  const named = places.flatMap((regency) => [regency, ...regency.districts]).find((each) => each.code === place);
  const chosen: { label: string; without: Partial<CatalogueQuery> }[] = [];
  if (place) chosen.push({ label: named?.name ?? place, without: { place: null } });
  if (groupKind) chosen.push({ label: t(`group-kind.${groupKind}`), without: { groupKind: null } });
  if (priceFrom !== null)
    chosen.push({
      label: t("catalogue.chip.price-from", { amount: formatRupiah(priceFrom) }),
      without: { priceFrom: null },
    });
  if (priceTo !== null)
    chosen.push({ label: t("catalogue.chip.price-to", { amount: formatRupiah(priceTo) }), without: { priceTo: null } });
  if (query.ready) chosen.push({ label: t("catalogue.ready"), without: { ready: false } });
  if (query.madeByDisabled) chosen.push({ label: t("catalogue.made-by-disabled"), without: { madeByDisabled: false } });
  return chosen;
}

type NothingProps = { query: CatalogueQuery; count: number; suggestions: ListingCardProps[] };

/** Says that nothing fits, what to change, and shows something that is there. */
export function NothingFound({ query, count, suggestions }: NothingProps) {
  const { t } = useWords();
  const isNarrowed = catalogueLink(query, NO_FILTERS) !== catalogueLink(query);
  if (count > 0)
    return (
      <Empty drawing="lens" text={t("catalogue.empty.page")}>
        <ButtonLink to={`/listings${catalogueLink(query)}`}>{t("catalogue.empty.first")}</ButtonLink>
      </Empty>
    );
  return (
    <>
      <Empty
        text={
          <>
            <strong className="block text-ink">
              {query.q ? t("catalogue.empty.search", { q: query.q }) : t("catalogue.empty")}
            </strong>
            {query.q || isNarrowed ? t("catalogue.empty.advice") : null}
          </>
        }
      >
        <div className="flex flex-wrap justify-center gap-3">
          {isNarrowed ? (
            <ButtonLink to={`/listings${catalogueLink(query, NO_FILTERS)}`}>{t("catalogue.without.all")}</ButtonLink>
          ) : null}
          {query.q ? (
            <ButtonLink to="/listings" look="second">
              {t("catalogue.see-all")}
            </ButtonLink>
          ) : null}
        </div>
      </Empty>
      {suggestions.length > 0 ? (
        <div className="grid gap-3">
          <h2>{t("catalogue.suggested")}</h2>
          <ListingGrid listings={suggestions} columns={4} />
        </div>
      ) : null}
    </>
  );
}
