import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { sellAtCounter } from "#app/usecases/sell/sell-at-counter.ts";
import { listCounterGoods } from "#db/read/counter.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aCounter, aSale, boxAndHeld, boxOf, sold } from "#tests/world/counter.ts";
import { aListing } from "#tests/world/listings.ts";
import { aFarm, bring, sharesOf, stockOf } from "#tests/world/lots.ts";
import { aNetwork, aStall } from "#tests/world/orders.ts";
import { aPerson } from "#tests/world/people.ts";

const ctx = testContext();

beforeEach(async () => {
  await aNetwork();
});

describe("sell-at-counter, in cash", () => {
  it("puts the sum into the group's box and the goods into the buyer's hands at once, divided as any sale", async () => {
    const { group, variant, officer, sale } = await aCounter();
    const paid = await sold(officer, { ...sale, cashGiven: rupiah(150_000) });
    expect(`${paid.order?.state} ${paid.part?.state}`).toBe("completed delivered");
    expect(paid.order).toMatchObject({
      delivery: "counter",
      total: 124_000,
      soldBy: group.officer.personId,
      buyerId: null,
    });
    expect(paid.tries).toMatchObject([{ method: "cash", state: "paid", uniqueAddition: 0, cashGiven: 150_000 }]);
    expect((await stockOf(variant.id)).stockMilli).toBe(8000);
    expect(await boxAndHeld(group)).toEqual([124_000, 0]);
    // 2 % for the network, 10 % for the fund; no provider takes anything.
    expect(await sharesOf(paid.orderId, group)).toEqual({ "network-fee": 2480, "group-fund": 12_400, Aminah: 109_120 });
    expect(await balanceOf(`member-payable:member:${group.members[0]?.id}`)).toBe(-109_120);
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("takes a harvest first in, first out, to the gram, and gives it to who brought it", async () => {
    const farm = await aFarm();
    const first = await bring(farm, { member: 0, quantity: "1", day: "2026-11-23" });
    const second = await bring(farm, { member: 1, quantity: "4" });
    const sale = await aSale(farm.group.id, [{ variantId: farm.variant.id, quantityMilli: 1350 }]);
    const { orderId } = await sold(farm.officer, sale);
    const { taken, stockMilli } = await stockOf(farm.variant.id);
    expect(stockMilli).toBe(3650);
    expect(taken.map((each) => [each.deliveryId, each.quantityMilli]).toSorted()).toEqual(
      [
        [first, 1000],
        [second, 350],
      ].toSorted(),
    );
    // 1,35 kg at 62.000 are 83.700; 5 % for the fund, the rest by the two lots.
    const shares = await sharesOf(orderId, farm.group);
    expect(shares).toMatchObject({ "group-fund": 4185, Aminah: 58_900, Burhan: 20_615 });
  });

  it("makes one sale of one form, however often it is pressed, and refuses the form for another", async () => {
    const { group, variant, officer, sale } = await aCounter();
    const answers = await Promise.all([1, 2, 3].map(() => sellAtCounter(officer, sale)));
    expect(new Set(answers.map((answer) => answer.ok && answer.number)).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true });
    expect((await stockOf(variant.id)).stockMilli).toBe(8000);
    expect(await boxOf(group)).toBe(124_000);
    const other = { ...sale, buyerName: "Encik Rahman" };
    expect(await sellAtCounter(officer, other)).toMatchObject({ reason: "form-used" });
  });

  it("sells the last piece once, when two sell it at the same moment", async () => {
    const { group, variant, officer } = await aCounter();
    const all = [{ variantId: variant.id, quantityMilli: 10_000 }];
    const sales = [await aSale(group.id, all), await aSale(group.id, all)];
    const answers = await Promise.all(sales.map((sale) => sellAtCounter(officer, sale)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "not-enough-stock" });
    expect(await boxOf(group)).toBe(620_000);
  });

  it("asks again when less was given than is due, or the price is not what was seen", async () => {
    const { group, variant, officer, sale } = await aCounter();
    const less = { ...sale, cashGiven: rupiah(123_999) };
    expect(await sellAtCounter(officer, less)).toMatchObject({
      reason: "cash-too-little",
      fields: { cashGiven: "cash-too-little" },
    });
    await inTransaction((tx) =>
      tx
        .update(variants)
        .set({ price: rupiah(65_000) })
        .where(eq(variants.id, variant.id)),
    );
    expect(await sellAtCounter(officer, sale)).toMatchObject({ reason: "counter-changed" });
    expect(await boxOf(group)).toBe(0);
  });

  it("is for the group's officers and its own goods that lie there", async () => {
    const { group, officer, sale } = await aCounter();
    const other = await aStall();
    await expect(sellAtCounter(as(ctx, (await aPerson()).actor), sale)).rejects.toThrow(NotAllowed);
    await expect(sellAtCounter(as(ctx, other.group.officer), sale)).rejects.toThrow(NotAllowed);
    const foreign = await aSale(group.id, [{ variantId: other.variant.id, quantityMilli: 1000 }]);
    expect(await sellAtCounter(officer, foreign)).toMatchObject({ reason: "not-enough-stock" });
    const toOrder = await aListing({ group, madeToOrderDays: 14 });
    const variantId = toOrder.variants[0]?.id ?? "";
    const notThere = await aSale(group.id, [{ variantId, quantityMilli: 1000 }]);
    expect(await sellAtCounter(officer, notThere)).toMatchObject({ reason: "not-enough-stock" });
    const shown = (await listCounterGoods(officer.actor, group.id)).map((goods) => goods.variantId);
    expect(shown).toEqual(sale.lines.map((line) => line.variantId));
  });
});
