import { and, asc, eq, notInArray } from "drizzle-orm";
import { TRAVELLED_STATES } from "#app/domain/consignment.ts";
import { type Rupiah, rupiah, subtract } from "#app/domain/money.ts";
import type { FeeBearer, HeldLine, HeldShipping } from "#app/domain/refund.ts";
import { db } from "../client.server.ts";
import { consignments, groups, members, orderLineShares, orderLines, type orders, runs } from "../schema.ts";

export type BasisShare = HeldLine["shares"][number] & { memberName: string | null };
export type BasisLine = Omit<HeldLine, "shares"> & {
  name: string;
  unit: string;
  groupName: string;
  variantId: string;
  shares: BasisShare[];
};
export type BasisGroup = { id: string; name: string; slug: string; feeBearer: FeeBearer };

/** The groups of an order, with the rule of each about lost fees. */
export function listBasisGroups(orderId: string): Promise<BasisGroup[]> {
  return db()
    .select({ id: groups.id, name: groups.name, slug: groups.slug, feeBearer: groups.refundFeeBearer })
    .from(consignments)
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .where(eq(consignments.orderId, orderId))
    .orderBy(asc(groups.name), asc(groups.id));
}

const OVER = ["cancelled", "refunded"] as const;

/** What is left of an order's shipping. The saving of a settled run went back by itself: what it charged is what is left. */
export async function listHeldShipping(
  order: Pick<typeof orders.$inferSelect, "id" | "runId" | "doorFee" | "doorFeeRefunded">,
) {
  const parts = await db()
    .select({
      id: consignments.id,
      groupId: consignments.groupId,
      quote: consignments.quote,
      quoteRefunded: consignments.quoteRefunded,
      share: consignments.share,
      shareRefunded: consignments.shareRefunded,
      runState: runs.state,
    })
    .from(consignments)
    .leftJoin(runs, eq(runs.id, consignments.runId))
    .where(and(eq(consignments.orderId, order.id), notInArray(consignments.state, [...OVER])))
    .orderBy(asc(consignments.id));
  const ofParts = parts.map((part): HeldShipping => {
    const { id: consignmentId, groupId } = part;
    // What did not travel with a settled run was not settled with it.
    if (part.runState === "settled" && part.share !== null)
      return { consignmentId, groupId, amount: subtract(part.share, part.shareRefunded), from: "shipping-reserve" };
    return { consignmentId, groupId, amount: subtract(part.quote, part.quoteRefunded), from: "shipping-held" };
  });
  const [run] = order.runId ? await db().select({ state: runs.state }).from(runs).where(eq(runs.id, order.runId)) : [];
  const door: HeldShipping = {
    ...{ consignmentId: null, groupId: null, amount: subtract(order.doorFee, order.doorFeeRefunded) },
    from: run?.state === "settled" ? "shipping-reserve" : "shipping-held",
  };
  return [...ofParts, door].filter((part) => part.amount > 0);
}

/** Each line of an order with what is left of it, party by party. */
export async function listHeldLines(orderId: string): Promise<BasisLine[]> {
  const rows = await db()
    .select({
      line: orderLines,
      groupId: consignments.groupId,
      groupName: groups.name,
      state: consignments.state,
    })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .where(and(eq(orderLines.orderId, orderId), notInArray(consignments.state, [...OVER])))
    .orderBy(asc(groups.name), asc(orderLines.position), asc(orderLines.id));
  const shares = await listHeldShares(orderId);
  return rows
    .map(({ line, groupId, groupName, state }): BasisLine => {
      const wanted = line.quantityMilli - line.refundedMilli;
      return {
        orderLineId: line.id,
        consignmentId: line.consignmentId,
        variantId: line.variantId,
        groupId,
        groupName,
        isEarned: state === "delivered",
        hasTravelled: TRAVELLED_STATES.some((travelled) => travelled === state),
        name: [line.listingName, line.variantName].filter(Boolean).join(", "),
        unit: line.unit,
        value: rupiah(line.goodsValue - line.missing - line.refundedValue),
        // What was packed short was not there.
        quantityMilli: Math.min(wanted, line.packedQuantityMilli ?? wanted),
        shares: shares
          .filter((share) => share.orderLineId === line.id)
          .map(({ orderLineId: _line, ...share }) => share),
      };
    })
    .filter((line) => line.value > 0);
}

async function listHeldShares(orderId: string): Promise<(BasisShare & { orderLineId: string })[]> {
  const rows = await db()
    .select({ share: orderLineShares, memberName: members.name })
    .from(orderLineShares)
    .innerJoin(orderLines, eq(orderLines.id, orderLineShares.orderLineId))
    .leftJoin(members, eq(members.id, orderLineShares.memberId))
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLineShares.position), asc(orderLineShares.id));
  return rows.map(({ share, memberName }) => ({
    orderLineId: share.orderLineId,
    shareId: share.id,
    party: share.party,
    memberId: share.memberId,
    memberName,
    amount: heldOf(share),
  }));
}

/** What a party still holds of its share. */
function heldOf({ amount, missing, refunded }: { amount: Rupiah; missing: Rupiah; refunded: Rupiah }): Rupiah {
  return subtract(subtract(amount, missing), refunded);
}
