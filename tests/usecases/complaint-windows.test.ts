import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { windowAt } from "#app/domain/complaint.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { reportComplaint } from "#app/usecases/buy/report-complaint.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { decideComplaint } from "#app/usecases/operate/decide-complaint.ts";
import { setComplaintWindow } from "#app/usecases/operate/set-complaint-window.ts";
import { answerComplaint } from "#app/usecases/sell/answer-complaint.ts";
import { db } from "#db/client.server.ts";
import { listComplaintWindows } from "#db/read/complaint-windows.ts";
import { complaints, consignments, orderLines, orders, payments, variants, writeOffs } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aFarm, bring, buy, stockOf as lotsOf } from "#tests/world/lots.ts";
import { aPayableOrder, deliver } from "#tests/world/payable-orders.ts";
import { aPerson } from "#tests/world/people.ts";
import { rawSql } from "#tests/world/raw-sql.ts";
import { hoursLater } from "#tests/world/runs.ts";

const aKey = (): string => `a-form-of-a-page-${testId()}`;

async function anOperator() {
  return as(testContext(), (await aPerson({ isOperator: true })).actor);
}

/** A complaint about goods that came at market day, ready to be decided. */
async function anAnsweredComplaint() {
  const [operator, buyer] = [await anOperator(), await aPerson()];
  const order = await aPayableOrder({ buyerId: buyer.id });
  await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
  await deliver(order);
  const [first] = order.parts;
  if (!first) throw new Error("no part");
  const said = { kind: "damaged", wish: "resend", words: "Pecah.", photo: null, formKey: aKey() } as const;
  const ask = { number: order.number, consignmentId: first.consignment.id, ...said };
  const answer = await reportComplaint(as(testContext(), buyer.actor), ask);
  if (!answer.ok) throw new Error(answer.reason);
  const { complaintId } = answer;
  await answerComplaint(as(testContext(), first.group.officer), { complaintId, answer: "Maaf." });
  return { operator, first, complaintId, lineId: first.line.id };
}

async function stockOf(variantId: string): Promise<number | undefined> {
  const [row] = await db().select().from(variants).where(eq(variants.id, variantId));
  return row?.stockMilli;
}

describe("to send again after a complaint", () => {
  const words = { outcome: "resend", amount: null, decision: "Kirim yang baru." } as const;

  it("takes what was said out of the stock, once", async () => {
    const { operator, first, complaintId, lineId } = await anAnsweredComplaint();
    const before = (await stockOf(first.line.variantId)) ?? 0;
    const decide = (resend: Record<string, number> | null) =>
      decideComplaint(operator, { complaintId, ...words, resend });
    expect(await decide({})).toMatchObject({ reason: "resend-nothing" });
    const twice = await Promise.all([decide({ [lineId]: 1000 }), decide({ [lineId]: 1000 })]);
    expect(twice.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await stockOf(first.line.variantId)).toBe(before - 1000);
  });

  it("is refused where the shelf is empty: then nothing is decided, and money back still can be", async () => {
    const { operator, first, complaintId } = await anAnsweredComplaint();
    await inTransaction((tx) =>
      tx.update(variants).set({ stockMilli: 1999 }).where(eq(variants.id, first.line.variantId)),
    );
    expect(await decideComplaint(operator, { complaintId, ...words })).toMatchObject({
      ...{ reason: "resend-out-of-stock", fields: { outcome: "resend-out-of-stock" } },
    });
    const [row] = await db().select().from(complaints).where(eq(complaints.id, complaintId));
    expect(row).toMatchObject({ state: "answered", outcome: null });
    expect(await stockOf(first.line.variantId)).toBe(1999);
    const back = { outcome: "refund", amount: null, decision: "Habis." } as const;
    expect(await decideComplaint(operator, { complaintId, ...back })).toEqual({ ok: true });
  });

  it("takes from the lots first in, first out, and the lots say so", async () => {
    const farm = await aFarm();
    await bring(farm, { member: 0, quantity: "3", day: "2026-11-22" });
    await bring(farm, { member: 1, quantity: "5", day: "2026-11-23" });
    const buyer = await aPerson();
    const orderId = await buy([{ variantId: farm.variant.id, quantityMilli: 2000 }]);
    const [order] = await db().select().from(orders).where(eq(orders.id, orderId));
    const [part] = await db().select().from(consignments).where(eq(consignments.orderId, orderId));
    const [line] = await db().select().from(orderLines).where(eq(orderLines.orderId, orderId));
    const [payment] = await db().select().from(payments).where(eq(payments.orderId, orderId));
    const operator = await anOperator();
    await confirmPayment(operator, { paymentId: payment?.id ?? "", bankReference: null });
    await inTransaction(async (tx) => {
      await tx.update(orders).set({ buyerId: buyer.id }).where(eq(orders.id, orderId));
      const came = { state: "delivered", deliveredAt: testContext().now } as const;
      await tx.update(consignments).set(came).where(eq(consignments.orderId, orderId));
    });
    const said = { kind: "spoiled", wish: "resend", words: "Busuk.", photo: null, formKey: aKey() } as const;
    const ask = { number: order?.number ?? "", consignmentId: part?.id ?? "", ...said };
    const answer = await reportComplaint(as(testContext(), buyer.actor), ask);
    if (!answer.ok) return expect.fail(answer.reason);
    const decided = await decideComplaint(
      { ...operator, now: hoursLater(49) },
      { complaintId: answer.complaintId, ...words, resend: { [line?.id ?? ""]: 2000 } },
    );
    expect(decided).toEqual({ ok: true });
    // The order had left 1 kg of the older lot; the resend takes that and 1 kg of the next.
    const left = await lotsOf(farm.variant.id);
    expect(left.parts.map((each) => each.leftMilli)).toEqual([0, 4000]);
    expect(left.stockMilli).toBe(4000);
    const off = await db().select().from(writeOffs).where(eq(writeOffs.reason, "resent"));
    expect(off.map((each) => each.quantityMilli)).toEqual([1000, 1000]);
  });
});

describe("set-complaint-window", () => {
  it("is dated ahead, once a form and the operator's; goods that have come keep what held then", async () => {
    const operator = await anOperator();
    const set = (fromDay: string, complainDays: number, formKey = aKey()) =>
      setComplaintWindow(operator, { formKey, fromDay, complainDays, answerDays: 1 });
    expect(await set("2026-11-24", 7)).toMatchObject({ fields: { fromDay: "window-has-begun" } });
    const key = aKey();
    expect(await Promise.all([set("2026-11-26", 7, key), set("2026-11-26", 7, key)])).toEqual([
      ...[{ ok: true }, { ok: true }],
    ]);
    expect(await set("2026-11-25", 9)).toMatchObject({ fields: { fromDay: "tax-goes-back" } });
    expect(await set("2026-12-01", 1)).toEqual({ ok: true });
    const windows = await listComplaintWindows();
    const at = (moment: string) => windowAt(windows, Date.parse(moment)).complainDays;
    // Midnight in WIB is 17.00 UTC.
    expect(at("2026-11-25T16:59:59Z")).toBe(3);
    expect(at("2026-11-25T17:00:00Z")).toBe(7);
    expect(at("2026-11-30T16:59:59Z")).toBe(7);
    expect(at("2026-11-30T17:00:00Z")).toBe(1);
    const stranger = as(testContext(), (await aPerson()).actor);
    const form = { formKey: aKey(), fromDay: "2027-01-01", complainDays: 1, answerDays: 1 };
    await expect(setComplaintWindow(stranger, form)).rejects.toThrow(NotAllowed);
    await expect(rawSql("UPDATE complaint_windows SET complain_days = 1")).rejects.toThrow();
  });

  it("holds for complaints and answers of what came in it, whatever was set since", async () => {
    const buyer = await aPerson();
    const operator = await anOperator();
    const order = await aPayableOrder({ buyerId: buyer.id });
    await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
    await deliver(order);
    const came = async (at: Date) => {
      await inTransaction((tx) =>
        tx.update(consignments).set({ deliveredAt: at }).where(eq(consignments.orderId, order.id)),
      );
    };
    const said = { kind: "damaged", wish: "refund", words: "Pecah.", photo: null } as const;
    const ask = { number: order.number, consignmentId: order.parts[0]?.consignment.id ?? "", ...said };
    const report = (now: Date) =>
      reportComplaint({ ...as(testContext(), buyer.actor), now }, { ...ask, formKey: aKey() });
    await came(new Date("2026-12-02T02:00:00Z"));
    expect(await report(new Date("2026-12-03T02:00:01Z"))).toMatchObject({ reason: "complaint-too-late" });
    await came(new Date("2026-11-27T02:00:00Z"));
    expect(await report(new Date("2026-12-04T02:00:01Z"))).toMatchObject({ reason: "complaint-too-late" });
    const inTime = new Date("2026-12-04T01:59:59Z");
    const answer = await report(inTime);
    if (!answer.ok) return expect.fail(answer.reason);
    const [row] = await db().select().from(complaints).where(eq(complaints.id, answer.complaintId));
    expect(row?.answerBy).toEqual(new Date(inTime.getTime() + 24 * 3_600_000));
  });
});
