import { and, eq, inArray } from "drizzle-orm";
import { type Rupiah, rupiah, subtract, sum, ZERO } from "#app/domain/money.ts";
import { refundReturnedEntry } from "#app/domain/postings-of-mishaps.ts";
import { type RefundPaidInput, refundPaidEntry } from "#app/domain/postings-of-refunds.ts";
import { BACK_TO_CREDIT, type PlannedLine, type RefundCause, type RefundWay } from "#app/domain/refund.ts";
import { listEntryPostings } from "../read/ledger.ts";
import { orders, payments, refundLines, refunds } from "../schema.ts";
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

const backToCredit = (formKey: string): string => `${formKey}${BACK_TO_CREDIT}`;

/** What of a refund goes back to the buyer's credit before anything else: as much as credit had paid of the order and has not come back. */
async function creditPartOf(tx: Tx, { orderId }: { orderId: string }, amount: Rupiah): Promise<Rupiah> {
  const [order] = await tx.select({ used: orders.creditUsed }).from(orders).where(eq(orders.id, orderId));
  if (!order || order.used === 0) return ZERO;
  const back = await tx
    .select({ amount: refunds.amount })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(eq(payments.orderId, orderId), eq(refunds.way, "credit")));
  const left = order.used - sum(back.map((each) => each.amount));
  return rupiah(Math.max(0, Math.min(left, amount)));
}

/**
 * Money is owed back. What credit had paid goes back to credit first, at once; only the rest goes as was wanted.
 * @returns the refund that goes as was wanted, or the one to credit where nothing is left for it
 */
export async function insertRefund(tx: Tx, by: By, wanted: Wanted): Promise<string> {
  const [payment] = await tx.select().from(payments).where(eq(payments.id, wanted.paymentId));
  const isLate = payment?.state === "needs-attention";
  const toCredit = payment && !wanted.isMade && !isLate ? await creditPartOf(tx, payment, wanted.amount) : ZERO;
  if (!payment || toCredit === 0 || wanted.way === "credit") return insertOneRefund(tx, by, wanted);
  const [order] = await tx.select({ buyerId: orders.buyerId }).from(orders).where(eq(orders.id, payment.orderId));
  const from = { kind: "buyer-credit", buyerId: order?.buyerId ?? "" } as const;
  const rest = subtract(wanted.amount, toCredit);
  if (rest === 0) {
    const id = await insertOneRefund(tx, by, { ...wanted, way: "credit", boxGroupId: null });
    await markRefundPaid(tx, by, { refundId: id, from, providerRef: null });
    return id;
  }
  const { paymentId, cause, reason, requestedBy } = wanted;
  const part = { paymentId, reason, requestedBy, amount: toCredit, way: "credit" as const, ...(cause && { cause }) };
  const creditId = await insertOneRefund(tx, by, { ...part, formKey: backToCredit(wanted.formKey) });
  await markRefundPaid(tx, by, { refundId: creditId, from, providerRef: null });
  return insertOneRefund(tx, by, { ...wanted, amount: rest });
}

/** One way of it: by the provider's own way where the payment came by one, else by hand. */
async function insertOneRefund(tx: Tx, by: By, { lines = [], isMade = false, ...wanted }: Wanted): Promise<string> {
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
  // Credit and cash are there in the same breath.
  const isTold = way === "credit" || way === "cash" || isSaidOfGoods(wanted);
  if (payment && !isTold)
    await tellBuyer(tx, by, {
      orderId: payment.orderId,
      kind: "refund-begun",
      facts: { backAmount: wanted.amount },
      once: id,
    });
  return id;
}

/** Of goods that are fewer than ordered the buyer hears as such, and what comes back for them: one message is enough. */
function isSaidOfGoods({ cause }: Pick<Wanted, "cause">): boolean {
  return cause === "packed-short" || cause === "cycle-short";
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
  const isCredit = source.kind === "buyer-credit";
  if (!isCredit || !isSaidOfGoods(changed))
    await tellBuyer(tx, by, {
      orderId: payment.orderId,
      kind: isCredit ? "refund-credited" : "refund-paid",
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
