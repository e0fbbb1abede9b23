import { and, asc, count, desc, eq, like, sql } from "drizzle-orm";
import type { GroupKind } from "#app/domain/group-kind.ts";
import { db } from "../client.server.ts";
import { groups, listings, photos } from "../schema.ts";

export const GROUPS_PAGE_SIZE = 24;

const goods = sql<number>`(select count(*) from ${listings} where ${listings.groupId} = ${groups.id} and ${listings.state} = 'published')`;

const card = {
  slug: groups.slug,
  name: groups.name,
  kind: groups.kind,
  story: groups.story,
  villageCode: groups.villageCode,
  madeByDisabled: groups.madeByDisabled,
  goods: goods.mapWith(Number),
  photo: { id: photos.id, alt: photos.alt, width: photos.width, height: photos.height, preview: photos.preview },
};

export type GroupFilter = {
  kind: GroupKind | null;
  /** Code of a regency or district. */
  place: string | null;
  madeByDisabled: boolean;
  /** Counts from 1. */
  page: number;
};

/** One page of the active groups that meet the filter, those with most goods first, and how many there are in all. */
export async function listActiveGroups({ kind, place, madeByDisabled, page }: GroupFilter) {
  const matches = and(
    eq(groups.state, "active"),
    kind ? eq(groups.kind, kind) : undefined,
    place ? like(groups.villageCode, `${place}.%`) : undefined,
    madeByDisabled ? eq(groups.madeByDisabled, true) : undefined,
  );
  const [rows, [counted]] = await Promise.all([
    db()
      .select(card)
      .from(groups)
      .leftJoin(photos, isItsPhoto)
      .where(matches)
      .orderBy(desc(goods), asc(groups.name), asc(groups.id))
      .limit(GROUPS_PAGE_SIZE)
      .offset((page - 1) * GROUPS_PAGE_SIZE),
    db()
      .select({ count: count().mapWith(Number) })
      .from(groups)
      .where(matches),
  ]);
  const all = counted?.count ?? 0;
  return { groups: rows, count: all, hasNext: all > page * GROUPS_PAGE_SIZE };
}

export type GroupCardRow = Awaited<ReturnType<typeof listActiveGroups>>["groups"][number];

/** An active group's public page; undefined for any other. */
export async function findActiveGroup(slug: string) {
  const [row] = await db()
    .select({ id: groups.id, createdAt: groups.createdAt, hubId: groups.hubId, ...card })
    .from(groups)
    .leftJoin(photos, isItsPhoto)
    .where(and(eq(groups.slug, slug), eq(groups.state, "active")));
  return row;
}

const isItsPhoto = and(eq(photos.id, groups.photoId), eq(photos.isPublic, true));

/** Villages of the active groups, for the choice of a place. */
export async function listGroupVillages(): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ code: groups.villageCode })
    .from(groups)
    .where(eq(groups.state, "active"))
    .orderBy(asc(groups.villageCode));
  return rows.map((row) => row.code);
}
