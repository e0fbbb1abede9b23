import type { Visit } from "#app/web/visit.server.ts";

/** The newest that one browser remembers. */
const MAX_PASSES = 20;

/** The cookie by which this browser may follow one more order. */
export function orderPass(visit: Visit, orderId: string): Promise<string> {
  const others = visit.ctx.actor.orderPasses.filter((id) => id !== orderId);
  return visit.cookies.orders.serialize([orderId, ...others].slice(0, MAX_PASSES));
}
