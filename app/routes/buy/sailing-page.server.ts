import { redirect, type SerializeFrom } from "@remix-run/node";
import { type Rupiah, ZERO } from "#app/domain/money.ts";
import { may } from "#app/domain/permissions.ts";
import { planRefund } from "#app/domain/refund.ts";
import { heldOfParts } from "#app/domain/run-life.ts";
import type { Context } from "#app/usecases/context.ts";
import { notFound } from "#app/web/door.server.ts";
import { findOrderHead } from "#db/read/orders.ts";
import { gatherRefund } from "#db/read/refunds.ts";
import { isToAnswer, listSailingParts, type SailingPart } from "#db/read/run-moves.ts";

/** What a buyer may say to a sailing that was put off or called off, and what each answer means; the order's page when there is none. */
export async function sailingPage(ctx: Context, number: string) {
  const head = await findOrderHead(number);
  if (!head || !may(ctx.actor, "answer-sailing", { orderId: head.id, buyerId: head.buyerId })) throw notFound();
  const parts = await listSailingParts(head.id);
  if (parts.length === 0) throw redirect(`/orders/${head.number}`);
  const isPaid = head.state !== "awaiting-payment" && head.state !== "payable-on-delivery";
  const basis = isPaid ? await gatherRefund(number) : null;
  const backOf = (ids: string[]): Rupiah => {
    const plan = basis && planRefund(heldOfParts(basis, ids), { kind: "everything" });
    return plan === null || typeof plan === "string" ? ZERO : plan.total;
  };
  const shown = parts.map((part) => ({
    ...{ consignmentId: part.consignmentId, groupName: part.groupName, kind: part.kind, reason: part.reason },
    ...{ departsWas: part.departsWas, spoiling: part.spoiling, answer: part.answer },
    sails: sailingOf(part),
    isOpen: isToAnswer(part, ctx.now),
    back: backOf([part.consignmentId]),
  }));
  const open = shown.filter((part) => part.isOpen);
  const [untilAt = null] = parts
    .flatMap((part) => (part.cutOffAt && isToAnswer(part, ctx.now) && sailingOf(part) ? [part.cutOffAt] : []))
    .toSorted((a, b) => a.getTime() - b.getTime());
  return {
    ...{ number: head.number, isPaid, isOpen: open.length > 0, untilAt },
    back: backOf(open.map((part) => part.consignmentId)),
    // What may not keep comes first: there the way out matters most.
    parts: shown.toSorted((a, b) => Number(a.spoiling === "") - Number(b.spoiling === "")),
  };
}

export type SailingPage = SerializeFrom<typeof sailingPage>;

/** What it goes with now; null while it waits for a run. */
function sailingOf({ runState, vessel, departsAt }: SailingPart) {
  return runState === "cancelled" || !vessel || !departsAt ? null : { vessel, departsAt };
}
