import { and, asc, eq, isNotNull } from "drizzle-orm";
import { db } from "../client.server.ts";
import { groups, listings } from "../schema.ts";

/** More harvests than this make no calendar that anybody reads. */
const MOST = 1000;

/** When each published harvest is brought in, and by whom. */
export async function listHarvestWindows() {
  const rows = await db()
    .select({
      name: listings.name,
      groupName: groups.name,
      harvestFrom: listings.harvestFrom,
      harvestUntil: listings.harvestUntil,
    })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(
      and(
        eq(listings.state, "published"),
        eq(groups.state, "active"),
        eq(listings.kind, "harvest"),
        isNotNull(listings.harvestFrom),
      ),
    )
    .orderBy(asc(listings.name), asc(groups.name))
    .limit(MOST);
  return rows.flatMap(({ harvestFrom, ...row }) => (harvestFrom === null ? [] : [{ ...row, harvestFrom }]));
}
