import { redirect } from "@remix-run/node";
import { cancelOrder } from "#app/usecases/buy/cancel-order.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { findOrder } from "#db/read/orders.ts";

/** The button on the order's page. */
export const action = door(async ({ ctx, param }) => {
  const number = param("number");
  if (!(await findOrder(ctx.actor, number))) throw notFound();
  const answer = await cancelOrder(ctx, { number });
  return redirect(`/orders/${number}${answer.ok ? "" : "?too-late=1"}`, 303);
});

export const loader = door(async ({ param }) => redirect(`/orders/${encodeURIComponent(param("number"))}`));
