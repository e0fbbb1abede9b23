import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideReceipt, ReceiveForm, soldValue } from "#app/domain/entrusted-money.ts";
import { rupiah, sum } from "#app/domain/money.ts";

const dues = fc
  .array(fc.nat(5_000_000), { maxLength: 8 })
  .map((amounts) => amounts.map((amount, at) => ({ memberId: `m${at}`, amount: rupiah(amount) })));

describe("money that a place hands over", () => {
  it("is divided to the rupiah: nobody gets more than is due, and only what is above all of it is commission", () => {
    fc.assert(
      fc.property(fc.nat(20_000_000), dues, (paid, due) => {
        const { members, commission } = divideReceipt(rupiah(paid), due);
        const all = sum(due.map((each) => each.amount));
        expect(sum(members.map((each) => each.amount)) + commission).toBe(paid);
        expect(commission).toBe(Math.max(0, paid - all));
        for (const { memberId, amount } of members) {
          const mine = due.find((each) => each.memberId === memberId);
          expect(amount).toBeGreaterThan(0);
          expect(amount).toBeLessThanOrEqual(mine?.amount ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is first divided by what is due, the odd rupiah to whoever is nearest to it", () => {
    const due = [
      { memberId: "ani", amount: rupiah(100) },
      { memberId: "bib", amount: rupiah(50) },
    ];
    expect(divideReceipt(rupiah(100), due).members).toEqual([
      { memberId: "ani", amount: 67 },
      { memberId: "bib", amount: 33 },
    ]);
  });

  it("is read as money, and nothing is not money", () => {
    const form = { place: "shop:x", formKey: "k".repeat(24) };
    expect(ReceiveForm.parse({ ...form, amount: "Rp 150.000" }).amount).toBe(150_000);
    for (const amount of ["", "0", "abc", "-5"]) expect(ReceiveForm.safeParse({ ...form, amount }).success).toBe(false);
  });
});

describe("what a member gets for what was sold", () => {
  it("is the agreed price times the quantity, half a rupiah up", () => {
    expect(soldValue({ agreedPrice: rupiah(50_000), soldMilli: 3_000 })).toBe(150_000);
    expect(soldValue({ agreedPrice: rupiah(333), soldMilli: 500 })).toBe(167);
    expect(soldValue({ agreedPrice: rupiah(333), soldMilli: 0 })).toBe(0);
  });
});
