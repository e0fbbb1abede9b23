import { negate, ZERO } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { refundedEntries } from "#app/domain/postings.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { findRefundByFormKey, findUnassigned, gatherRefund, type RefundBasis } from "#db/read/refunds.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { post } from "#db/write/ledger.ts";
import { returnGoods } from "#db/write/lots.ts";
import { markOrderRefunded } from "#db/write/refunded-orders.ts";
import { insertRefund } from "#db/write/refunds.ts";

type Input = { number: string; reason: string; formKey: string };
type Reason = "order-not-refundable";

/**
 * Everything goes back, at any time: before delivery, after it, after the members took it home (they then owe it). What was posted is
 * mirrored; what the buyer is owed is paid by the provider, or waits for a hand. Money that came late goes back the same way.
 */
export async function refundOrder(ctx: Context, input: Input): Promise<Result<{ refundId: string }, Reason>> {
  permit(ctx.actor, "refund-order");
  const { number, reason, formKey } = input;
  const requestedBy = ctx.actor.personId ?? "";
  return inTransaction(async (tx) => {
    const known = await findRefundByFormKey(formKey);
    if (known) return { ok: true, refundId: known };
    const basis = await gatherRefund(number);
    if (!basis) return refuse("order-not-refundable");
    if (!basis.isLate && !(await takeBack(tx, ctx, basis))) return refuse("order-not-refundable");
    const owed = await findUnassigned(basis.order.id);
    const amount = basis.isLate ? basis.latePaid : owed;
    if (amount <= 0 || amount > owed) return refuse("order-not-refundable");
    const refundId = await insertRefund(tx, ctx, { paymentId: basis.paymentId, amount, reason, formKey, requestedBy });
    await recordActivity(tx, ctx, { what: "refund-order", subject: basis.order.id, note: reason });
    return { ok: true, refundId };
  });
}

async function takeBack(tx: Tx, ctx: Context, basis: RefundBasis): Promise<boolean> {
  const { order, consignments, undelivered, uniqueAddition } = basis;
  if (!(await markOrderRefunded(tx, { orderId: order.id, version: order.version, now: ctx.now }))) return false;
  const credit = order.buyerId ? negate(await balanceOf(`buyer-credit:buyer:${order.buyerId}`)) : ZERO;
  const entries = refundedEntries({
    orderId: order.id,
    consignments,
    shippingHeld: basis.shippingHeld,
    // Credit that was spent meanwhile cannot be taken back.
    buyerCredit:
      order.buyerId && uniqueAddition > 0 && credit >= uniqueAddition
        ? { buyerId: order.buyerId, amount: uniqueAddition }
        : null,
  });
  for (const entry of entries) await post(tx, entry, { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId });
  await returnGoods(tx, { lines: undelivered, now: ctx.now });
  return true;
}
