import { mayDecide, type Outcome } from "#app/domain/complaint.ts";
import { type Rupiah, ZERO } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { planRefund, type RefundProblem } from "#app/domain/refund.ts";
import { type Result, refuse, Undoing } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { type ComplaintView, findComplaint, listComplaintLines } from "#db/read/complaints.ts";
import { isDisputed } from "#db/read/disputes.ts";
import { gatherRefund } from "#db/read/refunds.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { moveComplaint } from "#db/write/complaints.ts";
import { tellBuyer, tellOfficers } from "#db/write/messages.ts";
import { insertRefund } from "#db/write/refunds.ts";
import { takeForResend } from "#db/write/resends.ts";
import { takeOrderBack } from "#db/write/taken-back.ts";

type Input = {
  complaintId: string;
  outcome: Outcome;
  /** What of the goods' price goes back; null for all that is left. Only with "refund". */
  amount: Rupiah | null;
  /** With "resend": how much of which order line; null for all that is left of the goods. */
  resend?: Readonly<Record<string, number>> | null;
  decision: string;
};
type ResendProblem = "resend-nothing" | "resend-out-of-stock";
type Reason =
  | "complaint-closed"
  | "complaint-waits"
  | "order-not-refundable"
  | "order-disputed"
  | ResendProblem
  | RefundProblem;

class Undo extends Undoing<Reason> {}

/**
 * The operator decides, once the group has answered or has had its time: money goes back, the group sends again, or nothing. Only a resend
 * keeps the money held, until the group has sent; its goods leave the stock at once.
 */
export async function decideComplaint(ctx: Context, input: Input): Promise<Result<object, Reason>> {
  permit(ctx.actor, "decide-complaint");
  const { complaintId, outcome, decision } = input;
  try {
    return await inTransaction(async (tx) => {
      const complaint = await findComplaint(complaintId);
      if (!complaint) return refuse("complaint-closed");
      const { state, answerBy, orderId, groupId, groupName, orderNumber: number } = complaint;
      const nowMs = ctx.now.getTime();
      const event = outcome === "resend" ? "resend" : "decide";
      if ((state === "open" || state === "answered") && !mayDecide({ state, answerByMs: answerBy.getTime(), nowMs }))
        return refuse("complaint-waits");
      const decided = { outcome, decision, decidedBy: ctx.actor.personId, decidedAt: ctx.now };
      const set = { ...decided, ...(event === "decide" && { closedAt: ctx.now }) };
      if (!(await moveComplaint(tx, { complaintId, event, set }))) return refuse("complaint-closed");
      if (outcome === "resend") await sendAgain(tx, ctx, { complaint, input });
      if (outcome === "refund") await giveBack(tx, ctx, { complaint, input });
      const facts = { group: groupName };
      await tellBuyer(tx, ctx, { orderId, kind: "complaint-decided", facts, once: complaintId });
      await tellOfficers(tx, ctx, {
        ...{ groupId, about: complaintId, kind: "complaint-closed", facts: { number }, path: "/complaints" },
      });
      await recordActivity(tx, ctx, { what: "decide-complaint", groupId, subject: complaintId, note: outcome });
      return { ok: true };
    });
  } catch (problem) {
    if (problem instanceof Undo) return refuse(problem.reason, { [fieldOf(problem.reason)]: problem.reason });
    throw problem;
  }
}

function fieldOf(reason: Reason): string {
  return reason === "resend-nothing" || reason === "resend-out-of-stock" ? "outcome" : "amount";
}

/** The goods are promised once more: they leave the stock now, so that nobody else buys them. */
async function sendAgain(tx: Tx, ctx: Context, { complaint, input }: Giving): Promise<void> {
  const left = await listComplaintLines([complaint.id]);
  const wanted = (line: (typeof left)[number]): number =>
    Math.min(line.quantityMilli, input.resend ? (input.resend[line.orderLineId] ?? 0) : line.quantityMilli);
  const lines = left
    .map((line) => ({ orderLineId: line.orderLineId, variantId: line.variantId, quantityMilli: wanted(line) }))
    .filter((line) => line.quantityMilli > 0);
  if (lines.length === 0) throw new Undo("resend-nothing");
  if (!(await takeForResend(tx, ctx, { complaintId: complaint.id, lines }))) throw new Undo("resend-out-of-stock");
}

type Giving = { complaint: ComplaintView; input: Input };

/** All that is left of the goods, or so much money of it, goes back the way it came. */
async function giveBack(tx: Tx, ctx: Context, { complaint, input }: Giving): Promise<void> {
  const { consignmentId, id: complaintId, orderNumber } = complaint;
  const basis = await gatherRefund(orderNumber);
  const lines = basis?.lines.filter((line) => line.consignmentId === consignmentId) ?? [];
  if (!basis || basis.isLate || lines.length === 0) throw new Undo("order-not-refundable");
  if (await isDisputed(basis.order.id)) throw new Undo("order-disputed");
  const isWhole = lines.length === basis.lines.length;
  const everything = lines.map(({ orderLineId, quantityMilli }) => ({ orderLineId, quantityMilli }));
  const plan = planRefund(
    { lines, shipping: isWhole ? basis.shipping.filter((part) => part.from === "shipping-held") : [], isWhole },
    input.amount === null
      ? { kind: "parts", lines: everything, shipping: ZERO }
      : { kind: "amount", amount: input.amount },
  );
  if (typeof plan === "string") throw new Undo(plan);
  if (plan.shippingTotal > 0) throw new Undo("refund-too-much");
  const refundId = ctx.newId();
  if (!(await takeOrderBack(tx, ctx, { basis, plan, refundId, credit: ZERO, isBackInStock: false })))
    throw new Undo("order-not-refundable");
  await insertRefund(tx, ctx, {
    ...{ id: refundId, paymentId: basis.paymentId, amount: plan.total, lines: plan.lines },
    ...{ reason: input.decision, formKey: `complaint:${complaintId}`, requestedBy: ctx.actor.personId ?? "" },
  });
}
