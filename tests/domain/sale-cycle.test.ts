import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CycleLine, growersHold, settleLine, shortValue } from "#app/domain/cycle-settlement.ts";
import { rupiah } from "#app/domain/money.ts";
import { cycleProgress, cycleTimeErrors, phaseOf, pledgedTogether } from "#app/domain/sale-cycle.ts";

const HOUR = 3_600_000;

describe("a sale cycle by the clock", () => {
  const times = { opensMs: 10 * HOUR, closesMs: 20 * HOUR };

  it("takes pledges before it opens, orders until the cut-off, and then waits for the harvest", () => {
    const at = (hours: number) => phaseOf({ ...times, state: "planned" }, hours * HOUR);
    expect([at(9), at(10), at(19), at(20)]).toEqual(["planned", "open", "open", "closed"]);
  });

  it("stays what it was decided to be", () => {
    for (const state of ["settled", "cancelled", "rolled-over"] as const)
      expect(phaseOf({ ...times, state }, 15 * HOUR)).toBe(state);
  });

  it("opens in the future, closes after it opens, and hands over on the day it closes or later", () => {
    const days = { nowMs: 5 * HOUR, closesOn: "2026-11-26", handOverDay: "2026-11-28" };
    expect(cycleTimeErrors(times, days)).toEqual({});
    expect(cycleTimeErrors(times, { ...days, nowMs: 11 * HOUR })).toEqual({ opensAt: "cycle-opens-past" });
    expect(cycleTimeErrors({ opensMs: 20 * HOUR, closesMs: 20 * HOUR }, days)).toEqual({
      closesAt: "cycle-closes-before",
    });
    expect(cycleTimeErrors(times, { ...days, handOverDay: "2026-11-25" })).toEqual({
      handOverDay: "cycle-hands-over-before",
    });
    expect(cycleTimeErrors({ ...times, closesMs: 10_000 * HOUR }, days)).toEqual({ closesAt: "cycle-too-long" });
  });

  it("says how full it is, what waits, and what is missing to go", () => {
    const pledged = pledgedTogether([
      { fromMilli: 20_000, toMilli: 30_000 },
      { fromMilli: 15_000, toMilli: 30_000 },
    ]);
    expect(pledged).toEqual({ fromMilli: 35_000, toMilli: 60_000 });
    const minimum = { minimumMilli: 50_000, mayWaitMilli: 10_000, pledged };
    expect(cycleProgress({ ...minimum, orderedMilli: 42_000 })).toEqual({
      ...{ orderedMilli: 42_000, mostMilli: 70_000, waitingMilli: 0, toMinimumMilli: 8000 },
    });
    expect(cycleProgress({ ...minimum, orderedMilli: 63_000 })).toMatchObject({
      waitingMilli: 3000,
      toMinimumMilli: 0,
    });
  });
});

const RULE = { method: "contribution", fundBasisPoints: 500, fixedCosts: [], fixedShares: [], pieceRates: [] } as const;
const by = (...weights: number[]) => {
  const contributions = weights.map((weight, at) => ({
    ...{ memberId: `member-${at}`, memberNumber: at + 1, step: "", weight },
  }));
  return { contributions, lots: [] };
};

function aLine(over: Partial<CycleLine> = {}): CycleLine {
  return {
    ...{ goodsValue: rupiah(550_000), quantityMilli: 10_000, refundedMilli: 0, refundedValue: rupiah(0) },
    ...{ networkFeeBasisPoints: 200, providerFeeBasisPoints: 0 },
    rule: { ...RULE, fixedCosts: [], fixedShares: [], pieceRates: [] },
    ...over,
  };
}

describe("a line of a cycle when the harvest has come", () => {
  it("is divided by what growers brought, and the shortage goes back out of the same sum", () => {
    const shares = settleLine(aLine(), { keptMilli: 8000, broughtBy: by(6000, 2000) });
    expect(shortValue(aLine(), 8000)).toBe(110_000);
    expect(shares.map(({ party, memberId, amount, held }) => [memberId ?? party, amount, held])).toEqual([
      ["network-fee", 11_000, 8800],
      ["group-fund", 27_500, 22_000],
      ["member-0", 383_625, 306_900],
      ["member-1", 127_875, 102_300],
    ]);
    expect([...growersHold([shares, shares])]).toEqual([
      ["member-0", 613_800],
      ["member-1", 204_600],
    ]);
  });

  it("always sums to the sale, whatever went back before and however little came", () => {
    const given = fc.record({
      price: fc.integer({ min: 1, max: 90_000 }),
      steps: fc.integer({ min: 1, max: 200 }),
      back: fc.nat(100),
      keep: fc.nat(100),
      weights: fc.array(fc.nat(30_000), { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(given, ({ price, steps, back, keep, weights }) => {
        const goodsValue = rupiah(price * steps);
        const refundedMilli = Math.floor((steps * back) / 100) * 1000;
        const line = aLine({
          ...{
            goodsValue,
            quantityMilli: steps * 1000,
            refundedMilli,
            refundedValue: rupiah((price * refundedMilli) / 1000),
          },
        });
        const wanted = line.quantityMilli - refundedMilli;
        const keptMilli = Math.floor((wanted / 1000) * (keep / 100)) * 1000;
        const shares = settleLine(line, { keptMilli, broughtBy: by(...weights) });
        const total = (amounts: number[]): number => amounts.reduce((all, each) => all + each, 0);
        expect(total(shares.map((share) => share.amount))).toBe(goodsValue);
        expect(total(shares.map((share) => share.refunded))).toBe(line.refundedValue);
        const left = goodsValue - line.refundedValue - shortValue(line, keptMilli);
        expect(total(shares.map((share) => share.held))).toBe(left);
        expect(left).toBe((price * keptMilli) / 1000);
        expect(shares.every((share) => share.held >= 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
