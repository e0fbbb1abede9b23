import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BulkDelivery,
  DELIVERY_COLUMNS,
  type DeliveryColumn,
  type DeliveryFacts,
  deliveryRows,
  planDeliveries,
} from "#app/domain/bulk-deliveries.ts";

const goods = [
  { id: "v1", goods: "Cabai rawit merah, Grade A", unit: "kg" as const },
  { id: "v2", goods: "Telur ayam kampung", unit: "butir" as const },
];
const members = [
  { id: "m1", number: 1, name: "Aminah" },
  { id: "m2", number: 2, name: "Siti" },
  { id: "m3", number: 3, name: "Siti" },
];
const brought = (over: Partial<BulkDelivery> = {}): BulkDelivery => ({
  ...{ id: "d1", day: "2026-11-20", memberId: "m1", number: 1, name: "Aminah", variantId: "v1" },
  ...{ goods: "Cabai rawit merah, Grade A", unit: "kg", quantityMilli: 12_500, note: "pagi", ...over },
});
const facts = (deliveries: BulkDelivery[] = []): DeliveryFacts => ({ deliveries, members, goods, today: "2026-11-25" });

const row = (cells: Partial<Record<DeliveryColumn, string>>): string[] =>
  DELIVERY_COLUMNS.map((column) => cells[column] ?? "");
const plan = (rows: string[][], deliveries: BulkDelivery[] = []) =>
  planDeliveries([[...DELIVERY_COLUMNS], ...rows], facts(deliveries));
const fromPaper = { day: "2026-11-21", name: "aminah", goods: "cabai rawit  merah, grade a", quantity: "4,75" };

describe("a sheet of deliveries", () => {
  it("takes what is typed from paper, by names or by codes", () => {
    const { added, same, errors } = plan([
      row(fromPaper),
      row({ day: "2026-11-21", number: "3", variant: "v2", quantity: "30", note: "besar" }),
    ]);
    expect({ same, errors }).toEqual({ same: 0, errors: [] });
    expect(added).toEqual([
      expect.objectContaining({ row: 2, memberId: "m1", variantId: "v1", quantityMilli: 4750, day: "2026-11-21" }),
      expect.objectContaining({ row: 3, memberId: "m3", variantId: "v2", quantityMilli: 30_000, note: "besar" }),
    ]);
    expect(added[0]?.text).toBe("Aminah: 4,75 kg Cabai rawit merah, Grade A, 2026-11-21");
  });

  it("names each mistake by its row and column", () => {
    const { added, errors } = plan([
      row({ ...fromPaper, day: "21/11/2026" }),
      row({ ...fromPaper, day: "2026-11-26" }),
      row({ ...fromPaper, name: "Siti" }),
      row({ ...fromPaper, number: "9" }),
      row({ ...fromPaper, goods: "Nanas" }),
      row({ ...fromPaper, quantity: "1.250" }),
      row({ ...fromPaper, delivery: "other" }),
      row({ ...fromPaper, note: "x".repeat(201) }),
    ]);
    expect(added).toEqual([]);
    expect(errors.map((error) => [error.row, error.column, error.reason])).toEqual([
      [2, "day", "date-invalid"],
      [3, "day", "day-ahead"],
      [4, "name", "sheet-member"],
      [5, "number", "sheet-member"],
      [6, "goods", "sheet-goods"],
      [7, "quantity", "quantity-ambiguous"],
      [8, "delivery", "delivery-unknown"],
      [9, "note", "too-long"],
    ]);
  });

  it("brings nothing twice, unless a note tells the two apart", () => {
    expect(plan([row(fromPaper), row(fromPaper)]).errors).toEqual([
      { row: 3, column: "quantity", reason: "delivery-again" },
    ]);
    expect(plan([row(fromPaper), row({ ...fromPaper, note: "sore" })]).added).toHaveLength(2);
    const kept = brought({ day: "2026-11-21", quantityMilli: 4750, note: "" });
    expect(plan([row(fromPaper)], [kept]).errors).toEqual([{ row: 2, column: "quantity", reason: "delivery-again" }]);
    const own = row({ ...fromPaper, delivery: "d1" });
    expect(plan([own, own], [kept]).errors).toEqual([{ row: 3, column: "delivery", reason: "sheet-twice" }]);
  });

  it("changes nothing that was written down", () => {
    const [cells = []] = deliveryRows([brought()]);
    const other = (column: DeliveryColumn, text: string) =>
      plan([cells.map((cell, at) => (DELIVERY_COLUMNS[at] === column ? text : cell))], [brought()]).errors;
    expect(plan([cells], [brought()])).toEqual({ added: [], same: 1, errors: [] });
    for (const [column, text] of [
      ["day", "2026-11-19"],
      ["number", "2"],
      ["quantity", "12"],
      ["note", "sore"],
    ] as const)
      expect(other(column, text)).toEqual([{ row: 2, column, reason: "delivery-stands" }]);
  });

  it("comes back as it went out, whatever was brought, by members who left and of goods no longer sold too", () => {
    const one = fc.record({
      day: fc.integer({ min: 1, max: 25 }).map((day) => `2026-11-${String(day).padStart(2, "0")}`),
      quantityMilli: fc.integer({ min: 1, max: 9_999_999 }),
      note: fc.constantFrom("", "pagi", "=1+1"),
      member: fc.constantFrom(
        { memberId: "m1", number: 1, name: "Aminah" },
        { memberId: "gone", number: 8, name: "Siti" },
      ),
      variantId: fc.constantFrom("v1", "retired"),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (all) => {
        const deliveries = all.map(({ member, ...rest }, at) => brought({ ...rest, ...member, id: `d${at}` }));
        expect(plan(deliveryRows(deliveries), deliveries)).toEqual({ added: [], same: all.length, errors: [] });
      }),
      { numRuns: 100 },
    );
  });
});
