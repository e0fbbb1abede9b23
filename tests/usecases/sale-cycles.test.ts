import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { cancelOrder } from "#app/usecases/buy/cancel-order.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { planCycle } from "#app/usecases/sell/plan-cycle.ts";
import { pledgeHarvest } from "#app/usecases/sell/pledge-harvest.ts";
import { settleCycle } from "#app/usecases/sell/settle-cycle.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { db } from "#db/client.server.ts";
import { listPublicCycles } from "#db/read/cycles.ts";
import { consignments } from "#db/schema.ts";
import { as, testContext } from "#tests/world/context.ts";
import {
  aCycle,
  aPlan,
  atHour,
  CLOSED,
  HARVEST,
  harvest,
  LAST,
  OPEN,
  orderAhead,
  type RunningCycle,
  shopping,
} from "#tests/world/cycles.ts";
import { aFarm, stockOf } from "#tests/world/lots.ts";
import { aBasket, aWish } from "#tests/world/orders.ts";
import { anOfficer } from "#tests/world/people.ts";

const settle = (cycle: RunningCycle, seen: string | null = null) =>
  settleCycle(cycle.at(HARVEST), { groupId: cycle.groupId, cycleId: cycle.cycleId, seen });
const where = ({ groupId, cycleId }: RunningCycle) => ({ groupId, cycleId });

describe("a sale cycle before it opens", () => {
  it("is planned once by one form, and a variant has one at a time", async () => {
    const farm = await aFarm([50_000]);
    const plan = aPlan(farm);
    const first = await planCycle(farm.officer, plan);
    expect(await planCycle(farm.officer, plan)).toEqual(first);
    expect(await planCycle(farm.officer, aPlan(farm))).toMatchObject({ fields: { variantId: "cycle-running" } });
  });

  it("takes a grower's range until it opens, said again in place of the first, and that much can be ordered", async () => {
    const cycle = await aCycle({ pledges: [{ member: 0, from: "5", to: "10" }] });
    const memberId = cycle.farm.group.members[0]?.id ?? "";
    const say = (hours: number, from: string, to: string) =>
      pledgeHarvest(cycle.at(hours), { ...where(cycle), memberId, from, to });
    expect(await say(1, "8", "6")).toMatchObject({ fields: { to: "pledge-range" } });
    expect(await say(1, "3", "6,5")).toEqual({ ok: true });
    expect((await stockOf(cycle.farm.variant.id)).stockMilli).toBe(6500);
    expect(await say(OPEN, "3", "9")).toMatchObject({ reason: "cycle-not-planned" });
    const [seen] = await listPublicCycles(cycle.farm.listing.id, atHour(OPEN));
    expect(seen).toMatchObject({ phase: "open", orderedMilli: 0, mostMilli: 6500 });
  });

  it("lets a member pledge for oneself and for nobody else", async () => {
    const cycle = await aCycle();
    const member = await anOfficer(cycle.farm.group, []);
    const own = as(cycle.at(1), member.actor);
    const pledge = { ...where(cycle), from: "1", to: "2" };
    expect(await pledgeHarvest(own, { ...pledge, memberId: member.memberId })).toEqual({ ok: true });
    await expect(
      pledgeHarvest(own, { ...pledge, memberId: cycle.farm.group.members[1]?.id ?? "" }),
    ).rejects.toBeInstanceOf(NotAllowed);
  });
});

describe("ordering ahead", () => {
  it("is possible from the opening to the cut-off, and no more than is pledged", async () => {
    const cycle = await aCycle({ pledges: [{ member: 0, from: "2", to: "3" }] });
    await expect(orderAhead(cycle, { quantity: "1", hours: 1 })).rejects.toThrow("not-enough-stock");
    await orderAhead(cycle, { quantity: "2", hours: OPEN });
    await expect(orderAhead(cycle, { quantity: "1,1", hours: LAST })).rejects.toThrow("not-enough-stock");
    // In the basket before the cut-off, and ordered a moment too late.
    const early = await shopping(LAST);
    const owner = await aBasket(early, [{ variantId: cycle.farm.variant.id, quantity: "1" }]);
    const wish = await aWish(early, owner);
    const late = { ...early, now: atHour(CLOSED) };
    expect(await placeOrder(late, wish)).toMatchObject({ reason: "goods-missing" });
    expect(await placeOrder(early, { ...wish, method: "cash-on-delivery" })).toMatchObject({
      fields: { method: "cycle-paid-ahead" },
    });
    expect(await placeOrder(early, wish)).toMatchObject({ ok: true });
  });

  it("never sells more than is pledged, however many order at once, and what was brought early is not ordered", async () => {
    const cycle = await aCycle({ pledges: [{ member: 0, from: "2", to: "3" }] });
    await harvest(cycle, 1, "20");
    const ordered = await Promise.allSettled([1, 2, 3, 4, 5].map(() => orderAhead(cycle, { quantity: "1" })));
    expect(ordered.filter((each) => each.status === "fulfilled")).toHaveLength(3);
    for (const each of ordered)
      if (each.status === "rejected") expect(String(each.reason)).toMatch(/not-enough-stock|goods-missing/);
  });

  it("is not packed before the harvest is shared out", async () => {
    const cycle = await aCycle();
    const { orderId } = await orderAhead(cycle, { quantity: "1" });
    const consignmentId = await consignmentOf(orderId);
    const pack = () => packConsignment(cycle.at(HARVEST), { groupId: cycle.groupId, consignmentId, packedGrams: 1000 });
    expect(await pack()).toMatchObject({ reason: "cycle-not-settled" });
    await harvest(cycle, 0, "1");
    expect(await settle(cycle)).toEqual({ ok: true });
    expect(await pack()).toEqual({ ok: true });
  });

  it("puts what a buyer cancels back among what can be ordered", async () => {
    const cycle = await aCycle({ pledges: [{ member: 0, from: "1", to: "2" }] });
    const { number, buyerId } = await orderAhead(cycle, { quantity: "2", isPaid: false });
    const buyer = { ...testContext().actor, personId: buyerId };
    expect(await cancelOrder(as(cycle.at(3), buyer), { number })).toEqual({ ok: true });
    expect(await orderAhead(cycle, { quantity: "2", hours: 4 })).toBeTruthy();
  });
});

async function consignmentOf(orderId: string): Promise<string> {
  const [row] = await db().select().from(consignments).where(eq(consignments.orderId, orderId));
  return row?.id ?? "";
}
