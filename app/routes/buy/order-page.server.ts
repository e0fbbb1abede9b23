import type { SerializeFrom } from "@remix-run/node";
import { mayComplain } from "#app/domain/complaint.ts";
import { MOVABLE_STATES, stateAfter } from "#app/domain/consignment.ts";
import { orderAfter } from "#app/domain/order-life.ts";
import { may } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { notFound } from "#app/web/door.server.ts";
import { listComplaintWindows } from "#db/read/complaint-windows.ts";
import { listConsignmentComplaints } from "#db/read/complaints.ts";
import { findOrder, type OrderView } from "#db/read/orders.ts";
import { mayReorder } from "#db/read/reorders.ts";
import { mayReviewOrder } from "#db/read/reviews.ts";
import { listSailingParts } from "#db/read/run-moves.ts";
import { listStandable } from "#db/read/standing-orders.ts";
import { giftPath } from "./gift-link.server.ts";
import { orderWay } from "./order-way.server.ts";

/** All that an order's page shows; the 404 page for everybody whom it is nothing to. */
export async function orderPage(ctx: Context, { number, query }: { number: string; query: URLSearchParams }) {
  const order = await findOrder(ctx.actor, number);
  if (!order) throw notFound();
  const names = order.villageCode ? await ctx.regions.describe(order.villageCode) : null;
  return {
    order,
    place: names ? [names.village, names.district, names.regency, names.province].filter(Boolean).join(", ") : null,
    way: await orderWay(ctx, order),
    gift: giftOf(ctx, order),
    sailing: order.isOwn ? await sailingOf(order.id) : null,
    isNew: query.has("placed"),
    isTooLate: query.has("too-late"),
    canCancel: canCancel(order),
    canReview:
      order.consignments.some((part) => part.state === "delivered") && (await mayReviewOrder(ctx.actor, order.id)),
    complain: await complainOf(ctx, order),
    canRefund: may(ctx.actor, "refund-order") && orderAfter(order.state, "refund") !== null,
    standable: ctx.actor.personId === null ? [] : await listStandable(ctx.actor, order.id),
    canReorder: await mayReorder(ctx.actor, number),
  };
}

/** Whether its sailing was put off or called off: what became of it, and whether the buyer has answered. */
async function sailingOf(orderId: string) {
  const parts = (await listSailingParts(orderId)).filter(({ state }) => MOVABLE_STATES.some((each) => each === state));
  const [first] = parts;
  if (!first) return null;
  const { kind, reason, departsWas } = first;
  return {
    ...{ kind, reason, departsWas, isAnswered: parts.every((part) => part.answer !== "open") },
    isWaiting: parts.some((part) => part.runState === "cancelled"),
    spoiling: parts.map((part) => part.spoiling).filter((names) => names !== ""),
  };
}

/** Whether the buyer has complained, or still may. */
async function complainOf(ctx: Context, order: OrderView): Promise<"see" | "begin" | null> {
  if (!order.isOwn) return null;
  const said = await listConsignmentComplaints(order.consignments.map((part) => part.id));
  if (said.length > 0) return "see";
  const windows = await listComplaintWindows();
  const isInTime = order.consignments.some(({ state, deliveredAt }) =>
    mayComplain({ state, deliveredMs: deliveredAt?.getTime() ?? null, nowMs: ctx.now.getTime(), windows }),
  );
  return isInTime ? "begin" : null;
}

/** Of a gift: who gets it, and the link that its buyer sends them. */
function giftOf(ctx: Context, { id, number, recipientName, recipientPhone, cardNote, isOwn }: OrderView) {
  if (recipientName === null || recipientPhone === null) return null;
  const link = isOwn ? new URL(giftPath(ctx, { id, number }), ctx.origin).href : null;
  return { name: recipientName, phone: recipientPhone, note: cardNote, link };
}

/** The page's data as the browser gets it. */
export type OrderData = SerializeFrom<typeof orderPage>;

function canCancel({ state, delivery, consignments, payment }: OrderView): boolean {
  const isOpen = orderAfter(state, "cancel") !== null;
  const isUnpacked = consignments.every((part) => stateAfter(part.state, "cancel", delivery) !== null);
  return isOpen && isUnpacked && payment?.state !== "claimed";
}
