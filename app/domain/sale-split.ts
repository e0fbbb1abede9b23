import type { AccountKind } from "./ledger.ts";
import { type Rupiah, rupiah, subtract, sum, times, ZERO } from "./money.ts";
import { allocate, allocateParts } from "./split.ts";
import type { SplitRule } from "./split-rule.ts";

/** Why a party gets its part of a line; each has a sentence on the order's split page. */
export const SHARE_REASONS = [
  "network-fee",
  "provider-fee",
  "group-fund",
  "fixed-cost",
  "sole-maker",
  "equal-share",
  "contribution",
  /** As contribution, but of one lot of a harvest: what each brought to it. */
  "lot-contribution",
  "hours",
  "fixed-share",
  "piece-rate",
  "piece-rate-rest",
  /** Nobody (or, for a sole maker, not exactly one person) stands on record: the fund keeps it and the treasurer is told. */
  "no-contribution",
] as const;
export type ShareReason = (typeof SHARE_REASONS)[number];

export const SHARE_PARTIES = ["network-fee", "provider-fee", "fixed-cost", "group-fund", "member"] as const;
export type ShareParty = (typeof SHARE_PARTIES)[number];

/** Where each party's part of a sale is posted. */
export const ACCOUNT_OF_PARTY = {
  "network-fee": "network-fee",
  "provider-fee": "provider-fees",
  "fixed-cost": "fixed-costs",
  "group-fund": "group-fund",
  member: "member-payable",
} as const satisfies Record<ShareParty, AccountKind>;

/**
 * One party's part of an order line. `basis` of `basisTotal` is the figure behind the reason: basis points of 10,000; a weight of all
 * weights; for a fixed cost, rupiah per unit and the quantity in thousandths. Both are 0 for a rest.
 */
export type LineShare = {
  party: ShareParty;
  memberId: string | null;
  /** A fixed cost's or work step's name, or the day of a lot. */
  label: string;
  reason: ShareReason;
  basis: number;
  basisTotal: number;
  amount: Rupiah;
  /** The rupiah (0 or 1) that largest remainder gave beyond the floor. */
  remainder: Rupiah;
};

/** What a member did for the goods sold; the weight is whole: grams × grade, minutes, pieces. */
export type Contribution = { memberId: string; memberNumber: number; step: string; weight: number };

/** So much of a line came out of one lot, and who had brought that lot. The label is the lot's day, or empty for goods of no lot. */
export type SoldLot = { label: string; quantityMilli: number; contributions: readonly Contribution[] };

export type SaleLine = {
  goodsValue: Rupiah;
  quantityMilli: number;
  networkFeeBasisPoints: number;
  providerFeeBasisPoints: number;
  /** Of how many the provider's basis points are; 10,000 when left out, more where only a part of the order goes through the provider. */
  providerFeeTotal?: number;
  rule: SplitRule;
  contributions: readonly Contribution[];
  /** Where the goods came from, when they came out of lots: then a rule by contribution looks at these. */
  lots?: readonly SoldLot[];
};

/**
 * Divides one sold line. In order: network fee, provider fee and group fund (basis points of the goods value, half up), fixed costs (per
 * unit × quantity, half up), each never more than is left; then the rest by the rule's method, ties to the lower member number. A line that
 * came out of lots is first divided by what each lot gave (largest remainder, ties to the older lot), then within each lot.
 * The amounts always sum to the goods value. Zero deductions are left out; members with nothing are kept.
 * @throws RangeError for a negative value, or a weight that is not whole
 */
export function splitSaleLine(line: SaleLine): LineShare[] {
  const { goodsValue } = line;
  if (goodsValue < 0) throw new RangeError(`negative goods value: ${goodsValue}`);
  const deductions = deductionsOf(line);
  const rest = subtract(goodsValue, sum(deductions.map((share) => share.amount)));
  const shares = [...deductions, ...memberShares(line, rest)];
  if (sum(shares.map((share) => share.amount)) !== goodsValue) throw new Error("a split must add up to its sale");
  return shares;
}

function memberShares({ rule, lots = [], quantityMilli, contributions: given }: SaleLine, rest: Rupiah): LineShare[] {
  if (rule.method === "contribution" && lots.length > 0) return byLots(rest, lots);
  const contributions = inNumberOrder(given);
  return rule.method === "piece-rates"
    ? byPieceRates({ rest, rule, contributions, quantityMilli })
    : byWeights({ rest, rule, method: rule.method, contributions });
}

function inNumberOrder(contributions: readonly Contribution[]): Contribution[] {
  return contributions.toSorted((a, b) => a.memberNumber - b.memberNumber);
}

function byLots(rest: Rupiah, lots: readonly SoldLot[]): LineShare[] {
  const amounts = allocate(
    rest,
    lots.map((lot) => lot.quantityMilli),
  );
  return lots.flatMap(({ label, contributions }, at) => {
    const amount = amounts[at] ?? ZERO;
    const weights = merged(inNumberOrder(contributions));
    if (weights.every((each) => each.weight === 0)) return toFund(amount, "no-contribution", label);
    return divide({ amount, weights, reason: label === "" ? "contribution" : "lot-contribution", label });
  });
}

function deductionsOf(line: SaleLine): LineShare[] {
  let left = line.goodsValue;
  const taken: LineShare[] = [];
  const take = (
    wanted: Rupiah,
    share: Pick<LineShare, "party" | "reason" | "label" | "basis" | "basisTotal">,
  ): void => {
    const amount = rupiah(Math.min(wanted, left));
    left = subtract(left, amount);
    if (amount > 0) taken.push({ ...share, memberId: null, amount, remainder: ZERO });
  };
  const percentages = [
    ["network-fee", line.networkFeeBasisPoints, 10_000],
    ["provider-fee", line.providerFeeBasisPoints, line.providerFeeTotal ?? 10_000],
    ["group-fund", line.rule.fundBasisPoints, 10_000],
  ] as const;
  for (const [party, basis, basisTotal] of percentages)
    take(times(line.goodsValue, basis, basisTotal), { party, reason: party, label: "", basis, basisTotal });
  for (const { name, rupiahPerUnit } of line.rule.fixedCosts)
    take(times(rupiah(rupiahPerUnit), line.quantityMilli, 1000), {
      party: "fixed-cost",
      reason: "fixed-cost",
      label: name,
      basis: rupiahPerUnit,
      basisTotal: line.quantityMilli,
    });
  return taken;
}

type Weighted = { memberId: string; weight: number };

const REASON_OF = {
  sole: "sole-maker",
  equal: "equal-share",
  contribution: "contribution",
  hours: "hours",
  fixed: "fixed-share",
} as const satisfies Record<Exclude<SplitRule["method"], "piece-rates">, ShareReason>;

type ByWeights = {
  rest: Rupiah;
  rule: SplitRule;
  method: keyof typeof REASON_OF;
  contributions: readonly Contribution[];
};

function byWeights({ rest, rule, method, contributions }: ByWeights): LineShare[] {
  const weights = weightsFor(rule, contributions);
  const missing = method === "sole" ? weights.length !== 1 : weights.every((each) => each.weight === 0);
  if (missing) return toFund(rest, "no-contribution", "");
  return divide({ amount: rest, weights, reason: REASON_OF[method], label: "" });
}

function weightsFor(rule: SplitRule, contributions: readonly Contribution[]): Weighted[] {
  const byMember = merged(contributions);
  if (rule.method === "sole" || rule.method === "equal") return byMember.map((each) => ({ ...each, weight: 1 }));
  if (rule.method !== "fixed") return byMember;
  // The rule names its members without numbers: those on record come in their numbers' order, then the others as the rule lists them.
  const place = (memberId: string): number => {
    const found = byMember.findIndex((each) => each.memberId === memberId);
    return found < 0 ? byMember.length : found;
  };
  return rule.fixedShares
    .map(({ memberId, basisPoints }) => ({ memberId, weight: basisPoints }))
    .toSorted((a, b) => place(a.memberId) - place(b.memberId));
}

/** Per member, in the order given, what all of a member's contributions weigh together. */
function merged(contributions: readonly Contribution[]): Weighted[] {
  const weights = new Map<string, number>();
  for (const { memberId, weight } of contributions) {
    if (!Number.isSafeInteger(weight) || weight < 0)
      throw new RangeError(`not a whole, non-negative weight: ${weight}`);
    weights.set(memberId, (weights.get(memberId) ?? 0) + weight);
  }
  return [...weights].map(([memberId, weight]) => ({ memberId, weight }));
}

type PieceWork = { rest: Rupiah; rule: SplitRule; contributions: readonly Contribution[]; quantityMilli: number };

/** Rate per unit × quantity for each step, cut to what is left in proportion; what they leave over goes where the rule says, else to the fund. */
function byPieceRates({ rest, rule, contributions, quantityMilli }: PieceWork): LineShare[] {
  if (merged(contributions).every((each) => each.weight === 0)) return toFund(rest, "no-contribution", "");
  const full = rule.pieceRates.map(({ rupiahPerUnit }) => times(rupiah(rupiahPerUnit), quantityMilli, 1000));
  const wages = sum(full) > rest ? allocate(rest, full) : full;
  const shares = rule.pieceRates.flatMap(({ step }, position) => {
    const amount = wages[position] ?? ZERO;
    const weights = merged(contributions.filter((each) => each.step === step));
    if (weights.every((each) => each.weight === 0)) return toFund(amount, "no-contribution", step);
    return divide({ amount, weights, reason: "piece-rate", label: step });
  });
  return [...shares, ...restOfRates(subtract(rest, sum(wages)), rule.restTo)];
}

function restOfRates(amount: Rupiah, memberId: string | undefined): LineShare[] {
  const left = toFund(amount, "piece-rate-rest", "");
  return memberId === undefined ? left : left.map((share) => ({ ...share, party: "member", memberId }));
}

type Division = { amount: Rupiah; weights: readonly Weighted[]; reason: ShareReason; label: string };

function divide({ amount, weights, reason, label }: Division): LineShare[] {
  const parts = allocateParts(
    amount,
    weights.map((each) => each.weight),
  );
  const basisTotal = weights.reduce((all, each) => all + each.weight, 0);
  return weights.map(({ memberId, weight }, position) => ({
    party: "member",
    memberId,
    label,
    reason,
    basis: weight,
    basisTotal,
    amount: parts[position]?.amount ?? ZERO,
    remainder: parts[position]?.remainder ?? ZERO,
  }));
}

function toFund(amount: Rupiah, reason: ShareReason, label: string): LineShare[] {
  if (amount === 0) return [];
  return [{ party: "group-fund", memberId: null, label, reason, basis: 0, basisTotal: 0, amount, remainder: ZERO }];
}
