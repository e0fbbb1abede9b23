import { and, asc, eq, notExists, or } from "drizzle-orm";
import type { OpenTask } from "#app/domain/open-task.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { consignments, orders, payments } from "../schema.ts";
import { listSailingsToAnswer } from "./run-moves.ts";

/** Nobody works through more at a time; the page of all orders has the rest. */
const AT_MOST = 20;

/** A buyer's own orders that wait for their money, whose sailing was put off or called off, and that lie ready to be fetched. */
export async function listBuyerTasks(actor: Actor, now: Date): Promise<OpenTask[]> {
  const { personId } = actor;
  if (!personId) return [];
  const [toPay, toFetch] = await Promise.all([listToPay(personId), listToFetch(personId)]);
  const toAnswer = await listSailingsToAnswer(personId, now);
  const plain = { role: "buyer", count: 1, amount: null } as const;
  return [
    ...toPay.map(
      ({ number, payBy }): OpenTask => ({
        ...plain,
        kind: "order-to-pay",
        of: number,
        path: `/orders/${number}/pay`,
        dueMs: payBy?.getTime() ?? null,
      }),
    ),
    ...toAnswer.map(
      ({ number, untilMs }): OpenTask => ({
        ...plain,
        kind: "sailing-to-answer",
        of: number,
        path: `/orders/${number}/sailing`,
        dueMs: untilMs,
      }),
    ),
    ...toFetch.map(
      ({ number }): OpenTask => ({
        ...plain,
        kind: "order-to-fetch",
        of: number,
        path: `/orders/${number}`,
        dueMs: null,
      }),
    ),
  ];
}

/** Once the buyer has said that the money is on its way, the next move is the treasurer's. */
function listToPay(personId: string) {
  const claimed = db()
    .select({ one: sql`1` })
    .from(payments)
    .where(and(eq(payments.orderId, orders.id), eq(payments.state, "claimed")));
  return db()
    .select({ number: orders.number, payBy: orders.payBy })
    .from(orders)
    .where(and(eq(orders.buyerId, personId), eq(orders.state, "awaiting-payment"), notExists(claimed)))
    .orderBy(asc(orders.payBy))
    .limit(AT_MOST);
}

function listToFetch(personId: string) {
  return db()
    .selectDistinct({ number: orders.number })
    .from(orders)
    .innerJoin(consignments, eq(consignments.orderId, orders.id))
    .where(
      and(
        eq(orders.buyerId, personId),
        or(
          and(eq(orders.delivery, "run-pickup"), eq(consignments.state, "arrived")),
          and(eq(orders.delivery, "fetch"), eq(consignments.state, "handed-over")),
        ),
      ),
    )
    .orderBy(asc(orders.number))
    .limit(AT_MOST);
}
