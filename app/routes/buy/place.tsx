import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { readCatalogueQuery, readPlace } from "#app/domain/catalogue.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { GroupGrid } from "#app/ui/group-card.tsx";
import { ListingGrid } from "#app/ui/listing-card.tsx";
import { Empty, Page, Section } from "#app/ui/page.tsx";
import { showGroupCards, showListingCards } from "#app/web/cards.server.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { shareOf, shareTags } from "#app/web/share.ts";
import { wordsFor } from "#app/web/title.ts";
import { listCataloguePage } from "#db/read/catalogue.ts";
import { listActiveGroups } from "#db/read/group-pages.ts";
import { listPickUpPoints } from "#db/read/places.ts";
import { PickUpPoints } from "./pick-up-points-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = wordsFor(matches);
  if (!data) return [{ title: "Lumbung" }];
  const title = t("place.title", { place: data.name });
  return shareTags({ title, description: t("place.description", { place: data.name }), share: data.share });
};

/** So many of its goods and groups; the rest is behind a link. */
const MOST_SHOWN = 8;

export const loader = door(async ({ ctx, param }) => {
  const region = readPlace(param("region"));
  const names = region && (await ctx.regions.describe(region));
  if (!region || !names) throw notFound();
  const { query } = readCatalogueQuery(new URLSearchParams({ place: region }));
  const [page, found, points] = await Promise.all([
    listCataloguePage(query, ctx.now),
    listActiveGroups({ kind: null, place: region, madeByDisabled: false, page: 1 }),
    listPickUpPoints(region),
  ]);
  const [listings, groups] = await Promise.all([
    showListingCards(ctx, page.ids.slice(0, MOST_SHOWN)),
    showGroupCards(ctx, found.groups.slice(0, MOST_SHOWN)),
  ]);
  return {
    region,
    name: names.district ?? names.regency ?? "",
    around: [names.district ? names.regency : null, names.province].filter(Boolean).join(", "),
    listings,
    count: page.facets.all,
    groups,
    groupCount: found.count,
    points: points.map(({ id, name, zoneName }) => ({ id, name, zoneName })),
    share: shareOf(ctx, `/places/${region}`, listings[0]?.photo),
  };
});

export default function Place() {
  const { region, name, around, listings, count, groups, groupCount, points } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("place.title", { place: name })} lead={around} back={{ to: "/places", label: t("places.title") }}>
      {groups.length === 0 ? (
        <Empty text={t("place.empty", { place: name })}>
          <ButtonLink to="/places">{t("places.title")}</ButtonLink>
        </Empty>
      ) : (
        <Section title={t("place.groups")}>
          <GroupGrid groups={groups} heading="h3" />
          {groupCount > groups.length ? (
            <ButtonLink to={`/groups?place=${region}`} look="second">
              {t("home.groups.all", { count: groupCount })}
            </ButtonLink>
          ) : null}
        </Section>
      )}
      {listings.length > 0 ? (
        <Section title={t("place.goods")}>
          <ListingGrid listings={listings} />
          {count > listings.length ? (
            <ButtonLink to={`/listings?place=${region}`} look="second">
              {t("place.goods.all", { count })}
            </ButtonLink>
          ) : null}
        </Section>
      ) : null}
      {points.length > 0 ? (
        <Section title={t("place.points")}>
          <PickUpPoints points={points} />
        </Section>
      ) : null}
    </Page>
  );
}
