import { describe, expect, it } from "vitest";
import type { CashCategory } from "#app/domain/cash-movement.ts";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { recordCashMovement } from "#app/usecases/books/record-cash-movement.ts";
import { reverseCashMovement } from "#app/usecases/books/reverse-cash-movement.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { findMovement } from "#db/read/cash-movements.ts";
import { trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";
import { rawSql } from "#tests/world/raw-sql.ts";

type Over = { category?: CashCategory; amount?: number; formKey?: string; day?: string; receipt?: Uint8Array | null };

function voucher(groupId: string, { amount = 150_000, ...over }: Over = {}) {
  const said = { counterpart: "Toko Kain Batu IX", note: "katun 6 m", receipt: null, day: "2026-11-23" };
  return {
    ...{ groupId, ...said, category: "materials" as const, formKey: `form-${testId()}-0123456789`, ...over },
    amount: rupiah(amount),
  };
}

async function aGroupWithCash(amount = 400_000) {
  const group = await aGroup();
  const ctx = testContext({ actor: group.officer });
  const first = await recordCashMovement(ctx, voucher(group.id, { category: "donation", amount }));
  return { group, ctx, first: first.ok ? first.movementId : "" };
}

const numberOf = async (group: Awaited<ReturnType<typeof aGroup>>, movementId: string) =>
  (await findMovement(group.officer, { groupId: group.id, movementId }))?.number;

describe("record-cash-movement", () => {
  it("books cash that came and went, numbered from 1 without a gap, whatever was refused between", async () => {
    const { group, ctx, first } = await aGroupWithCash();
    expect(await recordCashMovement(ctx, voucher(group.id, { amount: 400_001 }))).toMatchObject({
      reason: "cash-box-short",
    });
    expect(await recordCashMovement(ctx, voucher(group.id, { day: "2026-11-25" }))).toMatchObject({
      fields: { day: "day-ahead" },
    });
    const bought = await recordCashMovement(ctx, voucher(group.id));
    expect(await getGroupMoney(group.officer, group.id)).toMatchObject({ cashBox: 250_000, fund: 250_000 });
    expect([await numberOf(group, first), await numberOf(group, bought.ok ? bought.movementId : "")]).toEqual([1, 2]);
    const other = await aGroupWithCash();
    expect(await numberOf(other.group, other.first)).toBe(1);
    const nextYear = { ...ctx, now: new Date("2026-12-31T17:00:00Z") };
    const later = await recordCashMovement(nextYear, voucher(group.id, { amount: 1_000 }));
    const row = await findMovement(group.officer, { groupId: group.id, movementId: later.ok ? later.movementId : "" });
    expect([row?.year, row?.number]).toEqual([2027, 1]);
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("counts once when one form is sent ten times at once, and gives ten forms ten numbers", async () => {
    const { group, ctx } = await aGroupWithCash(100_000);
    const one = voucher(group.id, { amount: 10_000 });
    const same = await Promise.all(Array.from({ length: 10 }, () => recordCashMovement(ctx, one)));
    expect(new Set(same.map((answer) => (answer.ok ? answer.movementId : answer.reason))).size).toBe(1);
    const ten = await Promise.all(
      Array.from({ length: 10 }, () => recordCashMovement(ctx, voucher(group.id, { amount: 10_000 }))),
    );
    const made = ten.filter((answer) => answer.ok);
    expect(made).toHaveLength(9);
    const numbers = await Promise.all(made.map((answer) => numberOf(group, answer.movementId)));
    expect(numbers.sort((a = 0, b = 0) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect((await getGroupMoney(group.officer, group.id)).cashBox).toBe(0);
    expect(await recordCashMovement(ctx, { ...one, amount: rupiah(1) })).toMatchObject({ reason: "form-used" });
  });

  it("keeps the picture of a receipt, and none of a voucher that was refused", async () => {
    const { group, ctx } = await aGroupWithCash(100_000);
    const png = await import("sharp").then(({ default: sharp }) =>
      sharp({ create: { width: 40, height: 60, channels: 3, background: "white" } })
        .png()
        .toBuffer(),
    );
    const kept = await recordCashMovement(ctx, voucher(group.id, { amount: 5_000, receipt: png }));
    const row = await findMovement(group.officer, { groupId: group.id, movementId: kept.ok ? kept.movementId : "" });
    expect(await ctx.photos.read(row?.receiptPhotoId ?? "", 320)).not.toBeNull();
    expect(
      await recordCashMovement(ctx, voucher(group.id, { receipt: new TextEncoder().encode("not a picture") })),
    ).toMatchObject({ fields: { receipt: "photo-not-image" } });
    const removed: string[] = [];
    const photos = { ...ctx.photos, remove: async (id: string) => void removed.push(id) };
    await recordCashMovement({ ...ctx, photos }, voucher(group.id, { amount: 900_000, receipt: png }));
    expect(removed).toHaveLength(1);
  });

  it("never pays with what is the members' or a buyer's, is the treasurer's alone, and cannot be changed", async () => {
    const { group, ctx, first } = await aGroupWithCash(100_000);
    const chair = await anOfficer(group, ["chair"]);
    await expect(recordCashMovement(testContext({ actor: chair.actor }), voucher(group.id))).rejects.toThrow(
      NotAllowed,
    );
    await expect(
      reverseCashMovement(testContext({ actor: chair.actor }), { groupId: group.id, movementId: first, reason: "x" }),
    ).rejects.toThrow(NotAllowed);
    await expect(rawSql(`UPDATE cash_movements SET amount = 1 WHERE id = '${first}'`)).rejects.toThrow();
    await expect(rawSql(`DELETE FROM cash_movements WHERE id = '${first}'`)).rejects.toThrow();
    expect((await getGroupMoney(ctx.actor, group.id)).cashBox).toBe(100_000);
  });
});

describe("reverse-cash-movement", () => {
  it("takes a voucher back once, under a number of its own, and leaves every account as it was", async () => {
    const { group, ctx } = await aGroupWithCash(400_000);
    const before = await getGroupMoney(group.officer, group.id);
    const bought = await recordCashMovement(ctx, voucher(group.id, { amount: 70_000 }));
    const movementId = bought.ok ? bought.movementId : "";
    const later = { ...ctx, now: new Date(MARKET_DAY.getTime() + 86_400_000) };
    const wrong = { groupId: group.id, movementId, reason: "salah ketik" };
    const answers = await Promise.all([reverseCashMovement(later, wrong), reverseCashMovement(later, wrong)]);
    const ids = answers.map((answer) => (answer.ok ? answer.movementId : answer.reason));
    expect(new Set(ids).size).toBe(1);
    expect(await numberOf(group, ids[0] ?? "")).toBe(3);
    expect(await getGroupMoney(group.officer, group.id)).toEqual(before);
    expect(await reverseCashMovement(later, { ...wrong, movementId: ids[0] ?? "" })).toMatchObject({
      reason: "reversal-stands",
    });
    const stranger = await aGroup();
    expect(
      await reverseCashMovement(testContext({ actor: stranger.officer }), { ...wrong, groupId: stranger.id }),
    ).toMatchObject({ reason: "no-such-movement" });
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("cannot take back income that the box does not hold any more", async () => {
    const { group, ctx, first } = await aGroupWithCash(50_000);
    await recordCashMovement(ctx, voucher(group.id, { amount: 50_000 }));
    expect(await reverseCashMovement(ctx, { groupId: group.id, movementId: first, reason: "dobel" })).toMatchObject({
      reason: "cash-box-short",
    });
  });
});
