import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import type { Counted } from "#app/domain/period.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { paidEntry } from "#app/domain/postings.ts";
import { adjustLine } from "#app/usecases/books/adjust-line.ts";
import { bookDifference } from "#app/usecases/books/book-difference.ts";
import { closePeriod } from "#app/usecases/books/close-period.ts";
import { countPeriod } from "#app/usecases/books/count-period.ts";
import { drawCash } from "#app/usecases/books/draw-cash.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { proposePeriod } from "#app/usecases/books/propose-period.ts";
import { reopenPeriod } from "#app/usecases/books/reopen-period.ts";
import { sendBackPeriod } from "#app/usecases/books/send-back-period.ts";
import { listMemberBalances } from "#db/read/books.ts";
import { trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { listOwnMessages } from "#db/read/messages.ts";
import { findMonth } from "#db/read/month-review.ts";
import { countedInLedger, listSeals, sealedUntil } from "#db/read/periods.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { earned } from "#tests/world/earnings.ts";
import { aDeliveredLine, monthOf, OCTOBER, ofOctober } from "#tests/world/months.ts";
import { aGroup, anOfficer, aPerson } from "#tests/world/people.ts";

const key = () => `form-key-${testId()}-0123456789`;

async function aGroupInNovember() {
  const group = await aGroup();
  const chair = await anOfficer(group, ["chair"]);
  const operator = await aPerson({ isOperator: true });
  const ctx = testContext({ actor: group.officer });
  const month = { groupId: group.id, month: OCTOBER };
  return { group, chair: chair.actor, operator: operator.actor, ctx, month };
}

async function countAsTheLedgerHas(at: Awaited<ReturnType<typeof aGroupInNovember>>, over: Partial<Counted> = {}) {
  const ledger = await countedInLedger(at.group.id, OCTOBER);
  return countPeriod(at.ctx, { ...at.month, counted: { ...ledger, ...over } });
}

async function closed(at: Awaited<ReturnType<typeof aGroupInNovember>>) {
  await countAsTheLedgerHas(at);
  expect(await proposePeriod(at.ctx, at.month)).toEqual({ ok: true });
  expect(await closePeriod(as(at.ctx, at.chair), at.month)).toEqual({ ok: true });
}

describe("close-period", () => {
  it("seals a month with the chain's head and its totals, and the book then takes nothing of an earlier date", async () => {
    const at = await aGroupInNovember();
    const memberId = at.group.members[1]?.id ?? "";
    await earned({ groupId: at.group.id, memberId, amount: 80_000, at: ofOctober(5) });
    await closed(at);
    const { seals, facts, totals } = await findMonth(at.group.officer, at.month, at.ctx.now);
    expect(facts.state).toBe("closed");
    expect(totals).toMatchObject({ owed: 80_000, entries: 1 });
    expect(seals).toHaveLength(1);
    expect(seals[0]).toMatchObject({
      kind: "sealed",
      turn: 1,
      headSequence: 1,
      totals: { owed: 80_000, negatives: [] },
    });
    expect(seals[0]?.headHash).toMatch(/^[0-9a-f]{64}$/);
    await expect(earned({ groupId: at.group.id, memberId, amount: 1_000, at: ofOctober(31) })).rejects.toThrow(
      "sealed",
    );
    await earned({ groupId: at.group.id, memberId, amount: 1_000 });
    expect(await verifyBooks()).toMatchObject({ ok: true });
  });

  it("takes two people, each in their office", async () => {
    const at = await aGroupInNovember();
    await countAsTheLedgerHas(at);
    expect(await closePeriod(as(at.ctx, at.chair), at.month)).toMatchObject({ reason: "not-proposed" });
    await proposePeriod(at.ctx, at.month);
    expect(await proposePeriod(at.ctx, at.month)).toMatchObject({ reason: "already-proposed" });
    expect(await closePeriod(at.ctx, at.month)).toMatchObject({ reason: "same-person" });
    await expect(proposePeriod(as(at.ctx, at.chair), at.month)).rejects.toThrow(NotAllowed);
    await expect(closePeriod(as(at.ctx, at.operator), at.month)).rejects.toThrow(NotAllowed);
    const stranger = await aGroup();
    await expect(closePeriod(testContext({ actor: stranger.officer }), at.month)).rejects.toThrow(NotAllowed);
    expect(await closePeriod(as(at.ctx, at.chair), at.month)).toEqual({ ok: true });
    expect(await countAsTheLedgerHas(at)).toMatchObject({ reason: "month-sealed" });
  });

  it("goes back to the treasurer with a reason, and is proposed anew", async () => {
    const at = await aGroupInNovember();
    await countAsTheLedgerHas(at);
    const back = { ...at.month, reason: "Kotak kas belum dihitung ulang" };
    expect(await sendBackPeriod(as(at.ctx, at.chair), back)).toMatchObject({ reason: "not-proposed" });
    await proposePeriod(at.ctx, at.month);
    await expect(sendBackPeriod(as(at.ctx, at.operator), back)).rejects.toThrow(NotAllowed);
    expect(await sendBackPeriod(as(at.ctx, at.chair), back)).toEqual({ ok: true });
    const period = async () => (await findMonth(at.group.officer, at.month, at.ctx.now)).period;
    expect(await period()).toMatchObject({ state: "in-review", sentBackWhy: back.reason, proposedBy: null });
    const told = await listOwnMessages(at.group.officer, { page: 1 });
    expect(told.messages.map((message) => message.kind)).toContain("month-sent-back");
    expect(await closePeriod(as(at.ctx, at.chair), at.month)).toMatchObject({ reason: "not-proposed" });
    expect(await proposePeriod(at.ctx, at.month)).toEqual({ ok: true });
    expect(await period()).toMatchObject({ state: "proposed", sentBackWhy: "" });
  });

  it("takes no entry of the network's book that would move a sealed month's money", async () => {
    const at = await aGroupInNovember();
    await closed(at);
    const entry = paidEntry({
      ...{ paymentId: testId(), orderId: testId(), buyerId: null, into: { kind: "bank" } },
      ...{ consignments: [{ groupId: at.group.id, goodsValue: rupiah(5_000) }], shipping: rupiah(0) },
      uniqueAddition: rupiah(0),
    });
    const backdated = { actorId: null, now: ofOctober(20), newId: testId };
    await expect(inTransaction((tx) => post(tx, entry, backdated))).rejects.toThrow("sealed");
    expect(await inTransaction((tx) => post(tx, entry, { ...backdated, now: at.ctx.now }))).toMatchObject({
      fresh: true,
    });
  });

  it("seals once when two chairs press at the same time", async () => {
    const at = await aGroupInNovember();
    const other = await anOfficer(at.group, ["chair"]);
    await countAsTheLedgerHas(at);
    await proposePeriod(at.ctx, at.month);
    const answers = await Promise.all([at.chair, other.actor].map((who) => closePeriod(as(at.ctx, who), at.month)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await listSeals(at.group.id)).toHaveLength(1);
  });

  it("waits for the month's end, for the months before, and for the count", async () => {
    const at = await aGroupInNovember();
    const memberId = at.group.members[1]?.id ?? "";
    await earned({ groupId: at.group.id, memberId, amount: 5_000, at: new Date("2026-09-12T03:00:00Z") });
    const early = { ...at.ctx, now: ofOctober(31) };
    const counted = await countedInLedger(at.group.id, OCTOBER);
    expect(await countPeriod(early, { ...at.month, counted })).toMatchObject({ reason: "month-not-over" });
    expect(await proposePeriod(early, at.month)).toMatchObject({ reason: "month-not-over" });
    await countAsTheLedgerHas(at);
    expect(await proposePeriod(at.ctx, at.month)).toMatchObject({ reason: "earlier-month-open" });
    const september = { ...at.month, month: monthOf("2026-09") };
    expect(await proposePeriod(at.ctx, september)).toMatchObject({ reason: "not-counted" });
  });
});

describe("the reconciliation", () => {
  it("refuses until each difference is gone or booked under its name, by whose it is", async () => {
    const at = await aGroupInNovember();
    const memberId = at.group.members[1]?.id ?? "";
    await earned({ groupId: at.group.id, memberId, amount: 90_000, at: ofOctober(5) });
    await drawCash({ ...at.ctx, now: ofOctober(6) }, { groupId: at.group.id, amount: rupiah(50_000), formKey: key() });
    const ledger = await countedInLedger(at.group.id, OCTOBER);
    await countAsTheLedgerHas(at, { "cash-box": rupiah(48_500), bank: rupiah(ledger.bank + 7_000) });
    expect(await proposePeriod(at.ctx, at.month)).toMatchObject({ reason: "counts-differ" });
    const differences = async () => {
      const { facts } = await findMonth(at.group.officer, at.month, at.ctx.now);
      return (facts.reconciled ?? []).map(({ difference }) => difference);
    };
    expect(await differences()).toEqual([-1_500, 7_000, 0, 0]);

    const formKey = key();
    const cash = { ...at.month, place: "cash-box", name: "Uang kembalian kurang", formKey } as const;
    expect(await bookDifference(at.ctx, cash)).toEqual({ ok: true });
    expect(await bookDifference(at.ctx, cash)).toEqual({ ok: true });
    expect(await bookDifference(at.ctx, { ...cash, formKey: key() })).toMatchObject({ reason: "no-difference" });
    const bank = { ...at.month, place: "bank", name: "Bunga bank", formKey: key() } as const;
    await expect(bookDifference(at.ctx, bank)).rejects.toThrow(NotAllowed);
    expect(await bookDifference(as(at.ctx, at.operator), bank)).toEqual({ ok: true });
    expect(await differences()).toEqual([0, 0, 0, 0]);

    const { totals } = await findMonth(at.group.officer, at.month, at.ctx.now);
    expect(totals).toMatchObject({ cashBox: 48_500, fund: -1_500 });
    expect(await proposePeriod(at.ctx, at.month)).toEqual({ ok: true });
    expect(await closePeriod(as(at.ctx, at.chair), at.month)).toEqual({ ok: true });
    expect(await bookDifference(at.ctx, { ...cash, formKey: key() })).toMatchObject({ reason: "month-sealed" });
    expect((await trialBalance()).total).toBe(0);
  });

  it("leaves what another group counted as it was when the network's difference is booked", async () => {
    const [first, second] = [await aGroupInNovember(), await aGroupInNovember()];
    const before = await countedInLedger(first.group.id, OCTOBER);
    const counted = { ...before, bank: rupiah(before.bank + 300) };
    for (const at of [first, second]) await countPeriod(at.ctx, { ...at.month, counted });
    const bank = { ...first.month, place: "bank", name: "Setoran tak dikenal", formKey: key() } as const;
    await bookDifference(as(first.ctx, first.operator), bank);
    for (const at of [first, second]) expect(await proposePeriod(at.ctx, at.month)).toEqual({ ok: true });
  });

  it("asks for a new approval when something changed after the proposal", async () => {
    const at = await aGroupInNovember();
    await countAsTheLedgerHas(at);
    await proposePeriod(at.ctx, at.month);
    await countAsTheLedgerHas(at);
    expect(await closePeriod(as(at.ctx, at.chair), at.month)).toMatchObject({ reason: "not-proposed" });
  });
});

describe("reopen-period", () => {
  it("is the operator's, from the last month backwards, with a reason; the history stays", async () => {
    const at = await aGroupInNovember();
    const memberId = at.group.members[1]?.id ?? "";
    await earned({ groupId: at.group.id, memberId, amount: 20_000, at: ofOctober(9) });
    await closed(at);
    const reopen = { ...at.month, reason: "Setoran 30 Oktober terlewat" };
    await expect(reopenPeriod(as(at.ctx, at.chair), reopen)).rejects.toThrow(NotAllowed);
    const september = { ...reopen, month: monthOf("2026-09") };
    expect(await reopenPeriod(as(at.ctx, at.operator), september)).toMatchObject({ reason: "month-not-sealed" });
    expect(await reopenPeriod(as(at.ctx, at.operator), reopen)).toEqual({ ok: true });
    expect(await reopenPeriod(as(at.ctx, at.operator), reopen)).toMatchObject({ reason: "month-not-sealed" });
    expect(await sealedUntil(at.group.id)).toBeNull();
    await earned({ groupId: at.group.id, memberId, amount: 4_000, at: ofOctober(30) });
    await closed(at);
    expect(
      (await listSeals(at.group.id)).map(({ turn, kind, reason, totals }) => [turn, kind, reason, totals.owed]),
    ).toEqual([
      [3, "sealed", "", 24_000],
      [2, "reopened", reopen.reason, 20_000],
      [1, "sealed", "", 20_000],
    ]);
    const november = { ...at.month, month: monthOf("2026-11") };
    const later = { ...at.ctx, now: new Date("2026-12-03T03:00:00Z") };
    await countPeriod(later, { ...november, counted: await countedInLedger(at.group.id, november.month) });
    await proposePeriod(later, november);
    await closePeriod(as(later, at.chair), november);
    expect(await reopenPeriod(as(later, at.operator), reopen)).toMatchObject({ reason: "later-month-sealed" });
  });
});

describe("adjust-line", () => {
  it("moves money in the line's own month while that is open, and today once it is sealed", async () => {
    const at = await aGroupInNovember();
    const { lineId, memberIds } = await aDeliveredLine(at.group, { deliveredAt: ofOctober(7) });
    const [first = "", second = ""] = memberIds;
    const owed = async () => (await listMemberBalances(at.group.officer, at.group.id)).map((member) => member.owed);
    const [a = 0, b = 0] = await owed();
    const form = {
      groupId: at.group.id,
      lineId,
      from: first,
      to: second,
      amount: rupiah(7_000),
      reason: "Andil keliru",
    };
    const formKey = key();
    expect(await adjustLine(at.ctx, { ...form, formKey })).toEqual({ ok: true });
    expect(await adjustLine(at.ctx, { ...form, formKey })).toEqual({ ok: true });
    expect(await adjustLine(at.ctx, { ...form, amount: rupiah(1), formKey })).toMatchObject({ reason: "form-used" });
    expect((await owed()).slice(0, 2)).toEqual([a - 7_000, b + 7_000]);
    expect((await findMonth(at.group.officer, at.month, at.ctx.now)).totals.entries).toBe(2);
    await closed(at);
    expect(await adjustLine(at.ctx, { ...form, formKey: key() })).toEqual({ ok: true });
    expect((await findMonth(at.group.officer, at.month, at.ctx.now)).totals.entries).toBe(2);
    expect((await trialBalance()).total).toBe(0);
  });

  it("takes no more than the goods are worth, nor than the fund has, nor from itself, nor from strangers", async () => {
    const at = await aGroupInNovember();
    const { lineId, memberIds, value } = await aDeliveredLine(at.group, { deliveredAt: ofOctober(7) });
    const stranger = await aGroup();
    const [first = ""] = memberIds;
    const form = { groupId: at.group.id, lineId, from: "fund", to: first, amount: rupiah(1), reason: "Coba" };
    const reasonOf = async (over: Partial<typeof form>) => {
      const answer = await adjustLine(at.ctx, { ...form, ...over, formKey: key() });
      return answer.ok ? "ok" : answer.reason;
    };
    expect(await reasonOf({ to: "fund" })).toBe("same-party");
    expect(await reasonOf({ to: stranger.members[0]?.id ?? "" })).toBe("no-such-member");
    expect(await reasonOf({ from: first, to: "fund", amount: rupiah(value + 1) })).toBe("more-than-line");
    expect(await reasonOf({ amount: rupiah(value) })).toBe("fund-short");
    expect(await reasonOf({ lineId: "nothing" })).toBe("line-not-delivered");
    await expect(adjustLine(as(at.ctx, at.chair), { ...form, formKey: key() })).rejects.toThrow(NotAllowed);
  });

  it("carries a member who was paid too much into the next month, and the seal says so", async () => {
    const at = await aGroupInNovember();
    const { lineId, memberIds } = await aDeliveredLine(at.group, { deliveredAt: ofOctober(7) });
    const [memberId = ""] = memberIds;
    const [{ owed } = { owed: rupiah(0) }] = await listMemberBalances(at.group.officer, at.group.id);
    const paid = { groupId: at.group.id, memberId, amount: owed, method: "transfer", reference: "" } as const;
    expect(await payOut({ ...at.ctx, now: ofOctober(20) }, { ...paid, formKey: key() })).toMatchObject({ ok: true });
    const taken = { groupId: at.group.id, lineId, from: memberId, to: "fund", amount: rupiah(9_000), reason: "Andil" };
    await adjustLine(at.ctx, { ...taken, formKey: key() });
    const { lines, negatives } = await findMonth(at.group.officer, at.month, at.ctx.now);
    expect(lines.find((line) => line.id === lineId)?.flags).toEqual(["negative-balance"]);
    expect(negatives.map((member) => [member.id, member.owed])).toEqual([[memberId, -9_000]]);
  });
});
