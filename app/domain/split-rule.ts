import { z } from "zod";

/**
 * How a group divides a sale (DESIGN: "a split always adds up"). Percentages are basis points (1 % = 100), money is whole rupiah.
 * The network's and the provider's fees are not part of it: they are taken first, by the network's own dated settings.
 */
export const SPLIT_METHODS = ["sole", "equal", "contribution", "hours", "fixed", "piece-rates"] as const;
export type SplitMethod = (typeof SPLIT_METHODS)[number];

const whole = z.number().int().nonnegative().max(1_000_000_000_000);

export const SplitRule = z
  .strictObject({
    method: z.enum(SPLIT_METHODS),
    /** What stays in the group's fund (kas), of the goods value. */
    fundBasisPoints: whole.max(10_000),
    /** Costs taken per unit sold before members share: cloth, packing. They go to the group's fixed-cost account. */
    fixedCosts: z.array(z.strictObject({ name: z.string().min(1).max(60), rupiahPerUnit: whole })).max(8),
    /** Method "fixed" only: must sum to 10,000. */
    fixedShares: z.array(z.strictObject({ memberId: z.string(), basisPoints: whole.min(1).max(10_000) })).max(200),
    /** Method "piece-rates" only: paid per unit to whoever did the step. */
    pieceRates: z.array(z.strictObject({ step: z.string().min(1).max(40), rupiahPerUnit: whole })).max(12),
    /** Method "piece-rates" only: the member who gets what the rates leave over; without one it goes to the group fund. */
    restTo: z.string().max(100).optional(),
  })
  .superRefine((rule, context) => {
    if (rule.method === "fixed") {
      const total = rule.fixedShares.reduce((all, share) => all + share.basisPoints, 0);
      if (total !== 10_000) context.addIssue({ code: "custom", path: ["fixedShares"], message: "shares-not-100" });
    }
    if (rule.method === "piece-rates" && rule.pieceRates.length === 0)
      context.addIssue({ code: "custom", path: ["pieceRates"], message: "required" });
  });
export type SplitRule = z.infer<typeof SplitRule>;

/** Whom a rule names itself: they must be members. */
export function membersNamedBy(rule: SplitRule): string[] {
  return [...rule.fixedShares.map((share) => share.memberId), ...(rule.restTo ? [rule.restTo] : [])];
}
