import type { SerializeFrom } from "@remix-run/node";
import { isFetched, pickUpCode } from "#app/domain/hub-work.ts";
import type { OrderState } from "#app/domain/order-states.ts";
import type { Context } from "#app/usecases/context.ts";
import { findOrderWay } from "#db/read/order-way.ts";

const DAY_MS = 24 * 3_600_000;

/** `isOwn`: who looks may fetch the goods, and so sees the code. */
type Followed = { id: string; state: OrderState; isOwn: boolean };

/** Where the goods are, as soon as somebody works on them. The pick-up code is for whoever gets them alone. */
export async function orderWay(ctx: Context, order: Followed) {
  const isUnderWay = order.state === "paid" || order.state === "payable-on-delivery" || order.state === "completed";
  const way = isUnderWay ? await findOrderWay(order.id) : undefined;
  if (!way) return null;
  const isComing = way.parts.some(({ state }) =>
    way.delivery === "fetch" ? state === "handed-over" : state === "departed" || state === "arrived",
  );
  const code = pickUpCode(ctx.secrets.hash("pick-up", order.id));
  const { daysUnderWay, departedAt, ...seen } = way;
  return {
    ...seen,
    departedAt,
    expectedAt: departedAt && daysUnderWay !== null ? new Date(departedAt.getTime() + daysUnderWay * DAY_MS) : null,
    code: order.isOwn && isComing && isFetched(way.delivery) ? code : null,
  };
}

/** The way as the browser gets it. */
export type WayData = SerializeFrom<NonNullable<Awaited<ReturnType<typeof orderWay>>>>;
