import type { Locale } from "#app/domain/locale.ts";
import { dueWord, type OpenTask } from "#app/domain/open-task.ts";
import { formatClock, formatDayAndMonth, formatRupiah } from "./format.ts";
import type { Translate } from "./translate.ts";

type Speaking = { t: Translate; locale: Locale; nowMs: number };
type Said = Omit<OpenTask, "amount"> & { amount: number | null };

/** An amount stays on one line. */
const NO_BREAK = "\u00a0";

/** Kinds whose own sentence says when. */
const SAYS_WHEN = ["run-closing"];

/** A task in words: "3 pembayaran perlu dicek", and by when if that is not in the sentence: "paling lambat besok 17.00". */
export function taskWords(task: Said, { t, locale, nowMs }: Speaking): { text: string; due: string | null } {
  const due = task.dueMs === null ? "" : dueText(task.dueMs, { t, locale, nowMs });
  const amount = task.amount === null ? "" : formatRupiah(task.amount).replace(" ", NO_BREAK);
  const text = t(`task.${task.kind}`, { count: task.count, amount, due });
  if (task.dueMs === null || SAYS_WHEN.includes(task.kind)) return { text, due: null };
  return { text, due: isOver(task.dueMs, nowMs) ? due : t("task.due", { due }) };
}

/** "besok 17.00", "hari ini 09.00", "5 Des, 17.00", or that its time has gone. */
export function dueText(dueMs: number, { t, locale, nowMs }: Speaking): string {
  const at = new Date(dueMs);
  return t(`task.due.${dueWord(dueMs, nowMs)}`, { clock: formatClock(locale, at), day: formatDayAndMonth(locale, at) });
}

export function isOver(dueMs: number | null, nowMs: number): boolean {
  return dueMs !== null && dueWord(dueMs, nowMs) === "over";
}
