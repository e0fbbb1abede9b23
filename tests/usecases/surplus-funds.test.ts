import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { answerFundReversal } from "#app/usecases/books/answer-fund-reversal.ts";
import { approveSurplus } from "#app/usecases/books/approve-surplus.ts";
import { askFundReversal } from "#app/usecases/books/ask-fund-reversal.ts";
import { askSurplusReversal } from "#app/usecases/books/ask-surplus-reversal.ts";
import { askWithdrawal } from "#app/usecases/books/ask-withdrawal.ts";
import { decideFundPayment } from "#app/usecases/books/decide-fund-payment.ts";
import { drawCash } from "#app/usecases/books/draw-cash.ts";
import { proposeSurplus } from "#app/usecases/books/propose-surplus.ts";
import { refuseWithdrawal } from "#app/usecases/books/refuse-withdrawal.ts";
import { reverseSurplus } from "#app/usecases/books/reverse-surplus.ts";
import { setFundLimit } from "#app/usecases/books/set-fund-limit.ts";
import { spendFund } from "#app/usecases/books/spend-fund.ts";
import { findNewestWithdrawal, listFundPayments, listWithdrawalRequests, readFunds } from "#db/read/fund-payments.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { listOpenTasks } from "#db/read/open-tasks.ts";
import { as } from "#tests/world/context.ts";
import { aCooperative, aKey, closeDecember, decided, saves, sold } from "#tests/world/cooperative.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";
import { rawSql } from "#tests/world/raw-sql.ts";

/** What a picture begins with: the stand-in for photos looks no further. */
const NOTE = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

/** A cooperative that shared 100,000: 40 % to the reserve, 30 % each to education and the social fund. */
async function aSharedYear() {
  const at = await aCooperative();
  const groupId = at.group.id;
  await sold({ groupId, memberId: at.group.members[0]?.id ?? "", price: 1_000_000, fund: 100_000 });
  const later = await closeDecember(at);
  const { meetingId } = await decided(later, groupId, { reserve: 4000, education: 3000, social: 3000 });
  const which = { groupId, year: 2026 };
  expect(await proposeSurplus(later, { ...which, meetingId, idleAgreed: false })).toEqual({ ok: true });
  const chair = as(later, at.chair);
  expect(await approveSurplus(chair, which)).toEqual({ ok: true });
  await drawCash(later, { groupId, amount: rupiah(60_000), formKey: aKey() });
  const said = { groupId, fund: "education", purpose: "training", way: "cash", day: "2027-01-03" } as const;
  const spend = (amount: number, over: Partial<Parameters<typeof spendFund>[1]> = {}) =>
    spendFund(later, {
      ...{ ...said, counterpart: "Bu Guru", note: "", receipt: NOTE, formKey: aKey(), amount: rupiah(amount) },
      ...over,
    });
  const left = async (fund: string) => (await readFunds(groupId)).find((each) => each.fund === fund)?.left;
  return { ...at, groupId, later, chairCtx: chair, which, spend, left };
}

describe("spend-fund", () => {
  it("pays up to the group's limit at once, with a receipt, never more than the fund holds", async () => {
    const at = await aSharedYear();
    expect(await setFundLimit(at.chairCtx, { groupId: at.groupId, limit: rupiah(20_000) })).toEqual({ ok: true });
    expect(await at.spend(5_000, { receipt: null })).toMatchObject({ fields: { receipt: "receipt-needed" } });
    expect(await at.spend(30_001)).toMatchObject({ reason: "fund-holds-less" });
    const formKey = aKey();
    expect(await at.spend(20_000, { formKey })).toMatchObject({ ok: true, state: "paid" });
    expect(await at.spend(20_000, { formKey })).toMatchObject({ ok: true, state: "paid" });
    expect(await at.spend(20_001, { formKey })).toMatchObject({ reason: "form-used" });
    expect([await at.left("education"), await at.left("social")]).toEqual([10_000, 30_000]);
    expect(await balanceOf(`shu-fund:group:${at.groupId}`)).toBe(-40_000);
    expect(await balanceOf(`cash-box:group:${at.groupId}`)).toBe(40_000);
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
    await expect(spendFund(at.chairCtx, { ...({} as Parameters<typeof spendFund>[1]), groupId: "x" })).rejects.toThrow(
      NotAllowed,
    );
    await expect(rawSql(`UPDATE fund_payments SET amount = 1 WHERE group_id = '${at.groupId}'`)).rejects.toThrow();
    await expect(rawSql(`DELETE FROM fund_payments WHERE group_id = '${at.groupId}'`)).rejects.toThrow();
  });

  it("never pays more than the fund holds when several press at once", async () => {
    const at = await aSharedYear();
    await setFundLimit(at.chairCtx, { groupId: at.groupId, limit: rupiah(30_000) });
    const answers = await Promise.all([at.spend(20_000), at.spend(20_000), at.spend(20_000)]);
    expect(answers.map((answer) => (answer.ok ? answer.state : answer.reason)).toSorted()).toEqual([
      ...["fund-holds-less", "fund-holds-less", "paid"],
    ]);
    expect(await at.left("education")).toBe(10_000);
  });

  it("is for cooperatives alone", async () => {
    const group = await aGroup();
    const at = await aCooperative();
    const asked = { groupId: group.id, fund: "social", purpose: "aid", way: "cash", day: "2026-11-20" } as const;
    const answer = await spendFund(as(at.ctx, group.officer), {
      ...{ ...asked, counterpart: "X", note: "", receipt: NOTE, formKey: aKey(), amount: rupiah(1) },
    });
    expect(answer).toMatchObject({ reason: "not-a-cooperative" });
  });
});

describe("decide-fund-payment", () => {
  it("takes a second person above the limit, who looks at the fund again, and books it once", async () => {
    const at = await aSharedYear();
    const { groupId } = at;
    const asked = [await at.spend(20_000), await at.spend(15_000)];
    const [first = "", second = ""] = asked.map((answer) => (answer.ok ? answer.paymentId : ""));
    expect(asked).toMatchObject([{ state: "asked" }, { state: "asked" }]);
    expect(await balanceOf(`shu-fund:group:${groupId}`)).toBe(-60_000);
    expect((await listOpenTasks(at.chair, at.later.now)).map(({ kind }) => kind)).toContain("fund-payments-to-approve");
    const pay = { groupId, paymentId: first, to: "paid", why: "" } as const;
    const isBoth = as(at.later, at.group.officer);
    expect(await decideFundPayment(isBoth, pay)).toMatchObject({ reason: "same-hand" });
    const both = await Promise.all([decideFundPayment(at.chairCtx, pay), decideFundPayment(at.chairCtx, pay)]);
    expect(both.map((answer) => (answer.ok ? "ok" : answer.reason)).toSorted()).toEqual(["fund-payment-decided", "ok"]);
    expect(await decideFundPayment(at.chairCtx, { ...pay, paymentId: second })).toMatchObject({
      reason: "fund-holds-less",
    });
    const refusal = { groupId, paymentId: second, to: "refused", why: "" } as const;
    expect(await decideFundPayment(at.chairCtx, refusal)).toMatchObject({ fields: { reason: "required" } });
    expect(await decideFundPayment(at.chairCtx, { ...refusal, why: "Tahun depan" })).toEqual({ ok: true });
    expect((await listFundPayments(at.group.officer, groupId)).map(({ state, number }) => [state, number])).toEqual(
      expect.arrayContaining([
        ["paid", 1],
        ["refused", null],
      ]),
    );
    expect(await balanceOf(`shu-fund:group:${groupId}`)).toBe(-40_000);
  });

  it("keeps a year from being undone once its funds were paid out", async () => {
    const at = await aSharedYear();
    await setFundLimit(at.chairCtx, { groupId: at.groupId, limit: rupiah(30_000) });
    await at.spend(1_000);
    expect(await askSurplusReversal(at.later, { ...at.which, reason: "Salah hitung" })).toEqual({ ok: true });
    expect(await reverseSurplus(at.chairCtx, at.which)).toMatchObject({ reason: "funds-paid-out" });
  });
});

/** A shared year of which 20,000 of education were paid out, wrongly. */
async function aWrongPayment() {
  const at = await aSharedYear();
  await setFundLimit(at.chairCtx, { groupId: at.groupId, limit: rupiah(20_000) });
  const answer = await at.spend(20_000);
  const which = { groupId: at.groupId, paymentId: answer.ok ? answer.paymentId : "" };
  const stateOf = async () => (await listFundPayments(at.group.officer, at.groupId)).map(({ state }) => state);
  return { ...at, payment: which, stateOf };
}

describe("ask-fund-reversal", () => {
  it("needs a reason, books nothing, and waits for the chair", async () => {
    const at = await aWrongPayment();
    expect(await askFundReversal(at.later, { ...at.payment, why: "" })).toMatchObject({
      fields: { why: "reason-needed" },
    });
    const stranger = { ...at.payment, groupId: (await aCooperative()).group.id, why: "x" };
    await expect(askFundReversal(at.later, stranger)).rejects.toThrow(NotAllowed);
    await expect(askFundReversal(at.chairCtx, { ...at.payment, why: "x" })).rejects.toThrow(NotAllowed);
    expect(await askFundReversal(at.later, { ...at.payment, paymentId: "none", why: "x" })).toMatchObject({
      reason: "no-such-payment-out",
    });
    expect(await askFundReversal(at.later, { ...at.payment, why: "Dibatalkan" })).toEqual({ ok: true });
    expect(await askFundReversal(at.later, { ...at.payment, why: "Lagi" })).toMatchObject({
      reason: "fund-payment-decided",
    });
    expect([await at.stateOf(), await at.left("education")]).toEqual([["reversal-asked"], 10_000]);
    expect((await listOpenTasks(at.chair, at.later.now)).map(({ kind }) => kind)).toContain("fund-payments-to-approve");
  });
});

describe("answer-fund-reversal", () => {
  it("is another person's, posts the mirror once, and gives the fund back what it had", async () => {
    const at = await aWrongPayment();
    const agree = { ...at.payment, to: "reversed" } as const;
    expect(await answerFundReversal(at.chairCtx, agree)).toMatchObject({ reason: "fund-payment-decided" });
    await askFundReversal(at.later, { ...at.payment, why: "Salah dana" });
    const isBoth = as(at.later, at.group.officer);
    expect(await answerFundReversal(isBoth, agree)).toMatchObject({ reason: "same-hand" });
    const both = await Promise.all([answerFundReversal(at.chairCtx, agree), answerFundReversal(at.chairCtx, agree)]);
    expect(both.map((answer) => (answer.ok ? "ok" : answer.reason)).toSorted()).toEqual(["fund-payment-decided", "ok"]);
    expect([await at.stateOf(), await at.left("education")]).toEqual([["reversed"], 30_000]);
    expect(await balanceOf(`shu-fund:group:${at.groupId}`)).toBe(-60_000);
    expect(await balanceOf(`cash-box:group:${at.groupId}`)).toBe(60_000);
    expect((await verifyBooks()).ok).toBe(true);
    await expect(rawSql(`UPDATE fund_payments SET state = 'paid' WHERE group_id = '${at.groupId}'`)).rejects.toThrow();
    expect(await askSurplusReversal(at.later, { ...at.which, reason: "Salah hitung" })).toEqual({ ok: true });
    expect(await reverseSurplus(at.chairCtx, at.which)).toEqual({ ok: true });
  });

  it("may leave the payment as it was, to be asked for again", async () => {
    const at = await aWrongPayment();
    await askFundReversal(at.later, { ...at.payment, why: "Salah dana" });
    expect(await answerFundReversal(at.chairCtx, { ...at.payment, to: "paid" })).toEqual({ ok: true });
    expect([await at.stateOf(), await at.left("education")]).toEqual([["paid"], 10_000]);
    expect(await askFundReversal(at.later, { ...at.payment, why: "Memang salah" })).toEqual({ ok: true });
  });
});

describe("ask-withdrawal", () => {
  it("waits for the treasurer, who grants it by recording it, or refuses with a reason", async () => {
    const at = await aCooperative();
    const groupId = at.group.id;
    const member = await anOfficer(at.group, []);
    const { memberId } = member;
    await saves(at.ctx, { groupId, memberId, sukarela: 50_000 });
    const asking = as(at.ctx, member.actor);
    const ask = { groupId, memberId, way: "cash", words: "Sekolah", formKey: aKey() } as const;
    expect(await askWithdrawal(asking, { ...ask, amount: rupiah(50_001) })).toMatchObject({ reason: "savings-short" });
    for (let times = 0; times < 2; times += 1)
      expect(await askWithdrawal(asking, { ...ask, amount: rupiah(20_000) })).toEqual({ ok: true });
    expect(await listWithdrawalRequests(groupId)).toHaveLength(1);
    expect((await listOpenTasks(at.group.officer, at.ctx.now)).map(({ kind }) => kind)).toContain("withdrawals-asked");
    expect(await refuseWithdrawal(at.ctx, { groupId, memberId, why: "Kas kosong" })).toEqual({ ok: true });
    expect(await refuseWithdrawal(at.ctx, { groupId, memberId, why: "x" })).toMatchObject({
      reason: "withdrawal-answered",
    });
    expect(await findNewestWithdrawal(memberId)).toMatchObject({ refusedWhy: "Kas kosong", movementId: null });
    const later = { ...asking, now: new Date(asking.now.getTime() + 60_000) };
    expect(await askWithdrawal(later, { ...ask, amount: rupiah(10_000), formKey: aKey() })).toEqual({ ok: true });
    const taken = await saves(at.ctx, { groupId, memberId, purpose: "withdrawal", sukarela: 10_000 });
    expect(taken.ok).toBe(true);
    expect(await findNewestWithdrawal(memberId)).toMatchObject({ movementId: taken.ok ? taken.movementId : "" });
    expect(await listWithdrawalRequests(groupId)).toEqual([]);
    await expect(askWithdrawal(at.ctx, { ...ask, amount: rupiah(1), formKey: aKey() })).rejects.toThrow(NotAllowed);
  });
});
