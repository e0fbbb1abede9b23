import { count, eq, type SQL, sql } from "drizzle-orm";
import type { CatalogueBucket } from "#app/domain/catalogue-facets.ts";
import { db } from "../client.server.ts";
import { groups, listings } from "../schema.ts";
import { isHalal, isHarvestedSoon, isReady } from "./catalogue-conditions.ts";

/** Counts the listings that meet the conditions, alike with alike: one pass, from which every facet follows. */
export async function listBuckets({
  matches,
  now,
}: {
  matches: SQL | undefined;
  now: Date;
}): Promise<CatalogueBucket[]> {
  const each = db()
    .select({
      kind: listings.kind,
      groupKind: sql<CatalogueBucket["groupKind"]>`${groups.kind}`.as("group_kind"),
      villageCode: groups.villageCode,
      madeByDisabled: groups.madeByDisabled,
      permitKind: listings.permitKind,
      isHalal: sql<number>`case when ${isHalal(now)} then 1 else 0 end`.as("is_halal"),
      isReady: sql<number>`case when ${isReady(now)} then 1 else 0 end`.as("is_ready"),
      isHarvestedSoon: sql<number>`case when ${isHarvestedSoon(now)} then 1 else 0 end`.as("is_harvested_soon"),
    })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(matches)
    .as("each_listing");
  const { kind, groupKind, villageCode, madeByDisabled, permitKind } = each;
  const alike = [kind, groupKind, villageCode, madeByDisabled, permitKind, each.isHalal, each.isReady];
  const rows = await db()
    .select({
      kind,
      groupKind,
      villageCode,
      madeByDisabled,
      permitKind,
      isHalal: each.isHalal,
      isReady: each.isReady,
      isHarvestedSoon: each.isHarvestedSoon,
      count: count().mapWith(Number),
    })
    .from(each)
    .groupBy(() => [...alike, each.isHarvestedSoon]);
  return rows.map(({ isHalal, isReady, isHarvestedSoon, ...row }) => ({
    ...row,
    isHalal: isHalal === 1,
    isReady: isReady === 1,
    isHarvestedSoon: isHarvestedSoon === 1,
  }));
}
