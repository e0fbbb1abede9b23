import { count, eq, type SQL, sql } from "drizzle-orm";
import type { CatalogueBucket } from "#app/domain/catalogue-facets.ts";
import { db } from "../client.server.ts";
import { groups, listings } from "../schema.ts";
import { isHarvestedSoon, isReady } from "./catalogue-conditions.ts";

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
      isReady: sql<number>`case when ${isReady(now)} then 1 else 0 end`.as("is_ready"),
      isHarvestedSoon: sql<number>`case when ${isHarvestedSoon(now)} then 1 else 0 end`.as("is_harvested_soon"),
    })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(matches)
    .as("each_listing");
  const { kind, groupKind, villageCode, madeByDisabled } = each;
  const rows = await db()
    .select({
      kind,
      groupKind,
      villageCode,
      madeByDisabled,
      isReady: each.isReady,
      isHarvestedSoon: each.isHarvestedSoon,
      count: count().mapWith(Number),
    })
    .from(each)
    .groupBy(() => [kind, groupKind, villageCode, madeByDisabled, each.isReady, each.isHarvestedSoon]);
  return rows.map((row) => ({ ...row, isReady: row.isReady === 1, isHarvestedSoon: row.isHarvestedSoon === 1 }));
}
