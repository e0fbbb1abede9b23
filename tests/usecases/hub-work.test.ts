import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { pickUpCode } from "#app/domain/hub-work.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { closeHubReport } from "#app/usecases/operate/close-hub-report.ts";
import { arrangeParcels } from "#app/usecases/ship/arrange-parcels.ts";
import { checkArrival } from "#app/usecases/ship/check-arrival.ts";
import { decideUncollected } from "#app/usecases/ship/decide-uncollected.ts";
import { deliverOrder } from "#app/usecases/ship/deliver-order.ts";
import { departRun } from "#app/usecases/ship/depart-run.ts";
import { loadParcel } from "#app/usecases/ship/load-parcel.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { receiveConsignment } from "#app/usecases/ship/receive-consignment.ts";
import { remindUncollected } from "#app/usecases/ship/remind-uncollected.ts";
import { reportAtHub } from "#app/usecases/ship/report-at-hub.ts";
import { typeInList } from "#app/usecases/ship/type-in-list.ts";
import { weighParcel } from "#app/usecases/ship/weigh-parcel.ts";
import { db } from "#db/client.server.ts";
import { listOpenHubReports } from "#db/read/hub-reports.ts";
import { listParcels } from "#db/read/parcels.ts";
import { listExpected } from "#db/read/receiving.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { listUncollected } from "#db/read/uncollected.ts";
import { activities, consignments, handOvers, hubReports, messages, receipts } from "#db/schema.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aNetwork } from "#tests/world/orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();
const key = (): string => ctx.secrets.token();

/** A run with these many orders, one group's each, with a buyer who has an account; nothing is packed yet. */
async function aRunOf(orders: number) {
  const run = await anOpenRun();
  const group = await aGroup();
  const buyer = await aPerson({ name: "Dewi" });
  const placed: Awaited<ReturnType<typeof anOrder>>[] = [];
  for (let at = 0; at < orders; at += 1)
    placed.push(await anOrder({ run, buyerId: buyer.id, parts: [{ group, grams: 20_000 }] }));
  const keeper = as(ctx, run.hub.keeper);
  const ids = placed.map((order) => order.consignments[0]?.id ?? "");
  return { run, group, buyer, orders: placed, ids, keeper };
}

async function stateOf(id: string) {
  return (await db().select().from(consignments).where(eq(consignments.id, id)))[0]?.state;
}

const receive = (keeper: Context, consignmentId: string, over: { packages?: number; formKey?: string } = {}) =>
  receiveConsignment(keeper, { consignmentId, packages: 1, grams: 900, formKey: key(), ...over });

/** Received, locked, and put into boxes; answers the boxes. */
async function inBoxes({ run, keeper, ids }: Awaited<ReturnType<typeof aRunOf>>) {
  for (const id of ids) await receive(keeper, id);
  await lockRun(keeper, { runId: run.id });
  await arrangeParcels(keeper, { runId: run.id, change: { kind: "keep" } });
  return boxesOf(run);
}

async function boxesOf(run: { id: string; hubId: string; hub: { keeper: Context["actor"] } }) {
  const facts = await findRunFacts(run.id);
  if (!facts) throw new Error("no run");
  return listParcels(run.hub.keeper, facts);
}

const load = (keeper: Context, parcelId = "", formKey = key()) =>
  loadParcel(keeper, { parcelId, isLoaded: true, formKey });

describe("receiving at the hub", () => {
  it("counts and weighs what a group brought, also where it never said that it packed, and corrects it", async () => {
    const { run, keeper, ids } = await aRunOf(1);
    const [id = ""] = ids;
    expect(await receive(keeper, id, { packages: 2 })).toEqual({ ok: true, fresh: true });
    expect(await stateOf(id)).toBe("handed-over");
    expect(await receiveConsignment(keeper, { consignmentId: id, packages: 3, grams: 1100, formKey: key() })).toEqual({
      ok: true,
      fresh: true,
    });
    const [row] = await db().select().from(consignments).where(eq(consignments.id, id));
    expect(row?.packedGrams).toBe(1100);
    const [expected] = await listExpected(run.hub.keeper, run);
    expect(expected).toMatchObject({ receivedPackages: 3, receivedGrams: 1100, receivedBy: run.hub.keeper.name });
  });

  it("has one effect for one key, however often and however late a phone sends it", async () => {
    const { keeper, ids } = await aRunOf(1);
    const [id = ""] = ids;
    const formKey = key();
    const sent = await Promise.all([1, 2, 3, 4].map(() => receive(keeper, id, { packages: 2, formKey })));
    expect(sent.filter((answer) => answer.ok && answer.fresh)).toHaveLength(1);
    expect(sent.every((answer) => answer.ok)).toBe(true);
    const written = and(eq(activities.what, "receive-consignment"), eq(activities.subject, id));
    expect(await db().$count(activities, written)).toBe(1);
    await receive(keeper, id, { packages: 5 });
    // The first sending comes once more, long after it was corrected.
    expect(await receive(keeper, id, { packages: 2, formKey })).toEqual({ ok: true, fresh: false });
    const [receipt] = await db().select().from(receipts).where(eq(receipts.consignmentId, id));
    expect(receipt?.packages).toBe(5);
  });

  it("asks for the weight of goods that are sold by weight, and lets nobody else receive", async () => {
    const run = await anOpenRun();
    const group = await aGroup();
    const order = await anOrder({ run, parts: [{ group, weighedMilli: 2000 }] });
    const id = order.consignments[0]?.id ?? "";
    const keeper = as(ctx, run.hub.keeper);
    expect(await receive(keeper, id)).toMatchObject({ reason: "weigh-lines-first" });
    for (const stranger of [(await anOpenRun()).hub.keeper, group.officer])
      await expect(receive(as(ctx, stranger), id)).rejects.toThrow(NotAllowed);
  });

  it("tells group, buyer and operator once of what is missing, and the operator closes it", async () => {
    const { keeper, ids, group, buyer, orders } = await aRunOf(1);
    const [id = ""] = ids;
    const report = { consignmentId: id, lineId: orders[0]?.lines[0]?.id ?? null, photo: null, formKey: key() };
    const said = { ...report, kind: "missing", howMuch: "1 buah", words: "Hanya ada satu." } as const;
    const sent = await Promise.all([1, 2, 3].map(() => reportAtHub(keeper, said)));
    expect(sent.filter((answer) => answer.ok && answer.fresh)).toHaveLength(1);
    expect(await db().$count(hubReports, eq(hubReports.consignmentId, id))).toBe(1);
    const heard = async (personId: string | null, kind: string) =>
      db().$count(messages, and(eq(messages.personId, personId ?? ""), eq(messages.kind, kind)));
    expect(await heard(group.officer.personId, "hub-report")).toBe(1);
    expect(await heard(buyer.id, "goods-short")).toBe(1);
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const mine = (await listOpenHubReports(operator.actor)).filter((each) => each.orderNumber === orders[0]?.number);
    expect(mine).toMatchObject([{ kind: "missing", howMuch: "1 buah" }]);
    const reportId = mine[0]?.id ?? "";
    await expect(closeHubReport(keeper, { reportId })).rejects.toThrow(NotAllowed);
    const closed = await Promise.all([1, 2].map(() => closeHubReport(operator, { reportId })));
    expect(closed.filter((answer) => answer.ok)).toHaveLength(1);
  });
});

describe("loading and arriving", () => {
  it("forgets no box in silence, leaves behind what is told to stay, and knows what came", async () => {
    const world = await aRunOf(3);
    const { run, keeper } = world;
    const boxes = await inBoxes(world);
    expect(boxes.length).toBeGreaterThan(0);
    const [first, ...others] = boxes;
    await weighParcel(keeper, { parcelId: first?.id ?? "", grams: 1234, formKey: key() });
    await load(keeper, first?.id);
    if (others.length > 0)
      expect(await departRun(keeper, { runId: run.id })).toMatchObject({ reason: "parcels-not-loaded" });
    const stay = others.flatMap((box) => box.contents.map((each) => each.id));
    expect(await departRun(keeper, { runId: run.id, leavesBehind: true })).toMatchObject({ ok: true });
    for (const id of stay) expect(await stateOf(id)).toBe("handed-over");
    const inside = first?.contents.map((each) => each.id) ?? [];
    for (const id of inside) expect(await stateOf(id)).toBe("departed");
    expect(await load(keeper, first?.id)).toMatchObject({ reason: "run-not-loading" });

    const look = { runId: run.id, parcelId: first?.id ?? "", formKey: key() };
    expect(await checkArrival(keeper, { ...look, found: "missing", words: "" })).toMatchObject({
      reason: "say-what-is-wrong",
    });
    expect(await checkArrival(keeper, { ...look, found: "missing", words: "Tidak turun" })).toMatchObject({
      fresh: true,
    });
    for (const id of inside) expect(await stateOf(id)).toBe("departed");
    expect(await checkArrival(keeper, { ...look, found: "arrived", words: "" })).toEqual({ ok: true, fresh: false });
    expect(await checkArrival(keeper, { ...look, found: "arrived", words: "", formKey: key() })).toMatchObject({
      fresh: true,
    });
    for (const id of inside) expect(await stateOf(id)).toBe("arrived");
    expect(await checkArrival(keeper, { ...look, found: "missing", words: "x", formKey: key() })).toMatchObject({
      reason: "parcel-has-come",
    });
    expect((await boxesOf(run))[0]).toMatchObject({ grams: 1234, found: "arrived" });
  });

  it("loads while the boat leaves: on board, or told that it is too late, never in between", async () => {
    const world = await aRunOf(1);
    const { run, keeper, ids } = world;
    const [box] = await inBoxes(world);
    const [loaded, departed] = await Promise.all([
      load(keeper, box?.id),
      departRun(keeper, { runId: run.id, leavesBehind: true }),
    ]);
    expect(departed.ok).toBe(true);
    expect(await stateOf(ids[0] ?? "")).toBe(loaded.ok ? "departed" : "handed-over");
  });

  it("types in a paper list once, all rows or none, and says who held the pen", async () => {
    const { run, keeper, ids } = await aRunOf(2);
    const rows = ids.map((id) => ({ id, packages: 2, grams: null, isTicked: false }));
    const typed = { runId: run.id, list: "receiving", doneBy: "Mak Itam", formKey: key() } as const;
    const wrong = [...rows, { id: "none", packages: 1, grams: null, isTicked: false }];
    expect(await typeInList(keeper, { ...typed, rows: wrong })).toMatchObject({ reason: "rows-wrong" });
    expect(await stateOf(ids[0] ?? "")).toBe("to-pack");
    const sent = await Promise.all([1, 2, 3].map(() => typeInList(keeper, { ...typed, rows })));
    expect(sent.map((answer) => (answer.ok ? answer.typed : answer.reason)).toSorted()).toEqual([0, 0, 2]);
    const [receipt] = await db()
      .select()
      .from(receipts)
      .where(eq(receipts.consignmentId, ids[0] ?? ""));
    expect(receipt).toMatchObject({ packages: 2, doneBy: "Mak Itam", receivedBy: run.hub.keeper.personId });
    await lockRun(keeper, { runId: run.id });
    await arrangeParcels(keeper, { runId: run.id, change: { kind: "keep" } });
    const boxes = (await boxesOf(run)).map((box) => ({ id: box.id, packages: null, grams: 900, isTicked: true }));
    const list = { ...typed, doneBy: "", rows: boxes };
    expect(await typeInList(keeper, { ...list, list: "loading", formKey: key() })).toMatchObject({
      typed: boxes.length,
    });
    await departRun(keeper, { runId: run.id });
    expect(await typeInList(keeper, { ...list, list: "arrival", formKey: key() })).toMatchObject({
      typed: boxes.length,
    });
    expect(await stateOf(ids[1] ?? "")).toBe("arrived");
  });
});

describe("at the pick-up point", () => {
  async function arrived() {
    const world = await aRunOf(1);
    const [box] = await inBoxes(world);
    await load(world.keeper, box?.id);
    await departRun(world.keeper, { runId: world.run.id });
    const all = { runId: world.run.id, parcelId: null, found: "arrived", words: "", formKey: key() } as const;
    await checkArrival(world.keeper, all);
    return { ...world, order: world.orders[0] };
  }

  it("gives goods for the buyer's code, counts wrong ones, and takes a name instead", async () => {
    const { keeper, order } = await arrived();
    const [number, orderId] = [order?.number ?? "", order?.id ?? ""];
    const right = pickUpCode(ctx.secrets.hash("pick-up", orderId));
    const wrong = right === "000000" ? "000001" : "000000";
    const say = (code: string) => deliverOrder(keeper, { number, proof: { kind: "code", code }, cash: null });
    expect(await deliverOrder(keeper, { number, proof: null, cash: null })).toMatchObject({ reason: "proof-missing" });
    const tries = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => say(wrong)));
    expect(tries.map((answer) => (answer.ok ? "ok" : answer.reason)).toSorted()).toEqual([
      ...Array(5).fill("pick-up-code-wrong"),
      ...Array(2).fill("too-many-tries"),
    ]);
    expect(await say(right)).toMatchObject({ reason: "too-many-tries" });
    const proof = { kind: "name", takenBy: "Rahmah" } as const;
    expect(await deliverOrder(keeper, { number, proof, cash: null })).toMatchObject({ completed: true });
    const [given] = await db().select().from(handOvers).where(eq(handOvers.orderId, orderId));
    expect(given).toMatchObject({ proof: "name", takenBy: "Rahmah", givenBy: keeper.actor.personId });
  });

  it("takes the right code", async () => {
    const { keeper, order } = await arrived();
    const code = pickUpCode(ctx.secrets.hash("pick-up", order?.id ?? ""));
    const said = `${code.slice(0, 3)} ${code.slice(3)}`;
    const given = { number: order?.number ?? "", proof: { kind: "code", code: said }, cash: null } as const;
    expect(await deliverOrder(keeper, given)).toMatchObject({ completed: true });
  });

  it("reminds, then asks what becomes of goods that nobody fetched, each once", async () => {
    await aNetwork({ fetchWithinDays: 7, fetchFreshWithinDays: 2 });
    const { run, keeper, buyer, group, ids } = await arrived();
    const [consignmentId = ""] = ids;
    const later = (days: number): Context => ({ ...ctx, now: hoursLater(24 * days) });
    const mine = async (days: number) => {
      const [one, two] = await Promise.all([remindUncollected(later(days)), remindUncollected(later(days))]);
      return [...one, ...two].filter((each) => each.startsWith("LB")).length;
    };
    await mine(1);
    expect(await listUncollected(run.hub.keeper, run)).toHaveLength(0);
    await mine(4);
    await mine(6.5);
    const said = and(eq(messages.personId, buyer.id), eq(messages.kind, "goods-waiting"));
    expect(await db().$count(messages, said)).toBe(2);
    const early = { ...later(6), actor: keeper.actor };
    expect(await decideUncollected(early, { consignmentId, outcome: "back" })).toMatchObject({
      reason: "still-waiting",
    });
    await mine(8);
    const due = { ...later(8), actor: keeper.actor };
    const decide = (outcome: "back" | "sell-here") => decideUncollected(due, { consignmentId, outcome });
    const decided = await Promise.all([decide("back"), decide("sell-here")]);
    expect(decided.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await stateOf(consignmentId)).toBe("arrived");
    const left = and(eq(messages.personId, group.officer.personId ?? ""), eq(messages.kind, "goods-left"));
    expect(await db().$count(messages, left)).toBe(2);
    await expect(
      decideUncollected(as(due, (await aGroup()).officer), { consignmentId, outcome: "back" }),
    ).rejects.toThrow(NotAllowed);
  });
});

it("shows a consignment heavier than a parcel as several, and fails nowhere", async () => {
  const { run, keeper } = await aRunOf(1);
  await anOrder({ run, parts: [{ group: await aGroup(), grams: 70_000 }] });
  await lockRun(keeper, { runId: run.id });
  expect(await arrangeParcels(keeper, { runId: run.id, change: { kind: "keep" } })).toEqual({ ok: true });
  expect((await boxesOf(run)).map((box) => box.grams).toSorted()).toEqual([20_000, 70_000].toSorted());
});
