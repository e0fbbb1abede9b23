import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import type { TaskKind } from "#app/domain/open-task.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { markSharesSeen } from "#app/usecases/books/mark-shares-seen.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { uploadProof } from "#app/usecases/buy/upload-proof.ts";
import { approveGroup } from "#app/usecases/operate/approve-group.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { handInCash } from "#app/usecases/operate/hand-in-cash.ts";
import { payRefund } from "#app/usecases/operate/pay-refund.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { arriveRun } from "#app/usecases/ship/arrive-run.ts";
import { deliverOrder } from "#app/usecases/ship/deliver-order.ts";
import { departRun } from "#app/usecases/ship/depart-run.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { sendConsignment } from "#app/usecases/ship/send-consignment.ts";
import { settleRun } from "#app/usecases/ship/settle-run.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { listOpenTasks } from "#db/read/open-tasks.ts";
import { groups, listings, members } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anOrder, BY_NAME } from "#tests/world/consignments.ts";
import { as, MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { earned } from "#tests/world/earnings.ts";
import { aListing } from "#tests/world/listings.ts";
import { aNetwork } from "#tests/world/orders.ts";
import { aPayableOrder } from "#tests/world/payable-orders.ts";
import { aGroup, anOfficer, aPerson } from "#tests/world/people.ts";
import { anOpenRun, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();
const someone = { story: "Kami menganyam.", photoId: "photo" };

/** What waits for somebody now, of these kinds. */
async function waiting(actor: Actor, ...kinds: TaskKind[]) {
  const tasks = await listOpenTasks(actor, MARKET_DAY);
  return kinds.length === 0 ? tasks : tasks.filter((task) => kinds.includes(task.kind));
}

const kindsOf = async (actor: Actor): Promise<TaskKind[]> => (await waiting(actor)).map((task) => task.kind);

/** A group that lacks nothing, with one person for each office. */
async function aStaffedGroup() {
  const group = await aGroup(someone);
  const of = async (...offices: Parameters<typeof anOfficer>[1]) => (await anOfficer(group, offices)).actor;
  return {
    ...group,
    treasurer: await of("treasurer"),
    secretary: await of("secretary"),
    auditor: await of("auditor"),
    member: await of(),
  };
}

let operator: Actor;

beforeAll(async () => {
  await aNetwork();
  operator = (await aPerson({ isOperator: true })).actor;
});

it("has nothing for a visitor, nor for a new buyer or member", async () => {
  const group = await aStaffedGroup();
  expect(await listOpenTasks(testContext().actor, MARKET_DAY)).toEqual([]);
  expect(await kindsOf((await aPerson()).actor)).toEqual([]);
  for (const actor of [group.officer, group.treasurer, group.secretary, group.auditor, group.member])
    expect(await kindsOf(actor)).toEqual([]);
});

describe("a payment", () => {
  it("waits for its buyer, then for the treasurers of its groups and the operator, then for nobody", async () => {
    const buyer = (await aPerson()).actor;
    const order = await aPayableOrder({ buyerId: buyer.personId });
    const group = order.parts[0]?.group ?? (await aGroup());
    const treasurer = group.officer;
    const secretary = (await anOfficer(group, ["secretary"])).actor;
    const elsewhere = (await aGroup()).officer;
    const before = (await waiting(operator, "payments"))[0]?.count ?? 0;
    expect(await waiting(buyer)).toMatchObject([
      { kind: "order-to-pay", of: order.number, path: `/orders/${order.number}/pay`, dueMs: order.payBy?.getTime() },
    ]);
    expect(await waiting(treasurer, "payments")).toEqual([]);

    const proof = { number: order.number, paymentId: order.payment.id, photo: null };
    expect(await uploadProof(as(ctx, buyer), proof)).toMatchObject({ ok: true });
    expect(await waiting(buyer)).toEqual([]);
    expect(await waiting(treasurer, "payments")).toMatchObject([
      { count: 1, path: "/operate/payments", role: "group" },
    ]);
    expect(await waiting(operator, "payments")).toMatchObject([{ count: before + 1, role: "operator" }]);
    for (const other of [secretary, elsewhere]) expect(await waiting(other, "payments")).toEqual([]);

    await confirmPayment(as(ctx, treasurer), { paymentId: order.payment.id, bankReference: null });
    expect(await waiting(treasurer, "payments")).toEqual([]);
    expect((await waiting(operator, "payments"))[0]?.count ?? 0).toBe(before);
  });
});

describe("goods on a run", () => {
  it("wait for the group, for the hub, for the buyer and for the operator, each in turn", async () => {
    const run = await anOpenRun({ cutOffAt: hoursLater(32) });
    const elsewhere = await anOpenRun();
    const group = await aStaffedGroup();
    const buyer = (await aPerson()).actor;
    const keeper = run.hub.keeper;
    const order = await anOrder({ run, buyerId: buyer.personId, parts: [{ group }] });
    const id = order.consignments[0]?.id ?? "";
    const goods = ["to-pack", "to-hand-over", "to-send", "left-behind"] as const;

    const page = `/desk/${group.slug}/consignments`;
    const toPack = { kind: "to-pack", count: 1, of: group.name, path: page, dueMs: run.cutOffAt.getTime() };
    for (const officer of [group.officer, group.treasurer, group.secretary])
      expect(await waiting(officer, ...goods)).toMatchObject([toPack]);
    for (const other of [group.auditor, group.member, (await aGroup()).officer])
      expect(await waiting(other, ...goods)).toEqual([]);
    expect(await waiting(keeper)).toMatchObject([
      { kind: "run-closing", count: 1, path: `/runs/${run.code}`, dueMs: run.cutOffAt.getTime() },
    ]);

    await packConsignment(as(ctx, group.secretary), { groupId: group.id, consignmentId: id, packedGrams: 900 });
    expect(await waiting(group.officer, ...goods)).toMatchObject([{ kind: "to-hand-over", count: 1 }]);
    expect(await kindsOf(keeper)).toEqual(["run-receive", "run-closing"]);
    await handOverConsignment(as(ctx, keeper), { consignmentId: id });
    expect(await waiting(group.officer, ...goods)).toEqual([]);
    expect(await kindsOf(keeper)).toEqual(["run-closing"]);
    await lockRun(as(ctx, keeper), { runId: run.id });
    expect(await waiting(keeper)).toMatchObject([{ kind: "run-depart", count: 1, dueMs: run.departsAt.getTime() }]);
    await departRun(as(ctx, keeper), { runId: run.id });
    expect(await waiting(keeper)).toMatchObject([{ kind: "run-arrive", path: `/runs/${run.code}` }]);
    expect(await waiting(buyer)).toEqual([]);

    await arriveRun(as(ctx, keeper), { runId: run.id });
    expect(await waiting(keeper)).toMatchObject([
      { kind: "run-deliver", count: 1, path: `/runs/${run.code}/deliveries` },
    ]);
    expect(await waiting(buyer)).toMatchObject([{ kind: "order-to-fetch", path: `/orders/${order.number}` }]);
    const settlement = { kind: "run-settle", path: `/runs/${run.code}/settlement` };
    expect(await waiting(operator, "run-settle")).toMatchObject([settlement]);
    await deliverOrder(as(ctx, keeper), { proof: BY_NAME, number: order.number, cash: null });
    expect([await kindsOf(keeper), await kindsOf(buyer)]).toEqual([[], []]);
    await settleRun(as(ctx, operator), { runId: run.id, bill: rupiah(38_000), seenReturned: null });
    expect(await waiting(operator, "run-settle")).toEqual([]);
    expect(await kindsOf(elsewhere.hub.keeper)).toEqual([]);
  });

  it("that missed the boat wait for the group to move them, and no longer to be packed", async () => {
    const run = await anOpenRun();
    const group = await aStaffedGroup();
    await anOrder({ run, parts: [{ group }] });
    for (const step of [lockRun, departRun]) await step(as(ctx, run.hub.keeper), { runId: run.id });
    expect(await waiting(group.secretary)).toMatchObject([{ kind: "left-behind", count: 1, dueMs: null }]);
  });
});

describe("goods without a run", () => {
  it("wait for the group to give them to the courier, then for the hub", async () => {
    const hub = (await anOpenRun()).hub;
    const group = await aStaffedGroup();
    await inTransaction((tx) => tx.update(groups).set({ hubId: hub.id }).where(eq(groups.id, group.id)));
    const order = await anOrder({ delivery: "courier", parts: [{ group }] });
    const id = order.consignments[0]?.id ?? "";
    await packConsignment(as(ctx, group.officer), { groupId: group.id, consignmentId: id, packedGrams: 900 });
    expect(await waiting(group.secretary)).toMatchObject([{ kind: "to-send", count: 1 }]);
    expect(await kindsOf(hub.keeper)).toEqual([]);
    await sendConsignment(as(ctx, group.officer), { groupId: group.id, consignmentId: id, note: "JNE 1" });
    expect(await kindsOf(group.secretary)).toEqual([]);
    expect(await waiting(hub.keeper)).toMatchObject([{ kind: "lone-deliveries", count: 1, path: "/deliveries" }]);
    await deliverOrder(as(ctx, hub.keeper), { proof: BY_NAME, number: order.number, cash: null });
    expect(await kindsOf(hub.keeper)).toEqual([]);
  });
});

describe("members' money", () => {
  it("waits for the treasurer until it is paid, and is new to the member until they look", async () => {
    const group = await aStaffedGroup();
    const [membership] = group.member.memberships;
    const memberId = membership?.memberId ?? "";
    await earned({ groupId: group.id, memberId, amount: 25_000 });
    const payable = {
      kind: "to-pay-out",
      count: 1,
      amount: 25_000,
      of: group.name,
      path: `/books/${group.slug}/pay-out`,
    };
    expect(await waiting(group.treasurer)).toMatchObject([payable]);
    for (const other of [group.secretary, group.auditor]) expect(await kindsOf(other)).toEqual([]);
    const statement = `/books/${group.slug}/members/${memberId}`;
    expect(await waiting(group.member)).toMatchObject([{ kind: "own-share", amount: 25_000, path: statement }]);

    const later = { ...as(ctx, group.member), now: new Date(MARKET_DAY.getTime() + 1) };
    await expect(markSharesSeen(as(later, group.treasurer), { memberId })).rejects.toThrow();
    await markSharesSeen(later, { memberId });
    expect(await kindsOf(group.member)).toEqual([]);
    // A look that was slow to be written down does not bring the old back.
    await markSharesSeen({ ...later, now: new Date(0) }, { memberId });
    expect(await kindsOf(group.member)).toEqual([]);

    await payOut(as(ctx, group.treasurer), {
      ...{ groupId: group.id, memberId, amount: rupiah(25_000), formKey: testId() },
      ...{ method: "transfer" as const, reference: "TRF" },
    });
    expect(await kindsOf(group.treasurer)).toEqual([]);
  });
});

describe("a group's goods and house", () => {
  it("wait for those who may finish them", async () => {
    const group = await aStaffedGroup();
    const harvest = { kind: "harvest" as const, harvestFrom: "2026-11-20" };
    const draft = await aListing({ group, state: "draft", ...harvest, harvestUntil: "2026-11-26" });
    await aListing({ group, state: "draft", ...harvest, harvestUntil: "2026-11-23" });
    const page = { count: 1, path: `/desk/${group.slug}/listings` };
    const dueMs = Date.UTC(2026, 10, 26, 16, 59, 59);
    expect(await waiting(group.treasurer)).toMatchObject([{ kind: "drafts", ...page, dueMs }]);
    expect(await kindsOf(group.member)).toEqual([]);
    await inTransaction((tx) => tx.update(listings).set({ state: "published" }).where(eq(listings.id, draft.id)));
    expect(await kindsOf(group.treasurer)).toEqual([]);
    // Its only maker leaves: nobody would be paid for the next sale.
    await inTransaction((tx) =>
      tx
        .update(members)
        .set({ leftAt: MARKET_DAY })
        .where(eq(members.id, group.members[0]?.id ?? "")),
    );
    expect(await waiting(group.secretary, "without-makers")).toMatchObject([{ kind: "without-makers", ...page }]);
  });

  it("say what a new group lacks, to those who may give it", async () => {
    const group = await aGroup({ state: "waiting" }, ["Aminah"]);
    expect(await kindsOf(group.officer)).toEqual(["group-members", "group-story", "group-photo"]);
    const secretary = (await anOfficer(group, ["secretary"])).actor;
    expect(await kindsOf(secretary)).toEqual(["group-story", "group-photo"]);
    await inTransaction((tx) => tx.update(groups).set(someone).where(eq(groups.id, group.id)));
    expect(await kindsOf(secretary)).toEqual([]);
    expect((await waiting(operator, "groups-waiting"))[0]?.count).toBe(1);
    await approveGroup(as(ctx, operator), { groupId: group.id });
    expect(await waiting(operator, "groups-waiting")).toEqual([]);
  });
});

describe("the network's money", () => {
  it("waits for the operator alone: cash from the doors, and refunds of transfers", async () => {
    const order = await aPayableOrder();
    await confirmPayment(as(ctx, operator), { paymentId: order.payment.id, bankReference: null });
    expect(await waiting(operator, "refunds")).toEqual([]);
    const refund = await refundOrder(as(ctx, operator), { number: order.number, reason: "Rusak", formKey: testId() });
    expect(await waiting(operator, "refunds")).toMatchObject([{ count: 1, path: "/operate/refunds" }]);
    expect(await waiting(order.parts[0]?.group.officer ?? operator, "refunds")).toEqual([]);
    await payRefund(as(ctx, operator), { refundId: refund.ok ? refund.refundId : "", reference: "TRF" });
    expect(await waiting(operator, "refunds")).toEqual([]);

    const run = await anOpenRun();
    const group = await aStaffedGroup();
    const cash = await anOrder({ run, money: "cash-on-delivery", parts: [{ group }] });
    const id = cash.consignments[0]?.id ?? "";
    await packConsignment(as(ctx, group.officer), { groupId: group.id, consignmentId: id, packedGrams: 900 });
    await handOverConsignment(as(ctx, run.hub.keeper), { consignmentId: id });
    for (const step of [lockRun, departRun, arriveRun]) await step(as(ctx, run.hub.keeper), { runId: run.id });
    await deliverOrder(as(ctx, run.hub.keeper), { proof: BY_NAME, number: cash.number, cash: cash.total });
    const amount = await balanceOf(`cod-in-transit:holder:${run.hub.keeper.personId}`);
    expect(await waiting(operator, "cash-in-transit")).toMatchObject([{ amount, path: "/operate/cash" }]);
    expect(await kindsOf(run.hub.keeper)).toEqual([]);
    await handInCash(as(ctx, operator), {
      holderId: run.hub.keeper.personId ?? "",
      amount,
      note: "",
      formKey: testId(),
    });
    expect(await waiting(operator, "cash-in-transit")).toEqual([]);
  });
});
