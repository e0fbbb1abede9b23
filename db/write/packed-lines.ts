import { asc, eq, sql, sum as total } from "drizzle-orm";
import { missingShares, moreMissing } from "#app/domain/catch-weight.ts";
import { type Rupiah, rupiah, subtract, sum } from "#app/domain/money.ts";
import { packedShortEntry } from "#app/domain/postings-of-mishaps.ts";
import { consignments, orderLineShares, orderLines, orders, payments } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { post } from "./ledger.ts";
import { saveShortTakings } from "./lots.ts";
import type { By } from "./paid-orders.ts";
import { insertRefund } from "./refunds.ts";

/** A line as the scale shows it; `missing` is all that is missing of it, `before` what was known of that. */
export type PackedLine = { orderLineId: string; packedQuantityMilli: number; missing: Rupiah; before: Rupiah };

/** Writes what was packed of each line, and what each party of its split goes without; brings the sums of consignment and order up to date. */
export async function savePackedLines(
  tx: Tx,
  { orderId, consignmentId, lines }: { orderId: string; consignmentId: string; lines: readonly PackedLine[] },
): Promise<void> {
  for (const { orderLineId, packedQuantityMilli, missing, before } of lines) {
    await tx.update(orderLines).set({ packedQuantityMilli, missing }).where(eq(orderLines.id, orderLineId));
    await saveShortTakings(tx, orderLineId);
    if (missing !== before) await saveMissingShares(tx, { orderLineId, missing, before });
  }
  const [short] = await tx
    .select({ missing: total(orderLines.missing).mapWith(Number) })
    .from(orderLines)
    .where(eq(orderLines.consignmentId, consignmentId));
  await tx
    .update(consignments)
    .set({ missing: rupiah(short?.missing ?? 0) })
    .where(eq(consignments.id, consignmentId));
  const [all] = await tx
    .select({ missing: total(orderLines.missing).mapWith(Number) })
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId));
  await tx
    .update(orders)
    .set({ missingTotal: rupiah(all?.missing ?? 0), version: sql`${orders.version} + 1` })
    .where(eq(orders.id, orderId));
}

async function saveMissingShares(
  tx: Tx,
  { orderLineId, missing, before }: { orderLineId: string; missing: Rupiah; before: Rupiah },
): Promise<void> {
  const shares = await tx
    .select({
      id: orderLineShares.id,
      amount: orderLineShares.amount,
      missing: orderLineShares.missing,
      refunded: orderLineShares.refunded,
    })
    .from(orderLineShares)
    .where(eq(orderLineShares.orderLineId, orderLineId))
    .orderBy(asc(orderLineShares.position));
  const isRefunded = shares.some((share) => share.refunded > 0);
  const parts = isRefunded ? moreMissing(subtract(missing, before), shares) : missingShares(missing, shares);
  for (const [at, { id }] of shares.entries())
    await tx
      .update(orderLineShares)
      .set({ missing: parts[at] ?? rupiah(0) })
      .where(eq(orderLineShares.id, id));
}

/** An order that is still to be paid at the door: simply less is due. */
export async function lowerCashDue(tx: Tx, orderId: string): Promise<void> {
  const [order] = await tx
    .select({ total: orders.total, missing: orders.missingTotal })
    .from(orders)
    .where(eq(orders.id, orderId));
  if (!order) return;
  await tx
    .update(payments)
    .set({ amount: subtract(order.total, order.missing), version: sql`${payments.version} + 1` })
    .where(
      sql`${payments.orderId} = ${orderId} and ${payments.method} = 'cash-on-delivery' and ${payments.state} in ('open', 'claimed')`,
    );
}

type Short = {
  order: { id: string; buyerId: string | null; savingAs: "credit" | "refund" };
  consignment: { id: string; groupId: string };
  lines: readonly PackedLine[];
};

/** An order that is paid: what is newly missing is the buyer's at once, as credit, or as a refund that goes the way the money came. */
export async function releaseMissing(tx: Tx, by: By, { order, consignment, lines }: Short): Promise<void> {
  const grown = lines.filter((line) => line.missing > line.before);
  if (grown.length === 0) return;
  const creditTo = order.savingAs === "credit" ? order.buyerId : null;
  const [row] = await tx
    .select({ missing: consignments.missing })
    .from(consignments)
    .where(eq(consignments.id, consignment.id));
  const entry = packedShortEntry({
    orderId: order.id,
    consignmentId: consignment.id,
    groupId: consignment.groupId,
    creditTo,
    missing: rupiah(row?.missing ?? 0),
    lines: grown.map((line) => ({ orderLineId: line.orderLineId, missing: subtract(line.missing, line.before) })),
  });
  await post(tx, entry, { actorId: by.actor.personId, now: by.now, newId: by.newId });
  if (creditTo !== null) return;
  const [paid] = await tx
    .select({ id: payments.id })
    .from(payments)
    .where(sql`${payments.orderId} = ${order.id} and ${payments.state} = 'paid'`);
  if (!paid) throw new Error(`order ${order.id} has no payment that could go back`);
  const amount = sum(grown.map((line) => subtract(line.missing, line.before)));
  await insertRefund(tx, by, {
    ...{ paymentId: paid.id, amount, cause: "packed-short", reason: "", formKey: entry.key },
    requestedBy: by.actor.personId ?? "",
  });
}
