import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah, ZERO } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { remindSavers } from "#app/usecases/books/remind-savers.ts";
import { reverseSavings } from "#app/usecases/books/reverse-savings.ts";
import { saveFromShare } from "#app/usecases/books/save-from-share.ts";
import { setSavingsTerms } from "#app/usecases/books/set-savings-terms.ts";
import { removeMember } from "#app/usecases/sell/remove-member.ts";
import { getGroupMoney, listMemberBalances } from "#db/read/books.ts";
import { trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { listOpenTasks } from "#db/read/open-tasks.ts";
import { findSavingsMovement, listSavingsMovements, readSavers } from "#db/read/savings.ts";
import { messages } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aCooperative, aKey, saves } from "#tests/world/cooperative.ts";
import { earned } from "#tests/world/earnings.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";
import { rawSql } from "#tests/world/raw-sql.ts";

type Cooperative = Awaited<ReturnType<typeof aCooperative>>;

const saverOf = async ({ group, ctx }: Cooperative, memberId: string) =>
  (await readSavers(group.id, ctx.now, memberId))[0];

describe("set-savings-terms", () => {
  it("keeps versions, never goes back, and is only for cooperatives", async () => {
    const at = await aCooperative();
    const terms = { pokok: rupiah(100_000), wajib: rupiah(25_000), dueDay: 5, decision: "Rapat", groupId: at.group.id };
    expect(await setSavingsTerms(at.ctx, { ...terms, fromMonth: "2027-01", formKey: aKey() })).toEqual({
      ok: true,
      version: 2,
    });
    expect(await setSavingsTerms(at.ctx, { ...terms, fromMonth: "2026-12", formKey: aKey() })).toMatchObject({
      reason: "terms-go-back",
    });
    const craft = await aGroup();
    const elsewhere = testContext({ actor: craft.officer });
    const theirs = { ...terms, groupId: craft.id, fromMonth: "2027-01", formKey: aKey() };
    expect(await setSavingsTerms(elsewhere, theirs)).toMatchObject({ reason: "not-a-cooperative" });
    expect(
      await saves(elsewhere, { groupId: craft.id, memberId: craft.members[0]?.id ?? "", sukarela: 1 }),
    ).toMatchObject({ reason: "not-a-cooperative" });
    expect(await remindSavers(elsewhere, { groupId: craft.id })).toMatchObject({ reason: "not-a-cooperative" });
    await expect(rawSql(`UPDATE savings_terms SET wajib = 1 WHERE group_id = '${at.group.id}'`)).rejects.toThrow();
  });
});

describe("record-savings", () => {
  it("numbers receipts without a gap, takes pokok once, and knows who is behind", async () => {
    const at = await aCooperative();
    const { group, ctx } = at;
    const memberId = group.members[1]?.id ?? "";
    const one = { groupId: group.id, memberId };
    expect((await saverOf(at, memberId))?.standing.behind).toBe(120_000);
    const first = await saves(ctx, { ...one, pokok: 100_000, wajib: 5_000 });
    expect(await saves(ctx, { ...one, pokok: 1 })).toMatchObject({
      reason: "pokok-once",
      fields: { pokok: "pokok-once" },
    });
    expect(await saves(ctx, one)).toMatchObject({ reason: "nothing-written" });
    expect(await saves(ctx, { ...one, wajib: 1, day: "2026-11-25" })).toMatchObject({ fields: { day: "day-ahead" } });
    const second = await saves(ctx, { ...one, wajib: 15_000, sukarela: 50_000, way: "transfer", note: "TRF-1" });
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect((await listSavingsMovements(one)).map(({ number }) => number)).toEqual([1, 2]);
    const saver = await saverOf(at, memberId);
    expect(saver?.saved).toEqual({ pokok: 100_000, wajib: 20_000, sukarela: 50_000 });
    expect(saver?.standing).toMatchObject({ behind: 0, openMonths: [] });
    expect(await getGroupMoney(group.officer, group.id)).toMatchObject({ cashBox: 105_000, capital: 170_000, fund: 0 });
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("counts once when one form is sent ten times at once", async () => {
    const { group, ctx } = await aCooperative();
    const one = { groupId: group.id, memberId: group.members[0]?.id ?? "", sukarela: 10_000, formKey: aKey() };
    const same = await Promise.all(Array.from({ length: 10 }, () => saves(ctx, one)));
    expect(new Set(same.map((answer) => (answer.ok ? answer.movementId : answer.reason))).size).toBe(1);
    expect(await saves(ctx, { ...one, sukarela: 1 })).toMatchObject({ reason: "form-used" });
  });

  it("lets nobody take home more than was saved, however many press at once", async () => {
    const at = await aCooperative();
    const { group, ctx } = at;
    const memberId = group.members[0]?.id ?? "";
    const one = { groupId: group.id, memberId };
    await saves(ctx, { ...one, sukarela: 50_000 });
    await saves(ctx, { groupId: group.id, memberId: group.members[1]?.id ?? "", sukarela: 500_000 });
    const ten = await Promise.all(
      Array.from({ length: 10 }, () => saves(ctx, { ...one, purpose: "withdrawal", sukarela: 20_000 })),
    );
    expect(ten.filter((answer) => answer.ok)).toHaveLength(2);
    expect(ten.find((answer) => !answer.ok)).toMatchObject({ reason: "savings-short" });
    expect((await saverOf(at, memberId))?.saved.sukarela).toBe(10_000);
    const numbers = (await listSavingsMovements({ groupId: group.id })).map(({ number }) => number);
    expect(numbers).toEqual([1, 2, 3, 4]);
  });

  it("keeps pokok and wajib while she is a member, and gives all of it back once she left", async () => {
    const at = await aCooperative();
    const { group, ctx } = at;
    const memberId = group.members[2]?.id ?? "";
    const one = { groupId: group.id, memberId };
    await saves(ctx, { ...one, pokok: 100_000, wajib: 20_000, sukarela: 7_000 });
    expect(await saves(ctx, { ...one, purpose: "withdrawal", wajib: 1 })).toMatchObject({
      fields: { wajib: "pokok-stays" },
    });
    expect(await saves(ctx, { ...one, purpose: "leaving" })).toMatchObject({ reason: "member-still-here" });
    expect(await saves(ctx, { ...one, purpose: "withdrawal", way: "transfer", sukarela: 1 })).toMatchObject({
      reason: "pay-from-box",
    });
    await removeMember(ctx, { groupId: group.id, memberId });
    expect(await saves(ctx, { ...one, sukarela: 1 })).toMatchObject({ reason: "member-has-left" });
    const kinds = async () => (await listOpenTasks(group.officer, ctx.now)).map((task) => task.kind);
    expect(await kinds()).toContain("capital-to-return");
    expect(await saves(ctx, { ...one, purpose: "leaving" })).toMatchObject({ ok: true });
    expect(await saves(ctx, { ...one, purpose: "leaving" })).toMatchObject({ reason: "nothing-written" });
    expect((await saverOf(at, memberId))?.total).toBe(0);
    expect(await kinds()).not.toContain("capital-to-return");
    expect((await getGroupMoney(group.officer, group.id)).cashBox).toBe(0);
  });

  it("is the treasurer's alone, tells the member, and shows a receipt to nobody else", async () => {
    const { group, ctx, chair } = await aCooperative();
    const saver = await anOfficer(group, []);
    const other = await anOfficer(group, []);
    const one = { groupId: group.id, memberId: saver.memberId, sukarela: 9_000 };
    await expect(saves(as(ctx, chair), one)).rejects.toThrow(NotAllowed);
    await expect(saves(as(ctx, saver.actor), one)).rejects.toThrow(NotAllowed);
    const made = await saves(ctx, one);
    const which = { groupId: group.id, movementId: made.ok ? made.movementId : "" };
    expect(await findSavingsMovement(saver.actor, which)).toBeDefined();
    expect(await findSavingsMovement(other.actor, which)).toBeUndefined();
    await expect(rawSql(`DELETE FROM savings_movements WHERE id = '${which.movementId}'`)).rejects.toThrow();
  });
});

describe("save-from-share", () => {
  it("is the member's own word, takes no more than her share, and pays out less afterwards", async () => {
    const at = await aCooperative();
    const { group, ctx } = at;
    const saver = await anOfficer(group, []);
    await earned({ groupId: group.id, memberId: saver.memberId, amount: 60_000 });
    const one = { groupId: group.id, memberId: saver.memberId, pokok: ZERO, wajib: rupiah(20_000), sukarela: ZERO };
    await expect(saveFromShare(ctx, { ...one, formKey: aKey() })).rejects.toThrow(NotAllowed);
    const own = as(ctx, saver.actor);
    expect(await saveFromShare(own, { ...one, wajib: rupiah(60_001), formKey: aKey() })).toMatchObject({
      reason: "more-than-share",
    });
    const formKey = aKey();
    const twice = await Promise.all([saveFromShare(own, { ...one, formKey }), saveFromShare(own, { ...one, formKey })]);
    expect(new Set(twice.map((answer) => (answer.ok ? answer.movementId : answer.reason))).size).toBe(1);
    expect((await saverOf(at, saver.memberId))?.saved.wajib).toBe(20_000);
    const owed = (await listMemberBalances(group.officer, group.id)).find((member) => member.id === saver.memberId);
    expect(owed?.owed).toBe(40_000);
    const paid = { groupId: group.id, memberId: saver.memberId, method: "transfer", reference: "" } as const;
    expect(await payOut(ctx, { ...paid, amount: rupiah(40_000), formKey: aKey() })).toMatchObject({ ok: true });
    // By the treasurer only with word of how she agreed.
    await earned({ groupId: group.id, memberId: saver.memberId, amount: 5_000 });
    const set = { groupId: group.id, memberId: saver.memberId, way: "share" as const, sukarela: 5_000 };
    expect(await saves(ctx, set)).toMatchObject({ reason: "agreement-needed" });
    expect(await saves(ctx, { ...set, note: "Tanda tangan slip 24 November" })).toMatchObject({ ok: true });
  });
});

describe("reverse-savings", () => {
  it("takes a receipt back once, under a number of its own, and never below zero", async () => {
    const at = await aCooperative();
    const { group, ctx } = at;
    const one = { groupId: group.id, memberId: group.members[0]?.id ?? "" };
    const made = await saves(ctx, { ...one, sukarela: 30_000 });
    const movementId = made.ok ? made.movementId : "";
    const wrong = { groupId: group.id, movementId, reason: "Salah anggota" };
    await saves(ctx, { ...one, purpose: "withdrawal", sukarela: 1_000 });
    expect(await reverseSavings(ctx, wrong)).toMatchObject({ reason: "savings-short" });
    await saves(ctx, { ...one, sukarela: 1_000 });
    const answers = await Promise.all([reverseSavings(ctx, wrong), reverseSavings(ctx, wrong)]);
    const ids = answers.map((answer) => (answer.ok ? answer.movementId : answer.reason));
    expect(new Set(ids).size).toBe(1);
    expect(await reverseSavings(ctx, { ...wrong, movementId: ids[0] ?? "" })).toMatchObject({
      reason: "reversal-stands",
    });
    expect((await saverOf(at, one.memberId))?.total).toBe(0);
    const stranger = await aCooperative();
    expect(await reverseSavings(stranger.ctx, { ...wrong, groupId: stranger.group.id })).toMatchObject({
      reason: "no-such-receipt",
    });
    expect((await verifyBooks()).ok).toBe(true);
  });
});

describe("remind-savers", () => {
  it("leaves a kind word with whoever is behind, at most one a month", async () => {
    const at = await aCooperative();
    const { group, ctx } = at;
    const behind = await anOfficer(group, []);
    const complete = await anOfficer(group, []);
    await saves(ctx, { groupId: group.id, memberId: complete.memberId, pokok: 100_000, wajib: 20_000 });
    await remindSavers(ctx, { groupId: group.id });
    await remindSavers(ctx, { groupId: group.id });
    const rows = await inTransaction((tx) => tx.select().from(messages).where(eq(messages.kind, "savings-due")));
    const told = rows.filter(({ personId }) => personId === behind.id || personId === complete.id);
    expect(told).toHaveLength(1);
    expect((await listOpenTasks(behind.actor, ctx.now)).map((task) => task.kind)).toContain("own-dues");
    expect((await listOpenTasks(complete.actor, ctx.now)).map((task) => task.kind)).not.toContain("own-dues");
    await expect(remindSavers(as(ctx, behind.actor), { groupId: group.id })).rejects.toThrow(NotAllowed);
  });
});
