import type Stripe from "stripe";
import { ZERO } from "#app/domain/money.ts";
import type { ProviderView } from "#app/domain/payment.ts";
import { feeFromStripe, fromStripe } from "./stripe-amount.ts";

/** What a view needs beside the session itself. */
export const EXPAND_SESSION = ["payment_intent.latest_charge.balance_transaction"];

/** Only `payment_status` says that money has come: a session can be complete and unpaid while a slow method clears. */
export function viewOfSession(session: Stripe.Checkout.Session, refunds: Stripe.Refund[]): ProviderView {
  const isPaid = session.payment_status === "paid";
  return {
    ref: session.id,
    paymentId: session.client_reference_id,
    status: statusOf(session),
    paid: isPaid ? fromStripe(session.amount_total ?? 0, session.currency ?? "") : ZERO,
    fee: isPaid ? feeOf(session) : null,
    refunds: refunds.map((refund) => ({
      ref: refund.id,
      key: refund.metadata?.refund_key ?? null,
      amount: fromStripe(refund.amount, refund.currency),
      status: refundStatus(refund.status),
    })),
  };
}

function statusOf(session: Stripe.Checkout.Session): ProviderView["status"] {
  if (session.payment_status === "paid") return "paid";
  if (session.status === "expired") return "expired";
  if (session.status !== "complete") return "open";
  const intent = session.payment_intent;
  const gaveUp = typeof intent === "object" && intent !== null && /^(requires_|canceled)/.test(intent.status);
  return gaveUp ? "failed" : "processing";
}

/** A platform that settles in another currency has its fee in that one: it is not ours to state in rupiah. */
function feeOf(session: Stripe.Checkout.Session): ProviderView["fee"] {
  const intent = session.payment_intent;
  const charge = intent && typeof intent === "object" ? intent.latest_charge : null;
  const entry = charge && typeof charge === "object" ? charge.balance_transaction : null;
  if (!entry || typeof entry === "string" || entry.currency !== "idr") return null;
  const amount = feeFromStripe(entry.fee);
  return amount > 0 ? { id: entry.id, amount } : null;
}

export function refundStatus(status: string | null): "pending" | "succeeded" | "failed" {
  if (status === "succeeded") return "succeeded";
  return status === "failed" || status === "canceled" ? "failed" : "pending";
}
