import { ZERO } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { planRefund } from "#app/domain/refund.ts";
import { type Result, refuse, Undoing } from "#app/domain/result.ts";
import { heldOfParts, type SailingAnswer } from "#app/domain/run-life.ts";
import type { Context } from "#app/usecases/context.ts";
import { isDisputed } from "#db/read/disputes.ts";
import { findOrderHead } from "#db/read/orders.ts";
import { findCreditToTake, findUnassigned, gatherRefund } from "#db/read/refunds.ts";
import { isToAnswer, listSailingParts, type SailingPart } from "#db/read/run-moves.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { leaveUnpaidOrder } from "#db/write/cancelled-orders.ts";
import { tellOfficers } from "#db/write/messages.ts";
import { insertRefund } from "#db/write/refunds.ts";
import { leaveRun, saveAnswers } from "#db/write/run-moves.ts";
import { tellKeepers } from "#db/write/sailing-messages.ts";
import { takeOrderBack } from "#db/write/taken-back.ts";

type Input = {
  number: string;
  answer: Exclude<SailingAnswer, "open">;
  /** Which parts of the order leave; none for all that can. */
  consignmentIds: readonly string[];
};

type Reason = "order-not-found" | "sailing-answered" | "sailing-choose" | "sailing-cannot-leave" | "order-disputed";

class Undo extends Undoing<Reason> {}

/**
 * Its sailing was put off or called off: the buyer stays for the new day, or takes parts of the order out with all their money, goods and
 * shipping. Until the cut-off of the run it goes with now; who says nothing stays.
 */
export async function answerSailing(
  ctx: Context,
  { number, answer, consignmentIds }: Input,
): Promise<Result<object, Reason>> {
  const head = await findOrderHead(number);
  if (!head) return refuse("order-not-found");
  permit(ctx.actor, "answer-sailing", { orderId: head.id, buyerId: head.buyerId });
  try {
    return await inTransaction(async (tx) => {
      const parts = await listSailingParts(head.id);
      const isChosen = ({ consignmentId }: SailingPart): boolean =>
        consignmentIds.length === 0 || consignmentIds.includes(consignmentId);
      const chosen = parts.filter(isChosen);
      if (chosen.length === 0) return refuse("sailing-choose");
      // Pressed twice: the first one stands.
      if (chosen.every((part) => part.answer === answer)) return { ok: true };
      const open = chosen.filter((part) => isToAnswer(part, ctx.now));
      if (open.length === 0 || !(await saveAnswers(tx, { parts: open, answer, now: ctx.now })))
        return refuse("sailing-answered");
      if (answer === "left") await leave(tx, ctx, { order: head, parts: open });
      await recordActivity(tx, ctx, { what: "answer-sailing", subject: head.id, note: answer });
      return { ok: true };
    });
  } catch (problem) {
    if (problem instanceof Undo) return refuse(problem.reason);
    throw problem;
  }
}

type Leaving = {
  order: NonNullable<Awaited<ReturnType<typeof findOrderHead>>>;
  parts: readonly SailingPart[];
};

async function leave(tx: Tx, ctx: Context, { order, parts }: Leaving): Promise<void> {
  for (const runId of new Set(parts.map((part) => part.runId)))
    if (!runId || !(await leaveRun(tx, { runId, now: ctx.now }))) throw new Undo("sailing-answered");
  const isPaid = order.state !== "awaiting-payment" && order.state !== "payable-on-delivery";
  if (isPaid) await giveBack(tx, ctx, { order, parts });
  else if (!(await leaveUnpaidOrder(tx, ctx, order.id))) throw new Undo("sailing-cannot-leave");
  for (const { groupId, consignmentId, state, hubId } of parts) {
    const told = { about: `${order.id}:${consignmentId}`, kind: "sailing-left" as const };
    const facts = { number: order.number, where: state === "handed-over" ? "hub" : "group" };
    await tellOfficers(tx, ctx, { ...told, groupId, facts, path: `/consignments/${consignmentId}` });
    if (hubId && state === "handed-over")
      await tellKeepers(tx, ctx, { ...told, hubId, facts: { ...facts, group: "" }, path: "/runs" });
  }
}

/** What those parts cost goes back as it was paid: by the provider, else from the bank by hand. */
async function giveBack(tx: Tx, ctx: Context, { order, parts }: Leaving): Promise<void> {
  const basis = await gatherRefund(order.number);
  if (!basis || basis.isLate) throw new Undo("sailing-cannot-leave");
  if (await isDisputed(order.id)) throw new Undo("order-disputed");
  const ids = parts.map((part) => part.consignmentId);
  const plan = planRefund(heldOfParts(basis, ids), { kind: "everything" });
  if (typeof plan === "string") throw new Undo("sailing-cannot-leave");
  const refundId = ctx.newId();
  const credit = plan.isEverything ? await findCreditToTake(basis) : ZERO;
  if (!(await takeOrderBack(tx, ctx, { basis, plan, refundId, credit, isBackInStock: false })))
    throw new Undo("sailing-cannot-leave");
  const amount = plan.isEverything ? await findUnassigned(order.id) : plan.total;
  if (amount <= 0) throw new Undo("sailing-cannot-leave");
  await insertRefund(tx, ctx, {
    ...{ id: refundId, paymentId: basis.paymentId, amount, cause: "sailing", reason: "" },
    ...{ formKey: `sailing:${parts[0]?.moveId}:${ids.join(":")}`, requestedBy: ctx.actor.personId },
    ...{ lines: plan.lines, shipping: plan.shippingTotal },
  });
}
