import type { Rupiah } from "./money.ts";
import { loadOf } from "./run.ts";
import { type Bill, settleCarried } from "./run-settlement.ts";
import { SHARE_RULES, type ShareRule, weightsBy } from "./share-rule.ts";
import { checkSubgroups, type SubgroupCheck } from "./subgroup-check.ts";

export type RuleOutcome = {
  rule: ShareRule;
  /** By consignment. */
  shares: Map<string, Rupiah>;
  /** Reckoned over drawn orders of arrival, not over all. */
  isSampled: boolean;
};

/** What each would pay of the same bill under each rule, all below the same caps. */
export function compareRules(bill: Omit<Bill, "rule">): RuleOutcome[] {
  const loads = bill.consignments.map(loadOf);
  return SHARE_RULES.map((rule) => ({
    rule,
    shares: new Map(settleCarried({ ...bill, rule }).lines.map((line) => [line.id, line.share])),
    isSampled: weightsBy(rule, bill.tariff, loads).isSampled,
  }));
}

/** Whether some of those who travelled would pay less without the others, by the tariff and the scale. */
export function subgroupsOf(
  { tariff, consignments }: Pick<Bill, "tariff" | "consignments">,
  shares: ReadonlyMap<string, Rupiah>,
): SubgroupCheck {
  return checkSubgroups({ tariff, loads: consignments.map(loadOf), shares });
}

export type Saver = { alone: number; quote: number; share: number };

/**
 * Why the shares are what they are, in one figure: of those who pay less than their quote, the percentage saved against alone, in basis points,
 * and how many stand at their quote. `rate` is null when all stand there.
 */
export function savingRate(lines: readonly Saver[]): { rate: number | null; atQuote: number } {
  const below = lines.filter((line) => line.share < line.quote);
  const alone = below.reduce((all, line) => all + line.alone, 0);
  const share = below.reduce((all, line) => all + line.share, 0);
  const rate = alone > 0 ? Math.round(((alone - share) * 10_000) / alone) : null;
  return { rate, atQuote: lines.length - below.length };
}
