import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type Actor, NOBODY, NotAllowed } from "#app/domain/permissions.ts";
import { issueDocuments } from "#app/usecases/buy/issue-documents.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { payRefund } from "#app/usecases/operate/pay-refund.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { findDocument, listGroupDocuments, listOrderDocuments } from "#db/read/documents.ts";
import { consignments, documents } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertDocument } from "#db/write/documents.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aNetwork, aPayableOrder } from "#tests/world/payable-orders.ts";
import { aGroup, anOfficer, aPerson } from "#tests/world/people.ts";

const ctx = testContext();
const anOperator = async () => as(ctx, (await aPerson({ isOperator: true })).actor);
const labels = (rows: { kind: string; label: string }[] | undefined) => (rows ?? []).map((row) => row.label).toSorted();

async function setState(consignmentId: string, state: "handed-over" | "delivered"): Promise<void> {
  const set = { state, handedOverAt: ctx.now };
  await inTransaction((tx) => tx.update(consignments).set(set).where(eq(consignments.id, consignmentId)));
}

describe("issue-documents", () => {
  it("gives each fact of an order one paper, and asked again none", async () => {
    await aNetwork();
    const buyer = await aPerson();
    const me = as(ctx, buyer.actor);
    const [one, two] = [await aGroup(), await aGroup()];
    const order = await anOrder({ buyerId: buyer.id, parts: [{ group: one }, { group: two }] });
    expect(await issueDocuments(me, order)).toEqual({ issued: 4 });
    expect(await issueDocuments(me, order)).toEqual({ issued: 0 });
    await setState(order.consignments[0]?.id ?? "", "handed-over");
    expect(await issueDocuments(me, order)).toEqual({ issued: 1 });
    expect(labels(await listOrderDocuments(buyer.actor, order.number))).toEqual([
      ...["FKT/2026/0001", "KWT/2026/0001", "KWT/2026/0001", "PSN/2026/0001", "PSN/2026/0001"],
    ]);
  });

  it("numbers each group's papers without gaps, also when many are asked for at once", async () => {
    const group = await aGroup();
    const operator = await anOperator();
    const orders = await Promise.all(Array.from({ length: 6 }, () => anOrder({ parts: [{ group }] })));
    const asked = orders.flatMap((order) => [issueDocuments(operator, order), issueDocuments(operator, order)]);
    const answers = await Promise.all(asked);
    expect(answers.reduce((all, { issued }) => all + issued, 0)).toBe(12);
    const all = { groupId: group.id, limit: 100, offset: 0 };
    for (const kind of ["order-confirmation", "receipt"] as const) {
      const rows = await listGroupDocuments(operator.actor, { ...all, kind });
      expect(rows.map((row) => row.number).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    }
  });

  it("begins anew with the islands' new year", async () => {
    const group = await aGroup();
    const operator = await anOperator();
    const ask = async (now: Date) => {
      const order = await anOrder({ parts: [{ group }], money: "waiting" });
      await issueDocuments({ ...operator, now }, order);
      return labels(await listOrderDocuments(operator.actor, order.number));
    };
    expect(await ask(new Date("2026-12-31T16:59:59Z"))).toEqual(["PSN/2026/0001"]);
    expect(await ask(new Date("2026-12-31T17:00:00Z"))).toEqual(["PSN/2027/0001"]);
    expect(await ask(new Date("2027-06-01T00:00:00Z"))).toEqual(["PSN/2027/0002"]);
  });

  it("writes a credit note for a refund, which names the paper that it takes from", async () => {
    const operator = await anOperator();
    const order = await aPayableOrder({ groupCount: 2 });
    await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
    await issueDocuments(operator, order);
    const back = await refundOrder(operator, { number: order.number, reason: "Pecah", formKey: testId() });
    if (!back.ok) throw new Error(back.reason);
    expect(await issueDocuments(operator, order)).toEqual({ issued: 2 });
    await payRefund(operator, { refundId: back.refundId, reference: "TRF-1" });
    expect(await issueDocuments(operator, order)).toEqual({ issued: 0 });
    const notes = (await listOrderDocuments(operator.actor, order.number))?.filter((row) => row.kind === "credit-note");
    expect(notes?.reduce((all, { total }) => all + total, 0)).toBe(order.asked);
    for (const note of notes ?? [])
      expect(note.content.credit).toEqual({ cause: "order", reason: "Pecah", refersTo: "KWT/2026/0001" });
  });

  it("keeps what a paper says, whatever becomes of the order", async () => {
    const operator = await anOperator();
    const group = await aGroup({ name: "Kelompok Lama" });
    const order = await anOrder({ parts: [{ group }] });
    await issueDocuments(operator, order);
    const [before] = (await listOrderDocuments(operator.actor, order.number)) ?? [];
    const change = inTransaction((tx) => tx.update(documents).set({ number: 9 }));
    await expect(change).rejects.toThrow();
    await expect(inTransaction((tx) => tx.delete(documents))).rejects.toThrow();
    expect(await findDocument(operator.actor, before?.id ?? "")).toEqual(before);
  });

  it("never writes one fact twice", async () => {
    const operator = await anOperator();
    const group = await aGroup();
    const order = await anOrder({ parts: [{ group }], money: "waiting" });
    await issueDocuments(operator, order);
    const [row] = await inTransaction((tx) => tx.select().from(documents).where(eq(documents.orderId, order.id)));
    if (!row) throw new Error("no document");
    const { number: _, ...same } = row;
    await expect(inTransaction((tx) => insertDocument(tx, { ...same, id: testId() }))).rejects.toThrow();
    expect(await listOrderDocuments(operator.actor, order.number)).toHaveLength(1);
  });

  it("is for the buyer, the groups' officers for their own part, and the operator", async () => {
    const buyer = await aPerson();
    const [one, two] = [await aGroup(), await aGroup()];
    const order = await anOrder({ buyerId: buyer.id, parts: [{ group: one }, { group: two }] });
    expect(await issueDocuments(as(ctx, one.officer), order)).toEqual({ issued: 2 });
    const seen = async (actor: Actor) => (await listOrderDocuments(actor, order.number))?.map((row) => row.groupId);
    expect(new Set(await seen(one.officer))).toEqual(new Set([one.id]));
    expect(await seen(two.officer)).toEqual([]);
    expect(await issueDocuments(as(ctx, buyer.actor), order)).toEqual({ issued: 2 });
    expect(new Set(await seen(buyer.actor))).toEqual(new Set([one.id, two.id]));
    const auditor = await anOfficer(one, ["auditor"]);
    expect(await seen(auditor.actor)).toHaveLength(2);
    const strangers = [
      NOBODY,
      (await aPerson()).actor,
      (await anOfficer(one, [])).actor,
      (await anOfficer(one, ["packer"])).actor,
      (await aGroup()).officer,
    ];
    const [paper] = (await listOrderDocuments(one.officer, order.number)) ?? [];
    for (const stranger of strangers) {
      expect(await seen(stranger)).toBeUndefined();
      expect(await findDocument(stranger, paper?.id ?? "")).toBeUndefined();
      await expect(issueDocuments(as(ctx, stranger), order)).rejects.toThrow(NotAllowed);
    }
    expect(await findDocument(two.officer, paper?.id ?? "")).toBeUndefined();
    const guest = { ...NOBODY, orderPasses: [order.id] };
    expect(await seen(guest)).toHaveLength(4);
  });
});
