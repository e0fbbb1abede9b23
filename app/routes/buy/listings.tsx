import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { catalogueLink, countFilters, readCatalogueQuery } from "#app/domain/catalogue.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ListingGrid } from "#app/ui/listing-card.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { Stepping } from "#app/ui/stepping.tsx";
import { showListingCards } from "#app/web/cards.server.ts";
import { door } from "#app/web/door.server.ts";
import { placeChoices } from "#app/web/place-names.server.ts";
import { shareOf, shareTags } from "#app/web/share.ts";
import { wordsFor } from "#app/web/title.ts";
import { listCataloguePage, listVillagesWithGoods } from "#db/read/catalogue.ts";
import { listNewestIds } from "#db/read/listing-cards.ts";
import { listZonesServed } from "#db/read/send-to.ts";
import { CatalogueFilters, KindLinks } from "./catalogue-filters.tsx";
import { ChosenFilters, NothingFound } from "./catalogue-result.tsx";
import { OtherWaysToFind } from "./other-ways-to-find.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = wordsFor(matches);
  if (!data) return [{ title: "Lumbung" }];
  const title = data.query.q ? t("catalogue.title.search", { q: data.query.q }) : t("catalogue.title");
  return shareTags({ title, description: t("catalogue.description"), share: data.share });
};

export const loader = door(async ({ ctx, url }) => {
  const { query, unread } = readCatalogueQuery(url.searchParams);
  const [page, villages, zones] = await Promise.all([
    listCataloguePage(query, ctx.now),
    listVillagesWithGoods(),
    listZonesServed(ctx.now),
  ]);
  const { ids, before, after, facets, readAs, isUnfound } = page;
  const suggested =
    facets.all === 0
      ? await listNewestIds({ kinds: query.kind ? [query.kind] : ["craft", "food", "harvest"], limit: 4 })
      : [];
  const [listings, suggestions, places] = await Promise.all([
    showListingCards(ctx, ids),
    showListingCards(ctx, suggested),
    placeChoices(ctx, villages),
  ]);
  const share = shareOf(ctx, `/listings${catalogueLink(query, { cursor: query.cursor })}`, listings[0]?.photo);
  return {
    query,
    unread,
    readAs,
    isUnfound,
    listings,
    count: facets.all,
    facets,
    before,
    after,
    suggestions,
    places,
    zones,
    share,
  };
});

export default function Listings() {
  const { query, unread, readAs, isUnfound, listings, count, facets, before, after, suggestions, places, zones } =
    useLoaderData<typeof loader>();
  const { t } = useWords();
  const title = query.q ? t("catalogue.title.search", { q: query.q }) : t("catalogue.title");
  const stepTo = (direction: "before" | "after", edge: typeof before) =>
    edge && `/listings${catalogueLink(query, { cursor: { direction, ...edge } })}`;
  return (
    <Page title={title}>
      <div className="grid gap-6 lg:grid-cols-[16rem_minmax(0,1fr)] lg:items-start lg:gap-8">
        <CatalogueFilters query={query} places={places} zones={zones} facets={facets} count={countFilters(query)} />
        <section className="grid min-w-0 gap-4" aria-label={title}>
          <KindLinks query={query} facets={facets} />
          {readAs ? <Notice>{t("catalogue.read-as", { typed: query.q, readAs })}</Notice> : null}
          {unread.map((field) => (
            <Notice key={field} tone="warn">
              {t(`catalogue.unread.${field}`)}
            </Notice>
          ))}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="font-semibold" role="status">
              {t("catalogue.count", { count })}
            </p>
            <ChosenFilters query={query} places={places} zones={zones} />
          </div>
          {listings.length === 0 ? (
            <NothingFound
              query={query}
              isUnfound={isUnfound}
              facets={facets}
              places={places}
              zones={zones}
              suggestions={suggestions}
            />
          ) : null}
          <ListingGrid listings={listings} heading="h2" eagerCount={4} columns={3} />
          <Stepping
            before={stepTo("before", before)}
            after={stepTo("after", after)}
            first={query.cursor ? `/listings${catalogueLink(query)}` : null}
          />
          <OtherWaysToFind />
        </section>
      </div>
    </Page>
  );
}
