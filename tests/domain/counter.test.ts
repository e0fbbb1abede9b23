import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CounterGoods, CounterSaleForm, changeOf, linesOfSeen, readCounterRows } from "#app/domain/counter.ts";
import { rupiah } from "#app/domain/money.ts";
import { seenLine } from "#app/domain/order.ts";

const goods: CounterGoods[] = [
  { variantId: "keripik", unit: "bungkus", stockMilli: 10_000 },
  { variantId: "cabai", unit: "kg", stockMilli: 3_500 },
];
const read = (keripik: string, cabai: string) =>
  readCounterRows({ variantId: ["cabai", "keripik"], quantity: [cabai, keripik] }, goods);

describe("what is typed beside the goods at the counter", () => {
  it("is read by its goods, as a scale shows it; empty boxes and zeros are not wanted", () => {
    expect(read("2", "0,95")).toEqual({
      ok: true,
      lines: [
        { variantId: "keripik", quantityMilli: 2000 },
        { variantId: "cabai", quantityMilli: 950 },
      ],
    });
    expect(read("", "350 g")).toEqual({ ok: true, lines: [{ variantId: "cabai", quantityMilli: 350 }] });
    expect(read("0", " ")).toEqual({ ok: false, fields: { form: "counter-empty" } });
  });

  it("says of which goods there is not so much, and which number is none", () => {
    expect(read("11", "1,5")).toEqual({ ok: false, fields: { "quantity-keripik": "not-enough-stock" } });
    expect(read("1,5", "abc")).toEqual({
      ok: false,
      fields: { "quantity-keripik": "quantity-invalid", "quantity-cabai": "quantity-invalid" },
    });
  });

  it("leaves goods alone that the form does not know", () => {
    const typed = { variantId: ["fremd", "keripik"], quantity: ["5", "1"] };
    expect(readCounterRows(typed, goods)).toEqual({ ok: true, lines: [{ variantId: "keripik", quantityMilli: 1000 }] });
  });
});

describe("change at the counter", () => {
  it("is what was given above the sum, nothing for the exact sum, and no sale for less", () => {
    expect(changeOf({ due: rupiah(47_500), given: rupiah(50_000) })).toBe(2_500);
    expect(changeOf({ due: rupiah(47_500), given: null })).toBe(0);
    expect(changeOf({ due: rupiah(47_500), given: rupiah(47_000) })).toBeNull();
  });

  it("leaves the sum in the box, whatever was given", () => {
    const amount = fc.nat(1_000_000_000).map(rupiah);
    fc.assert(
      fc.property(amount, amount, (due, given) => {
        const change = changeOf({ due, given });
        if (given < due) expect(change).toBeNull();
        else expect(given - (change ?? rupiah(-1))).toBe(due);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the counter's form", () => {
  const typed = { intent: "sell", formKey: "k".repeat(24), method: "cash" };
  it("asks no buyer for a name or phone, and keeps a phone as accounts do", () => {
    expect(CounterSaleForm.parse(typed)).toMatchObject({ buyerName: "", buyerPhone: "", cashGiven: null });
    expect(CounterSaleForm.parse({ ...typed, buyerPhone: "0812-3456-7890" }).buyerPhone).toBe("+6281234567890");
    expect(CounterSaleForm.safeParse({ ...typed, buyerPhone: "12" }).success).toBe(false);
    expect(CounterSaleForm.safeParse({ ...typed, method: "transfer" }).success).toBe(false);
  });
});

describe("the lines that the seller saw", () => {
  it("are read as they were written", () => {
    const lines = [
      { variantId: "keripik", quantityMilli: 2000 },
      { variantId: "cabai", quantityMilli: 350 },
    ];
    expect(linesOfSeen(lines.map((line) => seenLine({ ...line, price: 62_000 })))).toEqual(lines);
  });

  it.each([
    ["nothing", []],
    ["no line", ["keripik"]],
    ["goods twice", ["keripik:1000:500", "keripik:2000:500"]],
    ["none of something", ["keripik:0:500"]],
    ["a quantity below zero", ["keripik:-1000:500"]],
    ["more lines than an order may have", Array.from({ length: 51 }, (_, at) => `v${at}:1000:500`)],
  ])("are none, for %s", (_what, seen) => {
    expect(linesOfSeen(seen)).toBeNull();
  });
});
