import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { erasePerson } from "#app/usecases/account/erase-person.ts";
import { exportPerson } from "#app/usecases/account/export-person.ts";
import { changeStandingOrder } from "#app/usecases/buy/change-standing-order.ts";
import { endStandingOrder } from "#app/usecases/buy/end-standing-order.ts";
import { orderStanding } from "#app/usecases/buy/order-standing.ts";
import { pauseStandingOrder } from "#app/usecases/buy/pause-standing-order.ts";
import { skipStandingOrder } from "#app/usecases/buy/skip-standing-order.ts";
import { startStandingOrder } from "#app/usecases/buy/start-standing-order.ts";
import { rollOverCycle } from "#app/usecases/sell/roll-over-cycle.ts";
import { db } from "#db/client.server.ts";
import { findStandingDemand } from "#db/read/standing-demand.ts";
import { findOwnStandingOrder } from "#db/read/standing-orders.ts";
import { listings, messages, orders, standingOrders, standingTurns, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, MARKET_DAY, testContext } from "#tests/world/context.ts";
import { aCycle, atHour, CLOSED, OPEN, type RunningCycle } from "#tests/world/cycles.ts";
import { aNetwork, aStall } from "#tests/world/orders.ts";
import { anOpenRun } from "#tests/world/runs.ts";
import { aCallableBuyer, aStanding, ofTheWeek, TERMS, type Terms } from "#tests/world/standing-orders.ts";

const DAY_MS = 86_400_000;
/** Nine o'clock so many days after the market day, a Tuesday. */
const inDays = (days: number): Date => new Date(MARKET_DAY.getTime() + days * DAY_MS);
const job = (now: Date) => orderStanding(testContext({ now }));

const ofTheCycle = (cycle: RunningCycle, over: Terms = {}) =>
  aStanding({ ...over, variantId: cycle.farm.variant.id, weekday: null, ceiling: "500.000" });

const ordersOf = (personId: string) => db().select().from(orders).where(eq(orders.buyerId, personId));
const turnsOf = (id: string) => db().select().from(standingTurns).where(eq(standingTurns.standingOrderId, id));
const standingOf = async (id: string) => (await db().select().from(standingOrders).where(eq(standingOrders.id, id)))[0];

async function told(personId: string, kind: "standing-ordered" | "standing-asks") {
  const rows = await db()
    .select()
    .from(messages)
    .where(and(eq(messages.personId, personId), eq(messages.kind, kind)));
  return rows.map((row) => ({ path: row.path, facts: JSON.parse(row.facts) }));
}

describe("a standing order by the week", () => {
  it("orders nothing when it starts, and on its day a real order that the buyer still has to pay", async () => {
    const standing = await ofTheWeek();
    expect(await standingOf(standing.id)).toMatchObject({ notBefore: "2026-11-26", ceiling: 136_400 });
    await job(inDays(1));
    expect(await ordersOf(standing.personId)).toEqual([]);
    await job(inDays(2));
    const [order] = await ordersOf(standing.personId);
    expect(order).toMatchObject({ state: "awaiting-payment", total: 124_000, delivery: "fetch" });
    expect(await standingOf(standing.id)).toMatchObject({ notBefore: "2026-12-03" });
    const [message] = await told(standing.personId, "standing-ordered");
    expect(message).toMatchObject({ path: `/orders/${order?.number}`, facts: { method: "transfer" } });
    expect(message?.facts.payByAt).toBe(order?.payBy?.toISOString());
    await job(inDays(2));
    expect(await ordersOf(standing.personId)).toHaveLength(1);
  });

  it("waits for six in the morning, and after a day without the machine goes on with the week", async () => {
    const standing = await ofTheWeek({ everyWeeks: 2 });
    await job(new Date("2026-11-25T22:59:00Z"));
    expect(await ordersOf(standing.personId)).toEqual([]);
    await job(inDays(3));
    expect(await ordersOf(standing.personId)).toHaveLength(1);
    expect(await standingOf(standing.id)).toMatchObject({ notBefore: "2026-12-10" });
  });

  it("passes a turn that is skipped, rests while it is paused, and ends", async () => {
    const standing = await ofTheWeek();
    const { id, ctx, at } = standing;
    expect(await skipStandingOrder(ctx, { id, skips: true })).toEqual({ ok: true });
    await job(inDays(2));
    expect(await turnsOf(id)).toMatchObject([{ turn: "2026-11-26", outcome: "skipped" }]);
    expect(await standingOf(id)).toMatchObject({ skipsNext: false, notBefore: "2026-12-03" });
    await pauseStandingOrder(at(inDays(3)), { id, pauses: true });
    await job(inDays(9));
    await pauseStandingOrder(at(inDays(10)), { id, pauses: false });
    expect(await standingOf(id)).toMatchObject({ state: "active", notBefore: "2026-12-10" });
    await job(inDays(16));
    expect(await ordersOf(standing.personId)).toHaveLength(1);
    await endStandingOrder(ctx, { id });
    await job(inDays(23));
    expect(await ordersOf(standing.personId)).toHaveLength(1);
    expect(await skipStandingOrder(ctx, { id, skips: true })).toMatchObject({ reason: "standing-gone" });
  });

  it("asks instead of ordering above the ceiling, and orders again once the ceiling is raised", async () => {
    const standing = await ofTheWeek();
    const dearer = { price: rupiah(69_000) };
    await inTransaction((tx) => tx.update(variants).set(dearer).where(eq(variants.id, standing.stall.variant.id)));
    await job(inDays(2));
    expect(await ordersOf(standing.personId)).toEqual([]);
    expect(await told(standing.personId, "standing-asks")).toMatchObject([
      { path: `/account/standing-orders/${standing.id}`, facts: { why: "price" } },
    ]);
    await changeStandingOrder(standing.at(inDays(3)), { ...TERMS, id: standing.id, ceiling: "138.000" });
    await job(inDays(9));
    expect(await ordersOf(standing.personId)).toMatchObject([{ total: 138_000 }]);
  });

  it("asks when goods are short, when its address is gone, and when nothing goes to the pick-up point", async () => {
    const short = await ofTheWeek({ quantity: "10,5", ceiling: "900.000" });
    const gone = await ofTheWeek();
    await inTransaction((tx) =>
      tx
        .update(standingOrders)
        .set({ delivery: "door", addressId: "an-address-that-was-removed" })
        .where(eq(standingOrders.id, gone.id)),
    );
    const run = await anOpenRun({ areas: ["21.04"] });
    const far = await ofTheWeek({ place: `point:${run.pickUpPoint.id}` });
    await job(new Date(run.cutOffAt.getTime() + 30 * DAY_MS));
    for (const [{ personId }, why] of [
      [short, "goods"],
      [gone, "delivery"],
      [far, "delivery"],
    ] as const) {
      expect(await told(personId, "standing-asks")).toMatchObject([{ facts: { why } }]);
      expect(await ordersOf(personId)).toEqual([]);
    }
  });

  it("asks for what may not arrive fresh, though the network only warns: nobody would read it", async () => {
    const run = await anOpenRun({ areas: ["21.04.02"], cutOffAt: inDays(4), departsAt: inDays(5) });
    const place = `point:${run.pickUpPoint.id}`;
    const [keeps, spoils] = [await ofTheWeek({ place }), await ofTheWeek({ place })];
    const keepFor = (shelfDays: number, { stall }: typeof keeps) =>
      inTransaction((tx) => tx.update(listings).set({ shelfDays }).where(eq(listings.id, stall.listing.id)));
    await keepFor(3, keeps);
    await keepFor(2, spoils);
    await aNetwork({ keepingRule: "warn" });
    await job(inDays(2));
    expect(await ordersOf(keeps.personId)).toHaveLength(1);
    expect(await told(spoils.personId, "standing-asks")).toMatchObject([{ facts: { why: "spoils" } }]);
  });

  it("is one order for one day, however many processes look at once", async () => {
    const standing = await ofTheWeek();
    await Promise.all([1, 2, 3, 4].map(() => job(inDays(2))));
    expect(await ordersOf(standing.personId)).toHaveLength(1);
    expect(await turnsOf(standing.id)).toMatchObject([{ outcome: "ordered" }]);
    const [variant] = await db().select().from(variants).where(eq(variants.id, standing.stall.variant.id));
    expect(variant?.stockMilli).toBe(8000);
  });
});

describe("a standing order for a harvest that is ordered ahead", () => {
  it("is ordered as soon as its cycle opens, once, and the group sees how much stands", async () => {
    const cycle = await aCycle();
    const standing = await ofTheCycle(cycle);
    const facts = { id: cycle.cycleId, variantId: cycle.farm.variant.id, opensAt: atHour(OPEN) };
    expect(await findStandingDemand({ ...facts, phase: "planned" })).toEqual({ milli: 2000, buyers: 1 });
    await job(atHour(1));
    expect(await ordersOf(standing.personId)).toEqual([]);
    await Promise.all([job(atHour(OPEN)), job(atHour(OPEN))]);
    await job(atHour(OPEN + 20));
    expect(await ordersOf(standing.personId)).toHaveLength(1);
    expect(await turnsOf(standing.id)).toMatchObject([{ turn: cycle.cycleId, outcome: "ordered" }]);
    expect(await findStandingDemand({ ...facts, phase: "open" })).toEqual({ milli: 2000, buyers: 1 });
  });

  it("is not ordered a second time when its cycle is rolled over", async () => {
    const cycle = await aCycle();
    const standing = await ofTheCycle(cycle);
    await job(atHour(OPEN));
    const where = { groupId: cycle.groupId, cycleId: cycle.cycleId };
    const later = { closesAt: atHour(CLOSED + 200), handOverDay: "2026-12-05" };
    const rolled = await rollOverCycle(cycle.at(CLOSED + 70), { ...where, ...later });
    expect(rolled).toMatchObject({ ok: true });
    await job(atHour(CLOSED + 71));
    expect(await ordersOf(standing.personId)).toHaveLength(1);
  });

  it("asks when all that is pledged is ordered, and those that began first come first", async () => {
    const cycle = await aCycle({ pledges: [{ member: 0, from: "2", to: "3" }] });
    const [first, second] = [await ofTheCycle(cycle), await ofTheCycle(cycle)];
    await job(atHour(OPEN));
    expect(await ordersOf(first.personId)).toHaveLength(1);
    expect(await told(second.personId, "standing-asks")).toMatchObject([{ facts: { why: "goods" } }]);
  });
});

describe("what a standing order needs", () => {
  it("is said beside the field: quantity, rhythm, place, way to pay, ceiling", async () => {
    await aNetwork();
    const stall = await aStall({ unit: "ikat" });
    const { actor } = await aCallableBuyer();
    const ctx = testContext({ actor });
    const start = (over: Terms) =>
      startStandingOrder(ctx, { ...TERMS, ...over, variantId: stall.variant.id, formKey: ctx.secrets.token() });
    expect(await start({ quantity: "1,5" })).toMatchObject({ fields: { quantity: "quantity-invalid" } });
    expect(await start({ weekday: null })).toMatchObject({ fields: { weekday: "standing-choose-weekday" } });
    expect(await start({ place: "address:of-somebody-else" })).toMatchObject({
      fields: { place: "standing-choose-place" },
    });
    expect(await start({ ceiling: "lots" })).toMatchObject({ fields: { ceiling: "not-money" } });
    await aNetwork({ takesQris: false });
    expect(await start({ method: "qris" })).toMatchObject({ fields: { method: "choose-method" } });
    const cycle = await aCycle();
    const ahead = { ...TERMS, variantId: cycle.farm.variant.id, weekday: null, ceiling: "1.000" };
    expect(
      await startStandingOrder(ctx, { ...ahead, method: "cash-on-delivery", formKey: ctx.secrets.token() }),
    ).toMatchObject({ fields: { method: "cycle-paid-ahead" } });
    // What it costs to a place where nothing goes today, nobody can say for the buyer.
    const { cutOffAt, pickUpPoint } = await anOpenRun({ areas: ["21.05"] });
    const later = { ...ctx, now: new Date(cutOffAt.getTime() + DAY_MS) };
    const afar = { ...ahead, place: `point:${pickUpPoint.id}`, ceiling: "", formKey: ctx.secrets.token() };
    expect(await startStandingOrder(later, afar)).toMatchObject({ fields: { ceiling: "standing-say-ceiling" } });
  });

  it("is once for one form, and belongs to nobody else", async () => {
    await aNetwork();
    const stall = await aStall();
    const [me, other] = [testContext({ actor: (await aCallableBuyer()).actor }), await aCallableBuyer()];
    const form = { ...TERMS, variantId: stall.variant.id, formKey: me.secrets.token() };
    const first = await startStandingOrder(me, form);
    expect(await startStandingOrder(me, form)).toEqual(first);
    const id = first.ok ? first.id : "";
    expect(await findOwnStandingOrder(other.actor, id)).toBeUndefined();
    const theirs = as(me, other.actor);
    await expect(pauseStandingOrder(theirs, { id, pauses: true })).rejects.toBeInstanceOf(NotAllowed);
    await expect(endStandingOrder(theirs, { id })).rejects.toBeInstanceOf(NotAllowed);
    await expect(changeStandingOrder(theirs, { ...TERMS, id })).rejects.toBeInstanceOf(NotAllowed);
    await expect(skipStandingOrder(theirs, { id, skips: true })).rejects.toBeInstanceOf(NotAllowed);
  });

  it("goes with the person's data, and ends with the account", async () => {
    const standing = await ofTheWeek();
    const { personId, ctx } = standing;
    const data = await exportPerson(ctx, { personId });
    expect(data?.standingOrders).toMatchObject([{ quantityMilli: 2000, weekday: 4, state: "active" }]);
    const server = { ...ctx, actor: { ...ctx.actor, isServer: true } };
    expect(await erasePerson(server, { personId, password: "" })).toEqual({ ok: true });
    expect(await standingOf(standing.id)).toBeUndefined();
    await job(inDays(2));
    expect(await ordersOf(personId)).toEqual([]);
  });
});
