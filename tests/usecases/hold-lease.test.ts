import { describe, expect, it } from "vitest";
import { beat, type Job } from "#app/jobs/clock.ts";
import { holdLease } from "#app/usecases/operate/hold-lease.ts";
import { testContext } from "#tests/world/context.ts";
import { hoursLater } from "#tests/world/runs.ts";

describe("hold-lease", () => {
  it("lets one of many work, renews for it, and passes on when it ran out", async () => {
    const at = (hours: number, holder: string) =>
      holdLease({ now: hoursLater(hours) }, { job: "sweep", holder, seconds: 90 });
    const first = await Promise.all(["a", "b", "c"].map((holder) => at(0, holder)));
    expect(first.filter(Boolean)).toHaveLength(1);
    const winner = ["a", "b", "c"][first.indexOf(true)] ?? "";
    expect(await at(0.01, winner)).toBe(true);
    expect(await at(0.03, "d")).toBe(false);
    expect(await at(1, "d")).toBe(true);
    expect(await at(1, winner)).toBe(false);
  });
});

describe("the clock", () => {
  it("does every job once over all processes, and one that fails stops no other", async () => {
    let swept = 0;
    const reports: unknown[] = [];
    const jobs: Job[] = [
      { name: "broken", run: () => Promise.reject(new Error("no")) },
      {
        name: "counting",
        run: async () => {
          swept += 1;
          return String(swept);
        },
      },
    ];
    const clock = (holder: string) => ({
      openContext: testContext,
      report: (what: unknown) => reports.push(what),
      holder,
      jobs,
    });
    await Promise.all([beat(clock("one")), beat(clock("two"))]);
    expect(swept).toBe(1);
    expect(reports).toEqual([
      { job: "broken", problem: new Error("no") },
      { job: "counting", did: "1" },
    ]);
  });
});
