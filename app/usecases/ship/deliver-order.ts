import { CODE_TRIES, isFetched, pickUpCode } from "#app/domain/hub-work.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { lateCashEntry, savingOf } from "#app/domain/run-settlement.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCashPayment, findDelivery } from "#db/read/deliveries.ts";
import { listSettledParts } from "#db/read/run-settlement.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertHandOver } from "#db/write/hand-overs.ts";
import { post } from "#db/write/ledger.ts";
import { tellBuyer } from "#db/write/messages.ts";
import { completeOrder, deliverPart } from "#db/write/orders-delivered.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { countHit, forgetHits } from "#db/write/rate-limits.ts";
import { refundSaving } from "#db/write/savings.ts";

type Input = {
  number: string;
  /** How whoever fetches shows that the goods are theirs; null where they are brought to a door. */
  proof: Proof | null;
  /** What the buyer paid at the door; only asked for when the order is still to be paid. */
  cash: Rupiah | null;
};

type Proof = { kind: "code"; code: string } | { kind: "name"; takenBy: string };
type CashReason = "order-not-paid" | "cash-missing" | "cash-differs";
type ProofReason = "proof-missing" | "pick-up-code-wrong" | "too-many-tries";
type Reason = "order-gone" | "nothing-to-deliver" | CashReason | ProofReason;

/**
 * The buyer has the goods in hand: all parts of the order that are here become delivered, and what was held for them becomes the
 * members'. An order to be paid on delivery is paid first, in the same breath. Pressed twice, it happens once.
 */
export async function deliverOrder(
  ctx: Context,
  { number, proof, cash }: Input,
): Promise<Result<{ delivered: string[]; completed: boolean }, Reason>> {
  // Of which hub or pick-up point, findDelivery looks part by part.
  const { hubIds, pointIds } = ctx.actor;
  permit(ctx.actor, "deliver-order", { hubId: hubIds[0], pickUpPointId: pointIds[0] });
  const problem = await problemOfProof(ctx, { number, proof });
  if (problem) return refuse(problem, { [problem === "proof-missing" ? "takenBy" : "pickUpCode"]: problem });
  return inTransaction(async (tx) => {
    const order = await findDelivery(ctx.actor, number);
    if (!order) return refuse("order-gone");
    const ready = order.parts.filter((part) => part.isMine && part.isReady);
    if (ready.length === 0) {
      const before = order.parts.some((part) => part.isMine && part.state === "delivered");
      return before
        ? { ok: true, delivered: [], completed: order.state === "completed" }
        : refuse("nothing-to-deliver");
    }
    if (order.state === "payable-on-delivery") {
      const problem = await takeCash(tx, ctx, { orderId: order.id, cash });
      if (problem) return refuse(problem, { cash: problem });
    } else if (order.state !== "paid") return refuse("order-not-paid");

    const delivered: string[] = [];
    for (const part of ready) {
      if (!(await deliverPart(tx, ctx, { ...part, delivery: order.delivery }))) continue;
      await recordActivity(tx, ctx, { what: "deliver-order", groupId: part.groupId, subject: part.id, note: number });
      delivered.push(part.id);
    }
    const once = delivered.toSorted()[0] ?? "";
    if (once && proof && isFetched(order.delivery))
      await insertHandOver(tx, ctx, { orderId: order.id, proof: proof.kind, takenBy: nameIn(proof) });
    if (once) await tellBuyer(tx, ctx, { orderId: order.id, kind: "delivered", once });
    return { ok: true, delivered, completed: await completeOrder(tx, { orderId: order.id, now: ctx.now }) };
  });
}

/** A wrong code is counted before anything else happens, so that a hundred tries at once are a hundred. */
async function problemOfProof(
  ctx: Context,
  { number, proof }: Pick<Input, "number" | "proof">,
): Promise<ProofReason | null> {
  const order = await findDelivery(ctx.actor, number);
  const isWaiting = order?.parts.some((part) => part.isMine && part.isReady);
  if (!order || !isWaiting || !isFetched(order.delivery)) return null;
  if (proof === null) return "proof-missing";
  if (proof.kind === "name") return proof.takenBy === "" ? "proof-missing" : null;
  const key = `pick-up:${order.id}`;
  const tries = await inTransaction((tx) => countHit(tx, { key, windowMinutes: CODE_TRIES.windowMinutes }, ctx.now));
  if (tries > CODE_TRIES.hits) return "too-many-tries";
  if (proof.code.replace(/\D/g, "") !== pickUpCode(ctx.secrets.hash("pick-up", order.id))) return "pick-up-code-wrong";
  await inTransaction((tx) => forgetHits(tx, key));
  return null;
}

function nameIn(proof: Proof): string {
  return proof.kind === "name" ? proof.takenBy : "";
}

async function takeCash(
  tx: Tx,
  ctx: Context,
  { orderId, cash }: { orderId: string; cash: Rupiah | null },
): Promise<CashReason | null> {
  const payment = await findCashPayment(orderId);
  if (!payment) return "order-not-paid";
  if (cash === null) return "cash-missing";
  if (cash !== payment.amount) return "cash-differs";
  const { personId: actorId } = ctx.actor;
  if (actorId === null) throw new Error("nobody took the cash");
  const into = { kind: "cod-in-transit", holderId: actorId } as const;
  if ((await markPaymentPaid(tx, ctx, { paymentId: payment.id, into })) === "late") return "order-not-paid";
  for (const part of await listSettledParts(orderId)) {
    await post(tx, lateCashEntry(part), { actorId, now: ctx.now, newId: ctx.newId });
    const { buyerId, savingAs } = part.order;
    await refundSaving(tx, ctx, { runId: part.runId, orderId, buyerId, as: savingAs, amount: savingOf(part) });
  }
  return null;
}
