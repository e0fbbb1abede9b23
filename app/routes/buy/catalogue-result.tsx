import { Link } from "@remix-run/react";
import { type CatalogueQuery, catalogueLink, NO_FILTERS } from "#app/domain/catalogue.ts";
import { type CatalogueFacets, COUNTED_FILTERS } from "#app/domain/catalogue-facets.ts";
import { LISTING_KINDS } from "#app/domain/listing-kind.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { type ListingCardProps, ListingGrid } from "#app/ui/listing-card.tsx";
import { Empty } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { withCount } from "#app/ui/with-count.tsx";
import { type ChosenFilter, chosenFilters } from "./catalogue-chosen.ts";
import type { Places, Zones } from "./catalogue-filters.tsx";

type Chosen = { query: CatalogueQuery; places: Places; zones: Zones };

/** Each filter in use, with a link that takes it off. The kind has its own links above. */
export function ChosenFilters({ query, places, zones }: Chosen) {
  const { t } = useWords();
  const chosen = chosenFilters(t, { query, places, zones }).filter(({ filter }) => filter !== "kind");
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={t("catalogue.chosen")} className="flex flex-wrap gap-2">
      {chosen.map(({ filter, label, without }) => (
        <li key={filter}>
          <Link
            to={`/listings${catalogueLink(query, without)}`}
            aria-label={t("catalogue.without", { filter: label })}
            className="inline-flex min-h-11 items-center gap-2 rounded-full bg-sea-soft px-4 text-sm font-semibold text-sea-deep no-underline hover:underline"
          >
            <Sentence>{label}</Sentence> <span aria-hidden="true">✕</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

type NothingProps = Chosen & { isUnfound: boolean; facets: CatalogueFacets; suggestions: ListingCardProps[] };

/** Says that nothing fits, which filter is in the way, and where there is something. */
export function NothingFound({ query, isUnfound, facets, places, zones, suggestions }: NothingProps) {
  const { t } = useWords();
  if (facets.all > 0)
    return (
      <Empty drawing="lens" text={t("catalogue.empty.page")}>
        <ButtonLink to={`/listings${catalogueLink(query)}`}>{t("catalogue.empty.first")}</ButtonLink>
      </Empty>
    );
  const chosen = chosenFilters(t, { query, places, zones });
  return (
    <>
      <Empty
        text={
          <>
            <strong className="block text-ink">
              {query.q ? t("catalogue.empty.search", { q: query.q }) : t("catalogue.empty")}
            </strong>
            {query.q || chosen.length > 0 ? t("catalogue.empty.advice") : null}
          </>
        }
      >
        <WaysOut query={query} isUnfound={isUnfound} facets={facets} chosen={chosen} />
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

type WaysProps = { query: CatalogueQuery; isUnfound: boolean; facets: CatalogueFacets; chosen: ChosenFilter[] };

/** One filter less, if that helps; all filters less; the kinds that have something. */
function WaysOut({ query, isUnfound, facets, chosen }: WaysProps) {
  const { t } = useWords();
  const helpful = chosen.flatMap(({ filter, label, without }) => {
    const counted = COUNTED_FILTERS.find((each) => each === filter);
    const count = counted && facets.without[counted];
    return count ? [{ filter, without, text: withCount(t("catalogue.without", { filter: label }), count) }] : [];
  });
  const anywhere = isUnfound ? { ...NO_FILTERS, q: "" } : NO_FILTERS;
  const kinds = LISTING_KINDS.filter((kind) => (isUnfound || kind !== query.kind) && (facets.anyKind[kind] ?? 0) > 0);
  return (
    <div className="flex flex-wrap justify-center gap-3">
      {helpful.map(({ filter, without, text }) => (
        <ButtonLink key={filter} to={`/listings${catalogueLink(query, without)}`}>
          {text}
        </ButtonLink>
      ))}
      {chosen.length > 0 && !isUnfound ? (
        <ButtonLink to={`/listings${catalogueLink(query, NO_FILTERS)}`} look={helpful.length > 0 ? "second" : "main"}>
          {t("catalogue.without.all")}
        </ButtonLink>
      ) : null}
      {kinds.map((kind) => (
        <ButtonLink key={kind} to={`/listings${catalogueLink(query, { ...anywhere, kind })}`} look="second">
          {withCount(t(`listing-kind.${kind}`), facets.anyKind[kind] ?? 0)}
        </ButtonLink>
      ))}
      {query.q ? (
        <ButtonLink to="/listings" look="second">
          {t("catalogue.see-all")}
        </ButtonLink>
      ) : null}
    </div>
  );
}
