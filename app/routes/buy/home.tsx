import { Form, Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { LISTING_KINDS } from "#app/domain/listing-kind.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { SearchBox } from "#app/ui/filter-fields.tsx";
import { GroupGrid } from "#app/ui/group-card.tsx";
import { type ListingCardProps, ListingGrid } from "#app/ui/listing-card.tsx";
import { Empty } from "#app/ui/page.tsx";
import { Photo } from "#app/ui/photo.tsx";
import { RunList } from "#app/ui/run-list.tsx";
import { showGroupCards, showListingCards } from "#app/web/cards.server.ts";
import { door } from "#app/web/door.server.ts";
import { shareOf, shareTags } from "#app/web/share.ts";
import { wordsFor } from "#app/web/title.ts";
import { listActiveGroups } from "#db/read/group-pages.ts";
import { listNewestIds } from "#db/read/listing-cards.ts";
import { listNextRuns } from "#db/read/next-runs.ts";
import { HowMoneyIsShared, JoinLumbung } from "./home-sharing.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = wordsFor(matches);
  if (!data) return [{ title: "Lumbung" }];
  return shareTags({ title: t("site.tagline"), description: t("home.lead"), share: data.share });
};

export const loader = door(async ({ ctx }) => {
  const [harvestIds, craftIds, found, runs] = await Promise.all([
    listNewestIds({ kinds: ["harvest"], limit: 4 }),
    listNewestIds({ kinds: ["craft", "food"], limit: 8 }),
    listActiveGroups({ kind: null, place: null, madeByDisabled: false, page: 1 }),
    listNextRuns({ now: ctx.now, limit: 3 }),
  ]);
  const [harvests, crafts, groups] = await Promise.all([
    showListingCards(ctx, harvestIds),
    showListingCards(ctx, craftIds),
    showGroupCards(ctx, found.groups.slice(0, 6)),
  ]);
  return { harvests, crafts, groups, groupCount: found.count, runs, share: shareOf(ctx, "/", crafts[0]?.photo) };
});

export default function Home() {
  const { harvests, crafts, groups, groupCount, runs } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <Welcome pictures={[...crafts, ...harvests].filter((listing) => listing.photo !== null).slice(0, 4)} />
      <div className="mx-auto grid w-full max-w-6xl gap-10 px-4 py-6 sm:gap-12 sm:py-8">
        {harvests.length + crafts.length === 0 ? <Empty text={t("home.empty")} /> : null}
        {harvests.length > 0 ? (
          <Shelf title={t("home.harvests")} more={{ to: "/listings?kind=harvest", label: t("home.harvests.all") }}>
            <ListingGrid listings={harvests} eagerCount={4} />
          </Shelf>
        ) : null}
        {crafts.length > 0 ? (
          <Shelf title={t("home.crafts")} more={{ to: "/listings", label: t("home.crafts.all") }}>
            <ListingGrid listings={crafts} eagerCount={harvests.length > 0 ? 0 : 4} />
          </Shelf>
        ) : null}
        {runs.length > 0 ? (
          <Shelf title={t("home.runs")} lead={t("home.runs.lead")}>
            <RunList runs={runs} wide />
          </Shelf>
        ) : null}
        {groups.length > 0 ? (
          <Shelf title={t("home.groups")} more={{ to: "/groups", label: t("home.groups.all", { count: groupCount }) }}>
            <GroupGrid groups={groups} />
          </Shelf>
        ) : null}
        <HowMoneyIsShared />
        <JoinLumbung />
      </div>
    </>
  );
}

/** What this is, and the two ways in: search, or a kind of goods. On a wide screen with some of the goods beside it. */
function Welcome({ pictures }: { pictures: ListingCardProps[] }) {
  const { t } = useWords();
  return (
    <div className="bg-sand">
      <div className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-6 sm:py-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-center">
        <div className="grid gap-4">
          <h1 className="max-w-3xl sm:text-4xl">{t("home.title")}</h1>
          <p className="max-w-prose sm:text-lg">{t("home.lead")}</p>
          <Form method="get" action="/listings" reloadDocument className="max-w-xl">
            <SearchBox q="" large />
          </Form>
          <nav aria-label={t("catalogue.kinds")} className="flex flex-wrap gap-2">
            {LISTING_KINDS.map((kind) => (
              <Link key={kind} to={`/listings?kind=${kind}`} className={`${buttonClass("second")} max-sm:px-3`}>
                {t(`listing-kind.${kind}`)}
              </Link>
            ))}
          </nav>
        </div>
        <div aria-hidden="true" className="hidden grid-cols-2 gap-3 lg:grid">
          {pictures.map(({ slug, kind, photo }) => (
            <Photo
              key={slug}
              photo={photo && { ...photo, alt: "" }}
              drawing={kind}
              sizes="14rem"
              className="aspect-[3/2] w-full rounded-card"
            />
          ))}
        </div>
      </div>
    </div>
  );
}

type ShelfProps = { title: string; lead?: string; more?: { to: string; label: string }; children: ReactNode };

function Shelf({ title, lead, more, children }: ShelfProps) {
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 className="sm:text-2xl">{title}</h2>
        {more ? (
          <Link
            to={more.to}
            className="inline-flex min-h-11 items-center font-semibold text-sea underline underline-offset-2"
          >
            {more.label}
          </Link>
        ) : null}
      </div>
      {lead ? <p className="text-quiet">{lead}</p> : null}
      {children}
    </section>
  );
}
