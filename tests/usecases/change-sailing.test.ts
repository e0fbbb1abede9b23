import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { NO_LIMIT } from "#app/domain/run-room.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { cancelRun } from "#app/usecases/ship/cancel-run.ts";
import { departRun } from "#app/usecases/ship/depart-run.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { lockDueRuns } from "#app/usecases/ship/lock-due-runs.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { moveConsignment } from "#app/usecases/ship/move-consignment.ts";
import { openRun } from "#app/usecases/ship/open-run.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { postponeRun } from "#app/usecases/ship/postpone-run.ts";
import { db } from "#db/client.server.ts";
import { listRunMoves, listSailingParts } from "#db/read/run-moves.ts";
import { consignments, listings, messages, orders, runMoveParts, runMoves, runs, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aNetwork, aReadyWish } from "#tests/world/orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun, aTariff, aZone, hoursLater, servesZone } from "#tests/world/runs.ts";

const ctx = testContext();
let operator: Context;
beforeAll(async () => {
  operator = as(ctx, (await aPerson({ isOperator: true })).actor);
});

const WAVES = "Ombak 3 meter";
const put = (run: { id: string; departsAt: Date }, over: Partial<Parameters<typeof postponeRun>[1]> = {}) => ({
  ...{ runId: run.id, formKey: ctx.secrets.token(), reason: WAVES, seenDepartsAt: run.departsAt },
  ...{ cutOffAt: hoursLater(72), departsAt: hoursLater(96), ...over },
});
const off = (run: { id: string }) => ({ runId: run.id, formKey: ctx.secrets.token(), reason: WAVES });

/** Another open run of the same hub to the same zone. */
async function another(run: Awaited<ReturnType<typeof anOpenRun>>, over: Partial<typeof runs.$inferInsert> = {}) {
  const { zone, tariff, hub, pickUpPoint, ...row } = run;
  const id = testId();
  const days = { cutOffAt: hoursLater(100), departsAt: hoursLater(120) };
  const next = { ...row, ...days, id, code: `PB-${id}`, vessel: "MV Oceanna", ...over };
  await inTransaction((tx) => tx.insert(runs).values(next));
  await servesZone(next);
  return next;
}

async function told(personId: string | null) {
  const rows = await db()
    .select()
    .from(messages)
    .where(eq(messages.personId, personId ?? ""));
  return rows
    .filter((row) => /^(sailing|run)-(postponed|cancelled|left)$/.test(row.kind))
    .map((row) => ({ kind: row.kind, path: row.path, facts: JSON.parse(row.facts) }));
}

async function spoilAfter(days: number, lines: { variantId: string }[]) {
  const ids = lines.map((line) => line.variantId);
  const of = db().select({ id: variants.listingId }).from(variants).where(inArray(variants.id, ids));
  await inTransaction((tx) => tx.update(listings).set({ shelfDays: days }).where(inArray(listings.id, of)));
}

const rowOf = async (id: string) => (await db().select().from(consignments).where(eq(consignments.id, id)))[0];
const runOf = async (id: string) => (await db().select().from(runs).where(eq(runs.id, id)))[0];

describe("postpone-run", () => {
  it("gives the run its new day, keeps the old one, and tells buyer, group and keepers, naming what may not keep", async () => {
    const run = await anOpenRun();
    const [group, buyer] = [await aGroup(), await aPerson()];
    const order = await anOrder({ run, buyerId: buyer.id, parts: [{ group }] });
    await spoilAfter(2, order.lines);
    expect(await postponeRun(operator, put(run))).toEqual({ ok: true });
    expect(await runOf(run.id)).toMatchObject({ state: "open", cutOffAt: hoursLater(72), departsAt: hoursLater(96) });
    const [move] = await listRunMoves(operator.actor, { id: run.id, hubId: run.hubId });
    expect(move).toMatchObject({
      kind: "postponed",
      reason: WAVES,
      departsWas: run.departsAt,
      departsAt: hoursLater(96),
    });
    const goods = order.lines[0]?.listingName;
    const facts = {
      reason: WAVES,
      departsAt: hoursLater(96).toISOString(),
      untilAt: hoursLater(72).toISOString(),
      goods,
    };
    expect(await told(buyer.id)).toMatchObject([
      { kind: "sailing-postponed", path: `/orders/${order.number}/sailing`, facts: { ...facts, spoils: "yes" } },
    ]);
    expect(await told(group.officer.personId)).toMatchObject([{ kind: "run-postponed", facts: { count: 1, goods } }]);
    expect(await told(run.hub.keeper.personId)).toMatchObject([{ kind: "run-postponed", path: `/runs/${run.code}` }]);
    expect(await listSailingParts(order.id)).toMatchObject([{ answer: "open", spoiling: goods, runId: run.id }]);
  });

  it("is one for one form, and one of two officers who press at once", async () => {
    const run = await anOpenRun();
    const buyer = await aPerson();
    await anOrder({ run, buyerId: buyer.id, parts: [{ group: await aGroup() }] });
    const keeper = as(ctx, run.hub.keeper);
    const form = put(run);
    const [first, again] = [await postponeRun(keeper, form), await postponeRun(keeper, form)];
    expect([first, again]).toEqual([{ ok: true }, { ok: true }]);
    const moved = { id: run.id, departsAt: hoursLater(96) };
    const answers = await Promise.all([
      postponeRun(keeper, put(moved, { cutOffAt: hoursLater(110), departsAt: hoursLater(120) })),
      postponeRun(operator, put(moved, { cutOffAt: hoursLater(120), departsAt: hoursLater(144) })),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: "run-changed" });
    expect(await db().$count(runMoves, eq(runMoves.runId, run.id))).toBe(2);
    expect(await told(buyer.id)).toHaveLength(2);
  });

  it("asks for a later day, and only from open or locked; a locked run stays locked", async () => {
    const run = await anOpenRun();
    expect(
      await postponeRun(operator, put(run, { departsAt: hoursLater(71), cutOffAt: hoursLater(60) })),
    ).toMatchObject({
      fields: { departsAt: "departs-not-later" },
    });
    expect(await postponeRun(operator, put(run, { cutOffAt: hoursLater(-1) }))).toMatchObject({
      fields: { cutOffAt: "cut-off-past" },
    });
    await lockRun(operator, { runId: run.id });
    expect(await postponeRun(operator, put(run))).toEqual({ ok: true });
    expect((await runOf(run.id))?.state).toBe("locked");
    await departRun(operator, { runId: run.id });
    const late = put({ id: run.id, departsAt: hoursLater(96) }, { departsAt: hoursLater(200) });
    expect(await postponeRun(operator, late)).toEqual({ ok: false, reason: "run-not-postponable" });
    expect(await cancelRun(operator, off(run))).toEqual({ ok: false, reason: "run-not-cancellable" });
    expect(await postponeRun(operator, put({ ...run, id: "none" }))).toMatchObject({ reason: "run-gone" });
  });

  it("keeps an open run open until its new cut-off", async () => {
    const run = await anOpenRun();
    await postponeRun(operator, put(run));
    await lockDueRuns({ ...ctx, now: hoursLater(60) });
    expect((await runOf(run.id))?.state).toBe("open");
    await lockDueRuns({ ...ctx, now: hoursLater(72) });
    expect((await runOf(run.id))?.state).toBe("locked");
  });
});

describe("cancel-run", () => {
  it("moves all that has not left to the next run of that hub and zone at the promised price, and tells everybody once", async () => {
    const run = await anOpenRun();
    const next = await another(run);
    const [one, two, buyer] = [await aGroup(), await aGroup(), await aPerson()];
    const order = await anOrder({ run, buyerId: buyer.id, parts: [{ group: one }, { group: two, quote: 30_000 }] });
    const unpaid = await anOrder({ run, money: "waiting", parts: [{ group: one }] });
    const at = order.consignments[0]?.id ?? "";
    await packConsignment(as(ctx, one.officer), { groupId: one.id, consignmentId: at, packedGrams: 900 });
    await handOverConsignment(as(ctx, run.hub.keeper), { consignmentId: at });
    await lockRun(operator, { runId: run.id });
    expect(await cancelRun(operator, off(run))).toEqual({ ok: true, moved: 3, waiting: 0 });
    for (const part of [...order.consignments, ...unpaid.consignments])
      expect(await rowOf(part.id)).toMatchObject({ runId: next.id, quote: part.quote, parcel: null });
    expect((await rowOf(at))?.state).toBe("handed-over");
    const moved = await db()
      .select()
      .from(orders)
      .where(inArray(orders.id, [order.id, unpaid.id]));
    expect(moved.map((each) => each.runId)).toEqual([next.id, next.id]);
    expect(await told(buyer.id)).toMatchObject([
      { kind: "sailing-cancelled", facts: { how: "moved", newVessel: "MV Oceanna", reason: WAVES, spoils: "no" } },
    ]);
    expect(await told(one.officer.personId)).toMatchObject([{ kind: "run-cancelled", facts: { count: 2 } }]);
    expect(await told(run.hub.keeper.personId)).toMatchObject([{ kind: "run-cancelled", facts: { count: 3 } }]);
  });

  it("lets wait what finds no run, until one opens; then its people hear of it", async () => {
    const run = await anOpenRun();
    // Another hub's, and one whose parcels are too small: neither will do.
    await anOpenRun({ zone: run.zone });
    const [group, buyer] = [await aGroup(), await aPerson()];
    const order = await anOrder({ run, buyerId: buyer.id, parts: [{ group }] });
    await spoilAfter(30, order.lines);
    const keeper = as(ctx, run.hub.keeper);
    expect(await cancelRun(keeper, off(run))).toEqual({ ok: true, moved: 0, waiting: 1 });
    expect(await listSailingParts(order.id)).toMatchObject([{ runState: "cancelled", answer: "open" }]);
    const goods = order.lines[0]?.listingName;
    expect(await told(buyer.id)).toMatchObject([{ facts: { how: "waiting", goods } }]);
    const opened = await openRun(keeper, {
      ...{ formKey: ctx.secrets.token(), hubId: run.hub.id, tariffId: run.tariff.id, vessel: "MV Baru" },
      ...{ opensAt: null, cutOffAt: hoursLater(48), departsAt: hoursLater(60), doorFee: rupiah(0) },
      ...{ limit: NO_LIMIT, pickUpPointIds: [] },
    });
    const code = opened.ok ? opened.code : "";
    expect(await listSailingParts(order.id)).toMatchObject([{ runCode: code, runState: "open", spoiling: "" }]);
    expect((await told(buyer.id)).map((each) => each.facts.how).toSorted()).toEqual(["found", "waiting"]);
    expect(await db().$count(runMoveParts, eq(runMoveParts.consignmentId, order.consignments[0]?.id ?? ""))).toBe(1);
  });

  it("gives chilled goods only to a run that keeps cold", async () => {
    const run = await anOpenRun();
    await another(run);
    const order = await anOrder({ run, parts: [{ group: await aGroup() }] });
    const ids = order.lines.map((line) => line.variantId);
    const of = db().select({ id: variants.listingId }).from(variants).where(inArray(variants.id, ids));
    await inTransaction((tx) => tx.update(listings).set({ travels: "chilled" }).where(inArray(listings.id, of)));
    expect(await cancelRun(operator, off(run))).toEqual({ ok: true, moved: 0, waiting: 1 });
  });

  it("moves what may not keep where the network only warns, else lets it wait, and refuses it by hand", async () => {
    const run = await anOpenRun();
    const order = await anOrder({ run, parts: [{ group: await aGroup() }] });
    const consignmentId = order.consignments[0]?.id ?? "";
    await spoilAfter(1, order.lines);
    await aNetwork({ keepingRule: "refuse" });
    const next = await another(run);
    expect(await cancelRun(operator, off(run))).toEqual({ ok: true, moved: 0, waiting: 1 });
    const keeper = as(ctx, run.hub.keeper);
    expect(await moveConsignment(keeper, { consignmentId })).toMatchObject({ reason: "consignment-spoils" });
    await aNetwork({ keepingRule: "warn" });
    expect(await moveConsignment(keeper, { consignmentId })).toEqual({ ok: true, runCode: next.code });
    expect(await listSailingParts(order.id)).toMatchObject([{ spoiling: order.lines[0]?.listingName }]);
  });

  it("passes over a carrier that is too short for the goods, and takes the next that is not", async () => {
    const run = await anOpenRun();
    const short = await aTariff({ zoneId: run.zone.id, maxSideMm: 1 });
    await another(run, { tariffId: short.id, departsAt: hoursLater(110) });
    const long = await another(run);
    const order = await anOrder({ run, parts: [{ group: await aGroup() }] });
    expect(await cancelRun(operator, off(run))).toEqual({ ok: true, moved: 1, waiting: 0 });
    expect((await rowOf(order.consignments[0]?.id ?? ""))?.runId).toBe(long.id);
  });

  it("lets its keeper move by hand what waits, to a run that can take it, and tells the buyer of the new day", async () => {
    const run = await anOpenRun();
    const [group, buyer] = [await aGroup(), await aPerson()];
    const order = await anOrder({ run, buyerId: buyer.id, parts: [{ group }] });
    const consignmentId = order.consignments[0]?.id ?? "";
    await cancelRun(operator, off(run));
    // Of other hubs, so that opening them takes nothing along: one is too short, the other is not.
    const short = await aTariff({ zoneId: run.zone.id, maxSideMm: 1 });
    const days = { departsAt: hoursLater(110), cutOffAt: hoursLater(100) };
    await anOpenRun({ zone: run.zone, tariffId: short.id, ...days });
    const keeper = as(ctx, run.hub.keeper);
    expect(await moveConsignment(keeper, { consignmentId })).toMatchObject({ reason: "consignment-too-long" });
    const long = await anOpenRun({ zone: run.zone, departsAt: hoursLater(200), cutOffAt: hoursLater(190) });
    expect(await moveConsignment(keeper, { consignmentId })).toEqual({ ok: true, runCode: long.code });
    const heard = (await told(buyer.id)).map(({ kind, facts }) => [kind, facts.how, facts.departsAt]);
    expect(heard).toHaveLength(2);
    expect(heard).toContainEqual(["sailing-cancelled", "waiting", ""]);
    expect(heard).toContainEqual(["sailing-cancelled", "found", long.departsAt.toISOString()]);
    expect((await told(group.officer.personId)).map(({ facts }) => facts.how)).toContain("found");
  });

  it("is the operator's and that hub's keeper's", async () => {
    const [run, other] = [await anOpenRun(), await anOpenRun()];
    const stranger = as(ctx, other.hub.keeper);
    await expect(cancelRun(stranger, off(run))).rejects.toThrow(NotAllowed);
    await expect(postponeRun(stranger, put(run))).rejects.toThrow(NotAllowed);
    await expect(cancelRun(as(ctx, (await aGroup()).officer), off(run))).rejects.toThrow(NotAllowed);
  });

  it("is one of several pressed at once", async () => {
    const run = await anOpenRun();
    await another(run);
    const buyer = await aPerson();
    await anOrder({ run, buyerId: buyer.id, parts: [{ group: await aGroup() }] });
    const keeper = as(ctx, run.hub.keeper);
    const answers = await Promise.all([operator, keeper, keeper].map((who) => cancelRun(who, off(run))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await db().$count(runMoves, eq(runMoves.runId, run.id))).toBe(1);
    expect(await told(buyer.id)).toHaveLength(1);
  });

  it("leaves no order behind that was being placed meanwhile", async () => {
    const zone = await aZone({ areas: ["21.03"] });
    for (let round = 0; round < 6; round++) {
      const run = await anOpenRun({ zone });
      await another(run);
      const { wish } = await aReadyWish(ctx, { delivery: "run-pickup", villageCode: "21.03.04.1003", runId: run.id });
      const place = () => placeOrder(ctx, wish);
      const cancel = () => cancelRun(operator, off(run));
      const [placed, cancelled] = await (round % 2
        ? Promise.all([place(), cancel()])
        : Promise.all([cancel(), place()]).then(([one, other]) => [other, one] as const));
      expect(cancelled.ok).toBe(true);
      expect(await db().$count(consignments, eq(consignments.runId, run.id))).toBe(0);
      if (!placed.ok) expect(placed.reason).toBe("delivery-gone");
    }
  });
});
