import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { PERMISSIONS } from "#app/domain/permission-rows.ts";
import { quoteConsignment } from "#app/domain/pooling.ts";
import { runSettledEntry } from "#app/domain/postings.ts";
import {
  type Carried,
  manifestOf,
  nextRunStep,
  problemsOfTimes,
  RUN_MOVES,
  RUN_STATES,
  RUN_STEPS,
  type RunState,
  reweighVolume,
  runAfter,
} from "#app/domain/run.ts";
import { settleCarried, settledInput } from "#app/domain/run-settlement.ts";
import { SHARE_RULES } from "#app/domain/share-rule.ts";
import { NO_EXTRAS, type Tariff } from "#app/domain/tariff.ts";

const tariff: Tariff = {
  ...NO_EXTRAS,
  perKg: rupiah(38_000),
  perParcel: rupiah(0),
  minKg: 1,
  toleranceGrams: 300,
  stepGrams: 1000,
  maxParcelGrams: 30_000,
};

const load = fc.record({
  grams: fc.integer({ min: 1, max: 9000 }),
  volumetricGrams: fc.integer({ min: 0, max: 9000 }),
  packed: fc.option(fc.integer({ min: 1, max: 9000 })),
});

/** Quoted one after the other, as orders come in. */
function quoted(loads: { grams: number; volumetricGrams: number; packed: number | null }[]): Carried[] {
  const earlier: Carried[] = [];
  for (const [at, { packed, ...weight }] of loads.entries()) {
    const joining = { id: `c${at}`, ...weight };
    const { quote } = quoteConsignment({ tariff, earlier, joining });
    earlier.push({ ...joining, quote, packedGrams: packed });
  }
  return earlier;
}

describe("a run's life", () => {
  it("goes through its states in one order, whatever is pressed", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...RUN_STEPS), { maxLength: 30 }), (steps) => {
        const been: RunState[] = ["planned"];
        for (const step of steps) {
          const next = runAfter(been.at(-1) ?? "planned", step);
          // Only what is packed can be opened again.
          if (next && step === "unpack") expect(been.splice(-1)).toEqual(["packed"]);
          else if (next) been.push(next);
        }
        const way = ["planned", "open", "locked", "packed", "departed", "arrived", "settled"];
        expect(been).toEqual(way.slice(0, been.length));
      }),
    );
    expect(RUN_STATES.map(nextRunStep)).toEqual(["open", "lock", "pack", "depart", "arrive", "settle", null, null]);
    for (const move of Object.values(RUN_MOVES)) expect(PERMISSIONS).toHaveProperty(move.permission);
  });

  it("closes in the future and leaves after it has closed", () => {
    expect(problemsOfTimes({ nowMs: 10, cutOffMs: 10, departsMs: 30 })).toEqual({ cutOffAt: "cut-off-past" });
    expect(problemsOfTimes({ nowMs: 10, cutOffMs: 20, departsMs: 20 })).toEqual({
      departsAt: "departs-before-cut-off",
    });
    expect(problemsOfTimes({ nowMs: 10, cutOffMs: 20, departsMs: 21 })).toBeNull();
    expect(problemsOfTimes({ nowMs: 10, cutOffMs: 20, departsMs: 21, opensMs: 19 })).toBeNull();
    expect(problemsOfTimes({ nowMs: 10, cutOffMs: 20, departsMs: 21, opensMs: 20 })).toEqual({
      opensAt: "opens-too-late",
    });
  });
});

describe("a run's money", () => {
  it("packs on the scale's weight: two of 1,300 g stay apart, and light ones join", () => {
    const three: Carried[] = [1300, 500, 450].map((grams, at) => ({
      id: `c${at}`,
      grams: 2000,
      volumetricGrams: 0,
      packedGrams: grams,
      quote: rupiah(38_000),
    }));
    expect(manifestOf(tariff, three)).toEqual({
      parcels: [["c0", "c1", "c2"]],
      total: 76_000,
      alone: 114_000,
      saved: 38_000,
      quotes: 114_000,
    });
    expect(reweighVolume({ grams: 1000, from: 6000, to: 4000 })).toBe(1500);
    expect(reweighVolume({ grams: 1001, from: 4000, to: 6000 })).toBe(668);
  });

  it("settles the bill to the rupiah: shares and what the reserve carries sum to it, and nobody pays above quote or alone", () => {
    fc.assert(
      fc.property(
        fc.array(load, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.constantFrom(...SHARE_RULES),
        (loads, figure, rule) => {
          const consignments = quoted(loads);
          const bill = rupiah(figure);
          const settled = settleCarried({ tariff, rule, bill, consignments });
          expect(settled.shares + settled.carried).toBe(bill);
          expect(settled.carried).toBeGreaterThanOrEqual(0);
          for (const line of settled.lines) {
            expect(line.share).toBeGreaterThanOrEqual(0);
            expect(line.share).toBeLessThanOrEqual(Math.min(line.quote, line.alone));
            expect(line.share + line.returned).toBe(line.quote);
          }
          expect(settled.quotes).toBe(settled.shares + settled.returned);
          // Two consignments make an order; the entry is balanced whatever came out.
          const travelled = consignments.map((each, at) => ({
            ...each,
            orderId: `o${at >> 1}`,
            buyerId: at >> 1 === 0 ? null : `b${at}`,
            savingAs: "credit" as const,
            doorFee: rupiah(10_000),
          }));
          const input = settledInput({ runId: "r", settlement: settled, paid: travelled });
          expect(input.held).toBe(settled.quotes + 10_000 * Math.ceil(loads.length / 2));
          expect(input.savings.reduce((all, saving) => all + saving.amount, 0)).toBe(settled.returned);
          const postings = runSettledEntry(input).postings;
          expect(postings.reduce((all, posting) => all + posting.amount, 0)).toBe(0);
          const reserve = postings.find((posting) => posting.account.kind === "shipping-reserve")?.amount ?? 0;
          expect(-reserve).toBe(10_000 * Math.ceil(loads.length / 2) - settled.carried);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("needs nothing from the reserve when the carrier asks what the boxes cost on the weights that were ordered", () => {
    fc.assert(
      fc.property(fc.array(load, { minLength: 1, maxLength: 8 }), (loads) => {
        const consignments = quoted(loads.map((each) => ({ ...each, packed: null })));
        const { total } = manifestOf(tariff, consignments);
        expect(settleCarried({ tariff, rule: "equal-saving", bill: total, consignments }).carried).toBe(0);
      }),
    );
  });
});
