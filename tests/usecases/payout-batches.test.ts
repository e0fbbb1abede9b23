import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { payoutCode } from "#app/domain/payout.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { agreeToAdvance } from "#app/usecases/books/agree-to-advance.ts";
import { askPayout } from "#app/usecases/books/ask-payout.ts";
import { decideBatch } from "#app/usecases/books/decide-batch.ts";
import { downloadBankFile } from "#app/usecases/books/download-bank-file.ts";
import { drawCash } from "#app/usecases/books/draw-cash.ts";
import { failLine } from "#app/usecases/books/fail-line.ts";
import { giveAdvance } from "#app/usecases/books/give-advance.ts";
import { payLines } from "#app/usecases/books/pay-lines.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { prepareBatch } from "#app/usecases/books/prepare-batch.ts";
import { releaseHoldback } from "#app/usecases/books/release-holdback.ts";
import { repayAdvance } from "#app/usecases/books/repay-advance.ts";
import { setPayoutRules } from "#app/usecases/books/set-payout-rules.ts";
import { setPayoutWay } from "#app/usecases/books/set-payout-way.ts";
import { listGroupTasks } from "#db/read/group-tasks.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { listPayables } from "#db/read/payables.ts";
import { findBatch, listPayoutsOf } from "#db/read/payouts.ts";
import { activities, payoutWays } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { earned } from "#tests/world/earnings.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";

const key = () => `form-key-${testId()}-0123456789`;
const none = { minimum: null, hold: null, holdWhy: "", holdUntil: null, note: "" };
/** What a picture begins with: the stand-in for photos looks no further. */
const SLIP = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const TODAY = "2026-11-24";

/** Three members, each owed something; a treasurer, and a chair besides. */
async function aGroupThatOwes(amounts: [number, number, number] = [40_000, 60_000, 90_000]) {
  const group = await aGroup();
  const chair = (await anOfficer(group, ["chair"])).actor;
  for (const [at, amount] of amounts.entries())
    if (amount > 0) await earned({ groupId: group.id, memberId: group.members[at]?.id ?? "", amount });
  const ctx = testContext({ actor: group.officer });
  const ids = group.members.map((member) => member.id) as [string, string, string];
  const groupId = group.id;
  const prepare = async (over: Partial<Parameters<typeof prepareBatch>[1]> = {}) => {
    const answer = await prepareBatch(ctx, { ...none, kind: "all", formKey: key(), groupId, ...over });
    return answer.ok ? answer.batchId : answer.reason;
  };
  const approve = (batchId: string) => decideBatch(as(ctx, chair), { groupId, batchId, to: "approved", why: "" });
  const linesOf = async (batchId: string) => (await findBatch(group.officer, { groupId, batchId }))?.lines ?? [];
  const pay = (batchId: string, lineIds: string[], over: Partial<Parameters<typeof payLines>[1]> = {}) =>
    payLines(ctx, { groupId, batchId, lineIds, reference: "", code: "", proof: null, ...over });
  const codeOf = (lineId: string) => payoutCode(ctx.secrets.hash("payout-code", lineId));
  const freeOf = async () => (await listPayables({ groupId, today: TODAY })).slice(0, 3).map((member) => member.free);
  return { group, groupId, chair, ctx, ids, prepare, approve, linesOf, pay, codeOf, freeOf };
}

async function byTransfer(at: Awaited<ReturnType<typeof aGroupThatOwes>>, memberId: string, account = "1234567890") {
  const way = { method: "transfer", provider: "Bank Riau Kepri", holder: "Siti", account } as const;
  expect(await setPayoutWay(at.ctx, { ...way, groupId: at.groupId, memberId })).toEqual({ ok: true });
}

describe("prepare-batch", () => {
  it("speaks for what it takes, and gives it back when it is refused", async () => {
    const at = await aGroupThatOwes();
    const batchId = await at.prepare({ kind: "minimum", minimum: rupiah(50_000) });
    expect((await at.linesOf(batchId)).map((line) => line.amount)).toEqual([60_000, 90_000]);
    expect(await at.freeOf()).toEqual([40_000, 0, 0]);
    const form = { groupId: at.groupId, memberId: at.ids[1], amount: rupiah(1), reference: "", formKey: key() };
    expect(await payOut(at.ctx, { ...form, method: "transfer" })).toMatchObject({ reason: "under-way" });
    const why = "Tunggu panen";
    const refusing = { groupId: at.groupId, batchId, to: "refused", why } as const;
    expect(await decideBatch(as(at.ctx, at.chair), refusing)).toEqual({ ok: true });
    expect(await at.freeOf()).toEqual([40_000, 60_000, 90_000]);
    expect(await at.approve(batchId)).toMatchObject({ reason: "batch-decided" });
  });

  it("takes two people, each in their office, and tells the second one", async () => {
    const at = await aGroupThatOwes();
    const batchId = await at.prepare();
    const own = { groupId: at.groupId, batchId, to: "approved", why: "" } as const;
    expect(await decideBatch(at.ctx, own)).toMatchObject({ reason: "same-person" });
    const [line] = await at.linesOf(batchId);
    expect(await at.pay(batchId, [line?.id ?? ""])).toMatchObject({ reason: "not-approved" });
    const kinds = async () => (await listGroupTasks(at.chair, MARKET_DAY)).map((task) => task.kind);
    expect(await kinds()).toContain("payouts-to-approve");
    expect(await at.approve(batchId)).toEqual({ ok: true });
    expect(await kinds()).not.toContain("payouts-to-approve");
    await expect(
      prepareBatch(as(at.ctx, at.chair), { ...none, groupId: at.groupId, kind: "all", formKey: key() }),
    ).rejects.toThrow(NotAllowed);
    const stranger = await aGroup();
    await expect(decideBatch(testContext({ actor: stranger.officer }), own)).rejects.toThrow(NotAllowed);
  });

  it("needs no second person where the group says so, and every payout one where it says that", async () => {
    const at = await aGroupThatOwes();
    const rules = { groupId: at.groupId, advanceLimit: rupiah(0) };
    await setPayoutRules(as(at.ctx, at.chair), { ...rules, approval: "none" });
    const batchId = await at.prepare({ kind: "minimum", minimum: rupiah(90_000) });
    expect((await findBatch(at.group.officer, { groupId: at.groupId, batchId }))?.batch.state).toBe("approved");
    await setPayoutRules(as(at.ctx, at.chair), { ...rules, approval: "all" });
    const form = { groupId: at.groupId, memberId: at.ids[0], amount: rupiah(1), reference: "", formKey: key() };
    expect(await payOut(at.ctx, { ...form, method: "transfer" })).toMatchObject({ reason: "needs-second-person" });
  });

  it("pays those who asked, and what they asked for", async () => {
    const at = await aGroupThatOwes();
    const asked = { groupId: at.groupId, words: "Untuk sekolah", formKey: key() };
    expect(await askPayout(at.ctx, { ...asked, memberId: at.ids[2], amount: rupiah(90_001) })).toMatchObject({
      reason: "more-than-owed",
    });
    expect(await askPayout(at.ctx, { ...asked, memberId: at.ids[2], amount: rupiah(25_000) })).toEqual({ ok: true });
    await byTransfer(at, at.ids[2]);
    const batchId = await at.prepare({ kind: "asked" });
    const [line] = await at.linesOf(batchId);
    expect(line).toMatchObject({ memberId: at.ids[2], amount: 25_000, lastFour: "7890" });
    await at.approve(batchId);
    expect(await at.pay(batchId, [line?.id ?? ""])).toEqual({ ok: true });
    expect(await at.prepare({ kind: "asked" })).toBe("nothing-to-pay");
  });

  it("pays once when two treasurers prepare at the same time", async () => {
    const at = await aGroupThatOwes([0, 0, 70_000]);
    const other = await anOfficer(at.group, ["treasurer"]);
    const form = { ...none, groupId: at.groupId, kind: "all" } as const;
    const answers = await Promise.all(
      [at.group.officer, other.actor].map((who) => prepareBatch(as(at.ctx, who), { ...form, formKey: key() })),
    );
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.reason)).toSorted()).toEqual(["nothing-to-pay", "ok"]);
    const batchId = answers.flatMap((answer) => (answer.ok ? [answer.batchId] : []))[0] ?? "";
    await at.approve(batchId);
    const [line] = await at.linesOf(batchId);
    await drawCash(at.ctx, { groupId: at.groupId, amount: rupiah(70_000), formKey: key() });
    const lineIds = [line?.id ?? ""];
    const paid = {
      groupId: at.groupId,
      batchId,
      lineIds,
      reference: "",
      code: at.codeOf(lineIds[0] ?? ""),
      proof: null,
    };
    const two = await Promise.all([at.group.officer, other.actor].map((who) => payLines(as(at.ctx, who), paid)));
    expect(two.map((answer) => (answer.ok ? "ok" : answer.reason)).toSorted()).toEqual(["line-done", "ok"]);
    expect(await balanceOf(`member-payable:member:${at.ids[2]}`)).toBe(0);
    expect(await balanceOf(`cash-box:group:${at.groupId}`)).toBe(0);
  });
});

describe("pay-lines", () => {
  it("gives cash only with the member's code or a signed slip, one member at a time", async () => {
    const at = await aGroupThatOwes();
    const batchId = await at.prepare();
    await at.approve(batchId);
    const [first = "", second = "", third = ""] = (await at.linesOf(batchId)).map((line) => line.id);
    expect(await at.pay(batchId, [first, second])).toMatchObject({ reason: "one-cash-line" });
    expect(await at.pay(batchId, [first])).toMatchObject({ reason: "code-or-slip" });
    expect(await at.pay(batchId, [first], { code: at.codeOf(second) })).toMatchObject({ reason: "payout-code-wrong" });
    expect(await at.pay(batchId, [first], { code: at.codeOf(first) })).toMatchObject({ reason: "cash-box-short" });
    await drawCash(at.ctx, { groupId: at.groupId, amount: rupiah(190_000), formKey: key() });
    expect(await at.pay(batchId, [first], { code: at.codeOf(first) })).toEqual({ ok: true });
    expect(await at.pay(batchId, [first], { code: at.codeOf(first) })).toMatchObject({ reason: "line-done" });
    expect(await at.pay(batchId, [second], { proof: SLIP })).toEqual({ ok: true });
    for (let tries = 0; tries < 5; tries += 1) await at.pay(batchId, [third], { code: "000000" });
    expect(await at.pay(batchId, [third], { code: at.codeOf(third) })).toMatchObject({ reason: "too-many-tries" });
    const lines = await at.linesOf(batchId);
    expect(lines.map(({ state, number, confirmedBy }) => [state, number, confirmedBy])).toEqual([
      ["paid", 1, "code"],
      ["paid", 2, "slip"],
      ["waiting", null, null],
    ]);
    const back = { groupId: at.groupId, batchId, lineId: first, reason: "Salah" };
    expect(await failLine(at.ctx, back)).toMatchObject({ reason: "cash-is-paid" });
  });

  it("gives a failed line back to what is due, before or after the bank's word, and numbers without gaps", async () => {
    const at = await aGroupThatOwes();
    for (const memberId of at.ids) await byTransfer(at, memberId);
    const batchId = await at.prepare();
    await at.approve(batchId);
    const [first = "", second = "", third = ""] = (await at.linesOf(batchId)).map((line) => line.id);
    expect(await at.pay(batchId, [first, third], { reference: "TRF 9" })).toEqual({ ok: true });
    const failing = { groupId: at.groupId, batchId, reason: "Rekening tutup" };
    expect(await failLine(at.ctx, { ...failing, lineId: second })).toEqual({ ok: true });
    expect(await failLine(at.ctx, { ...failing, lineId: third })).toEqual({ ok: true });
    expect(await failLine(at.ctx, { ...failing, lineId: third })).toMatchObject({ reason: "line-done" });
    expect(await at.freeOf()).toEqual([0, 60_000, 90_000]);
    const again = await at.prepare();
    await at.approve(again);
    const lineIds = (await at.linesOf(again)).map((line) => line.id);
    expect(await at.pay(again, lineIds)).toEqual({ ok: true });
    expect((await at.linesOf(again)).map((line) => line.number)).toEqual([3, 4]);
    const { paid } = await listPayoutsOf(at.group.officer, { groupId: at.groupId, memberId: at.ids[2] });
    expect(paid.map(({ number, returnedWhy }) => [number, returnedWhy]).toSorted()).toEqual([
      [2, "Rekening tutup"],
      [4, ""],
    ]);
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("books the bank's word once, however often and by however many it is uploaded", async () => {
    const at = await aGroupThatOwes();
    for (const memberId of at.ids) await byTransfer(at, memberId);
    const batchId = await at.prepare();
    await at.approve(batchId);
    const lineIds = (await at.linesOf(batchId)).map((line) => line.id);
    const bankBefore = await balanceOf("bank:network:network");
    const upload = () => at.pay(batchId, lineIds, { reference: "TRF 9", proof: SLIP });
    const answers = [...(await Promise.all([upload(), upload(), upload()])), await upload()];
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.reason)).toSorted()).toEqual([
      ...["line-done", "line-done", "line-done", "ok"],
    ]);
    expect((await at.linesOf(batchId)).map((line) => line.number)).toEqual([1, 2, 3]);
    expect(await balanceOf("bank:network:network")).toBe(bankBefore - 190_000);
    for (const memberId of at.ids) expect(await balanceOf(`member-payable:member:${memberId}`)).toBe(0);
  });

  it("looks again when it pays: a refund may have come since", async () => {
    const at = await aGroupThatOwes([0, 50_000, 0]);
    await byTransfer(at, at.ids[1]);
    const batchId = await at.prepare();
    await at.approve(batchId);
    await earned({ groupId: at.groupId, memberId: at.ids[1], amount: -20_000 });
    const [line] = await at.linesOf(batchId);
    expect(await at.pay(batchId, [line?.id ?? ""])).toMatchObject({ reason: "more-than-owed" });
  });
});

describe("download-bank-file", () => {
  it("has whole accounts, safe cells, and is the treasurer's alone and written down", async () => {
    const at = await aGroupThatOwes();
    for (const memberId of at.ids) await byTransfer(at, memberId);
    await setPayoutWay(at.ctx, {
      ...{
        groupId: at.groupId,
        memberId: at.ids[0],
        method: "wallet",
        provider: "=HYPERLINK",
        holder: "+62",
        account: "081234567890",
      },
    });
    const batchId = await at.prepare();
    const ask = { groupId: at.groupId, batchId, news: "Hak anggota" };
    expect(await downloadBankFile(at.ctx, ask)).toMatchObject({ reason: "not-approved" });
    await at.approve(batchId);
    await expect(downloadBankFile(as(at.ctx, at.chair), ask)).rejects.toThrow(NotAllowed);
    const file = await downloadBankFile(at.ctx, ask);
    expect(file.ok && file.rows.slice(0, 3)).toEqual([
      ["name", "bank", "account", "amount", "news"],
      ["'+62", "'=HYPERLINK", "081234567890", "40000", "Hak anggota"],
      ["Siti", "Bank Riau Kepri", "1234567890", "60000", "Hak anggota"],
    ]);
    const kept = await inTransaction((tx) => tx.select().from(payoutWays));
    expect(JSON.stringify(kept)).not.toContain("1234567890");
    const done = await inTransaction((tx) => tx.select().from(activities));
    expect(done.filter((each) => each.what === "download-bank-file" && each.subject === batchId)).toHaveLength(1);
    const wrong = {
      groupId: at.groupId,
      memberId: at.ids[0],
      method: "transfer",
      provider: "",
      holder: "",
      account: "12a",
    } as const;
    expect(await setPayoutWay(at.ctx, wrong)).toMatchObject({
      fields: { provider: "required", account: "account-number" },
    });
  });
});

describe("give-advance", () => {
  async function aGroupThatLends() {
    const at = await aGroupThatOwes([0, 100_000, 0]);
    await earned({ groupId: at.groupId, amount: 80_000, memberId: null });
    await setPayoutRules(as(at.ctx, at.chair), {
      groupId: at.groupId,
      approval: "batches",
      advanceLimit: rupiah(50_000),
    });
    await byTransfer(at, at.ids[1]);
    const form = { groupId: at.groupId, memberId: at.ids[1], method: "transfer", reason: "Sakit" } as const;
    const give = async (amount: number, repay: Parameters<typeof giveAdvance>[1]["repay"] = { basisPoints: 2_500 }) => {
      const answer = await giveAdvance(at.ctx, { ...form, amount: rupiah(amount), repay, formKey: key() });
      return answer.ok ? answer.batchId : answer.reason;
    };
    return { ...at, give };
  }

  it("is bounded by the group's limit and its own money, and comes back from shares as agreed, or in cash", async () => {
    const at = await aGroupThatLends();
    expect(await at.give(50_001)).toBe("above-advance-limit");
    const batchId = await at.give(40_000);
    expect(await at.give(10_001)).toBe("above-advance-limit");
    await at.approve(batchId);
    const [advance] = await at.linesOf(batchId);
    expect(await at.pay(batchId, [advance?.id ?? ""])).toMatchObject({ reason: "advance-not-agreed" });
    const signed = { groupId: at.groupId, lineId: advance?.id ?? "", slip: SLIP };
    expect(await agreeToAdvance(at.ctx, { ...signed, slip: null })).toMatchObject({ reason: "agreement-slip" });
    for (let times = 0; times < 2; times += 1) expect(await agreeToAdvance(at.ctx, signed)).toEqual({ ok: true });
    expect(await at.pay(batchId, [advance?.id ?? ""])).toEqual({ ok: true });
    expect(await balanceOf(`advances:member:${at.ids[1]}`)).toBe(40_000);
    expect(await balanceOf(`member-payable:member:${at.ids[1]}`)).toBe(-100_000);

    const shares = await at.prepare();
    const [line] = await at.linesOf(shares);
    expect(line).toMatchObject({ amount: 75_000, repaid: 25_000 });
    await at.approve(shares);
    expect(await at.pay(shares, [line?.id ?? ""])).toEqual({ ok: true });
    expect(await balanceOf(`advances:member:${at.ids[1]}`)).toBe(15_000);

    const back = { groupId: at.groupId, memberId: at.ids[1], amount: rupiah(15_000), formKey: key() };
    expect(await repayAdvance(at.ctx, { ...back, amount: rupiah(15_001) })).toMatchObject({
      reason: "more-than-advance",
    });
    for (let times = 0; times < 2; times += 1) expect(await repayAdvance(at.ctx, back)).toEqual({ ok: true });
    expect(await balanceOf(`advances:member:${at.ids[1]}`)).toBe(0);
    expect(await balanceOf(`cash-box:group:${at.groupId}`)).toBe(15_000);
    expect((await trialBalance()).total).toBe(0);
  });

  it("is never approved by whom it is for, nor lent out of what is the members'", async () => {
    const at = await aGroupThatLends();
    await setPayoutRules(as(at.ctx, at.chair), {
      groupId: at.groupId,
      approval: "batches",
      advanceLimit: rupiah(900_000),
    });
    expect(await at.give(80_001)).toBe("fund-short");
    const chair = at.chair.memberships[0]?.memberId ?? "";
    const form = { groupId: at.groupId, memberId: chair, method: "cash", reason: "Atap", repay: null } as const;
    const own = await giveAdvance(at.ctx, { ...form, amount: rupiah(5_000), formKey: key() });
    expect(await at.approve(own.ok ? own.batchId : "")).toMatchObject({ reason: "own-advance" });
  });
});

describe("holdbacks", () => {
  it("keep a part until a day, for a named reason, and are due again then or when they are let go", async () => {
    const at = await aGroupThatOwes([0, 100_000, 0]);
    await byTransfer(at, at.ids[1]);
    const hold = { hold: { basisPoints: 1_000 }, holdUntil: "2026-12-24" };
    expect(await at.prepare(hold)).toBe("fields");
    const batchId = await at.prepare({ ...hold, holdWhy: "Tabungan lebaran" });
    const [line] = await at.linesOf(batchId);
    expect(line).toMatchObject({ amount: 90_000, kept: 10_000, keptWhy: "Tabungan lebaran" });
    await at.approve(batchId);
    expect(await at.pay(batchId, [line?.id ?? ""])).toEqual({ ok: true });
    const at24 = async (today: string) => (await listPayables({ groupId: at.groupId, memberId: at.ids[1], today }))[0];
    expect(await at24("2026-12-23")).toMatchObject({ owed: 10_000, kept: 10_000, free: 0 });
    expect(await at24("2026-12-24")).toMatchObject({ owed: 10_000, kept: 0, free: 10_000 });
    const form = { groupId: at.groupId, memberId: at.ids[1], amount: rupiah(1), reference: "", formKey: key() };
    expect(await payOut(at.ctx, { ...form, method: "transfer" })).toMatchObject({ reason: "under-way" });
    const holdbackId = line?.id ?? "";
    expect(await releaseHoldback(at.ctx, { groupId: at.groupId, holdbackId })).toEqual({ ok: true });
    expect(await releaseHoldback(at.ctx, { groupId: at.groupId, holdbackId })).toMatchObject({
      reason: "holdback-over",
    });
    expect((await at24(TODAY))?.free).toBe(10_000);
  });
});
