import type Stripe from "stripe";
import type { DisputeView } from "#app/domain/dispute.ts";
import { negate, subtract, sum, ZERO } from "#app/domain/money.ts";
import type { ProviderView } from "#app/domain/payment.ts";
import type { ProviderMovement } from "#app/domain/reconciliation.ts";
import type { PayoutView } from "./port.ts";
import { feeFromStripe, fromStripe } from "./stripe-amount.ts";

/** What a view needs beside the session itself. */
export const EXPAND_SESSION = ["payment_intent.latest_charge.balance_transaction"];

/** Only `payment_status` says that money has come: a session can be complete and unpaid while a slow method clears. */
export function viewOfSession(
  session: Stripe.Checkout.Session,
  { refunds, disputes }: { refunds: Stripe.Refund[]; disputes: Stripe.Dispute[] },
): ProviderView {
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
    disputes: disputes.map(viewOfDispute),
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

/** Whether a charge was ever disputed: it says so itself, so that nobody need ask for a list each time. */
export function isDisputed(session: Stripe.Checkout.Session): boolean {
  return chargeOf(session)?.disputed === true;
}

/** What moved is told by the balance: while the bank only asks ("warning"), nothing did. */
function viewOfDispute(dispute: Stripe.Dispute): DisputeView {
  const moves = dispute.balance_transactions.map(({ amount, fee, currency }) => ({
    amount: fromStripe(amount, currency),
    fee: feeFromStripe(fee),
  }));
  const out = moves.filter((move) => move.amount < 0);
  const back = moves.filter((move) => move.amount > 0);
  return {
    ref: dispute.id,
    status: disputeStatus(dispute.status),
    amount: fromStripe(dispute.amount, dispute.currency),
    taken: negate(sum(out.map((move) => move.amount))),
    fee: sum(out.map((move) => move.fee)),
    returned: sum(back.map((move) => move.amount)),
    feeReturned: negate(sum(back.map((move) => move.fee))),
    reason: dispute.reason,
    answerBySeconds: dispute.evidence_details?.due_by ?? null,
  };
}

function disputeStatus(status: Stripe.Dispute["status"]): DisputeView["status"] {
  if (status === "lost") return "lost";
  return status === "won" || status === "warning_closed" || status === "prevented" ? "won" : "open";
}

function chargeOf(session: Stripe.Checkout.Session): Stripe.Charge | null {
  const intent = session.payment_intent;
  const charge = intent && typeof intent === "object" ? intent.latest_charge : null;
  return charge && typeof charge === "object" ? charge : null;
}

/** A platform that settles in another currency has its fee in that one: it is not ours to state in rupiah. */
function feeOf(session: Stripe.Checkout.Session): ProviderView["fee"] {
  const entry = chargeOf(session)?.balance_transaction;
  if (!entry || typeof entry === "string" || entry.currency !== "idr") return null;
  const amount = feeFromStripe(entry.fee);
  return amount > 0 ? { id: entry.id, amount } : null;
}

export function refundStatus(status: string | null): "pending" | "succeeded" | "failed" {
  if (status === "succeeded") return "succeeded";
  return status === "failed" || status === "canceled" ? "failed" : "pending";
}

const OF_PAYMENT = new Set<Stripe.BalanceTransaction.Type>([
  ...(["charge", "payment", "refund", "payment_refund", "adjustment"] as const),
  ...(["refund_failure", "payment_failure_refund"] as const),
]);
/** Money between a balance and its bank. */
export const SETTLEMENT = new Set<Stripe.BalanceTransaction.Type>(["payout", "payout_cancel", "payout_failure"]);
const OF_TRANSFER = new Set<Stripe.BalanceTransaction.Type>(["transfer", "transfer_refund"]);

export function movementOf({ id, type, source, amount, fee, currency }: Stripe.BalanceTransaction): ProviderMovement {
  const kinds = [
    ["of-payment", OF_PAYMENT],
    ["of-transfer", OF_TRANSFER],
    ["settlement", SETTLEMENT],
  ] as const;
  return {
    ...{ ref: id, kind: kinds.find(([, types]) => types.has(type))?.[0] ?? "other", source: nameOf(source) },
    net: subtract(fromStripe(amount, currency), feeFromStripe(fee)),
  };
}

/** A reversal is a part of its transfer: that is what can be asked for. */
function nameOf(source: Stripe.BalanceTransaction["source"]): string | null {
  if (!source || typeof source === "string") return source;
  if (source.object !== "transfer_reversal") return source.id;
  return typeof source.transfer === "string" ? source.transfer : source.transfer.id;
}

export function viewOfPayout(payout: Stripe.Payout): PayoutView {
  const name = (of: string | { id: string } | null): string | null => (of && typeof of === "object" ? of.id : of);
  return {
    ...{ ref: payout.id, amount: fromStripe(payout.amount, payout.currency) },
    hasFailed: payout.status === "failed",
    ...{ movementRef: name(payout.balance_transaction), returnRef: name(payout.failure_balance_transaction) },
  };
}
