import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { packedValue } from "#app/domain/catch-weight.ts";
import { parseRupiah, rupiah, sum } from "#app/domain/money.ts";
import { settleRun } from "#app/domain/pooling.ts";
import { runSettledEntry } from "#app/domain/postings.ts";
import { splitSaleLine } from "#app/domain/sale-split.ts";
import { shareOutCrop } from "#app/domain/shortage-cut.ts";
import { closePeriod } from "#app/usecases/books/close-period.ts";
import { countPeriod } from "#app/usecases/books/count-period.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { proposePeriod } from "#app/usecases/books/propose-period.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { db } from "#db/client.server.ts";
import { balanceOf, listEntryPostings } from "#db/read/ledger.ts";
import { listAttempts } from "#db/read/payments.ts";
import { countedInLedger } from "#db/read/periods.ts";
import { consignments, orderLineShares, orderLines, orders, payouts } from "#db/schema.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { earned } from "#tests/world/earnings.ts";
import { OCTOBER, ofOctober } from "#tests/world/months.ts";
import { aBasket, aNetwork, aStall, aWish } from "#tests/world/orders.ts";
import { aPayableOrder, deliver } from "#tests/world/payable-orders.ts";
import { aGroup, anOfficer, aPerson } from "#tests/world/people.ts";
import { anOpenRun } from "#tests/world/runs.ts";

const ctx = testContext();

async function sharesOf(orderId: string) {
  return db()
    .select({ party: orderLineShares.party, amount: orderLineShares.amount, reason: orderLineShares.reason })
    .from(orderLineShares)
    .innerJoin(orderLines, eq(orderLines.id, orderLineShares.orderLineId))
    .where(eq(orderLines.orderId, orderId));
}

/** Three pieces of one stall and two of another, on one boat. */
async function aPooledOrder() {
  await aNetwork();
  const run = await anOpenRun({ areas: ["21.04"] });
  const stalls = [await aStall({ variants: [{ price: rupiah(33_333) }] }), await aStall()];
  const owner = await aBasket(ctx, [
    { variantId: stalls[0]?.variant.id ?? "", quantity: "3" },
    { variantId: stalls[1]?.variant.id ?? "", quantity: "2" },
  ]);
  const answer = await placeOrder(ctx, await aWish(ctx, owner, { delivery: "run-pickup", runId: run.id }));
  if (!answer.ok) throw new Error(answer.reason);
  const { orderId } = answer;
  const [order] = await db().select().from(orders).where(eq(orders.id, orderId));
  const parts = await db().select().from(consignments).where(eq(consignments.orderId, orderId));
  const lines = await db().select().from(orderLines).where(eq(orderLines.orderId, orderId));
  const [attempt] = await listAttempts(orderId);
  if (!order || !attempt) throw new Error("no order");
  return { orderId, order, parts, lines, paymentId: attempt.id };
}

let pooled: ReturnType<typeof aPooledOrder>;
beforeAll(() => {
  pooled = aPooledOrder();
});

describe("what peers get wrong in dividing money", () => {
  it("CoopCycle: three equal sellers of 1.000 got 1.002, each share rounded up", async () => {
    const group = await aGroup();
    const order = await anOrder({ delivery: "fetch", parts: [{ group, goodsValue: 1000, quote: 0 }] });
    const shares = await sharesOf(order.id);
    expect(sum(shares.map((share) => rupiah(share.amount)))).toBe(1000);
    const own = shares.filter((share) => share.party === "member").map((share) => share.amount);
    expect(own).toHaveLength(3);
    expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1);
  });

  it("Foodsoft: a shared cost with every part rounded up brought in more than the cost", () => {
    const part = (id: string) => ({ id, alone: rupiah(50_000), quote: rupiah(40_000) });
    const { shares, reserve } = settleRun({ bill: rupiah(100_000), consignments: ["a", "b", "c"].map(part) });
    expect(sum(shares.values())).toBe(100_000);
    expect(reserve).toBe(0);
  });

  it("Foodsoft: transport was left out of the settlement, so the linked entries did not balance", () => {
    const saving = { orderId: "o", buyerId: null, as: "refund" as const, amount: rupiah(20_000) };
    const entry = runSettledEntry({ runId: "r", held: rupiah(120_000), bill: rupiah(90_000), savings: [saving] });
    expect(sum(entry.postings.map((posting) => posting.amount))).toBe(0);
    expect(entry.postings.map((posting) => posting.account.kind)).toContain("shipping-held");
  });

  it("Foodsoft: three times 16,67 was shown as 50,00", async () => {
    const { order, lines } = await pooled;
    expect(lines.map((line) => line.goodsValue).toSorted()).toEqual([124_000, 99_999].toSorted());
    expect(sum(lines.map((line) => rupiah(line.goodsValue)))).toBe(order.goodsTotal);
    expect(order.goodsTotal + order.shippingQuote + order.doorFee).toBe(order.total);
  });

  it("Foodsoft: who ordered first got all when the crop fell short", () => {
    const asked = [1, 2, 3].map((n) => ({ id: `o${n}`, askedMilli: 4000, orderedMs: n }));
    const crop = { cropMilli: 6000, pledgedMilli: null, stepMilli: 1000, rule: "pro-rata" as const };
    expect(shareOutCrop(asked, crop).map((cut) => cut.keptMilli)).toEqual([2000, 2000, 2000]);
  });

  it("Foodsoft: books that were closed went on changing", async () => {
    const group = await aGroup();
    const chair = await anOfficer(group, ["chair"]);
    const treasurer = as(ctx, group.officer);
    const of = { groupId: group.id, month: OCTOBER };
    const memberId = group.members[1]?.id ?? "";
    await earned({ groupId: group.id, memberId, amount: 80_000, at: ofOctober(5) });
    await countPeriod(treasurer, { ...of, counted: await countedInLedger(group.id, OCTOBER) });
    await proposePeriod(treasurer, of);
    expect(await closePeriod(as(ctx, chair.actor), of)).toEqual({ ok: true });
    await expect(earned({ groupId: group.id, memberId, amount: 1, at: ofOctober(20) })).rejects.toThrow();
  });

  it("Open Food Network: a fee was rounded for each piece and then multiplied", () => {
    const rule = { method: "equal" as const, fundBasisPoints: 0, fixedCosts: [], fixedShares: [], pieceRates: [] };
    const fees = { networkFeeBasisPoints: 200, providerFeeBasisPoints: 0 };
    const contributions = [{ memberId: "m", memberNumber: 1, step: "", weight: 1 }];
    const line = { goodsValue: rupiah(3 * 1_033), quantityMilli: 3000, ...fees, rule, contributions };
    // 2 % of 3.099 is 61,98; rounded for each piece it would be three times 21.
    expect(splitSaleLine(line).find((share) => share.party === "network-fee")?.amount).toBe(62);
  });

  it("Open Food Network: a fee could not be traced to where it came from", async () => {
    const order = await aPayableOrder();
    await deliver(order);
    const shares = await sharesOf(order.id);
    expect(shares.every((share) => share.reason !== "")).toBe(true);
    for (const { consignment, line } of order.parts) {
      const posted = await listEntryPostings(`delivered:${consignment.id}`);
      expect(posted.length).toBeGreaterThan(0);
      expect(posted.every((posting) => posting.orderLineId === line.id)).toBe(true);
    }
  });

  it("Open Food Network, Mercur: an order's fees and commission were worked out anew after it was sold", async () => {
    const { orderId, paymentId } = await pooled;
    const before = await sharesOf(orderId);
    await aNetwork({ feeBasisPoints: 2000 });
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    expect(await confirmPayment(operator, { paymentId, bankReference: null })).toMatchObject({ outcome: "paid" });
    expect(await sharesOf(orderId)).toEqual(before);
    await aNetwork();
  });

  it("Vendure: shipping that two sellers share was charged to each in full", async () => {
    const { order, parts } = await pooled;
    expect(parts).toHaveLength(2);
    expect(sum(parts.map((part) => rupiah(part.quote)))).toBe(order.shippingQuote);
    expect(order.shippingQuote).toBeLessThanOrEqual(sum(parts.map((part) => rupiah(part.alone))));
  });

  it("Mercur: what came in was divided among sellers by an unrounded proportion", async () => {
    const { order, parts } = await pooled;
    expect(parts.every((part) => Number.isSafeInteger(part.goodsValue))).toBe(true);
    expect(sum(parts.map((part) => rupiah(part.goodsValue)))).toBe(order.goodsTotal);
  });

  it("Mercur: a commission was not taken off before the payout", async () => {
    const order = await aPayableOrder({ groupCount: 1 });
    await deliver(order);
    const [part] = order.parts;
    const member = part?.shares.find((share) => share.party === "member");
    const groupId = part?.group.id ?? "";
    const all = { groupId, memberId: member?.memberId ?? "", amount: part?.line.goodsValue ?? rupiah(0) };
    const treasurer = as(ctx, part?.group.officer ?? ctx.actor);
    const out = { ...all, method: "transfer" as const, reference: "", formKey: testId() };
    expect(await payOut(treasurer, out)).toMatchObject({ reason: "more-than-owed" });
  });

  it("CoopCycle, Gumroad, Polar: one payout was sent, or counted, twice", async () => {
    const group = await aGroup();
    const memberId = group.members[1]?.id ?? "";
    await earned({ groupId: group.id, memberId, amount: 90_000 });
    const form = { groupId: group.id, memberId, amount: rupiah(40_000), method: "transfer" as const, reference: "" };
    const press = () => payOut(as(ctx, group.officer), { ...form, formKey: `payout-${group.id}` });
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await db().select().from(payouts).where(eq(payouts.memberId, memberId))).toHaveLength(1);
    expect(await balanceOf(`member-payable:member:${memberId}`)).toBe(-50_000);
  });

  it("Medusa: parts of the smallest coin made 98,9009 differ from 98,90", () => {
    for (const amount of [98.9009, 2.675, 0.1 + 0.2]) expect(() => rupiah(amount)).toThrow(RangeError);
    expect(parseRupiah("98,9009")).toBeNull();
    const chilli = { unitPrice: rupiah(33_333), quantityMilli: 1500, goodsValue: rupiah(50_000) };
    expect(Number.isSafeInteger(packedValue(chilli, 1234))).toBe(true);
  });
});
