import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { seenSettlement } from "#app/domain/cycle-settlement.ts";
import { rupiah } from "#app/domain/money.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { cancelCycle } from "#app/usecases/sell/cancel-cycle.ts";
import { planCycle } from "#app/usecases/sell/plan-cycle.ts";
import { rollOverCycle } from "#app/usecases/sell/roll-over-cycle.ts";
import { settleCycle } from "#app/usecases/sell/settle-cycle.ts";
import { db } from "#db/client.server.ts";
import { previewSettlement } from "#db/read/cycle-settlement.ts";
import { findCycle } from "#db/read/cycles.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { orderLines } from "#db/schema.ts";
import { as, testId } from "#tests/world/context.ts";
import {
  aCycle,
  aPlan,
  atHour,
  CLOSED,
  HARVEST,
  harvest,
  LAST,
  orderAhead,
  orderNow,
  pay,
  type RunningCycle,
  shopping,
} from "#tests/world/cycles.ts";
import { stockOf } from "#tests/world/lots.ts";
import { aBasket, aWish } from "#tests/world/orders.ts";
import { aPerson } from "#tests/world/people.ts";

const held = (cycle: RunningCycle) => balanceOf(`deposits-held:group:${cycle.groupId}`);
const credit = (personId: string | null) => balanceOf(`buyer-credit:buyer:${personId}`);
const settle = (cycle: RunningCycle, seen: string | null = null) =>
  settleCycle(cycle.at(HARVEST), { groupId: cycle.groupId, cycleId: cycle.cycleId, seen });
const where = ({ groupId, cycleId }: RunningCycle) => ({ groupId, cycleId });

describe("a harvest that falls short", () => {
  it("is cut for all alike, goes back at once, and is divided by who really brought it", async () => {
    const cycle = await aCycle({
      pledges: [
        { member: 0, from: "5", to: "10" },
        { member: 1, from: "5", to: "10" },
      ],
    });
    const first = await orderAhead(cycle, { quantity: "10" });
    const second = await orderAhead(cycle, { quantity: "6", hours: 3, savingAs: "refund" });
    expect((await orderNow(cycle, first.orderId)).held).toEqual({
      "group-fund": 25_000,
      Aminah: 237_500,
      Burhan: 237_500,
    });
    await harvest(cycle, 0, "9");
    await harvest(cycle, 2, "3,05");
    const seen = await findCycle(cycle.farm.group.officer, { ...where(cycle), now: atHour(HARVEST) });
    if (!seen) throw new Error("the cycle is there");
    const preview = await previewSettlement(cycle.farm.group.officer, seen);
    expect(preview).toMatchObject({ cropMilli: 12_050, askedMilli: 16_000, keptMilli: 12_000, shortTotal: 200_000 });
    expect(await settle(cycle, "12050:12000:1")).toMatchObject({ reason: "cycle-changed" });
    const before = await credit(first.buyerId);
    expect(await settle(cycle, seenSettlement(preview))).toEqual({ ok: true });

    expect(await orderNow(cycle, first.orderId)).toMatchObject({
      state: "paid",
      wantedMilli: 7500,
      backRupiah: 125_000,
    });
    expect(await orderNow(cycle, second.orderId)).toMatchObject({
      state: "paid",
      wantedMilli: 4500,
      backRupiah: 75_000,
    });
    // 375,000 less 5 %: 9,000 g and 3,050 g were brought.
    const now = await orderNow(cycle, first.orderId);
    expect(now.held).toEqual({ "group-fund": 18_750, Aminah: 266_079, "Cik Siti": 90_171 });
    expect(await held(cycle)).toBe(-600_000);
    expect((await credit(first.buyerId)) - before).toBe(-125_000);
    expect(await balanceOf(`refunds-payable:order:${second.orderId}`)).toBe(-75_000);
    const shares = preview.growers.map(({ name, broughtMilli, share }) => [name, broughtMilli, share]);
    const other = await orderNow(cycle, second.orderId);
    expect(shares).toEqual([
      ["Aminah", 9000, (now.held.Aminah ?? 0) + (other.held.Aminah ?? 0)],
      ["Cik Siti", 3050, (now.held["Cik Siti"] ?? 0) + (other.held["Cik Siti"] ?? 0)],
    ]);
    const { stockMilli, parts, taken } = await stockOf(cycle.farm.variant.id);
    expect([stockMilli, parts.reduce((all, part) => all + part.leftMilli, 0)]).toEqual([50, 50]);
    expect(taken.reduce((all, each) => all + each.quantityMilli, 0)).toBe(12_000);
    expect(await settle(cycle)).toMatchObject({ reason: "cycle-not-closed" });
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("serves who ordered first where that is the rule, and who gets nothing has everything back", async () => {
    const cycle = await aCycle({ cutRule: "in-order" });
    const first = await orderAhead(cycle, { quantity: "4" });
    const last = await orderAhead(cycle, { quantity: "5", hours: 4 });
    await harvest(cycle, 0, "3,5");
    expect(await settle(cycle)).toEqual({ ok: true });
    expect(await orderNow(cycle, first.orderId)).toMatchObject({
      state: "paid",
      wantedMilli: 3500,
      backRupiah: 25_000,
    });
    expect(await orderNow(cycle, last.orderId)).toMatchObject({
      state: "refunded",
      wantedMilli: 0,
      backRupiah: 250_000,
    });
    expect(await held(cycle)).toBe(-175_000);
  });

  it("takes back of a line what is left of it, when some went back before", async () => {
    const cycle = await aCycle();
    const { number, orderId } = await orderAhead(cycle, { quantity: "4" });
    const operator = as(cycle.at(CLOSED), (await aPerson({ isOperator: true })).actor);
    const [line] = await db().select().from(orderLines).where(eq(orderLines.orderId, orderId));
    const lines = [{ orderLineId: line?.id ?? "", quantityMilli: 1000 }];
    const wish = { kind: "parts" as const, lines, shipping: rupiah(0) };
    expect(await refundOrder(operator, { number, reason: "Terlalu banyak", formKey: testId(), wish })).toMatchObject({
      ok: true,
    });
    await harvest(cycle, 0, "2");
    expect(await settle(cycle)).toEqual({ ok: true });
    const now = await orderNow(cycle, orderId);
    expect(now).toMatchObject({ wantedMilli: 2000, backRupiah: 100_000, held: { "group-fund": 5000, Aminah: 95_000 } });
    expect(await held(cycle)).toBe(-100_000);
  });

  it("is shared out once, however many press at the same moment", async () => {
    const cycle = await aCycle();
    const { orderId } = await orderAhead(cycle, { quantity: "4" });
    // What is over must not be shared out again.
    await harvest(cycle, 0, "3,05");
    const answers = await Promise.all([settle(cycle), settle(cycle), settle(cycle)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await orderNow(cycle, orderId)).toMatchObject({ wantedMilli: 3000, backRupiah: 50_000 });
  });
});

describe("a heavy harvest", () => {
  it("fills what waited beyond the pledges, and the rest can be bought by anybody", async () => {
    const cycle = await aCycle({ mayWait: "5", pledges: [{ member: 0, from: "2", to: "4" }] });
    const firm = await orderAhead(cycle, { quantity: "4" });
    const waiting = await orderAhead(cycle, { quantity: "3", hours: 3 });
    await harvest(cycle, 0, "8");
    expect(await settle(cycle)).toEqual({ ok: true });
    for (const { orderId } of [firm, waiting]) expect((await orderNow(cycle, orderId)).backRupiah).toBe(0);
    expect((await stockOf(cycle.farm.variant.id)).stockMilli).toBe(1000);
    const shopper = await shopping(HARVEST);
    const owner = await aBasket(shopper, [{ variantId: cycle.farm.variant.id, quantity: "1" }]);
    expect(await placeOrder(shopper, await aWish(shopper, owner))).toMatchObject({ ok: true });
  });

  it("gives what waits only what is left", async () => {
    const cycle = await aCycle({ mayWait: "5", pledges: [{ member: 0, from: "2", to: "4" }] });
    const firm = await orderAhead(cycle, { quantity: "4" });
    const waiting = await orderAhead(cycle, { quantity: "3", hours: 3 });
    await harvest(cycle, 0, "5");
    expect(await settle(cycle)).toEqual({ ok: true });
    expect((await orderNow(cycle, firm.orderId)).wantedMilli).toBe(4000);
    expect((await orderNow(cycle, waiting.orderId)).wantedMilli).toBe(1000);
  });
});

describe("a cycle that does not go", () => {
  it("is not settled below its minimum, before its cut-off, without a harvest, or while orders wait for money", async () => {
    const cycle = await aCycle({ minimum: "5" });
    expect(await settleCycle(cycle.at(LAST), { ...where(cycle), seen: null })).toMatchObject({
      reason: "cycle-not-closed",
    });
    const unpaid = await orderAhead(cycle, { quantity: "4", isPaid: false });
    await harvest(cycle, 0, "9");
    expect(await settle(cycle)).toMatchObject({ reason: "cycle-orders-unpaid" });
    await pay(unpaid.orderId);
    expect(await settle(cycle)).toMatchObject({ reason: "cycle-below-minimum" });
    const other = await aCycle();
    await orderAhead(other, { quantity: "1" });
    expect(await settle(other)).toMatchObject({ reason: "cycle-nothing-came" });
  });

  it("gives every buyer everything back when it is cancelled, and what came can be bought", async () => {
    const cycle = await aCycle({ minimum: "5" });
    const { orderId, buyerId } = await orderAhead(cycle, { quantity: "4" });
    await harvest(cycle, 0, "2");
    expect(await cancelCycle(cycle.at(HARVEST), where(cycle))).toEqual({ ok: true });
    expect(await orderNow(cycle, orderId)).toMatchObject({ state: "refunded", wantedMilli: 0, backRupiah: 200_000 });
    expect([await held(cycle), (await credit(buyerId)) <= -200_000]).toEqual([0, true]);
    expect((await stockOf(cycle.farm.variant.id)).stockMilli).toBe(2000);
    expect(await cancelCycle(cycle.at(HARVEST), where(cycle))).toMatchObject({ reason: "cycle-over" });
    expect(
      await planCycle(cycle.at(HARVEST), aPlan(cycle.farm, { opensAt: atHour(80), closesAt: atHour(90) })),
    ).toMatchObject({ ok: true });
  });

  it("goes on later with its orders and pledges when it is rolled over, once however often that is pressed", async () => {
    const cycle = await aCycle({ minimum: "5" });
    const { orderId } = await orderAhead(cycle, { quantity: "4" });
    const later = { ...where(cycle), closesAt: atHour(CLOSED + 48), handOverDay: "2026-12-01" };
    const rolled = await rollOverCycle(cycle.at(CLOSED), later);
    expect(await rollOverCycle(cycle.at(CLOSED), later)).toEqual(rolled);
    if (!rolled.ok) throw new Error("it was rolled over");
    const next = { ...cycle, cycleId: rolled.cycleId };
    await orderAhead(next, { quantity: "2", hours: CLOSED + 1 });
    const now = atHour(CLOSED + 1);
    expect(await findCycle(cycle.farm.group.officer, { ...where(next), now })).toMatchObject({
      ...{ phase: "open", minimumMilli: 5000, pledged: { fromMilli: 5000, toMilli: 10_000 } },
      progress: { orderedMilli: 6000, toMinimumMilli: 0 },
    });
    await harvest(cycle, 1, "6");
    expect(await settleCycle(cycle.at(CLOSED + 60), { ...where(next), seen: null })).toEqual({ ok: true });
    expect((await orderNow(cycle, orderId)).wantedMilli).toBe(4000);
  });
});
