import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { TRAVELLED_STATES } from "#app/domain/consignment.ts";
import { ZERO } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { consignments, groups, listings, orderLines, orders, runs, variants } from "../schema.ts";
import { boxableOf, PACKED_THINGS } from "./packed-things.ts";

const columns = {
  id: consignments.id,
  orderId: consignments.orderId,
  orderNumber: orders.number,
  orderRunId: orders.runId,
  orderState: orders.state,
  buyerId: orders.buyerId,
  buyerName: orders.buyerName,
  savingAs: orders.savingAs,
  groupName: groups.name,
  doorFee: sql`${orders.doorFee} - ${orders.doorFeeRefunded}`.mapWith(orders.doorFee),
  grams: consignments.grams,
  volumetricGrams: consignments.volumetricGrams,
  packedGrams: consignments.packedGrams,
  // What of it went back before is not held any more.
  quote: sql`${consignments.quote} - ${consignments.quoteRefunded}`.mapWith(consignments.quote),
  share: consignments.share,
  packedSideMm: consignments.packedSideMm,
  ...PACKED_THINGS,
};

function select() {
  return db()
    .select(columns)
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .leftJoin(orderLines, eq(orderLines.consignmentId, consignments.id))
    .leftJoin(variants, eq(variants.id, orderLines.variantId))
    .leftJoin(listings, eq(listings.id, variants.listingId))
    .groupBy(consignments.id, orders.id, groups.id);
}

/**
 * What a run's bill is divided over: what travelled and was neither cancelled nor refunded. An order's door fee stands at the run that
 * the order belongs to. `isPaid` is false where the money is still to be taken at the door.
 */
export async function listTravelled(actor: Actor, run: { id: string }) {
  permit(actor, "settle-run");
  const rows = await select()
    .where(
      and(
        eq(consignments.runId, run.id),
        inArray(consignments.state, [...TRAVELLED_STATES]),
        inArray(orders.state, ["paid", "completed", "payable-on-delivery"]),
      ),
    )
    .orderBy(asc(orders.number), asc(groups.name), asc(consignments.id));
  return rows.map(boxableOf).map(({ orderRunId, orderState, ...row }) => ({
    ...row,
    doorFee: orderRunId === run.id ? row.doorFee : ZERO,
    isPaid: orderState !== "payable-on-delivery",
  }));
}

/** What a settled run charged, as it stands; also of orders that were refunded since. */
export async function listSettled(actor: Actor, run: { id: string }) {
  permit(actor, "settle-run");
  const rows = await select()
    .where(and(eq(consignments.runId, run.id), isNotNull(consignments.share)))
    .orderBy(asc(orders.number), asc(groups.name), asc(consignments.id));
  return rows.map(boxableOf);
}

/** What settled runs charged the parts of one order, run by run; the door fee stands at the order's own run. */
export async function listSettledParts(orderId: string) {
  const rows = await db()
    .select({
      runId: runs.id,
      orderRunId: orders.runId,
      buyerId: orders.buyerId,
      savingAs: orders.savingAs,
      doorFee: orders.doorFee,
      quote: consignments.quote,
      share: consignments.share,
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(runs, eq(runs.id, consignments.runId))
    .where(and(eq(consignments.orderId, orderId), eq(runs.state, "settled"), isNotNull(consignments.share)))
    .orderBy(asc(runs.id), asc(consignments.id));
  return [...new Set(rows.map((row) => row.runId))].flatMap((runId) => {
    const parts = rows.filter((row) => row.runId === runId);
    const [first] = parts;
    if (!first) return [];
    const { buyerId, savingAs } = first;
    const doorFee = first.orderRunId === runId ? first.doorFee : ZERO;
    return {
      runId,
      order: { id: orderId, buyerId, savingAs, doorFee },
      consignments: parts.map(({ quote, share }) => ({ quote, share: share ?? quote })),
    };
  });
}
