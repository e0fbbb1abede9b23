import type { Rupiah } from "./money.ts";
import type { ProviderFee } from "./order-credit.ts";
import { type Contribution, type LineShare, type SoldLot, splitSaleLine } from "./sale-split.ts";
import type { SplitRule } from "./split-rule.ts";

export type SplitLine = {
  goodsValue: Rupiah;
  quantityMilli: number;
  /** The version of the rule by which it was divided. */
  rule: SplitRule;
  /** How it was divided when it was placed, in the order of its rows. */
  shares: readonly (Pick<LineShare, "party" | "memberId" | "label" | "basis"> & { reason: string })[];
  /** The lots that it came out of, as they stood then. */
  lots: readonly SoldLot[];
};

/**
 * Divides a line again that was sold under another provider's fee than the one it is paid by. Nothing else may differ: rule, network fee and
 * who made it are read off the shares that stand, so that no later edit reaches the sale.
 * @returns the shares as {@link splitSaleLine} would have made them with this fee in the first place
 */
export function splitAgain({ shares, lots, ...line }: SplitLine, fee: ProviderFee): LineShare[] {
  const networkFee = shares.find((share) => share.party === "network-fee");
  const contributions = contributionsOf(shares);
  const traced = lots.reduce((all, lot) => all + lot.quantityMilli, 0);
  const untraced = { label: "", quantityMilli: line.quantityMilli - traced, contributions };
  return splitSaleLine({
    ...line,
    networkFeeBasisPoints: networkFee?.basis ?? 0,
    ...fee,
    contributions,
    lots: lots.length > 0 && untraced.quantityMilli > 0 ? [untraced, ...lots] : lots,
  });
}

/** Who stood behind the goods that came out of no lot. The place among the rows stands for the member's number: ties fall as they fell. */
function contributionsOf(shares: SplitLine["shares"]): Contribution[] {
  return shares.flatMap(({ memberId, label, reason, basis }, place) =>
    memberId === null || reason === "lot-contribution"
      ? []
      : [{ memberId, memberNumber: place, step: label, weight: basis }],
  );
}
