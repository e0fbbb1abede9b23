import { and, count, eq, exists, gte, inArray, isNull, min, ne, notExists, or } from "drizzle-orm";
import { dayInWib } from "#app/domain/calendar-day.ts";
import type { OpenTask, TaskKind } from "#app/domain/open-task.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { contributions, groups, listings, members, offices } from "../schema.ts";
import type { OwnGroup } from "./own-groups.ts";

const idsOf = (own: OwnGroup[]): string[] => own.map((group) => group.id);

/** Listings that were begun and not yet put on sale, and those on sale by whose work nobody of the group is paid. */
export async function listListingTasks(own: OwnGroup[], now: Date): Promise<OpenTask[]> {
  if (own.length === 0) return [];
  const [drafts, without] = await Promise.all([countDrafts(idsOf(own), now), countWithoutMakers(idsOf(own))]);
  return own.flatMap(({ id, slug, name }) => {
    const plain = { role: "group", of: name, path: `/desk/${slug}/listings`, amount: null } as const;
    const draft = drafts.find((row) => row.groupId === id);
    const makerless = without.find((row) => row.groupId === id);
    const tasks: OpenTask[] = [];
    if (draft) tasks.push({ ...plain, kind: "drafts", count: draft.count, dueMs: endOfDay(draft.harvestUntil) });
    if (makerless) tasks.push({ ...plain, kind: "without-makers", count: makerless.count, dueMs: null });
    return tasks;
  });
}

/** A harvest that is over is no task any more: nobody would be served by selling it. */
function countDrafts(groupIds: string[], now: Date) {
  return db()
    .select({
      groupId: listings.groupId,
      count: count().mapWith(Number),
      harvestUntil: min(listings.harvestUntil),
    })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(
      and(
        inArray(listings.groupId, groupIds),
        eq(listings.state, "draft"),
        ne(groups.state, "suspended"),
        or(isNull(listings.harvestUntil), gte(listings.harvestUntil, dayInWib(now.getTime()))),
      ),
    )
    .groupBy(listings.groupId);
}

function countWithoutMakers(groupIds: string[]) {
  const maker = db()
    .select({ one: sql`1` })
    .from(contributions)
    .innerJoin(members, eq(members.id, contributions.memberId))
    .where(and(eq(contributions.listingId, listings.id), isNull(members.leftAt)));
  return db()
    .select({ groupId: listings.groupId, count: count().mapWith(Number) })
    .from(listings)
    .where(and(inArray(listings.groupId, groupIds), eq(listings.state, "published"), notExists(maker)))
    .groupBy(listings.groupId);
}

function endOfDay(day: string | null): number | null {
  return day === null ? null : new Date(`${day}T23:59:59+07:00`).getTime();
}

type SetUp = Record<"pages" | "members" | "offices", OwnGroup[]>;

/** What a group's house still lacks: a treasurer, members, a story, a photo. */
export async function listSetUpTasks(own: SetUp): Promise<OpenTask[]> {
  const ids = [...new Set(Object.values(own).flatMap(idsOf))];
  if (ids.length === 0) return [];
  const present = and(eq(members.groupId, groups.id), isNull(members.leftAt));
  const treasurer = db()
    .select({ one: sql`1` })
    .from(offices)
    .innerJoin(members, eq(members.id, offices.memberId))
    .where(and(present, eq(offices.role, "treasurer")));
  const rows = await db()
    .select({
      id: groups.id,
      hasStory: sql`${groups.story} <> ''`.mapWith(Boolean),
      hasPhoto: sql`${groups.photoId} is not null`.mapWith(Boolean),
      hasTreasurer: exists(treasurer).mapWith(Boolean),
      members: db().$count(members, present),
    })
    .from(groups)
    .where(and(inArray(groups.id, ids), ne(groups.state, "suspended")));
  return rows.flatMap((row) => [
    ...lacking({ own: own.offices, row, kind: "group-treasurer", room: "members", lacks: !row.hasTreasurer }),
    ...lacking({ own: own.members, row, kind: "group-members", room: "members", lacks: row.members === 1 }),
    ...lacking({ own: own.pages, row, kind: "group-story", room: "page", lacks: !row.hasStory }),
    ...lacking({ own: own.pages, row, kind: "group-photo", room: "page", lacks: !row.hasPhoto }),
  ]);
}

type Lack = { own: OwnGroup[]; row: { id: string }; kind: TaskKind; room: string; lacks: boolean };

function lacking({ own, row, kind, room, lacks }: Lack): OpenTask[] {
  const group = own.find((each) => each.id === row.id);
  if (!group || !lacks) return [];
  const path = `/desk/${group.slug}/${room}`;
  return [{ kind, role: "group", count: 1, of: group.name, path, dueMs: null, amount: null }];
}
