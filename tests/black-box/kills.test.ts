import { expect, it } from "vitest";
import { KILL_POINTS } from "#tests/faults/kill-points.ts";
import { runKills } from "#tests/faults/run-kills.ts";

it("kill -9 between any two steps of a purchase loses nothing and doubles nothing", async () => {
  const named = KILL_POINTS.slice(0, 4);
  const report = await runKills(named.length, { points: named });
  expect(report.wrong).toEqual([]);
  // At the named steps themselves, and the random ones where they fall.
  expect(report.byPoint).toEqual(Object.fromEntries(named.map(({ name }) => [name, 1])));
  expect(report.justAfter).toBeLessThanOrEqual(1);
}, 120_000);

it("finds the refund that a provider without memory makes twice", async () => {
  const points = KILL_POINTS.filter(({ name }) => name === "provider made the refund, answer lost");
  const { wrong } = await runKills(1, { points, forgetsKeys: true });
  expect(wrong.join()).toMatch(/made 2 times, posted 1 times/);
}, 60_000);
