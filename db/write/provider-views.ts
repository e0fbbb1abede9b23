import { eq } from "drizzle-orm";
import type { ProviderView } from "#app/domain/payment.ts";
import { providerFeeEntry } from "#app/domain/postings.ts";
import { findRefundByFormKey } from "../read/refunds.ts";
import { payments, refunds } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { applyDispute } from "./disputes.ts";
import { post } from "./ledger.ts";
import { type By, markPaymentPaid } from "./paid-orders.ts";
import { movePayment } from "./payment-states.ts";
import { markRefundFailed, markRefundPaid } from "./refunds.ts";
import { takeBackFromOutside } from "./refunds-from-outside.ts";

/** The provider says what cannot be: a person must look. */
export class Contradiction extends Error {}

/**
 * Brings our rows in line with what the provider says now. The one function behind events, the return page and the outbox: it may run
 * any number of times, in any order, and ends the same. "unknown" when the payment is none of ours.
 */
export async function applyProviderView(tx: Tx, by: By, view: ProviderView): Promise<"applied" | "unknown"> {
  const payment = await findPayment(tx, view);
  if (!payment) return "unknown";
  const paymentId = payment.id;
  if (payment.providerRef === null)
    await tx.update(payments).set({ providerRef: view.ref }).where(eq(payments.id, paymentId));
  if (view.status === "paid") {
    if (view.paid !== payment.amount)
      throw new Contradiction(`payment ${paymentId} is of ${payment.amount}, but ${view.paid} came`);
    await markPaymentPaid(tx, by, { paymentId, into: { kind: "stripe" } });
    if (view.fee) {
      const fee = providerFeeEntry({ feeId: view.fee.id, paymentId, amount: view.fee.amount });
      await post(tx, fee, { actorId: null, now: by.now, newId: by.newId });
    }
  }
  if (view.status === "expired") await movePayment(tx, { paymentId, event: "expire" });
  if (view.status === "failed") await movePayment(tx, { paymentId, event: "fail" });
  const { orderId } = payment;
  for (const made of view.refunds) await applyRefund(tx, by, { made, paymentId, orderId });
  for (const dispute of view.disputes) await applyDispute(tx, by, { dispute, paymentId, orderId });
  return "applied";
}

async function findPayment(tx: Tx, view: ProviderView) {
  const [byRef] = await tx.select().from(payments).where(eq(payments.providerRef, view.ref));
  if (byRef || !view.paymentId) return byRef;
  const [byId] = await tx.select().from(payments).where(eq(payments.id, view.paymentId));
  // The answer to our own request may have been lost; another session under the same name is not this payment.
  return byId && byId.providerRef === null && byId.provider === "stripe" ? byId : undefined;
}

type Made = { made: ProviderView["refunds"][number]; paymentId: string; orderId: string };

/** Ours carry our key. One that was made at the provider's own desk has none: it is a refund all the same, of an amount. */
async function applyRefund(tx: Tx, by: By, { made, paymentId, orderId }: Made): Promise<void> {
  const refundId = made.key === null ? await fromDesk(tx, by, { made, paymentId, orderId }) : ownRefundId(made.key);
  const [row] = refundId ? await tx.select().from(refunds).where(eq(refunds.id, refundId)) : [];
  if (!row || row.paymentId !== paymentId) return;
  if (made.status === "succeeded")
    await markRefundPaid(tx, by, { refundId: row.id, from: "stripe", providerRef: made.ref });
  if (made.status === "failed") await markRefundFailed(tx, by, row.id);
}

function ownRefundId(key: string): string | undefined {
  return /^refund:(.+)$/.exec(key)?.[1];
}

/** One that failed before we heard of it has moved nothing. */
async function fromDesk(tx: Tx, by: By, { made, paymentId, orderId }: Made): Promise<string | null> {
  const { ref, amount, status } = made;
  if (status === "failed") return findRefundByFormKey(`at-provider:${ref}`);
  const from = status === "succeeded" ? ("stripe" as const) : null;
  return takeBackFromOutside(tx, by, { paymentId, orderId, amount, ref, cause: "at-provider", reason: "", from });
}
