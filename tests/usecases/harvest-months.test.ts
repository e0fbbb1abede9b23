import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { deliveredEntry } from "#app/domain/postings.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { writeOffLot } from "#app/usecases/sell/write-off-lot.ts";
import { db } from "#db/client.server.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { listConsignmentShares } from "#db/read/deliveries.ts";
import { trialBalance, verifyBook } from "#db/read/ledger.ts";
import { listLots } from "#db/read/lots.ts";
import { listPayables } from "#db/read/payables.ts";
import { consignments, orders, payments } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { as, MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { aFarm, bring, buy, stockOf } from "#tests/world/lots.ts";
import { aPerson } from "#tests/world/people.ts";

const ACTS = ["bring", "bring", "spoil", "sell", "sell", "refund", "pay"] as const;
const step = fc.record({
  act: fc.constantFrom(...ACTS),
  who: fc.nat(2),
  kilograms: fc.integer({ min: 1, max: 9 }),
  day: fc.integer({ min: 20, max: 24 }),
});
type Step = { act: (typeof ACTS)[number]; who: number; kilograms: number; day: number };
const key = () => `form-key-${testId()}-0123456789`;

async function aHarvest() {
  const farm = await aFarm([62_000]);
  const operator = as(testContext(), (await aPerson({ isOperator: true })).actor);
  return { farm, operator, sold: [] as string[] };
}
type Harvest = Awaited<ReturnType<typeof aHarvest>>;

/** Bought, paid for and handed over: what each delivery in the lots gave becomes its members'. */
async function sell({ farm, sold }: Harvest, kilograms: number): Promise<void> {
  const { stockMilli } = await stockOf(farm.variant.id);
  if (stockMilli < kilograms * 1000) return;
  const orderId = await buy([{ variantId: farm.variant.id, quantityMilli: kilograms * 1000 }]);
  const [payment] = await db().select().from(payments).where(eq(payments.orderId, orderId));
  const [part] = await db().select().from(consignments).where(eq(consignments.orderId, orderId));
  const consignmentId = part?.id ?? "";
  const lines = await listConsignmentShares(consignmentId);
  await inTransaction(async (tx) => {
    await markPaymentPaid(tx, testContext(), { paymentId: payment?.id ?? "", into: { kind: "bank" } });
    const entry = deliveredEntry({ consignmentId, groupId: farm.group.id, lines });
    await post(tx, entry, { actorId: null, now: MARKET_DAY, newId: testId });
    const delivered = { state: "delivered", deliveredAt: MARKET_DAY } as const;
    await tx.update(consignments).set(delivered).where(eq(consignments.id, consignmentId));
  });
  sold.push(orderId);
}

async function refundOldest({ operator, sold }: Harvest): Promise<void> {
  const orderId = sold.shift();
  if (!orderId) return;
  const [order] = await db().select().from(orders).where(eq(orders.id, orderId));
  const asked = { number: order?.number ?? "", reason: "Busuk", formKey: key() };
  expect(await refundOrder(operator, asked)).toMatchObject({ ok: true });
}

/** Tries one act; what is refused changes nothing, and the checks after it hold all the same. */
async function tryAct(world: Harvest, { act, who, kilograms, day }: Step): Promise<unknown> {
  const { farm } = world;
  const groupId = farm.group.id;
  switch (act) {
    case "bring":
      return bring(farm, { member: who, quantity: String(kilograms), day: `2026-11-${day}` });
    case "spoil": {
      const lotId = (await stockOf(farm.variant.id)).parts.find((part) => part.leftMilli > 0)?.lotId;
      if (!lotId) return;
      const lost = { quantity: String(kilograms), reason: "spoiled", note: "", formKey: key() } as const;
      return writeOffLot(farm.officer, { groupId, lotId, ...lost });
    }
    case "sell":
      return sell(world, kilograms);
    case "refund":
      return refundOldest(world);
    case "pay": {
      const memberId = farm.group.members[who]?.id ?? "";
      const [member] = await listPayables({ groupId, memberId, today: "2026-11-24" });
      if (!member || member.free <= 0) return;
      const form = { groupId, memberId, amount: rupiah(member.free), reference: "", formKey: key() };
      return payOut(farm.officer, { ...form, method: "transfer" });
    }
  }
}

async function expectRight({ farm }: Harvest): Promise<void> {
  expect((await trialBalance()).total).toBe(0);
  const { owed } = await getGroupMoney(farm.group.officer, farm.group.id);
  const members = await listPayables({ groupId: farm.group.id, today: "2026-11-24" });
  expect(members.reduce((all, member) => all + member.owed, 0)).toBe(owed);
  const lots = await listLots(farm.group.officer, farm.group.id);
  for (const lot of lots)
    expect(lot.soldMilli + lot.shortMilli + lot.lostMilli + lot.leftMilli, JSON.stringify(lot)).toBe(lot.acceptedMilli);
  const { stockMilli } = await stockOf(farm.variant.id);
  expect(lots.reduce((all, lot) => all + lot.leftMilli, 0)).toBe(stockMilli);
}

it("keeps lots and books right through random months of deliveries, spoilage, sales, refunds and payouts", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
      const world = await aHarvest();
      for (const each of steps) {
        await tryAct(world, each);
        await expectRight(world);
      }
      while (world.sold.length > 0) await refundOldest(world);
      await expectRight(world);
      // Everything went back: what members were paid is all that stands between them and the group.
      const { owed, fund } = await getGroupMoney(world.farm.group.officer, world.farm.group.id);
      expect(owed).toBeLessThanOrEqual(0);
      expect(fund).toBe(0);
      expect((await verifyBook(world.farm.group.id)).problem).toBeUndefined();
    }),
    { numRuns: 8 },
  );
});
