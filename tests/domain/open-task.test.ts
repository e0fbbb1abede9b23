import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countTasks, dueWord, type OpenTask, SOON_MS, sortTasks, TASK_KINDS } from "#app/domain/open-task.ts";

/** Tuesday 24 November 2026, 09.00 WIB. */
const NOW = Date.UTC(2026, 10, 24, 2);
const HOUR = 3_600_000;

function aTask(over: Partial<OpenTask> = {}): OpenTask {
  return { kind: "drafts", role: "group", count: 1, of: "", path: "/desk", dueMs: null, amount: null, ...over };
}

describe("the order of tasks", () => {
  it("is: what was due, what is due within two days, then money before goods before tidying up", () => {
    const sorted = sortTasks(
      [
        aTask({ kind: "group-photo" }),
        aTask({ kind: "to-pack", dueMs: NOW + SOON_MS + HOUR }),
        aTask({ kind: "payments" }),
        aTask({ kind: "run-closing", dueMs: NOW + 8 * HOUR }),
        aTask({ kind: "order-to-pay", dueMs: NOW - HOUR }),
      ],
      NOW,
    );
    expect(sorted.map((task) => task.kind)).toEqual([
      "order-to-pay",
      "run-closing",
      "payments",
      "to-pack",
      "group-photo",
    ]);
  });

  it("does not hang on the order in which they were found, and loses none", () => {
    const task = fc.record({
      kind: fc.constantFrom(...TASK_KINDS),
      role: fc.constantFrom("group" as const, "buyer" as const),
      count: fc.integer({ min: 1, max: 3 }),
      of: fc.constantFrom("", "Anyam", "Butik"),
      path: fc.uuid(),
      dueMs: fc.option(fc.integer({ min: NOW - 90 * HOUR, max: NOW + 90 * HOUR }), { nil: null }),
      amount: fc.constant(null),
    });
    const shuffled = fc
      .array(task, { maxLength: 12 })
      .chain((tasks) =>
        fc.tuple(fc.constant(tasks), fc.shuffledSubarray(tasks, { minLength: tasks.length, maxLength: tasks.length })),
      );
    fc.assert(
      fc.property(shuffled, ([tasks, other]) => {
        const sorted = sortTasks(tasks, NOW);
        expect(sortTasks(other, NOW)).toEqual(sorted);
        expect(sorted).toHaveLength(tasks.length);
        const soon = sorted.map(({ dueMs }) => dueMs !== null && dueMs <= NOW + SOON_MS);
        expect(soon.lastIndexOf(true)).toBe(soon.filter(Boolean).length - 1);
      }),
      { numRuns: 150 },
    );
  });
});

describe("when a task is due", () => {
  it.each([
    ["over", NOW],
    ["over", NOW - 1],
    ["today", NOW + 1],
    // 23.59 and 00.00 in WIB.
    ["today", Date.UTC(2026, 10, 24, 16, 59)],
    ["tomorrow", Date.UTC(2026, 10, 24, 17)],
    ["tomorrow", Date.UTC(2026, 10, 25, 16, 59)],
    ["later", Date.UTC(2026, 10, 25, 17)],
  ])("is said as %s by the islands' own clock", (word, dueMs) => {
    expect(dueWord(dueMs, NOW)).toBe(word);
  });
});

it("counts the tasks of a page's roles only", () => {
  const tasks = [aTask(), aTask({ role: "member" }), aTask({ role: "operator" })];
  expect([countTasks(tasks, ["group", "member", "buyer"]), countTasks(tasks, ["hub"])]).toEqual([2, 0]);
});
