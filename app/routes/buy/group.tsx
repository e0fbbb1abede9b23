import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { CATALOGUE_PAGE_SIZE, readPage } from "#app/domain/catalogue.ts";
import { openBooksOf } from "#app/domain/open-books.ts";
import { may } from "#app/domain/permissions.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ListingGrid } from "#app/ui/listing-card.tsx";
import { Badge, Empty, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Photo } from "#app/ui/photo.tsx";
import { RunList } from "#app/ui/run-list.tsx";
import { showListingCards } from "#app/web/cards.server.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { monthBeside, monthNamed, monthOf } from "#app/web/month.ts";
import { fullPlaceName } from "#app/web/place-names.server.ts";
import { isAddress, shareOfCard, shareTags } from "#app/web/share.ts";
import { organizationData } from "#app/web/structured-data.ts";
import { findActiveGroup } from "#db/read/group-pages.ts";
import { listGroupListingIds } from "#db/read/listing-cards.ts";
import { listNextRuns, type NextRun } from "#db/read/next-runs.ts";
import { findOpenBooks } from "#db/read/open-books.ts";
import { isGroupSaved } from "#db/read/saved-groups.ts";
import { PublishedBooks } from "./published-books.tsx";
import { SaveGroupButton } from "./save-group-button.tsx";
import { WhatsAppShare } from "./whatsapp-share.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        ...shareTags({
          title: data.group.name,
          description: data.group.story || data.group.place,
          share: data.share,
        }),
        organizationData({ ...data.group, description: data.group.story, url: data.share.url, picture: data.picture }),
        {
          ...{ tagName: "link", rel: "alternate", type: "application/rss+xml", title: data.group.name },
          href: `${data.share.url}/feed.xml`,
        },
      ]
    : [{ title: "Lumbung" }];

export const loader = door(async ({ ctx, param, url }) => {
  const slug = param("slug");
  const found = isAddress(slug) ? await findActiveGroup(slug) : undefined;
  if (!found) throw notFound();
  const { id, villageCode, hubId, ...group } = found;
  const page = readPage(url.searchParams.get("page"));
  const ids = await listGroupListingIds({
    groupId: id,
    limit: CATALOGUE_PAGE_SIZE + 1,
    offset: (page - 1) * CATALOGUE_PAGE_SIZE,
  });
  const [listings, place, runs, books, isSaved] = await Promise.all([
    showListingCards(ctx, ids.slice(0, CATALOGUE_PAGE_SIZE)),
    fullPlaceName(ctx, villageCode),
    listRunsFrom(hubId, ctx.now),
    findOpenBooks(id, lastMonths(ctx.now)),
    isGroupSaved(ctx.actor, id),
  ]);
  return {
    group: { ...group, place },
    listings,
    page,
    runs,
    books: books && { ...openBooksOf(books), opens: may(ctx.actor, "see-books", { groupId: id }) ? slug : null },
    isSaved,
    hasNext: ids.length > CATALOGUE_PAGE_SIZE,
    picture: group.photo && new URL(`/photos/${group.photo.id}/1280`, ctx.origin).href,
    share: shareOfCard(ctx, {
      path: `/groups/${group.slug}`,
      alt: group.name,
      shows: [group.name, group.kind, group.photo?.id ?? null],
    }),
  };
});

/** The group's goods leave from its hub. */
async function listRunsFrom(hubId: string | null, now: Date): Promise<NextRun[]> {
  return hubId ? listNextRuns({ now, limit: 6, hubId }) : [];
}

/** The months that open books show: this one and those before it, half a year in all. */
function lastMonths(now: Date) {
  const current = monthOf(now);
  return [-5, -4, -3, -2, -1, 0].flatMap((months) => monthNamed(monthBeside(current.name, months)) ?? []);
}

export default function Group() {
  const { group, listings, page, hasNext, runs, books, share, isSaved } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-4 sm:py-8">
      <div className="grid gap-5 lg:grid-cols-2 lg:items-start lg:gap-10">
        <div className="-mx-4 overflow-hidden sm:mx-0 sm:rounded-card">
          <Photo
            photo={group.photo}
            drawing="group"
            sizes="(min-width: 64rem) 34rem, 100vw"
            className="aspect-[3/2] w-full"
            eager
          />
        </div>
        <div className="grid min-w-0 content-start gap-4">
          <div className="grid gap-1">
            <h1>{group.name}</h1>
            <p className="text-quiet">
              {t(`group-kind.${group.kind}`)} · {group.place}
            </p>
          </div>
          {group.madeByDisabled ? (
            <p>
              <Badge tone="good">{t("made-by-disabled")}</Badge>
            </p>
          ) : null}
          {group.story ? (
            <Section title={t("group.story")}>
              <p className="max-w-prose whitespace-pre-line">{group.story}</p>
            </Section>
          ) : null}
          <p className="text-sm text-quiet">{t("group.since", { day: formatShortDay(locale, group.createdAt) })}</p>
          <SaveGroupButton group={group} isSaved={isSaved} />
          <WhatsAppShare label={t("group.share")} text={t("group.share.text", { name: group.name, url: share.url })} />
        </div>
      </div>
      <Section title={t("group.listings", { group: group.name })}>
        {listings.length === 0 ? <Empty text={t("group.listings.none")} /> : null}
        <ListingGrid listings={listings} />
        <Pagination
          page={page}
          hasNext={hasNext}
          linkTo={(to) => `/groups/${group.slug}${to > 1 ? `?page=${to}` : ""}`}
        />
      </Section>
      {runs.length > 0 ? (
        <Section title={t("group.runs")}>
          <p className="text-quiet">{t("group.runs.lead")}</p>
          <RunList runs={runs} wide />
        </Section>
      ) : null}
      {books ? <PublishedBooks {...books} /> : null}
    </div>
  );
}
