import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { payoutCode } from "#app/domain/payout.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { agreeToAdvance } from "#app/usecases/books/agree-to-advance.ts";
import { decideBatch } from "#app/usecases/books/decide-batch.ts";
import { drawCash } from "#app/usecases/books/draw-cash.ts";
import { failLine } from "#app/usecases/books/fail-line.ts";
import { giveAdvance } from "#app/usecases/books/give-advance.ts";
import { payLines } from "#app/usecases/books/pay-lines.ts";
import { prepareCash } from "#app/usecases/books/prepare-cash.ts";
import { setPayoutRules } from "#app/usecases/books/set-payout-rules.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { listOwnMessages } from "#db/read/messages.ts";
import { listOpenTasks } from "#db/read/open-tasks.ts";
import { listPayables } from "#db/read/payables.ts";
import { findBatch, findLine } from "#db/read/payouts.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { earned } from "#tests/world/earnings.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";

const key = () => `form-key-${testId()}-0123456789`;
/** What a picture begins with: the stand-in for photos looks no further. */
const SLIP = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const TODAY = "2026-11-24";

/** A member with an account who is owed 80,000, cash in the box, and a fund to lend from. */
async function aMemberWithCash() {
  const group = await aGroup();
  const groupId = group.id;
  const chair = (await anOfficer(group, ["chair"])).actor;
  const member = await anOfficer(group, []);
  const { memberId } = member;
  await earned({ groupId, memberId, amount: 80_000 });
  await earned({ groupId, memberId: null, amount: 60_000 });
  const ctx = testContext({ actor: group.officer });
  await drawCash(ctx, { groupId, amount: rupiah(100_000), formKey: key() });
  await setPayoutRules(as(ctx, chair), { groupId, approval: "batches", advanceLimit: rupiah(50_000) });
  const prepare = (amount: number, formKey = key()) =>
    prepareCash(ctx, { groupId, memberId, amount: rupiah(amount), reference: "", formKey });
  const lineOf = async (batchId: string) => (await findBatch(group.officer, { groupId, batchId }))?.lines[0]?.id ?? "";
  const codeOf = (lineId: string) => payoutCode(ctx.secrets.hash("payout-code", lineId));
  const pay = async (batchId: string, over: Partial<Parameters<typeof payLines>[1]> = {}) =>
    payLines(ctx, {
      ...{ groupId, batchId, lineIds: [await lineOf(batchId)], reference: "", code: "", proof: null },
      ...over,
    });
  return { group, groupId, chair, member, memberId, ctx, prepare, lineOf, codeOf, pay };
}

describe("prepare-cash", () => {
  it("gives one member's cash only when she confirms it, and speaks for it until then", async () => {
    const at = await aMemberWithCash();
    const formKey = key();
    const answers = [await at.prepare(50_000, formKey), await at.prepare(50_000, formKey)];
    const [first] = answers;
    const batchId = first?.ok ? first.batchId : "";
    expect(answers).toEqual([
      { ok: true, batchId },
      { ok: true, batchId },
    ]);
    expect(await at.prepare(50_001, formKey)).toMatchObject({ reason: "form-used" });
    expect(await at.prepare(30_001)).toMatchObject({ reason: "under-way" });
    expect(await balanceOf(`member-payable:member:${at.memberId}`)).toBe(-80_000);
    expect((await listOwnMessages(at.member.actor, { page: 1 })).messages.map(({ kind }) => kind)).toContain(
      "payout-ready",
    );
    expect(await at.pay(batchId)).toMatchObject({ reason: "code-or-slip" });
    expect(await at.pay(batchId, { code: "12" })).toMatchObject({ reason: "payout-code-wrong" });
    expect(await at.pay(batchId, { code: at.codeOf(await at.lineOf(batchId)) })).toEqual({ ok: true });
    expect(await balanceOf(`member-payable:member:${at.memberId}`)).toBe(-30_000);
    expect(await at.prepare(60_000)).toMatchObject({ reason: "more-than-owed" });
    await expect(
      prepareCash(as(at.ctx, at.chair), {
        ...{ groupId: at.groupId, memberId: at.memberId, amount: rupiah(1) },
        reference: "",
        formKey: key(),
      }),
    ).rejects.toThrow(NotAllowed);
  });

  it("waits for the second person where the group wants one for every payout", async () => {
    const at = await aMemberWithCash();
    const { groupId } = at;
    await setPayoutRules(as(at.ctx, at.chair), { groupId, approval: "all", advanceLimit: rupiah(0) });
    const prepared = await at.prepare(10_000);
    const batchId = prepared.ok ? prepared.batchId : "";
    const code = at.codeOf(await at.lineOf(batchId));
    expect(await at.pay(batchId, { code })).toMatchObject({ reason: "not-approved" });
    expect(await decideBatch(as(at.ctx, at.chair), { groupId, batchId, to: "approved", why: "" })).toEqual({
      ok: true,
    });
    expect(await at.pay(batchId, { code })).toEqual({ ok: true });
  });

  it("is prepared once when two treasurers press at once", async () => {
    const at = await aMemberWithCash();
    const answers = await Promise.all([at.prepare(80_000), at.prepare(80_000)]);
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.reason)).toSorted()).toEqual(["ok", "under-way"]);
  });

  it("takes the code of a failed line no more, and pays it in another batch once", async () => {
    const at = await aMemberWithCash();
    const prepared = await at.prepare(80_000);
    const batchId = prepared.ok ? prepared.batchId : "";
    const lineId = await at.lineOf(batchId);
    expect(await failLine(at.ctx, { groupId: at.groupId, batchId, lineId, reason: "Tidak datang" })).toEqual({
      ok: true,
    });
    expect(await at.pay(batchId, { code: at.codeOf(lineId) })).toMatchObject({ reason: "line-done" });
    const again = await at.prepare(80_000);
    const second = again.ok ? again.batchId : "";
    expect(await at.pay(second, { code: at.codeOf(lineId) })).toMatchObject({ reason: "payout-code-wrong" });
    expect(await at.pay(second, { proof: SLIP })).toEqual({ ok: true });
    expect(await at.pay(batchId, { proof: SLIP })).toMatchObject({ reason: "line-done" });
    expect(await balanceOf(`member-payable:member:${at.memberId}`)).toBe(0);
    expect((await listPayables({ groupId: at.groupId, memberId: at.memberId, today: TODAY }))[0]).toMatchObject({
      ...{ owed: 0, free: 0, underWay: 0 },
    });
  });
});

describe("agree-to-advance", () => {
  async function anAdvance(method: "cash" | "transfer" = "cash") {
    const at = await aMemberWithCash();
    const given = await giveAdvance(at.ctx, {
      ...{ groupId: at.groupId, memberId: at.memberId, amount: rupiah(20_000), method, formKey: key() },
      ...{ repay: { basisPoints: 2_000 }, reason: "Obat" },
    });
    const batchId = given.ok ? given.batchId : "";
    const lineId = await at.lineOf(batchId);
    await decideBatch(as(at.ctx, at.chair), { groupId: at.groupId, batchId, to: "approved", why: "" });
    const kinds = async () => (await listOpenTasks(at.member.actor, at.ctx.now)).map(({ kind }) => kind);
    return { ...at, batchId, lineId, kinds };
  }

  it("lets nobody have an advance before she agreed on her page to how it comes back", async () => {
    const at = await anAdvance();
    const { groupId, lineId, batchId } = at;
    const code = at.codeOf(lineId);
    expect(await at.pay(batchId, { code })).toMatchObject({ reason: "advance-not-agreed" });
    expect(await at.kinds()).toContain("advance-to-agree");
    await expect(agreeToAdvance(as(at.ctx, at.chair), { groupId, lineId, slip: null })).rejects.toThrow(NotAllowed);
    expect(await agreeToAdvance(as(at.ctx, at.member.actor), { groupId, lineId, slip: null })).toEqual({ ok: true });
    expect(await findLine({ groupId, lineId })).toMatchObject({ agreedBy: "page", agreementPhotoId: null });
    expect(await at.kinds()).not.toContain("advance-to-agree");
    expect(await at.pay(batchId, { code })).toEqual({ ok: true });
    expect(await agreeToAdvance(at.ctx, { groupId, lineId: "none", slip: SLIP })).toMatchObject({
      reason: "no-such-batch",
    });
  });

  it("takes a slip that is signed for the cash as her yes, for it says how it comes back", async () => {
    const at = await anAdvance();
    expect(await at.pay(at.batchId, { proof: SLIP })).toEqual({ ok: true });
    const line = await findLine({ groupId: at.groupId, lineId: at.lineId });
    expect(line).toMatchObject({ agreedBy: "slip", state: "paid" });
    expect(line?.agreementPhotoId).toBeTruthy();
  });

  it("takes the bank's receipt for no yes, and no yes to what failed", async () => {
    const at = await anAdvance("transfer");
    const { groupId, lineId, batchId } = at;
    expect(await at.pay(batchId, { proof: SLIP })).toMatchObject({ reason: "advance-not-agreed" });
    expect(await failLine(at.ctx, { groupId, batchId, lineId, reason: "Batal" })).toEqual({ ok: true });
    expect(await agreeToAdvance(at.ctx, { groupId, lineId, slip: SLIP })).toMatchObject({ reason: "line-done" });
  });
});
