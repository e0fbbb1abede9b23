import { describe, expect, it, test } from "vitest";
import { RefundAsk, readRefundWay, readRefundWish } from "#app/domain/refund-form.ts";

const lines = [
  { orderLineId: "bag", unit: "buah" },
  { orderLineId: "chilli", unit: "kg" },
];
const read = (said: Record<string, unknown>) =>
  readRefundWish(lines, RefundAsk.parse({ line: ["bag", "chilli"], quantity: ["", ""], value: ["", ""], ...said }));

describe("what of an order goes back", () => {
  it("is all of it, so much money, or parts as they are filled in", () => {
    expect(read({})).toEqual({ ok: true, wish: { kind: "everything" } });
    expect(read({ what: "amount", amount: "62.000" })).toEqual({ ok: true, wish: { kind: "amount", amount: 62_000 } });
    expect(read({ what: "parts", quantity: ["1", ""], value: ["", "5000"], shipping: "Rp 2.000" })).toEqual({
      ok: true,
      wish: {
        kind: "parts",
        lines: [
          { orderLineId: "bag", quantityMilli: 1000 },
          { orderLineId: "chilli", amount: 5000 },
        ],
        shipping: 2000,
      },
    });
  });

  test.each([
    ["everything", { quantity: ["1", ""] }],
    ["everything", { value: ["", "x"] }],
    ["everything", { shipping: "2000" }],
    ["everything", { amount: "2000" }],
    ["amount", { amount: "2000", quantity: ["1", ""] }],
    ["parts", { quantity: ["1", ""], amount: "2000" }],
  ])("is asked again where %s is chosen and %j filled in for another choice", (what, said) => {
    expect(read({ what, ...said })).toEqual({ ok: false, fields: { what: "refund-other-choice" } });
  });

  test.each([
    [{ what: "amount" }, { amount: "required" }],
    [{ what: "amount", amount: "x" }, { amount: "not-money" }],
    [
      { what: "parts", quantity: ["1,5", ""], value: ["", "x"], shipping: "-1" },
      { "quantity-bag": "quantity-invalid", "value-chilli": "not-money", shipping: "not-money" },
    ],
  ])("is refused beside each field: %j", (said, fields) => {
    expect(read(said)).toEqual({ ok: false, fields });
  });

  it("goes a way that is known, cash by the box of a group", () => {
    expect(readRefundWay("")).toEqual({ boxGroupId: null });
    expect(readRefundWay("cash:g1")).toEqual({ way: "cash", boxGroupId: "g1" });
    expect(readRefundWay("gold")).toBeNull();
  });
});
