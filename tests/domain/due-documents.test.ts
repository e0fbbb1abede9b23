import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DocumentBasis, type DocumentPart, dueDocuments } from "#app/domain/due-documents.ts";
import { rupiah, sum } from "#app/domain/money.ts";

const part = (at: number, over: Partial<DocumentPart> = {}): DocumentPart => ({
  consignmentId: `c${at}`,
  groupId: `g${at}`,
  group: { name: `Kelompok ${at}`, villageCode: "21.72.04.1002", phone: null, account: `kelompok-${at}` },
  state: "to-pack",
  wasHandedOver: false,
  goodsValue: rupiah(100_000),
  missing: rupiah(0),
  quote: rupiah(13_500),
  share: null,
  lines: [],
  ...over,
});

const basis = (parts: DocumentPart[], over: Partial<DocumentBasis> = {}): DocumentBasis => ({
  networkName: "Lumbung",
  order: { number: "LB-1", state: "paid", placedAt: "2026-11-24T02:00:00.000Z", doorFee: rupiah(5_001) },
  buyer: { name: "Rahmah", lines: ["Jalan Merdeka 4"], villageCode: null, postcode: null },
  parts,
  payments: [],
  refunds: [],
  issued: new Set(),
  ...over,
});

const paid = (amount: number) => ({
  id: "p1",
  amount: rupiah(amount),
  uniqueAddition: rupiah(7),
  method: "transfer" as const,
  paidAt: "2026-11-24T03:00:00.000Z",
});
const refunded = (amount: number, consignmentId: string | null = null) => ({
  ...{ id: "r1", amount: rupiah(amount), consignmentId, goods: [], reason: "" },
  cause: consignmentId ? ("packed-short" as const) : ("order" as const),
});
const totals = (due: ReturnType<typeof dueDocuments>, kind: string) =>
  due.filter((each) => each.kind === kind).map((each) => each.content.total);

describe("the papers that an order calls for", () => {
  it("are a confirmation first, a receipt once it is paid, an invoice once the goods are out", () => {
    const kinds = (state: string, parts: DocumentPart[]) =>
      dueDocuments(basis(parts, { order: { ...basis([]).order, state } })).map((due) => due.kind);
    expect(kinds("awaiting-payment", [part(1, { state: "waiting" })])).toEqual(["order-confirmation"]);
    expect(kinds("expired", [part(1, { state: "cancelled" })])).toEqual([]);
    expect(kinds("paid", [part(1, { state: "packed" })])).toEqual(["order-confirmation"]);
    expect(kinds("paid", [part(1, { state: "handed-over" })])).toEqual(["order-confirmation", "invoice"]);
    const with_ = dueDocuments(basis([part(1)], { payments: [paid(118_501)] }));
    expect(with_.map((due) => due.kind)).toEqual(["order-confirmation", "receipt"]);
  });

  it("bear the buyer's address on invoices alone", () => {
    const due = dueDocuments(basis([part(1, { state: "delivered" })], { payments: [paid(118_501)] }));
    const withAddress = due.filter((each) => each.content.buyer.lines.length > 0).map((each) => each.kind);
    expect(withAddress).toEqual(["invoice"]);
  });

  it("are not called for twice", () => {
    const parts = [part(1, { state: "delivered" }), part(2)];
    const all = dueDocuments(basis(parts, { payments: [paid(232_001)] }));
    const issued = new Set(all.map((due) => due.cause));
    expect(issued.size).toBe(all.length);
    expect(dueDocuments(basis(parts, { payments: [paid(232_001)], issued }))).toEqual([]);
  });

  it("divide the door fee so that the papers of all groups add up to the order", () => {
    const parts = [part(1), part(2), part(3)];
    const due = dueDocuments(basis(parts, { payments: [paid(345_501)] }));
    expect(totals(due, "order-confirmation")).toEqual([115_167, 115_167, 115_167]);
    expect(sum(totals(due, "receipt"))).toBe(345_501);
  });

  it("say on the invoice what was packed, and what went back for it on a credit note of that group alone", () => {
    const parts = [part(1, { state: "delivered", missing: rupiah(3_100) }), part(2, { state: "delivered" })];
    const payments = [paid(232_001)];
    const due = dueDocuments(basis(parts, { payments, refunds: [refunded(3_100, "c1")] }));
    expect(totals(due, "invoice")).toEqual([112_901, 116_000]);
    expect(totals(due, "receipt")).toEqual([116_001, 116_000]);
    const [note, ...more] = due.filter((each) => each.kind === "credit-note");
    expect(more).toEqual([]);
    expect(note).toMatchObject({ groupId: "g1", content: { total: 3_100, credit: { cause: "packed-short" } } });
    expect(note?.refersTo).toEqual(["invoice:c1", "receipt:p1:c1", "order-confirmation:c1"]);
  });

  it("give at the door a receipt for what was packed", () => {
    const parts = [part(1, { state: "delivered", missing: rupiah(3_100) }), part(2, { state: "delivered" })];
    expect(totals(dueDocuments(basis(parts, { payments: [paid(228_901)] })), "receipt")).toEqual([112_901, 116_000]);
  });

  it("give back on a group's own credit note what was for its lines, and the shipping with them", () => {
    const parts = [part(1), part(2, { quote: rupiah(4_000) }), part(3)];
    const goods = [
      { consignmentId: "c1", amount: rupiah(10_000) },
      { consignmentId: "c2", amount: rupiah(2_000) },
      { consignmentId: "c2", amount: rupiah(1_000) },
    ];
    const due = dueDocuments(basis(parts, { refunds: [{ ...refunded(13_001), goods }] }));
    const notes = due.filter((each) => each.kind === "credit-note");
    expect(notes.map(({ groupId, content }) => [groupId, content.total])).toEqual([
      ["g1", 10_001],
      ["g2", 3_000],
    ]);
  });

  it("give back what shipping cost less to the groups whose shipping cost less", () => {
    const parts = [
      part(1, { state: "delivered", share: rupiah(10_000) }),
      part(2, { state: "delivered", share: rupiah(13_500) }),
      part(3, { state: "delivered", share: rupiah(12_500) }),
    ];
    const saving = { ...refunded(4_500), cause: "saving" as const };
    const due = dueDocuments(basis(parts, { payments: [paid(345_501)], refunds: [saving] }));
    const notes = due.filter((each) => each.kind === "credit-note");
    expect(notes.map(({ groupId, content }) => [groupId, content.total, content.credit?.cause])).toEqual([
      ["g1", 3_500, "saving"],
      ["g3", 1_000, "saving"],
    ]);
  });

  it("take an invoice back when goods that were out are never paid", () => {
    const order = { ...basis([]).order, state: "cancelled" };
    const cancelled = [part(1, { state: "cancelled", wasHandedOver: true })];
    expect(dueDocuments(basis(cancelled, { order }))).toEqual([]);
    const [note] = dueDocuments(basis(cancelled, { order, issued: new Set(["invoice:c1"]) }));
    expect(note).toMatchObject({ kind: "credit-note", content: { total: 118_501, credit: { cause: "cancelled" } } });
  });

  it("add up to each payment and each refund, whatever the amounts", () => {
    const money = fc.integer({ min: 0, max: 5_000_000 });
    const world = fc.record({
      parts: fc.array(fc.record({ goods: fc.integer({ min: 1, max: 9_000_000 }), quote: money, short: money }), {
        minLength: 1,
        maxLength: 5,
      }),
      amount: fc.integer({ min: 1, max: 50_000_000 }),
      door: money,
    });
    fc.assert(
      fc.property(world, ({ parts, amount, door }) => {
        const made = parts.map(({ goods, quote, short }, at) =>
          part(at, { goodsValue: rupiah(goods), quote: rupiah(quote), missing: rupiah(Math.min(short, goods)) }),
        );
        const order = { ...basis([]).order, doorFee: rupiah(door) };
        const due = dueDocuments(basis(made, { order, payments: [paid(amount)], refunds: [refunded(amount)] }));
        expect(sum(totals(due, "receipt"))).toBe(amount);
        expect(sum(totals(due, "credit-note"))).toBe(amount);
        const ordered = parts.reduce((all, { goods, quote }) => all + goods + quote, door);
        expect(sum(totals(due, "order-confirmation"))).toBe(ordered);
      }),
      { numRuns: 200 },
    );
  });
});
