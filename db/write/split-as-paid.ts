import { asc, eq, inArray } from "drizzle-orm";
import { ZERO } from "#app/domain/money.ts";
import type { PaymentMethod } from "#app/domain/order.ts";
import { providerFeeOn } from "#app/domain/order-credit.ts";
import { splitAgain } from "#app/domain/sale-resplit.ts";
import type { SoldLot } from "#app/domain/sale-split.ts";
import {
  deliveries,
  lineTakings,
  lotParts,
  lots,
  members,
  networks,
  orderLineShares,
  orderLines,
  orders,
  payments,
  splitRules,
} from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type Paid = { orderId: string; method: PaymentMethod };

/**
 * An order is divided for the way of paying that it was placed with. Paid by one with another provider's fee, each line is divided again
 * under that fee, before anything of it is anybody's.
 */
export async function splitAsPaid(tx: Tx, by: { newId: () => string }, { orderId, method }: Paid): Promise<void> {
  const [placed] = await tx
    .select({ method: payments.method })
    .from(payments)
    .where(eq(payments.orderId, orderId))
    .orderBy(asc(payments.attempt))
    .limit(1);
  const isByQris = method === "qris";
  if ((placed?.method === "qris") === isByQris) return;
  const [network] = await tx.select({ fee: networks.qrisFeeBasisPoints }).from(networks);
  const [order] = await tx
    .select({ total: orders.total, creditUsed: orders.creditUsed })
    .from(orders)
    .where(eq(orders.id, orderId));
  const fee = providerFeeOn(order ?? { total: ZERO, creditUsed: ZERO }, isByQris ? (network?.fee ?? 0) : 0);
  const lines = await tx
    .select({ line: orderLines, rule: splitRules.rule })
    .from(orderLines)
    .innerJoin(splitRules, eq(splitRules.id, orderLines.splitRuleId))
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position));
  for (const { line, rule } of lines) {
    const mine = eq(orderLineShares.orderLineId, line.id);
    const shares = await tx.select().from(orderLineShares).where(mine).orderBy(asc(orderLineShares.position));
    const { goodsValue, quantityMilli } = line;
    const sold = { goodsValue, quantityMilli, rule, shares, lots: await listSoldLots(tx, line.id) };
    const again = splitAgain(sold, fee);
    await tx.delete(orderLineShares).where(mine);
    const rows = again.map((share, at) => ({ ...share, id: by.newId(), orderLineId: line.id, position: at + 1 }));
    if (rows.length > 0) await tx.insert(orderLineShares).values(rows);
  }
}

/** The lots that a line came out of, the oldest first, and what each member had brought to them: a begun lot stays as it is. */
async function listSoldLots(tx: Tx, orderLineId: string): Promise<SoldLot[]> {
  const takings = await tx
    .select({ lotId: lots.id, day: lots.day, quantityMilli: lineTakings.quantityMilli })
    .from(lineTakings)
    .innerJoin(lots, eq(lots.id, lineTakings.lotId))
    .where(eq(lineTakings.orderLineId, orderLineId))
    .orderBy(asc(lots.day), asc(lots.number), asc(lots.id));
  const lotIds = [...new Set(takings.map((taking) => taking.lotId))];
  if (lotIds.length === 0) return [];
  const parts = await tx
    .select({
      lotId: lotParts.lotId,
      memberId: members.id,
      memberNumber: members.number,
      weight: lotParts.weightMilli,
    })
    .from(lotParts)
    .innerJoin(deliveries, eq(deliveries.id, lotParts.deliveryId))
    .innerJoin(members, eq(members.id, deliveries.memberId))
    .where(inArray(lotParts.lotId, lotIds));
  return lotIds.map((lotId) => {
    const taken = takings.filter((taking) => taking.lotId === lotId);
    return {
      label: taken[0]?.day ?? "",
      quantityMilli: taken.reduce((all, taking) => all + taking.quantityMilli, 0),
      contributions: parts
        .filter((part) => part.lotId === lotId)
        .map(({ lotId: _lot, ...part }) => ({ ...part, step: "" })),
    };
  });
}
