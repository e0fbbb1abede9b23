import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CASH_CATEGORIES,
  cashMovedEntry,
  cashProblem,
  cashReversedEntry,
  isIncome,
  voucherNumber,
  withBalances,
} from "#app/domain/cash-movement.ts";
import { mirrorOf } from "#app/domain/ledger.ts";
import { rupiah, sum, ZERO } from "#app/domain/money.ts";
import { balancesAfter } from "#tests/world/balances.ts";

const at = { movementId: "m1", groupId: "g1" } as const;

describe("cash beside sales", () => {
  it("pays cloth from what sales set aside, and only the rest from the fund", () => {
    const entry = cashMovedEntry({ ...at, category: "materials", amount: rupiah(275_000), setAside: rupiah(120_000) });
    expect(entry).toMatchObject({ kind: "cash-moved", book: "g1", key: "cash-moved:m1" });
    expect(balancesAfter([entry])).toEqual({
      "fixed-costs:group:g1": 120_000,
      "group-fund:group:g1": 155_000,
      "cash-box:group:g1": -275_000,
    });
    const transport = cashMovedEntry({
      ...at,
      category: "transport",
      amount: rupiah(40_000),
      setAside: rupiah(120_000),
    });
    expect(balancesAfter([transport])).toEqual({ "group-fund:group:g1": 40_000, "cash-box:group:g1": -40_000 });
  });

  it("puts dues and donations into the fund", () => {
    const entry = cashMovedEntry({ ...at, category: "dues", amount: rupiah(60_000), setAside: ZERO });
    expect(balancesAfter([entry])).toEqual({ "cash-box:group:g1": 60_000, "group-fund:group:g1": -60_000 });
  });

  it("never moves a rupiah that is not there, and a reversal leaves every account as it was", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CASH_CATEGORIES),
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: -1_000_000, max: 10_000_000 }),
        (category, amount, setAside) => {
          const moved = cashMovedEntry({ ...at, category, amount: rupiah(amount), setAside: rupiah(setAside) });
          const after = balancesAfter([moved]);
          expect(after["cash-box:group:g1"]).toBe(isIncome(category) ? amount : -amount);
          expect(after["fixed-costs:group:g1"] ?? 0).toBeLessThanOrEqual(Math.max(0, setAside));
          const back = cashReversedEntry({ movementId: "m2", groupId: "g1", postings: mirrorOf(moved.postings) });
          expect(balancesAfter([moved, back])).toEqual({});
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is refused beyond the box, and beyond what is the group's own", () => {
    const cashBox = rupiah(100_000);
    expect(cashProblem({ amount: rupiah(100_001), cashBox, own: rupiah(500_000) })).toBe("cash-box-short");
    expect(cashProblem({ amount: rupiah(80_001), cashBox, own: rupiah(80_000) })).toBe("fund-short");
    expect(cashProblem({ amount: rupiah(80_000), cashBox, own: rupiah(80_000) })).toBeNull();
  });

  it("has vouchers whose number says the year, and a running balance that ends where the sum does", () => {
    expect(voucherNumber({ year: 2026, number: 7 })).toBe("KAS/2026/0007");
    const changes = [500_000, -120_000, -80_000].map((change) => ({ change: rupiah(change) }));
    const { rows, closing } = withBalances(rupiah(35_000), changes);
    expect(rows.map((row) => row.balance)).toEqual([535_000, 415_000, 335_000]);
    expect(closing).toBe(sum([rupiah(35_000), ...changes.map((row) => row.change)]));
    expect(withBalances(rupiah(5), [])).toEqual({ rows: [], closing: 5 });
  });
});
