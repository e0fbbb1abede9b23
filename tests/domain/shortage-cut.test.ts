import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CutRule } from "#app/domain/sale-cycle.ts";
import { type Asked, shareOutCrop } from "#app/domain/shortage-cut.ts";

const kilos = (...quantities: number[]): Asked[] =>
  quantities.map((quantity, at) => ({ id: `line-${at}`, askedMilli: quantity * 1000, orderedMs: at }));
const kept = (cuts: { keptMilli: number }[]): number[] => cuts.map((cut) => cut.keptMilli);
const all = (quantities: readonly number[]): number => quantities.reduce((sum, each) => sum + each, 0);

describe("a crop shared out among the orders of a cycle", () => {
  it("gives everybody the same part in whole steps, the last step to the largest fraction", () => {
    const cut = shareOutCrop(kilos(10, 5, 5), {
      cropMilli: 13_370,
      pledgedMilli: null,
      stepMilli: 100,
      rule: "pro-rata",
    });
    // 133 steps over 100, 50 and 50: 66.5, 33.25 and 33.25.
    expect(kept(cut)).toEqual([6700, 3300, 3300]);
  });

  it("serves who ordered first, when the group says so", () => {
    const cut = shareOutCrop(kilos(10, 5, 5), {
      cropMilli: 13_370,
      pledgedMilli: null,
      stepMilli: 100,
      rule: "in-order",
    });
    expect(kept(cut)).toEqual([10_000, 3300, 0]);
  });

  it("gives nobody behind the first who is cut anything, not even less than a step", () => {
    const asked = [...kilos(1), { id: "line-1", askedMilli: 30, orderedMs: 1 }];
    const cut = shareOutCrop(asked, { cropMilli: 940, pledgedMilli: null, stepMilli: 100, rule: "in-order" });
    expect(kept(cut)).toEqual([900, 0]);
  });

  it("gives everybody all that was asked when there is enough", () => {
    for (const rule of ["pro-rata", "in-order"] as const)
      expect(kept(shareOutCrop(kilos(3, 2), { cropMilli: 9000, pledgedMilli: 4000, stepMilli: 100, rule }))).toEqual([
        3000, 2000,
      ]);
  });

  it("fills what waits only with what is left when everybody within the pledges has all", () => {
    const asked = kilos(6, 6, 4);
    const crop = { pledgedMilli: 10_000, stepMilli: 100, rule: "pro-rata" as const };
    expect(shareOutCrop(asked, { ...crop, cropMilli: 10_000 }).map((cut) => cut.waitingMilli)).toEqual([0, 2000, 4000]);
    expect(kept(shareOutCrop(asked, { ...crop, cropMilli: 5000 }))).toEqual([3000, 2000, 0]);
    expect(kept(shareOutCrop(asked, { ...crop, cropMilli: 13_000 }))).toEqual([6000, 5000, 2000]);
    expect(kept(shareOutCrop(asked, { ...crop, cropMilli: 20_000 }))).toEqual([6000, 6000, 4000]);
  });

  it("gives nothing of nothing", () => {
    expect(
      kept(shareOutCrop(kilos(1, 2), { cropMilli: 60, pledgedMilli: null, stepMilli: 100, rule: "pro-rata" })),
    ).toEqual([0, 0]);
    expect(shareOutCrop([], { cropMilli: 5000, pledgedMilli: null, stepMilli: 100, rule: "in-order" })).toEqual([]);
  });
});

type World = {
  stepMilli: number;
  asked: { steps: number; orderedMs: number }[];
  cropMilli: number;
  pledgedSteps: number | null;
  rule: CutRule;
};

const steps = fc.integer({ min: 1, max: 400 });
const world = fc.record({
  stepMilli: fc.constantFrom(10, 100, 1000),
  asked: fc.array(fc.record({ steps, orderedMs: fc.nat(5) }), { maxLength: 12 }),
  cropMilli: fc.nat(2_000_000),
  pledgedSteps: fc.option(fc.nat(1500)),
  rule: fc.constantFrom("pro-rata" as const, "in-order" as const),
});

function played({ stepMilli, asked, cropMilli, pledgedSteps, rule }: World) {
  const lines = asked.map((line, at) => ({
    id: `line-${at}`,
    askedMilli: line.steps * stepMilli,
    orderedMs: line.orderedMs,
  }));
  const crop = { cropMilli, stepMilli, rule, pledgedMilli: pledgedSteps === null ? null : pledgedSteps * stepMilli };
  return { lines, crop, cut: shareOutCrop(lines, crop) };
}

describe("every cut", () => {
  it("sums to the crop in whole steps, or to what was asked, and nobody gets more than that", () => {
    fc.assert(
      fc.property(world, (given) => {
        const { lines, crop, cut } = played(given);
        const wanted = all(lines.map((line) => line.askedMilli));
        const there = Math.floor(crop.cropMilli / crop.stepMilli) * crop.stepMilli;
        expect(all(kept(cut))).toBe(Math.min(wanted, there));
        for (const { askedMilli, keptMilli } of cut) {
          expect(keptMilli).toBeGreaterThanOrEqual(0);
          expect(keptMilli).toBeLessThanOrEqual(askedMilli);
          expect(keptMilli % crop.stepMilli).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order in which the lines are given", () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), (given, shuffle) => {
        const { lines, crop, cut } = played(given);
        const mixed = lines
          .map((line) => ({ line, key: Number(shuffle.next().value) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ line }) => line);
        expect(shareOutCrop(mixed, crop)).toEqual(cut);
      }),
      { numRuns: 200 },
    );
  });

  it("in order serves a beginning of the row whole, cuts at most one, and gives the others nothing", () => {
    fc.assert(
      fc.property(world, (given) => {
        const { cut } = played({ ...given, rule: "in-order" });
        const firstCut = cut.findIndex((line) => line.keptMilli < line.askedMilli);
        if (firstCut < 0) return;
        expect(cut.slice(firstCut + 1).every((line) => line.keptMilli === 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("pro rata leaves nobody within the pledges a step or more away from the same part", () => {
    fc.assert(
      fc.property(world, (given) => {
        const { crop, cut } = played({ ...given, rule: "pro-rata", pledgedSteps: null });
        const wanted = all(cut.map((line) => line.askedMilli));
        const there = Math.floor(crop.cropMilli / crop.stepMilli) * crop.stepMilli;
        if (there >= wanted) return;
        for (const line of cut)
          expect(Math.abs(line.keptMilli - (there * line.askedMilli) / wanted)).toBeLessThan(crop.stepMilli);
      }),
      { numRuns: 200 },
    );
  });

  it("gives of two that asked alike no less to who ordered first, and pro rata no less to who asked more", () => {
    // Few steps, so that many ask alike.
    const fewSteps = fc.array(fc.record({ steps: fc.integer({ min: 1, max: 3 }), orderedMs: fc.nat(5) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(world, fewSteps, fc.nat(14), (given, asked, there) => {
        const cropMilli = there * given.stepMilli;
        const { cut, crop } = played({ ...given, asked, cropMilli, pledgedSteps: null });
        for (const [at, line] of cut.entries())
          for (const later of cut.slice(at + 1)) {
            if (line.askedMilli === later.askedMilli) expect(line.keptMilli).toBeGreaterThanOrEqual(later.keptMilli);
            if (crop.rule === "pro-rata" && line.askedMilli > later.askedMilli)
              expect(line.keptMilli).toBeGreaterThanOrEqual(later.keptMilli);
            if (crop.rule === "pro-rata" && line.askedMilli < later.askedMilli)
              expect(line.keptMilli).toBeLessThanOrEqual(later.keptMilli);
          }
      }),
      { numRuns: 200 },
    );
  });

  it("gives what waits nothing before everybody within the pledges has all", () => {
    fc.assert(
      fc.property(world, (given) => {
        const { cut, crop } = played(given);
        const firm = all(cut.map((line) => line.askedMilli - line.waitingMilli));
        expect(firm).toBe(
          Math.min(all(cut.map((line) => line.askedMilli)), crop.pledgedMilli ?? Number.POSITIVE_INFINITY),
        );
        const isWaitingServed = cut.some((line) => line.keptMilli > line.askedMilli - line.waitingMilli);
        if (isWaitingServed)
          expect(cut.every((line) => line.keptMilli >= line.askedMilli - line.waitingMilli)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
