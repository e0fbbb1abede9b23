import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { orderStanding } from "#app/usecases/buy/order-standing.ts";
import { db } from "#db/client.server.ts";
import { trialBalance } from "#db/read/ledger.ts";
import { orders, payments } from "#db/schema.ts";
import { testContext } from "#tests/world/context.ts";
import { creditLeft, giveCredit } from "#tests/world/entries.ts";
import { ofTheWeek, type Terms } from "#tests/world/standing-orders.ts";

/** Two kilograms at 62,000, ordered on their Thursday by somebody who has so much credit. */
async function turnWith(credit: number, terms: Terms) {
  const standing = await ofTheWeek(terms);
  await giveCredit(standing.personId, credit);
  await orderStanding(testContext({ now: new Date("2026-11-26T03:00:00Z") }));
  const [order] = await db().select().from(orders).where(eq(orders.buyerId, standing.personId));
  const [payment] = await db()
    .select()
    .from(payments)
    .where(eq(payments.orderId, order?.id ?? ""));
  return { order, payment, left: await creditLeft(standing.personId) };
}

describe("a turn of a standing order whose buyer has credit", () => {
  it("is paid at once where the credit is enough", async () => {
    const { order, payment, left } = await turnWith(130_000, { useCredit: "yes" });
    expect(order).toMatchObject({ state: "paid", total: 124_000, creditUsed: 124_000 });
    expect(payment).toMatchObject({ method: "credit", state: "paid", amount: 124_000 });
    expect(left).toBe(6_000);
    expect((await trialBalance()).total).toBe(0);
  });

  it("asks for the rest by the chosen way where it is not", async () => {
    const { order, payment, left } = await turnWith(24_000, { useCredit: "yes" });
    expect(order).toMatchObject({ state: "awaiting-payment", creditUsed: 24_000 });
    expect(payment).toMatchObject({ method: "transfer", amount: 100_000 });
    expect(left).toBe(0);
  });

  it("leaves the credit alone when the rest would be paid at a door, and when nobody chose it", async () => {
    const atDoor = await turnWith(24_000, { useCredit: "yes", method: "cash-on-delivery" });
    expect(atDoor).toMatchObject({ order: { creditUsed: 0 }, payment: { amount: 124_000 }, left: 24_000 });
    const unasked = await turnWith(200_000, {});
    expect(unasked).toMatchObject({ order: { creditUsed: 0 }, payment: { method: "transfer" }, left: 200_000 });
  });
});
