import { and, eq, gte, lt } from "drizzle-orm";
import { type Rupiah, rupiah } from "#app/domain/money.ts";
import type { ShareParty } from "#app/domain/sale-split.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { consignments, orderLineShares, orderLines } from "../schema.ts";

type Between = { groupId: string; from: Date; until: Date };

/** What a group delivered between two instants, by the party it went to: less than was sold, where less was packed or some went back. */
export async function deliveredByParty({
  groupId,
  from,
  until,
}: Between): Promise<{ party: ShareParty; amount: Rupiah }[]> {
  const kept = sql<number>`coalesce(sum(${orderLineShares.amount} - ${orderLineShares.missing} - ${orderLineShares.refunded}), 0)`;
  return db()
    .select({ party: orderLineShares.party, amount: kept.mapWith((value) => rupiah(Number(value))) })
    .from(orderLineShares)
    .innerJoin(orderLines, eq(orderLines.id, orderLineShares.orderLineId))
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .where(
      and(
        eq(consignments.groupId, groupId),
        eq(consignments.state, "delivered"),
        gte(consignments.deliveredAt, from),
        lt(consignments.deliveredAt, until),
      ),
    )
    .groupBy(orderLineShares.party);
}
