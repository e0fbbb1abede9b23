import { dayInWib } from "./calendar-day.ts";

/** Where a group wants two for a change, a version waits until the second has looked. */
export const RULE_STATES = ["waiting", "approved", "declined"] as const;
export type RuleState = (typeof RULE_STATES)[number];

/** What decides which version of a group's split rules holds. Moments are milliseconds since 1970, UTC. */
export type RuleVersion = {
  id: string;
  name: string;
  version: number;
  /** In which order the group's versions were saved. */
  sequence: number;
  state: RuleState;
  /** From its first moment on its rule is the group's own, until another so marked takes over. */
  isDefault: boolean;
  fromMs: number;
};

export type RuleStanding = "waiting" | "declined" | "coming" | "in-force" | "past";

/** The rule for goods without one of their own: that of the newest mark that has begun; null while there is none. */
export function defaultRuleName(versions: readonly RuleVersion[], nowMs: number): string | null {
  return newest(versions.filter((version) => version.isDefault && hasBegun(version, nowMs)))?.name ?? null;
}

/** The version of a rule that divides a sale at that moment; null when none has begun. */
export function versionInForce<Version extends RuleVersion>(
  versions: readonly Version[],
  { name, nowMs }: { name: string; nowMs: number },
): Version | null {
  return newest(versions.filter((version) => version.name === name && hasBegun(version, nowMs)));
}

/** Whether a version waits, was declined, will begin, divides today's sales, or did so once. */
export function ruleStanding(version: RuleVersion, versions: readonly RuleVersion[], nowMs: number): RuleStanding {
  if (version.state !== "approved") return version.state;
  if (version.fromMs > nowMs) return "coming";
  return versionInForce(versions, { name: version.name, nowMs })?.id === version.id ? "in-force" : "past";
}

type FirstDay = { day: string | null; nowMs: number; versions: readonly RuleVersion[]; name: string };

/**
 * Whether a new version may begin on that day ("YYYY-MM-DD"; null: at once). Sales that were made keep the rule they were made under,
 * and versions of one rule follow each other.
 * @returns null, or what is wrong with the day
 */
export function firstDayProblem({
  day,
  nowMs,
  versions,
  name,
}: FirstDay): "day-is-past" | "before-last-version" | null {
  const today = dayInWib(nowMs);
  if (day !== null && day < today) return "day-is-past";
  const last = newest(versions.filter((version) => version.name === name && version.state !== "declined"));
  return last && dayInWib(last.fromMs) > (day ?? today) ? "before-last-version" : null;
}

function hasBegun(version: RuleVersion, nowMs: number): boolean {
  return version.state === "approved" && version.fromMs <= nowMs;
}

function newest<Version extends RuleVersion>(versions: readonly Version[]): Version | null {
  const [first] = versions.toSorted(
    (a, b) => b.fromMs - a.fromMs || b.sequence - a.sequence || b.version - a.version || (a.name < b.name ? -1 : 1),
  );
  return first ?? null;
}
