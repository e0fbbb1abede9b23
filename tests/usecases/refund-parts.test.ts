import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type Rupiah, rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { cashDrawnEntry, paidOutEntry } from "#app/domain/postings.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { setFeeBearer } from "#app/usecases/books/set-fee-bearer.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { payRefund } from "#app/usecases/operate/pay-refund.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { deliverOrder } from "#app/usecases/ship/deliver-order.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { db } from "#db/client.server.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { gatherRefund, listRefunds } from "#db/read/refunds.ts";
import { consignments, orderLineShares, orderLines, orders, refundLines, refunds, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { anOrder, BY_NAME } from "#tests/world/consignments.ts";
import { as, MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { earned } from "#tests/world/earnings.ts";
import { aPayableOrder, deliver } from "#tests/world/payable-orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { aHub } from "#tests/world/runs.ts";

const NONE = rupiah(0);

async function anOperator() {
  return as(testContext(), (await aPerson({ isOperator: true })).actor);
}

async function aPaidOrder(wanted: Parameters<typeof aPayableOrder>[0] = {}) {
  const operator = await anOperator();
  const order = await aPayableOrder(wanted);
  await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
  const [first] = order.parts;
  if (!first) throw new Error("no part");
  return { operator, order, first };
}

/** What is owed to the buyer by refunds; a guest's unique addition is owed from the payment on. */
async function owedBack(order: { id: string; payment: { uniqueAddition: number } }): Promise<number> {
  return -(await balanceOf(`refunds-payable:order:${order.id}`)) - order.payment.uniqueAddition;
}

function parts(orderLineId: string, of: { quantityMilli?: number; amount?: Rupiah }, shipping = NONE) {
  return { kind: "parts" as const, lines: [{ orderLineId, ...of }], shipping };
}

async function rowsOf(orderId: string, lineId: string) {
  const [order] = await db().select().from(orders).where(eq(orders.id, orderId));
  const [line] = await db().select().from(orderLines).where(eq(orderLines.id, lineId));
  const shares = await db().select().from(orderLineShares).where(eq(orderLineShares.orderLineId, lineId));
  const [stock] = await db()
    .select()
    .from(variants)
    .where(eq(variants.id, line?.variantId ?? ""));
  const of = await db().select().from(consignments).where(eq(consignments.orderId, orderId));
  const states = of.map((row) => row.state).toSorted();
  return { order, line, shares, stockMilli: stock?.stockMilli, states };
}

async function must<Answer extends { ok: boolean }>(answer: Promise<Answer>) {
  const got = await answer;
  if (!got.ok) throw new Error(JSON.stringify(got));
  return got as Extract<Answer, { ok: true }>;
}

describe("a refund of part of an order", () => {
  it("gives one piece back before it is packed: its shares, its stock, its money, and the rest goes on", async () => {
    const { operator, order, first } = await aPaidOrder();
    const wish = parts(first.line.id, { quantityMilli: 1000 });
    const input = { number: order.number, reason: "Sobek", formKey: testId(), wish };
    const { refundId } = await must(refundOrder(operator, input));
    const now = await rowsOf(order.id, first.line.id);
    expect(now.order?.state).toBe("paid");
    expect(now.line).toMatchObject({ refundedMilli: 1000, refundedValue: 62_000 });
    expect(now.shares.reduce((all, share) => all + share.refunded, 0)).toBe(62_000);
    expect(now.stockMilli).toBe(9_000);
    expect(now.states).toEqual(["to-pack", "to-pack"]);
    expect(await balanceOf(`deposits-held:group:${first.group.id}`)).toBe(-62_000);
    expect(await db().select().from(refundLines).where(eq(refundLines.refundId, refundId))).toMatchObject([
      { orderLineId: first.line.id, quantityMilli: 1000, amount: 62_000 },
    ]);
    await must(payRefund(operator, { refundId, reference: "TRF-1" }));
    expect(await owedBack(order)).toBe(0);
    // The same form once more is the same refund; all that is left comes to what was paid.
    expect(await must(refundOrder(operator, input))).toMatchObject({ refundId });
    await must(refundOrder(operator, { number: order.number, reason: "Batal", formKey: testId() }));
    expect(await owedBack(order)).toBe(order.total - 62_000);
    expect((await rowsOf(order.id, first.line.id)).order?.state).toBe("refunded");
  });

  it("after delivery mirrors what was posted; goods go back to stock only when they came back", async () => {
    const { operator, order, first } = await aPaidOrder();
    await deliver(order);
    const [member] = first.shares.filter((share) => share.memberId !== null);
    const account = `member-payable:member:${member?.memberId}`;
    const earned = await balanceOf(account);
    const piece = parts(first.line.id, { quantityMilli: 1000 });
    const one = { number: order.number, reason: "Rusak", wish: piece };
    await must(refundOrder(operator, { ...one, formKey: testId() }));
    expect((await rowsOf(order.id, first.line.id)).stockMilli).toBe(8_000);
    await must(refundOrder(operator, { ...one, formKey: testId(), isBackInStock: true }));
    const now = await rowsOf(order.id, first.line.id);
    expect(now.stockMilli).toBe(9_000);
    expect(earned).toBeLessThan(0);
    expect(await balanceOf(account)).toBe(0);
    expect(await balanceOf(`group-fund:group:${first.group.id}`)).toBe(0);
    expect(now.order?.state).toBe("completed");
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("leaves a member who was paid owing it, and sets it off against the next share", async () => {
    const { operator, order, first } = await aPaidOrder();
    await deliver(order);
    const member = first.shares.find((share) => share.memberId !== null);
    const [memberId, groupId] = [member?.memberId ?? "", first.group.id];
    const before = member?.amount ?? NONE;
    await inTransaction((tx) =>
      post(tx, paidOutEntry({ payoutId: testId(), groupId, memberId, amount: before, method: "transfer" }), {
        ...{ actorId: null, now: MARKET_DAY, newId: testId },
      }),
    );
    const wish = parts(first.line.id, { quantityMilli: 1000 });
    await must(refundOrder(operator, { number: order.number, reason: "Rusak", formKey: testId(), wish }));
    const debt = await balanceOf(`member-payable:member:${memberId}`);
    expect(debt).toBeGreaterThan(0);
    const treasurer = as(testContext(), first.group.officer);
    const pay = (amount: number) =>
      payOut(treasurer, {
        ...{ groupId, memberId, amount: rupiah(amount), method: "transfer", reference: "", formKey: testId() },
      });
    expect(await pay(1)).toMatchObject({ reason: "more-than-owed" });
    await earned({ groupId, memberId, amount: 50_000 });
    expect(await pay(50_000 - debt + 1)).toMatchObject({ reason: "more-than-owed" });
    expect(await pay(50_000 - debt)).toMatchObject({ ok: true });
    expect(await balanceOf(`member-payable:member:${memberId}`)).toBe(0);
  });

  it("of an amount, or of shipping, takes just that; too much is refused and nothing is written", async () => {
    const { operator, order, first } = await aPaidOrder();
    const ask = { number: order.number, reason: "Telat" };
    const amount = parts(first.line.id, { amount: rupiah(10_001) }, rupiah(3_000));
    await must(refundOrder(operator, { ...ask, formKey: testId(), wish: amount }));
    expect(await owedBack(order)).toBe(13_001);
    expect((await rowsOf(order.id, first.line.id)).line).toMatchObject({ refundedMilli: 0, refundedValue: 10_001 });
    const whole = { kind: "amount" as const, amount: rupiah(20_000) };
    await must(refundOrder(operator, { ...ask, formKey: testId(), wish: whole }));
    expect(await owedBack(order)).toBe(33_001);
    const tooMuch = parts(first.line.id, { quantityMilli: 3000 });
    expect(await refundOrder(operator, { ...ask, formKey: testId(), wish: tooMuch })).toMatchObject({
      reason: "refund-too-much",
    });
    const stale = { ...ask, formKey: testId(), wish: whole, seenAmount: rupiah(19_999) };
    expect(await refundOrder(operator, stale)).toMatchObject({ reason: "refund-changed" });
    expect(await owedBack(order)).toBe(33_001);
  });

  it("becomes credit at once, or cash out of a group's box that has it", async () => {
    const buyer = await aPerson();
    const { operator, order, first } = await aPaidOrder({ buyerId: buyer.id });
    const wish = parts(first.line.id, { quantityMilli: 1000 });
    const ask = { number: order.number, reason: "Sobek", wish };
    const before = await balanceOf(`buyer-credit:buyer:${buyer.id}`);
    await must(refundOrder(operator, { ...ask, formKey: testId(), way: "credit" }));
    expect((await balanceOf(`buyer-credit:buyer:${buyer.id}`)) - before).toBe(-62_000);
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(0);
    const groupId = first.group.id;
    const cash = { ...ask, formKey: testId(), way: "cash" as const, boxGroupId: groupId };
    expect(await refundOrder(operator, cash)).toMatchObject({ reason: "cash-box-short" });
    expect((await rowsOf(order.id, first.line.id)).line?.refundedMilli).toBe(1000);
    await inTransaction((tx) =>
      post(tx, cashDrawnEntry({ drawId: testId(), groupId, amount: rupiah(75_500) }), {
        ...{ actorId: null, now: MARKET_DAY, newId: testId },
      }),
    );
    // The last piece: nothing of this group travels, so its shipping comes along.
    await must(refundOrder(operator, cash));
    expect(await balanceOf(`cash-box:group:${groupId}`)).toBe(0);
    const made = (await listRefunds(operator.actor)).filter((refund) => refund.orderNumber === order.number);
    expect(made.map(({ way, state }) => [way, state]).toSorted()).toEqual([
      ["cash", "succeeded"],
      ["credit", "succeeded"],
    ]);
    const other = { ...ask, formKey: testId(), way: "cash" as const, boxGroupId: (await aGroup()).id };
    expect(await refundOrder(operator, other)).toMatchObject({ reason: "refund-way-not-open" });
    expect(await refundOrder(operator, { ...ask, formKey: testId(), way: "provider" })).toMatchObject({
      reason: "refund-way-not-open",
    });
  });

  it("by an officer is for the own group's part alone", async () => {
    const { order, first } = await aPaidOrder();
    const officer = as(testContext(), first.group.officer);
    const theirs = order.parts[1]?.line.id ?? "";
    const ask = { number: order.number, reason: "Rusak" };
    const wish = parts(theirs, { quantityMilli: 1000 });
    expect(await refundOrder(officer, { ...ask, formKey: testId(), wish })).toMatchObject({
      reason: "refund-line-unknown",
    });
    await must(refundOrder(officer, { ...ask, formKey: testId() }));
    const basis = await gatherRefund(order.number);
    expect(basis?.lines.map((line) => line.orderLineId)).toEqual([theirs]);
    // Its goods had not travelled, so its part of the shipping went back too; the door fee is not the group's.
    expect(await owedBack(order)).toBe(124_000 + 13_500);
    expect((await rowsOf(order.id, first.line.id)).states).toEqual(["refunded", "to-pack"]);
    const stranger = as(testContext(), (await aGroup()).officer);
    await expect(refundOrder(stranger, { ...ask, formKey: testId() })).rejects.toThrow(NotAllowed);
  });

  it("by two people at once happens once, whichever part they want", async () => {
    const { operator, order, first } = await aPaidOrder();
    const wish = parts(first.line.id, { quantityMilli: 2000 });
    const ask = { number: order.number, reason: "Rusak", wish };
    const answers = await Promise.all(
      [operator, await anOperator()].map((who) => refundOrder(who, { ...ask, formKey: testId() })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await rowsOf(order.id, first.line.id)).line).toMatchObject({ refundedMilli: 2000, refundedValue: 124_000 });
    expect((await db().select().from(refunds).where(eq(refunds.paymentId, order.payment.id))).length).toBe(1);
  });
});

describe("goods that are weighed and partly given back", () => {
  it("are packed as what is still wanted, and what is short of that goes back once", async () => {
    const hub = await aHub();
    const group = await aGroup({ hubId: hub.id });
    const operator = await anOperator();
    const part = { group, goodsValue: 124_000, weighedMilli: 2000, quote: 0 };
    const order = await anOrder({ delivery: "fetch", savingAs: "refund", parts: [part] });
    const [lineId, consignmentId] = [order.lines[0]?.id ?? "", order.consignments[0]?.id ?? ""];
    const wish = parts(lineId, { quantityMilli: 1000 });
    await must(refundOrder(operator, { number: order.number, reason: "Kurang stok", formKey: testId(), wish }));
    expect((await rowsOf(order.id, lineId)).states).toEqual(["to-pack"]);
    const packer = as(testContext(), group.officer);
    const pack = { groupId: group.id, consignmentId, packedGrams: 900, packed: { [lineId]: 950 } };
    await must(packConsignment(packer, pack));
    const now = await rowsOf(order.id, lineId);
    expect(now.line).toMatchObject({ refundedMilli: 1000, missing: 3_100, packedQuantityMilli: 950 });
    for (const share of now.shares) expect(share.missing + share.refunded).toBeLessThanOrEqual(share.amount);
    await must(handOverConsignment(packer, { consignmentId }));
    await must(deliverOrder(as(testContext(), hub.keeper), { proof: BY_NAME, number: order.number, cash: null }));
    const kept = now.shares.filter((share) => share.party === "group-fund");
    expect(await balanceOf(`group-fund:group:${group.id}`)).toBe(
      -kept.reduce((all, share) => all + share.amount - share.missing - share.refunded, 0),
    );
    expect(await balanceOf(`deposits-held:group:${group.id}`)).toBe(0);
    await must(refundOrder(operator, { number: order.number, reason: "Busuk", formKey: testId() }));
    expect(await balanceOf(`group-fund:group:${group.id}`)).toBe(0);
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(-124_000);
  });
});

describe("set-fee-bearer", () => {
  it("is the group's rule for refunds from then on, by its treasurer or chair alone", async () => {
    const { operator, order, first } = await aPaidOrder();
    const groupId = first.group.id;
    await expect(setFeeBearer(operator, { groupId, bearer: "fund" })).rejects.toThrow(NotAllowed);
    await setFeeBearer(as(testContext(), first.group.officer), { groupId, bearer: "fund" });
    // As with a QRIS payment: part of the sale was set aside for the provider.
    const [share] = first.shares.filter((each) => each.party === "group-fund");
    await inTransaction((tx) =>
      tx
        .update(orderLineShares)
        .set({ party: "provider-fee" })
        .where(eq(orderLineShares.id, share?.id ?? "")),
    );
    await must(refundOrder(operator, { number: order.number, reason: "Rusak", formKey: testId() }));
    expect(await balanceOf(`group-fund:group:${groupId}`)).toBe(share?.amount ?? 0);
  });
});
