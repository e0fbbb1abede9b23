import { type Rupiah, ZERO } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import {
  planRefund,
  type RefundPlan,
  type RefundProblem,
  type RefundWay,
  type RefundWish,
} from "#app/domain/refund.ts";
import { type Refused, type Result, refuse, Undoing } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { isDisputed } from "#db/read/disputes.ts";
import { balanceOf } from "#db/read/ledger.ts";
import {
  findCreditToTake,
  findRefundByFormKey,
  findUnassigned,
  gatherRefund,
  heldFor,
  listGroupsOfNumber,
  type RefundBasis,
} from "#db/read/refunds.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertRefund, markRefundPaid } from "#db/write/refunds.ts";
import { takeOrderBack } from "#db/write/taken-back.ts";

type Input = {
  number: string;
  reason: string;
  formKey: string;
  /** All that is left and that the actor may give back, unless something else is said. */
  wish?: RefundWish;
  /** As the money came, unless something else is said. */
  way?: RefundWay;
  /** Whose cash box pays, for one in cash: it is paid at once. */
  boxGroupId?: string | null;
  /** Goods that were delivered came back and can be sold again. */
  isBackInStock?: boolean;
  /** What the preview said; null to give back without having looked. */
  seenAmount?: Rupiah | null;
};
type Reason =
  | "order-not-refundable"
  | "order-disputed"
  | "refund-way-not-open"
  | "refund-changed"
  | "cash-box-short"
  | RefundProblem;

class Undo extends Undoing<Reason> {}

/**
 * Any part of an order goes back, at any time: before delivery, after it, after the members took it home (they then owe it). What was
 * posted is mirrored over what each party still holds; what the buyer is owed is paid by the provider, in cash or as credit, or waits for
 * a hand. Money that came late goes back the same way.
 */
export async function refundOrder(ctx: Context, input: Input): Promise<Result<{ refundId: string }, Reason>> {
  try {
    return await inTransaction((tx) => refundWithin(tx, ctx, input));
  } catch (problem) {
    if (problem instanceof Undo) return refuse(problem.reason, { form: problem.reason });
    throw problem;
  }
}

async function refundWithin(tx: Tx, ctx: Context, input: Input): Promise<Result<{ refundId: string }, Reason>> {
  const groups = await listGroupsOfNumber(input.number);
  permit(ctx.actor, "refund-order", { groupIds: groups.map((group) => group.id) });
  const known = await findRefundByFormKey(input.formKey);
  if (known) return { ok: true, refundId: known };
  const basis = await gatherRefund(input.number);
  if (!basis) return refuse("order-not-refundable");
  if (await isDisputed(basis.order.id)) return refuse("order-disputed", { form: "order-disputed" });
  const { reason, formKey, boxGroupId = null, seenAmount = null } = input;
  const way = wayOf(ctx, basis, input);
  if (!way) return refuse("refund-way-not-open", { way: "refund-way-not-open" });
  const refundId = ctx.newId();
  const taken = basis.isLate ? takeLate(ctx, basis) : await take(tx, ctx, { basis, input, refundId });
  if ("reason" in taken) return taken;
  const { amount, plan } = taken;
  if (amount <= 0 || amount > (await findUnassigned(basis.order.id))) throw new Undo("order-not-refundable");
  if (seenAmount !== null && seenAmount !== amount) throw new Undo("refund-changed");
  await insertRefund(tx, ctx, {
    ...{ id: refundId, paymentId: basis.paymentId, amount, reason, formKey, way },
    ...{ boxGroupId: way === "cash" ? boxGroupId : null, requestedBy: ctx.actor.personId ?? "" },
    ...{ lines: plan?.lines ?? [], shipping: plan?.shippingTotal ?? ZERO },
  });
  await payNow(tx, ctx, { basis, refundId, way, boxGroupId, amount });
  await recordActivity(tx, ctx, { what: "refund-order", subject: basis.order.id, note: reason });
  return { ok: true, refundId };
}

/** The way that was asked for, where it is open: a card's own way needs a card, credit an account, cash a box of a group of this order. */
function wayOf(ctx: Context, basis: RefundBasis, { way, boxGroupId }: Input): RefundWay | null {
  const usual = basis.isByCard ? "provider" : "transfer";
  const isOpen = {
    provider: basis.isByCard,
    transfer: true,
    cash: heldFor(ctx.actor, basis).boxGroupIds.some((id) => id === boxGroupId),
    credit: basis.order.buyerId !== null,
  };
  return isOpen[way ?? usual] ? (way ?? usual) : null;
}

type Taken = { amount: Rupiah; plan: RefundPlan | null };

/** Money that no order waited for belongs to no group: only whoever may for all of them sends it back. */
function takeLate(ctx: Context, basis: RefundBasis): Taken {
  for (const { id } of basis.groups) permit(ctx.actor, "refund-order", { groupId: id });
  return { amount: basis.latePaid, plan: null };
}

type Take = { basis: RefundBasis; input: Input; refundId: string };

async function take(tx: Tx, ctx: Context, { basis, input, refundId }: Take): Promise<Taken | Refused<Reason>> {
  const plan = planRefund(heldFor(ctx.actor, basis), input.wish ?? { kind: "everything" });
  if (typeof plan === "string") return refuse(plan, { form: plan });
  const credit = plan.isEverything ? await findCreditToTake(basis) : ZERO;
  const isBackInStock = input.isBackInStock ?? false;
  if (!(await takeOrderBack(tx, ctx, { basis, plan, refundId, credit, isBackInStock })))
    return refuse("order-not-refundable");
  return { amount: plan.isEverything ? await findUnassigned(basis.order.id) : plan.total, plan };
}

type Payment = { basis: RefundBasis; refundId: string; way: RefundWay; boxGroupId: string | null; amount: Rupiah };

/** Credit is there at once; cash is given from hand to hand. The rest waits for the provider or the bank. */
async function payNow(tx: Tx, ctx: Context, { basis, refundId, way, boxGroupId, amount }: Payment): Promise<void> {
  const { buyerId } = basis.order;
  if (way === "credit" && buyerId)
    await markRefundPaid(tx, ctx, { refundId, from: { kind: "buyer-credit", buyerId }, providerRef: null });
  if (way !== "cash" || boxGroupId === null) return;
  if ((await balanceOf(`cash-box:group:${boxGroupId}`)) < amount) throw new Undo("cash-box-short");
  await markRefundPaid(tx, ctx, { refundId, from: { kind: "cash-box", groupId: boxGroupId }, providerRef: null });
}
