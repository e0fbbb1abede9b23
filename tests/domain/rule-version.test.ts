import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  defaultRuleName,
  firstDayProblem,
  type RuleVersion,
  ruleStanding,
  versionInForce,
} from "#app/domain/rule-version.ts";

const DAY_MS = 86_400_000;
const NOW = Date.parse("2026-11-24T02:00:00Z");

function aVersion(over: Partial<RuleVersion>): RuleVersion {
  const version = { id: "a1", name: "Umum", version: 1, sequence: 1, state: "approved", isDefault: true } as const;
  return { ...version, fromMs: NOW, ...over };
}

describe("which version of a split rule holds", () => {
  it("is the newest that has begun: not one that waits, was declined, or begins later", () => {
    const versions = [
      aVersion({}),
      aVersion({ id: "a2", version: 2, sequence: 2, state: "waiting" }),
      aVersion({ id: "a3", version: 3, sequence: 3, state: "declined" }),
      aVersion({ id: "a4", version: 4, sequence: 4, fromMs: NOW + DAY_MS }),
    ];
    const at = (nowMs: number) => versionInForce(versions, { name: "Umum", nowMs })?.id;
    expect([at(NOW - 1), at(NOW), at(NOW + DAY_MS)]).toEqual([undefined, "a1", "a4"]);
    expect(versions.map((version) => ruleStanding(version, versions, NOW))).toEqual([
      "in-force",
      "waiting",
      "declined",
      "coming",
    ]);
    expect(ruleStanding(aVersion({}), versions, NOW + DAY_MS)).toBe("past");
  });

  it("passes from one rule to the other on the day the other begins, and a new version does not take it back", () => {
    const versions = [
      aVersion({}),
      aVersion({ id: "b1", name: "Baru", sequence: 2, fromMs: NOW + DAY_MS }),
      aVersion({ id: "a2", version: 2, sequence: 3, isDefault: false, fromMs: NOW + 2 * DAY_MS }),
    ];
    expect([0, 1, 2, 3].map((days) => defaultRuleName(versions, NOW + days * DAY_MS))).toEqual([
      "Umum",
      "Baru",
      "Baru",
      "Baru",
    ]);
  });

  it("does not depend on the order in which versions are read", () => {
    const version = fc.record({
      id: fc.uuid(),
      name: fc.constantFrom("A", "B"),
      version: fc.integer({ min: 1, max: 9 }),
      sequence: fc.integer({ min: 1, max: 9 }),
      state: fc.constantFrom("approved" as const, "waiting" as const, "declined" as const),
      isDefault: fc.boolean(),
      fromMs: fc.integer({ min: 0, max: 3 }),
    });
    const versions = fc.uniqueArray(version, { maxLength: 9, selector: (each) => each.sequence });
    fc.assert(
      fc.property(versions, fc.integer({ min: 0, max: 4 }), (list, nowMs) => {
        const turned = list.toReversed();
        expect(defaultRuleName(turned, nowMs)).toBe(defaultRuleName(list, nowMs));
        const found = versionInForce(list, { name: "A", nowMs });
        expect(versionInForce(turned, { name: "A", nowMs })?.id).toBe(found?.id);
        expect(found === null || (found.state === "approved" && found.fromMs <= nowMs)).toBe(true);
      }),
    );
  });

  it("begins today or later, and not before the version that it follows", () => {
    const versions = [aVersion({ fromMs: NOW + 3 * DAY_MS })];
    const problem = (day: string | null, name = "Umum") => firstDayProblem({ day, nowMs: NOW, versions, name });
    expect(problem("2026-11-23", "Lain")).toBe("day-is-past");
    expect(problem("2026-11-24", "Lain")).toBeNull();
    expect([problem(null), problem("2026-11-26"), problem("2026-11-27")]).toEqual([
      "before-last-version",
      "before-last-version",
      null,
    ]);
  });
});
