import { z } from "zod";
import { formKey, typedDay, typedMoney } from "./form-fields.ts";
import type { GroupKind } from "./group-kind.ts";
import { add, parseRupiah, type Rupiah, rupiah, subtract, sum, ZERO } from "./money.ts";
import { monthNamed } from "./period.ts";
import { lineOfText } from "./plain-text.ts";

// Member capital of a legal cooperative (UU 25/1992 ps. 41): pokok once on joining, wajib each month, sukarela as each member likes.

export const SAVING_KINDS = ["pokok", "wajib", "sukarela"] as const;
export type SavingKind = (typeof SAVING_KINDS)[number];
/** Whole rupiah of each kind. */
export type Saved = Record<SavingKind, Rupiah>;
export const NOTHING_SAVED: Saved = { pokok: ZERO, wajib: ZERO, sukarela: ZERO };

/** A deposit; sukarela taken home; all of it given back to a member who left. */
export const SAVINGS_PURPOSES = ["deposit", "withdrawal", "leaving"] as const;
export type SavingsPurpose = (typeof SAVINGS_PURPOSES)[number];
/** In cash with the group's box, by transfer with the network's bank, or set off against what the group owes the member. */
export const SAVINGS_WAYS = ["cash", "transfer", "share"] as const;
export type SavingsWay = (typeof SAVINGS_WAYS)[number];

/** Only a legal cooperative has savings and a yearly surplus; other groups never meet the words. */
export function isCooperative(kind: GroupKind): boolean {
  return kind === "cooperative";
}

/** "SIM/2026/0007": receipts and vouchers of savings, counted from 1 for each group and year. */
export function savingsNumber({ year, number }: { year: number; number: number }): string {
  return `SIM/${year}/${String(number).padStart(4, "0")}`;
}

export function totalSaved(saved: Saved): Rupiah {
  return sum(SAVING_KINDS.map((kind) => saved[kind]));
}

const month = z.string({ error: "required" }).transform((text, context) => {
  const read = monthNamed(text.trim());
  if (read) return read.name;
  context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "date-invalid" });
  return z.NEVER;
});

export const SavingsTermsForm = z.object({
  formKey,
  pokok: typedMoney({ from: 0 }),
  wajib: typedMoney({ from: 0 }),
  fromMonth: month,
  dueDay: z
    .string()
    .regex(/^\s*(0?[1-9]|1\d|2[0-8])\s*$/, "due-day")
    .transform(Number),
  decision: lineOfText({ max: 200 }),
});

/** Blank is nothing of that kind. */
const typedPart = z
  .string()
  .max(30, { error: "not-money" })
  .default("")
  .transform((text, context): Rupiah => {
    const read = text.trim() === "" ? ZERO : parseRupiah(text);
    if (read !== null) return read;
    context.addIssue({ code: "custom", message: "not-money" });
    return z.NEVER;
  });

export const SavingsForm = z.object({
  formKey,
  memberId: z.string().min(1, "required").max(64),
  purpose: z.enum(SAVINGS_PURPOSES, "required"),
  way: z.enum(SAVINGS_WAYS, "required"),
  pokok: typedPart,
  wajib: typedPart,
  sukarela: typedPart,
  day: typedDay,
  note: lineOfText({ max: 200, min: 0 }).default(""),
});

/** What a member sets off from what the group owes her or him. */
export const SaveFromShareForm = z.object({
  formKey,
  pokok: typedPart,
  wajib: typedPart,
  sukarela: typedPart,
  agreed: z.literal("yes", { error: "agree-first" }),
});

export const ReverseSavingsForm = z.object({ reason: lineOfText({ max: 200 }) });

export type SavingsTerms = { fromMonth: string; pokok: Rupiah; wajib: Rupiah; dueDay: number };

/** The terms that hold in a month, of versions in their order: the last one that has begun; before all of them the first. */
export function termsIn<Terms extends { fromMonth: string }>(versions: readonly Terms[], name: string): Terms | null {
  return versions.findLast((version) => version.fromMonth <= name) ?? versions[0] ?? null;
}

export type Standing = {
  /** What is due by now, whole rupiah, whether paid or not. */
  pokokDue: Rupiah;
  wajibDue: Rupiah;
  pokokBehind: Rupiah;
  wajibBehind: Rupiah;
  behind: Rupiah;
  /** The months that are due and not paid in full, oldest first: what was paid fills the oldest month first. */
  openMonths: { month: string; missing: Rupiah }[];
};

type StandingInput = {
  /** In the order of their versions. */
  terms: readonly SavingsTerms[];
  /** Days as YYYY-MM-DD, in WIB. */
  joined: string;
  left: string | null;
  today: string;
  paid: Saved;
};

/**
 * How a member stands with pokok and wajib. Pokok is due from the day of joining; the wajib of a month is due once its day has passed,
 * from the month of joining (or the first month that the terms name) to the month before leaving.
 */
export function standingOf({ terms, joined, left, today, paid }: StandingInput): Standing {
  const first = terms[0];
  if (!first || left !== null) return NOTHING_DUE;
  const pokokDue = termsIn(terms, joined.slice(0, 7))?.pokok ?? ZERO;
  const from = [joined.slice(0, 7), first.fromMonth].toSorted().at(-1) ?? first.fromMonth;
  const due = monthsBetween(from, today.slice(0, 7))
    .map((name) => ({ name, terms: termsIn(terms, name) ?? first }))
    .filter(({ name, terms: { dueDay } }) => today > `${name}-${String(dueDay).padStart(2, "0")}`);
  let unspent = paid.wajib;
  const openMonths = due.flatMap(({ name, terms: { wajib } }) => {
    const covered = rupiah(Math.min(unspent, wajib));
    unspent = subtract(unspent, covered);
    return covered < wajib ? [{ month: name, missing: subtract(wajib, covered) }] : [];
  });
  const pokokBehind = rupiah(Math.max(0, pokokDue - paid.pokok));
  const wajibBehind = sum(openMonths.map((each) => each.missing));
  const wajibDue = sum(due.map(({ terms: { wajib } }) => wajib));
  return { pokokDue, wajibDue, pokokBehind, wajibBehind, behind: add(pokokBehind, wajibBehind), openMonths };
}

const NOTHING_DUE: Standing = {
  ...{ pokokDue: ZERO, wajibDue: ZERO, pokokBehind: ZERO, wajibBehind: ZERO, behind: ZERO },
  openMonths: [],
};

/** "2026-11" to "2027-01" → all three; at most forty years. */
function monthsBetween(first: string, last: string): string[] {
  const names: string[] = [];
  for (let name = first; name <= last && names.length < 480; ) {
    names.push(name);
    const [year = 0, at = 1] = name.split("-").map(Number);
    name = at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, "0")}`;
  }
  return names;
}

export type SavingsProblem =
  | "nothing-written"
  | "member-has-left"
  | "member-still-here"
  | "pokok-once"
  | "pokok-stays"
  | "savings-short"
  | "leaving-takes-all"
  | "share-only-in"
  | "more-than-share"
  | "agreement-needed"
  | "cash-box-short"
  | "bank-short"
  | "pay-from-box";

export type SavingsAsked = {
  purpose: SavingsPurpose;
  way: SavingsWay;
  amounts: Saved;
  note: string;
  balances: Saved;
  hasLeft: boolean;
  /** The pokok that the terms ask of this member. */
  pokokDue: Rupiah;
  cashBox: Rupiah;
  bank: Rupiah;
  /** What the network keeps for the group. */
  kept: Rupiah;
  /** What the group owes the member, less what a complaint holds. */
  share: Rupiah;
};

/** Why money cannot be saved or taken out so; null when it can. Nothing ever goes below zero. All in whole rupiah. */
export function savingsProblem(asked: SavingsAsked): { reason: SavingsProblem; field: string } | null {
  const total = totalSaved(asked.amounts);
  if (asked.purpose === "leaving") return leavingProblem(asked, total);
  if (total === 0) return { reason: "nothing-written", field: "sukarela" };
  if (asked.hasLeft) return { reason: "member-has-left", field: "memberId" };
  return asked.purpose === "deposit" ? depositProblem(asked, total) : withdrawalProblem(asked, total);
}

function depositProblem(asked: SavingsAsked, total: Rupiah) {
  const { amounts, balances, pokokDue, way, share, note } = asked;
  if (amounts.pokok > 0 && balances.pokok + amounts.pokok > pokokDue)
    return { reason: "pokok-once", field: "pokok" } as const;
  if (way === "share" && total > share) return { reason: "more-than-share", field: "way" } as const;
  return way === "share" && note === "" ? ({ reason: "agreement-needed", field: "note" } as const) : null;
}

function withdrawalProblem(asked: SavingsAsked, total: Rupiah) {
  const { amounts, balances } = asked;
  if (amounts.pokok > 0) return { reason: "pokok-stays", field: "pokok" } as const;
  if (amounts.wajib > 0) return { reason: "pokok-stays", field: "wajib" } as const;
  if (amounts.sukarela > balances.sukarela) return { reason: "savings-short", field: "sukarela" } as const;
  return wayOutProblem(asked, total);
}

function leavingProblem(asked: SavingsAsked, total: Rupiah) {
  const { amounts, balances, hasLeft } = asked;
  if (!hasLeft) return { reason: "member-still-here", field: "memberId" } as const;
  if (total === 0) return { reason: "nothing-written", field: "memberId" } as const;
  if (SAVING_KINDS.some((kind) => amounts[kind] !== balances[kind]))
    return { reason: "leaving-takes-all", field: "pokok" } as const;
  return wayOutProblem(asked, total);
}

function wayOutProblem({ way, cashBox, bank, kept }: SavingsAsked, total: Rupiah) {
  if (way === "share") return { reason: "share-only-in", field: "way" } as const;
  if (way === "cash") return total > cashBox ? ({ reason: "cash-box-short", field: "way" } as const) : null;
  if (total > kept) return { reason: "pay-from-box", field: "way" } as const;
  return total > bank ? ({ reason: "bank-short", field: "way" } as const) : null;
}
