import { z } from "zod";
import { formKey, typedDay, typedMoney } from "./form-fields.ts";
import { add, basisPointsOf, type Rupiah, rupiah, subtract, sum, times, ZERO } from "./money.ts";
import { parsePercent } from "./percent.ts";
import { lineOfText } from "./plain-text.ts";
import type { Turnover } from "./turnover.ts";

// Turnover against the limits of the simple income tax (PPh final, PP 55/2022): totals to look at, never advice and never a filing.

/** Whole rupiah a year; basis points. All of it is the operator's to set, dated. */
export type TaxRule = {
  /** YYYY-MM-DD */
  fromDay: string;
  personFree: Rupiah;
  ceiling: Rupiah;
  rateBasisPoints: number;
  /** From this part of a limit on we warn. */
  warnBasisPoints: number;
};

/** The rule that holds on a day, of versions in their order; null before the first. */
export function ruleOn<Rule extends { fromDay: string }>(versions: readonly Rule[], day: string): Rule | null {
  return versions.findLast((version) => version.fromDay <= day) ?? null;
}

export const TAX_LEVELS = ["low", "near-free", "over-free", "near-ceiling", "over-ceiling"] as const;
export type TaxLevel = (typeof TAX_LEVELS)[number];

/** Where a year's turnover stands; the tax-free part is for persons only. */
export function levelOf(turnover: Rupiah, rule: TaxRule, isPerson: boolean): TaxLevel {
  const near = (limit: Rupiah): Rupiah => basisPointsOf(limit, rule.warnBasisPoints);
  if (turnover > rule.ceiling) return "over-ceiling";
  if (turnover >= near(rule.ceiling)) return "near-ceiling";
  if (isPerson && turnover > rule.personFree) return "over-free";
  return isPerson && turnover >= near(rule.personFree) ? "near-free" : "low";
}

export type TaxMonth = {
  month: string;
  turnover: Rupiah;
  /** Of the year, this month included. */
  soFar: Rupiah;
  taxable: Rupiah;
  tax: Rupiah;
};

/**
 * A year month by month: of a person what lies above the free part is taxable, of a cooperative all of it; each month at the rate that holds
 * on its first day, rounded half up. Once the year passed the ceiling the simple rate is not for this turnover: nothing is reckoned.
 * @param months the twelve months' names, and what was turned over in each
 */
export function taxYear(input: {
  months: readonly { month: string; turnover: Rupiah }[];
  rules: readonly TaxRule[];
  isPerson: boolean;
}): TaxMonth[] {
  let soFar = ZERO;
  return input.months.map(({ month, turnover }) => {
    const rule = ruleOn(input.rules, `${month}-01`);
    const before = soFar;
    soFar = add(soFar, turnover);
    if (!rule || soFar > rule.ceiling) return { month, turnover, soFar, taxable: ZERO, tax: ZERO };
    const above = (amount: Rupiah): Rupiah =>
      rupiah(Math.max(0, input.isPerson ? subtract(amount, rule.personFree) : amount));
    const taxable = subtract(above(soFar), above(before));
    return { month, turnover, soFar, taxable, tax: basisPointsOf(taxable, rule.rateBasisPoints) };
  });
}

/** The twelve months of a year with somebody's turnover in each; of everybody when nobody is named. */
export function monthsOfYear(year: number, turnover: readonly Turnover[], memberId?: string) {
  const own = memberId === undefined ? turnover : turnover.filter((each) => each.memberId === memberId);
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, "0")}`;
    return { month, turnover: sum(own.filter((each) => each.month === month).map(({ amount }) => amount)) };
  });
}

/** How much of a limit is used, in whole percent, rounded down; what came back more than it sold counts as none. */
export function percentOf(turnover: Rupiah, limit: Rupiah): number {
  return Math.floor(times(rupiah(Math.max(0, turnover)), 1000, Math.max(1, limit)) / 10);
}

const percent = z.string().transform((text, context): number => {
  const read = parsePercent(text);
  if (read !== null) return read;
  context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "not-percent" });
  return z.NEVER;
});

export const TaxRuleForm = z.object({
  formKey,
  fromDay: typedDay,
  personFree: typedMoney({ from: 1 }),
  ceiling: typedMoney({ from: 1 }),
  rate: percent,
  warn: percent,
  source: lineOfText({ max: 120 }),
});
