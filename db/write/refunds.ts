import { and, eq, inArray } from "drizzle-orm";
import type { Rupiah } from "#app/domain/money.ts";
import { refundReturnedEntry } from "#app/domain/postings-of-mishaps.ts";
import { type RefundPaidInput, refundPaidEntry } from "#app/domain/postings-of-refunds.ts";
import type { PlannedLine, RefundCause, RefundWay } from "#app/domain/refund.ts";
import { listEntryPostings } from "../read/ledger.ts";
import { payments, refundLines, refunds } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { post } from "./ledger.ts";
import { tellBuyer } from "./messages.ts";
import { oweOutside } from "./outbox.ts";
import type { By } from "./paid-orders.ts";
import { oweReversals } from "./reversals.ts";

type Wanted = {
  /** Where the entries that it rests on already name it. */
  id?: string;
  paymentId: string;
  amount: Rupiah;
  /** "order", somebody wanted it, unless said otherwise. */
  cause?: RefundCause;
  reason: string;
  formKey: string;
  /** Null for one that came from outside. */
  requestedBy: string | null;
  /** As the payment came, where nothing is said: by the provider, else from the bank. */
  way?: RefundWay;
  boxGroupId?: string | null;
  lines?: readonly Pick<PlannedLine, "orderLineId" | "quantityMilli" | "amount">[];
  /** What of the amount is shipping. */
  shipping?: Rupiah;
  /** The provider has made it by itself already: it is not asked for it. */
  isMade?: boolean;
};

/** Money is owed back: by the provider's own way where the payment came by one, else by hand. */
export async function insertRefund(tx: Tx, by: By, { lines = [], isMade = false, ...wanted }: Wanted): Promise<string> {
  const id = wanted.id ?? by.newId();
  const [payment] = await tx.select().from(payments).where(eq(payments.id, wanted.paymentId));
  const providerRef = payment?.provider === "stripe" ? payment.providerRef : null;
  const way = wanted.way ?? (providerRef ? "provider" : "transfer");
  await tx.insert(refunds).values({ ...wanted, id, way, state: "requested", createdAt: by.now });
  const taken = lines.map(({ orderLineId, quantityMilli, amount }) => ({ orderLineId, quantityMilli, amount }));
  if (taken.length > 0) await tx.insert(refundLines).values(taken.map((line) => ({ refundId: id, ...line })));
  if (isMade) return id;
  if (way === "provider" && providerRef) {
    const args = { ref: providerRef, amount: wanted.amount };
    await oweOutside(tx, { key: `refund:${id}`, kind: "stripe-refund", subjectId: id, args, now: by.now });
  }
  // Credit and cash are there in the same breath, and of goods packed short the buyer hears as such: one message is enough.
  const isTold = way === "credit" || way === "cash" || wanted.cause === "packed-short";
  if (payment && !isTold)
    await tellBuyer(tx, by, {
      orderId: payment.orderId,
      kind: "refund-begun",
      facts: { backAmount: wanted.amount },
      once: id,
    });
  return id;
}

type Landed = {
  refundId: string;
  from: "bank" | "stripe" | "disputed-funds" | RefundPaidInput["from"];
  providerRef: string | null;
};

/** The buyer has the money. False when that was known. */
export async function markRefundPaid(tx: Tx, by: By, { refundId, from, providerRef }: Landed): Promise<boolean> {
  const source = typeof from === "string" ? { kind: from } : from;
  const isByHand = source.kind !== "stripe" && source.kind !== "disputed-funds";
  const before = isByHand ? (["requested", "failed"] as const) : (["requested", "sent"] as const);
  const [changed] = await tx
    .update(refunds)
    .set({ state: "succeeded", providerRef, doneAt: by.now })
    .where(and(eq(refunds.id, refundId), inArray(refunds.state, [...before])))
    .returning();
  if (!changed) return false;
  const [payment] = await tx.select().from(payments).where(eq(payments.id, changed.paymentId));
  if (!payment) throw new Error(`no payment ${changed.paymentId}`);
  const entry = refundPaidEntry({ refundId, orderId: payment.orderId, amount: changed.amount, from: source });
  // A refund that the provider sent back, then paid by hand, is paid twice in the books and returned once.
  const again = (await listEntryPostings(entry.key)).length > 0;
  await post(tx, again ? { ...entry, key: `${entry.key}:again` } : entry, {
    actorId: by.actor.personId,
    now: by.now,
    newId: by.newId,
  });
  const paidByGroupId = source.kind === "cash-box" ? source.groupId : null;
  await oweReversals(tx, by, { refundId, paymentId: payment.id, paidByGroupId });
  await tellBuyer(tx, by, {
    orderId: payment.orderId,
    kind: "refund-paid",
    facts: { backAmount: changed.amount },
    once: refundId,
  });
  return true;
}

export async function markRefundSent(
  tx: Tx,
  { refundId, providerRef }: { refundId: string; providerRef: string | null },
) {
  await tx
    .update(refunds)
    .set({ state: "sent", providerRef })
    .where(and(eq(refunds.id, refundId), eq(refunds.state, "requested")));
}

/** The provider could not send it, or it came back: what was posted is mirrored, and a person pays by hand. */
export async function markRefundFailed(tx: Tx, by: By, refundId: string): Promise<boolean> {
  const [row] = await tx.select().from(refunds).where(eq(refunds.id, refundId));
  if (!row || row.state === "failed") return false;
  const paid = await listEntryPostings(`refund:${refundId}`);
  const returned = await listEntryPostings(`refund-returned:${refundId}`);
  // Paid by hand since: a late word of the provider about its own try changes nothing.
  const isByHand = paid.some(
    (posting) => posting.account.kind !== "stripe" && posting.account.kind !== "refunds-payable",
  );
  if (returned.length > 0 || isByHand) return false;
  const changed = await tx
    .update(refunds)
    .set({ state: "failed", doneAt: null })
    .where(and(eq(refunds.id, refundId), eq(refunds.state, row.state)))
    .returning({ id: refunds.id });
  if (changed.length === 0) return false;
  if (paid.length > 0)
    await post(tx, refundReturnedEntry({ refundId, paid }), {
      actorId: by.actor.personId,
      now: by.now,
      newId: by.newId,
    });
  return true;
}
