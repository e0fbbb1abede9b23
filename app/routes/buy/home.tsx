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
import { TaskList } from "#app/ui/task-list.tsx";
import { showListingCards } from "#app/web/cards.server.ts";
import { door } from "#app/web/door.server.ts";
import { shareOf, shareTags } from "#app/web/share.ts";
import { openTasksOf } from "#app/web/tasks.server.ts";
import { wordsFor } from "#app/web/title.ts";
import { listNewestIds } from "#db/read/listing-cards.ts";
import { listNextRuns, sumSavings } from "#db/read/next-runs.ts";
import { HowMoneyIsShared, JoinLumbung, Savings } from "./home-sharing.tsx";
import { listFaces, showExample, showHarvest } from "./home-story.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = wordsFor(matches);
  if (!data) return [{ title: "Lumbung" }];
  return shareTags({ title: t("site.tagline"), description: t("home.lead"), share: data.share });
};

/** So far back the savings are counted. */
const SAVINGS_MS = 90 * 86_400_000;

export const loader = door(async ({ ctx, visit }) => {
  const [harvest, crafts, groups, runs, savings, tasks] = await Promise.all([
    showHarvest(ctx),
    listNewestIds({ kinds: ["craft", "food"], limit: 8 }).then((ids) => showListingCards(ctx, ids)),
    listFaces(ctx),
    listNextRuns({ now: ctx.now, limit: 3 }),
    sumSavings(new Date(ctx.now.getTime() - SAVINGS_MS)),
    openTasksOf(visit),
  ]);
  return {
    harvest,
    crafts,
    ...groups,
    runs,
    savings,
    example: await showExample(ctx, [...crafts, ...harvest.listings]),
    nowMs: ctx.now.getTime(),
    tasks: tasks.filter((task) => task.role === "buyer"),
    share: shareOf(ctx, "/", crafts[0]?.photo),
  };
});

export default function Home() {
  const { harvest, crafts, groups, groupCount, runs, savings, example, tasks, nowMs } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const pictured = [...crafts, ...harvest.listings].filter((listing) => listing.photo !== null);
  return (
    <>
      <Welcome pictures={pictured.slice(0, 4)} />
      <div className="mx-auto grid w-full max-w-6xl gap-10 px-4 py-6 sm:gap-12 sm:py-8">
        <TaskList tasks={tasks} nowMs={nowMs} title={t("tasks.orders")} />
        {crafts.length + harvest.listings.length === 0 ? <Empty text={t("home.empty")} /> : null}
        {harvest.listings.length > 0 ? (
          <Shelf
            title={t(`home.harvest.${harvest.when}`)}
            more={{ to: "/listings?kind=harvest", label: t("home.harvests.all") }}
          >
            <ListingGrid listings={harvest.listings} eagerCount={4} />
          </Shelf>
        ) : null}
        {runs.length > 0 ? (
          <Shelf title={t("home.runs")} lead={<Savings savings={savings} />}>
            <RunList runs={runs} wide />
          </Shelf>
        ) : null}
        {crafts.length > 0 ? (
          <Shelf title={t("home.crafts")} more={{ to: "/listings", label: t("home.crafts.all") }}>
            <ListingGrid listings={crafts} eagerCount={harvest.listings.length > 0 ? 0 : 4} />
          </Shelf>
        ) : null}
        {groups.length > 0 ? (
          <Shelf title={t("home.groups")} more={{ to: "/groups", label: t("home.groups.all", { count: groupCount }) }}>
            <GroupGrid groups={groups} />
          </Shelf>
        ) : null}
        <HowMoneyIsShared example={example} />
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

type ShelfProps = { title: string; lead?: ReactNode; more?: { to: string; label: string }; children: ReactNode };

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
      {lead}
      {children}
    </section>
  );
}
