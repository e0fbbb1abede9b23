import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { goodsName } from "#app/domain/stock-cost.ts";
import { closePeriod } from "#app/usecases/books/close-period.ts";
import { countPeriod } from "#app/usecases/books/count-period.ts";
import { proposePeriod } from "#app/usecases/books/propose-period.ts";
import { recordCashMovement } from "#app/usecases/books/record-cash-movement.ts";
import { recordStockCost } from "#app/usecases/books/record-stock-cost.ts";
import { door } from "#app/web/door.server.ts";
import { openStatements } from "#app/web/statements.server.ts";
import { countedInLedger, stockWhenSealed } from "#db/read/periods.ts";
import { listStockCosts } from "#db/read/stock-costs.ts";
import { listStockOnHand, sumStockAtCost } from "#db/read/stock-on-hand.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { earned } from "#tests/world/earnings.ts";
import { aListing } from "#tests/world/listings.ts";
import { aFarm, bring, buy } from "#tests/world/lots.ts";
import { OCTOBER } from "#tests/world/months.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";

const key = () => `form-key-${testId()}-0123456789`;

/** Three pieces of cloth work on the shelf, and a treasurer. */
async function aShelf() {
  const group = await aGroup();
  const listing = await aListing({ group, variants: [{ stockMilli: 3_000, price: rupiah(20_000) }] });
  const variantId = listing.variants[0]?.id ?? "";
  const ctx = testContext({ actor: group.officer });
  const said = { groupId: group.id, goods: variantId, basis: "material", source: "Kain 2 m", voucherId: "" } as const;
  const record = (unitCost: number, over: Partial<Parameters<typeof recordStockCost>[1]> = {}) =>
    recordStockCost(ctx, { ...said, unitCost: rupiah(unitCost), formKey: key(), ...over });
  return { group, groupId: group.id, listing, variantId, ctx, record };
}

describe("record-stock-cost", () => {
  it("shows goods at what they cost, once for each form, and the newest record counts", async () => {
    const at = await aShelf();
    expect(await sumStockAtCost(at.groupId)).toBe(0);
    const formKey = key();
    for (let times = 0; times < 2; times += 1) expect(await at.record(7_500, { formKey })).toEqual({ ok: true });
    expect(await at.record(7_501, { formKey })).toMatchObject({ reason: "form-used" });
    expect(await sumStockAtCost(at.groupId)).toBe(22_500);
    await at.record(8_000);
    const { onHand } = await listStockOnHand(at.group.officer, at.groupId);
    expect(onHand).toMatchObject([{ leftMilli: 3_000, price: 20_000, unitCost: 8_000, costNumber: 2 }]);
    expect((await listStockCosts(at.group.officer, at.groupId)).map((row) => [row.number, row.unitCost])).toEqual([
      [2, 8_000],
      [1, 7_500],
    ]);
  });

  it("gives two who record at the same time two numbers", async () => {
    const at = await aShelf();
    await Promise.all([at.record(1), at.record(2), at.record(3)]);
    const numbers = (await listStockCosts(at.group.officer, at.groupId)).map((row) => row.number);
    expect(numbers).toEqual([3, 2, 1]);
  });

  it("opens to the voucher that paid it, and takes no goods or voucher of another group", async () => {
    const at = await aShelf();
    const other = await aShelf();
    await earned({ groupId: at.groupId, memberId: null, amount: 90_000 });
    const cash = { day: "2026-11-20", counterpart: "Toko Kain", note: "", receipt: null, groupId: at.groupId };
    const dues = await recordCashMovement(at.ctx, {
      ...cash,
      category: "dues",
      amount: rupiah(50_000),
      formKey: key(),
    });
    expect(dues.ok).toBe(true);
    const cloth = await recordCashMovement(at.ctx, {
      ...{ ...cash, category: "materials", amount: rupiah(22_500), formKey: key() },
    });
    const voucherId = cloth.ok ? cloth.movementId : "";
    expect(await at.record(7_500, { basis: "paid", voucherId })).toEqual({ ok: true });
    expect(await listStockCosts(at.group.officer, at.groupId)).toMatchObject([{ voucherId, voucherNumber: 2 }]);
    expect(await other.record(1, { voucherId })).toMatchObject({ fields: { voucherId: "no-such-voucher" } });
    expect(await other.record(1, { goods: at.variantId })).toMatchObject({ fields: { goods: "no-such-goods" } });
    expect(await at.record(1, { goods: `${at.variantId}:none` })).toMatchObject({ reason: "no-such-goods" });
    const chair = await anOfficer(at.group, ["chair"]);
    await expect(
      recordStockCost(as(at.ctx, chair.actor), {
        ...{ groupId: at.groupId, goods: at.variantId, basis: "paid", source: "x", voucherId: "" },
        ...{ unitCost: rupiah(1), formKey: key() },
      }),
    ).rejects.toThrow(NotAllowed);
  });

  it("counts a lot's own cost for that lot alone, and only for what is left of it", async () => {
    const farm = await aFarm([62_000]);
    await bring(farm, { member: 0, quantity: "10", day: "2026-11-20" });
    await bring(farm, { member: 1, quantity: "4" });
    const { onHand } = await listStockOnHand(farm.group.officer, farm.group.id);
    const old = onHand.find((row) => row.lot?.day === "2026-11-20");
    const goods = goodsName({ variantId: farm.variant.id, lotId: old?.lot?.id ?? null });
    const said = { groupId: farm.group.id, basis: "owed", source: "Pak Ali", voucherId: "" } as const;
    await recordStockCost(farm.officer, { ...said, goods, unitCost: rupiah(30_000), formKey: key() });
    expect(await sumStockAtCost(farm.group.id)).toBe(300_000);
    await buy([{ variantId: farm.variant.id, quantityMilli: 2_500 }]);
    expect(await sumStockAtCost(farm.group.id)).toBe(225_000);
  });

  it("stands in the balance sheet, and in a closed month as it was when it was sealed", async () => {
    const at = await aShelf();
    await at.record(7_500);
    const chair = (await anOfficer(at.group, ["chair"])).actor;
    const month = { groupId: at.groupId, month: OCTOBER };
    await countPeriod(at.ctx, { ...month, counted: await countedInLedger(at.groupId, OCTOBER) });
    await proposePeriod(at.ctx, month);
    expect(await closePeriod(as(at.ctx, chair), month)).toEqual({ ok: true });
    await at.record(9_000);
    expect(await stockWhenSealed(at.groupId, "2026-10")).toBe(22_500);
    expect(await stockWhenSealed(at.groupId, "2026-09")).toBe(0);
    const path = `/books/${at.group.slug}/statements`;
    const ctx = testContext({ actor: at.group.officer });
    const { balance } = await door(openStatements)(opening({ path, params: { group: at.group.slug }, ctx }));
    expect(balance.filter((row) => row.key.startsWith("stock")).map((row) => [row.key, row.now, row.before])).toEqual([
      ["stock", 27_000, 22_500],
      ["stock-kept", 27_000, 22_500],
    ]);
    const of = (name: string) => balance.find((row) => row.key === name)?.now;
    expect(of("total-assets")).toBe(of("total-both"));
  });
});
