import { and, desc, eq, lte } from "drizzle-orm";
import { db } from "../client.server.ts";
import { splitRules } from "../schema.ts";

/**
 * The version that divides a sale now: of the listing's own rule if it has one, else of the group's default.
 * A listing names one version; the newest version of the same rule is meant.
 */
export async function findRuleInForce({
  groupId,
  listingRuleId,
  now,
}: {
  groupId: string;
  listingRuleId: string | null;
  now: Date;
}) {
  const own = listingRuleId
    ? (await db().select({ name: splitRules.name }).from(splitRules).where(eq(splitRules.id, listingRuleId)))[0]
    : undefined;
  const [row] = await db()
    .select({ id: splitRules.id, name: splitRules.name, version: splitRules.version, rule: splitRules.rule })
    .from(splitRules)
    .where(
      and(
        eq(splitRules.groupId, groupId),
        lte(splitRules.effectiveFrom, now),
        own ? eq(splitRules.name, own.name) : eq(splitRules.isDefault, 1),
      ),
    )
    .orderBy(desc(splitRules.version))
    .limit(1);
  return row;
}
