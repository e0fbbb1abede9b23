import { dayInWib } from "./calendar-day.ts";
import type { Rupiah } from "./money.ts";

/** In what capacity somebody has it to do: each has its own page, where its tasks stand first. */
export type TaskRole = "operator" | "hub" | "group" | "member" | "buyer";

/** What can wait for somebody, the most pressing kind first; each has a sentence `task.…`. */
export const TASK_KINDS = [
  "order-to-pay",
  "sailing-to-answer",
  "payments",
  "odd-payments",
  "disputes",
  "differences",
  "refunds",
  "complaints-to-decide",
  "complaints-to-answer",
  "left-behind",
  "cycle-to-settle",
  "to-pack",
  "to-hand-over",
  "to-send",
  "run-receive",
  "run-closing",
  "run-depart",
  "run-arrive",
  "run-deliver",
  "uncollected",
  "hub-reports",
  "lone-deliveries",
  "order-to-fetch",
  "groups-waiting",
  "cash-in-transit",
  "run-settle",
  "mishaps",
  "months-to-close",
  "payouts-to-approve",
  "payouts-to-pay",
  "payouts-asked",
  "share-questions",
  "to-pay-out",
  "surplus-to-approve",
  "fund-payments-to-approve",
  "withdrawals-asked",
  "capital-to-return",
  "split-rule",
  "drafts",
  "without-makers",
  "advance-to-agree",
  "own-share",
  "own-dues",
  "group-treasurer",
  "group-members",
  "group-story",
  "group-photo",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export type OpenTask = {
  kind: TaskKind;
  role: TaskRole;
  /** How many of it wait; 1 where the task is one thing by itself. */
  count: number;
  /** Whose or what it is: a group's name, a run's way, an order's number. Empty when the kind says it all. */
  of: string;
  /** The page on which it is done. */
  path: string;
  /** Milliseconds since 1970, UTC; null when nothing presses. */
  dueMs: number | null;
  /** The money it is about, where that is what counts. */
  amount: Rupiah | null;
};

const HOUR_MS = 3_600_000;
/** What is due within two days goes before everything else. */
export const SOON_MS = 48 * HOUR_MS;

/** The order to do things in: what is due soon (or was) by its hour, then by kind, then by whatever is due later; ties by name. */
export function sortTasks(tasks: readonly OpenTask[], nowMs: number): OpenTask[] {
  return tasks.toSorted(
    (a, b) =>
      soonness(a, nowMs) - soonness(b, nowMs) ||
      TASK_KINDS.indexOf(a.kind) - TASK_KINDS.indexOf(b.kind) ||
      byNumber(a.dueMs ?? Number.POSITIVE_INFINITY, b.dueMs ?? Number.POSITIVE_INFINITY) ||
      byText(a.of, b.of) ||
      byText(a.path, b.path),
  );
}

/** The hour itself for what is due soon, the same far number for the rest. */
function soonness({ dueMs }: OpenTask, nowMs: number): number {
  return dueMs !== null && dueMs <= nowMs + SOON_MS ? dueMs : Number.MAX_SAFE_INTEGER;
}

function byNumber(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** How a due time is said: by the clock while it is near, else by its day. */
export type DueWord = "over" | "today" | "tomorrow" | "later";

/** @param dueMs and nowMs milliseconds since 1970, UTC; days change at midnight WIB */
export function dueWord(dueMs: number, nowMs: number): DueWord {
  if (dueMs <= nowMs) return "over";
  const day = dayInWib(dueMs);
  if (day === dayInWib(nowMs)) return "today";
  return day === dayInWib(nowMs + 24 * HOUR_MS) ? "tomorrow" : "later";
}

/** How many tasks stand on the page of these roles. */
export function countTasks(tasks: readonly OpenTask[], roles: readonly TaskRole[]): number {
  return tasks.filter((task) => roles.includes(task.role)).length;
}
