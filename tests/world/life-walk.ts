import { eq, inArray } from "drizzle-orm";
import type { Cause, LifeMove } from "#app/domain/life-move.ts";
import { rupiah } from "#app/domain/money.ts";
import { ORDER_LIFE } from "#app/domain/order-life.ts";
import { cancelOrder } from "#app/usecases/buy/cancel-order.ts";
import { expireOrders } from "#app/usecases/buy/expire-orders.ts";
import type { Context } from "#app/usecases/context.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { deliverOrder } from "#app/usecases/ship/deliver-order.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { sendConsignment } from "#app/usecases/ship/send-consignment.ts";
import { db } from "#db/client.server.ts";
import { consignments, entries, orderLineShares, orderLines, orders, payments, variants } from "#db/schema.ts";
import { BY_NAME } from "./consignments.ts";
import { as, testContext, testId } from "./context.ts";
import type { aPayableOrder } from "./payable-orders.ts";
import { hoursLater } from "./runs.ts";

/** What somebody may try with an order; the part says with which consignment. */
export const ACTS = {
  confirm: { cause: "confirm-payment" },
  pack: { cause: "pack-consignment" },
  "hand-over": { cause: "hand-over-consignment" },
  send: { cause: "send-consignment" },
  deliver: { cause: "deliver-order" },
  cancel: { cause: "cancel-order" },
  expire: { cause: "clock" },
  "refund-piece": { cause: "refund-order" },
  refund: { cause: "refund-order" },
} as const satisfies Record<string, { cause: Cause }>;
export type Act = keyof typeof ACTS;

type Order = Awaited<ReturnType<typeof aPayableOrder>>;
type Try = { operator: Context; order: Order; act: Act; part: number };

/** Tries it as people do, by the use case itself; what it answers does not matter here. */
export async function tryAct({ operator, order, act, part }: Try): Promise<void> {
  const { number } = order;
  const own = order.parts[part % order.parts.length];
  if (!own) throw new Error("an order has parts");
  const officer = as(testContext(), own.group.officer);
  const where = { groupId: own.group.id, consignmentId: own.consignment.id };
  if (act === "confirm") await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
  if (act === "pack") await packConsignment(officer, { ...where, packedGrams: 1800 });
  if (act === "hand-over") await handOverConsignment(officer, where);
  if (act === "send") await sendConsignment(officer, { ...where, note: "JNE 1" });
  if (act === "deliver") await deliverOrder(operator, { proof: BY_NAME, number, cash: order.payment.amount });
  if (act === "cancel") await cancelOrder(operator, { number });
  if (act === "expire") await expireOrders({ ...operator, now: hoursLater(1000) });
  const lines = [{ orderLineId: own.line.id, quantityMilli: 1000 }];
  const piece = { kind: "parts" as const, lines, shipping: rupiah(0) };
  if (act === "refund-piece") await refundOrder(operator, { number, reason: "Sobek", formKey: testId(), wish: piece });
  if (act === "refund") await refundOrder(operator, { number, reason: "Rusak", formKey: testId() });
}

/** Where everything of an order stands: states, what is on sale, which entries there are. */
export async function standing(order: Order) {
  const [head] = await db()
    .select({ state: orders.state, version: orders.version })
    .from(orders)
    .where(eq(orders.id, order.id));
  const tries = await db()
    .select({ id: payments.id, state: payments.state })
    .from(payments)
    .where(eq(payments.orderId, order.id));
  const parts = await db()
    .select({ id: consignments.id, state: consignments.state })
    .from(consignments)
    .where(eq(consignments.orderId, order.id));
  const stock = await db()
    .select({ id: variants.id, stockMilli: variants.stockMilli })
    .from(variants)
    .where(
      inArray(
        variants.id,
        order.parts.map((part) => part.variantId),
      ),
    );
  const lines = await db()
    .select({ id: orderLines.id, milli: orderLines.refundedMilli, value: orderLines.refundedValue })
    .from(orderLines)
    .where(eq(orderLines.orderId, order.id));
  const shares = await db()
    .select({ id: orderLineShares.id, refunded: orderLineShares.refunded })
    .from(orderLineShares)
    .innerJoin(orderLines, eq(orderLines.id, orderLineShares.orderLineId))
    .where(eq(orderLines.orderId, order.id));
  const posted = await db().select({ id: entries.id, kind: entries.kind }).from(entries);
  return {
    states: new Map([
      [`order ${order.id}`, head?.state ?? ""],
      ...tries.map((row): [string, string] => [`payment ${row.id}`, row.state]),
      ...parts.map((row): [string, string] => [`consignment ${row.id}`, row.state]),
    ]),
    version: head?.version ?? 0,
    lines: new Map(lines.map((row) => [row.id, row])),
    shares: new Map(shares.map((row) => [row.id, row.refunded])),
    stock: new Map(stock.map((row) => [row.id, row.stockMilli])),
    entries: new Map(posted.map((row) => [row.id, row.kind])),
  };
}
export type Standing = Awaited<ReturnType<typeof standing>>;

/** The moves that lie between two standings; throws where the table knows no such way, or nobody who may go it. */
export function movesBetween(before: Standing, after: Standing, cause: Cause): { id: string; move: LifeMove }[] {
  const found: { id: string; move: LifeMove }[] = [];
  for (const [id, to] of after.states) {
    const from = before.states.get(id) ?? "";
    const of = id.split(" ")[0] ?? "";
    // A move that leads back to where it began shows in the order's version alone.
    const stays = ORDER_LIFE.filter(
      (move) => move.of === of && move.to === from && move.by.includes(cause) && isFrom(move, from),
    );
    if (of === "order" && before.version !== after.version) found.push(...stays.map((move) => ({ id, move })));
    if (from === to) continue;
    const path = pathBetween({ of, from, to, cause });
    if (!path) throw new Error(`the table knows no way for ${id} from ${from} to ${to} by ${cause}`);
    found.push(...path.map((move) => ({ id, move })));
  }
  return found;
}

type Way = { of: string; from: string; to: string; cause: Cause };

/** One press may do two steps of one thing (paid at the door, and with that completed), never more. */
function pathBetween({ of, from, to, cause }: Way): LifeMove[] | null {
  const open = ORDER_LIFE.filter((move) => move.of === of && (move.by.includes(cause) || move.by.includes("follows")));
  const first = open.filter((move) => isFrom(move, from));
  const direct = first.find((move) => move.to === to);
  if (direct) return [direct];
  for (const move of first) {
    const next = open.find((each) => each.to === to && isFrom(each, move.to));
    if (next) return [move, next];
  }
  return null;
}

function isFrom(move: LifeMove, state: string): boolean {
  return move.from.some((from) => from === state);
}
