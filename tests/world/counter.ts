import { eq } from "drizzle-orm";
import { seenLine } from "#app/domain/order.ts";
import type { Context } from "#app/usecases/context.ts";
import { type CounterSale, sellAtCounter } from "#app/usecases/sell/sell-at-counter.ts";
import { db } from "#db/client.server.ts";
import { listCounterLines } from "#db/read/counter.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { consignments, orders, payments } from "#db/schema.ts";
import { as, MARKET_DAY, testContext, testId } from "./context.ts";
import { aStall } from "./orders.ts";

const ctx = testContext();

/** A stall with ten pieces at 62.000, its treasurer, and a form as the page would send it for two of them. */
export async function aCounter() {
  const stall = await aStall();
  const officer = as(ctx, stall.group.officer);
  const { variant, group } = stall;
  return { ...stall, officer, sale: await aSale(group.id, [{ variantId: variant.id, quantityMilli: 2000 }]) };
}

/** What the page would send for so much of these goods. */
export async function aSale(
  groupId: string,
  lines: CounterSale["lines"],
  over: Partial<CounterSale> = {},
): Promise<CounterSale> {
  return {
    ...{
      groupId,
      formKey: testId().padEnd(20, "-"),
      lines,
      seen: (await listCounterLines(groupId, lines, MARKET_DAY)).map(seenLine),
    },
    ...{ method: "cash", cashGiven: null, buyerName: "Pembeli di lapak", buyerPhone: "", ...over },
  };
}

/** A sale as it stands in the books. */
export async function sold(at: Context, sale: CounterSale) {
  const answer = await sellAtCounter(at, sale);
  if (!answer.ok) throw new Error(answer.reason);
  const [order] = await db().select().from(orders).where(eq(orders.number, answer.number));
  const [part] = await db()
    .select()
    .from(consignments)
    .where(eq(consignments.orderId, order?.id ?? ""));
  const tries = await db()
    .select()
    .from(payments)
    .where(eq(payments.orderId, order?.id ?? ""));
  return { number: answer.number, orderId: order?.id ?? "", order, part, tries };
}

/** Where an order and its one part stand. */
export async function stateOf(number: string) {
  const [order] = await db().select().from(orders).where(eq(orders.number, number));
  const [part] = await db()
    .select()
    .from(consignments)
    .where(eq(consignments.orderId, order?.id ?? ""));
  return `${order?.state} ${part?.state}`;
}

export const boxOf = (group: { id: string }) => balanceOf(`cash-box:group:${group.id}`);
export const boxAndHeld = async (group: { id: string }) => [
  await boxOf(group),
  await balanceOf(`deposits-held:group:${group.id}`),
];
