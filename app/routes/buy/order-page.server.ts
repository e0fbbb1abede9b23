import type { SerializeFrom } from "@remix-run/node";
import { may } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { notFound } from "#app/web/door.server.ts";
import { findOrder, type OrderView } from "#db/read/orders.ts";
import { mayReorder } from "#db/read/reorders.ts";
import { mayReviewOrder } from "#db/read/reviews.ts";

/** All that an order's page shows; the 404 page for everybody whom it is nothing to. */
export async function orderPage(ctx: Context, { number, query }: { number: string; query: URLSearchParams }) {
  const order = await findOrder(ctx.actor, number);
  if (!order) throw notFound();
  const names = order.villageCode ? await ctx.regions.describe(order.villageCode) : null;
  return {
    order,
    place: names ? [names.village, names.district, names.regency, names.province].filter(Boolean).join(", ") : null,
    isNew: query.has("placed"),
    isTooLate: query.has("too-late"),
    canCancel: canCancel(order),
    canReview:
      order.consignments.some((part) => part.state === "delivered") && (await mayReviewOrder(ctx.actor, order.id)),
    canReorder: await mayReorder(ctx.actor, number),
    canRefund: may(ctx.actor, "refund-order") && (order.state === "paid" || order.state === "completed"),
  };
}

/** The page's data as the browser gets it. */
export type OrderData = SerializeFrom<typeof orderPage>;

function canCancel({ state, consignments, payment }: OrderView): boolean {
  const isOpen = state === "awaiting-payment" || state === "payable-on-delivery";
  const isUnpacked = consignments.every((part) => part.state === "waiting" || part.state === "to-pack");
  return isOpen && isUnpacked && payment?.state !== "claimed";
}
