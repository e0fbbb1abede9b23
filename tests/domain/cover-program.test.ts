import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoverProgram } from "#app/domain/cover-program.ts";
import { lpText, solveByHighs } from "#tests/bench/by-highs.ts";

/** Two rows of 3 and 2; alone each costs 4, both together 5. */
function small(): CoverProgram {
  const program = new CoverProgram([3, 2], [4, 4]);
  program.add({ rows: [0, 1], times: [1, 1], cost: 5 });
  return program;
}

const somePrograms = fc.record({
  needed: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
  alone: fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 }),
  covers: fc.array(
    fc.record({
      times: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
      cost: fc.integer({ min: 1, max: 200 }),
    }),
    { maxLength: 12 },
  ),
});

describe("the covering program", () => {
  it("finds the least money, and prices that say so", () => {
    const program = small();
    expect(program.solve(100)).toBe(true);
    expect(program.value).toBeCloseTo(14, 6);
    expect([...program.prices]).toEqual([4, 1]);
  });

  it("is written down for other solvers", () => {
    expect(lpText(small()).split("\n")).toEqual([
      ...["Minimize", "cost: + 4 x0", " + 4 x1", " + 5 x2", "Subject To"],
      ...["r0: + 1 x0", " + 1 x2 >= 3", "r1: + 1 x1", " + 1 x2 >= 2", "End"],
    ]);
  });

  it("comes to the same value as HiGHS does", async () => {
    await fc.assert(
      fc.asyncProperty(somePrograms, async ({ needed, alone, covers }) => {
        const program = new CoverProgram(needed, alone);
        for (const { times, cost } of covers) program.add({ rows: [0, 1, 2, 3], times, cost });
        expect(program.solve(10_000)).toBe(true);
        expect(program.value).toBeCloseTo(await solveByHighs(program), 4);
      }),
      { numRuns: 8 },
    );
  });
});
