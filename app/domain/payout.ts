import { basisPointsOf, type Rupiah, rupiah, subtract, sum, ZERO } from "./money.ts";

/** Cash from the group's box; a transfer or an e-wallet from the network's bank. */
export const PAYOUT_METHODS = ["cash", "transfer", "wallet"] as const;
export type PayoutMethod = (typeof PAYOUT_METHODS)[number];

/** Where the cash for a group's box comes from: the network's bank, or the group's own account at the card provider. */
export const DRAW_SOURCES = ["bank", "own-account"] as const;
export type DrawSource = (typeof DRAW_SOURCES)[number];

/** Which payouts a second person approves: none, those of a batch and advances, or every one. */
export const PAYOUT_APPROVALS = ["none", "batches", "all"] as const;
export type PayoutApproval = (typeof PAYOUT_APPROVALS)[number];

/** A batch is prepared by one person and decided by another. */
export const BATCH_STATES = ["prepared", "approved", "refused"] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** A line waits, and then was paid, or failed, or fell with its batch. */
export const LINE_STATES = ["waiting", "paid", "failed", "dropped"] as const;
export type LineState = (typeof LINE_STATES)[number];

/** Which members a batch is for. */
export const BATCH_KINDS = ["all", "minimum", "asked"] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

export type PayoutProblem =
  | "more-than-owed"
  | "held-by-complaint"
  | "under-way"
  | "cash-box-short"
  | "bank-short"
  | "pay-from-box";

/**
 * Whether a payout may be made: never more than is owed, never more than is there.
 * All in whole rupiah; `available` is what is where it is paid from. `kept` is what the network keeps for the group: what
 * a group has in its own box or on its own account is paid out of there, never out of a bank account that holds other groups' money too.
 */
export function payoutProblem(input: {
  /** What the member gets in hand, and what of the share goes to an advance. */
  amount: Rupiah;
  repaid?: Rupiah;
  owed: Rupiah;
  /** What of that a buyer's complaint or dispute holds. */
  held: Rupiah;
  /** What of that is spoken for: waits in a batch, or is held back until a day. */
  spokenFor?: Rupiah;
  available: Rupiah;
  kept: Rupiah;
  method: PayoutMethod;
}): PayoutProblem | null {
  const { amount, repaid = ZERO, spokenFor = ZERO, owed, held } = input;
  const taken = amount + repaid;
  if (taken > owed) return "more-than-owed";
  if (taken > owed - held) return "held-by-complaint";
  if (taken > owed - held - spokenFor) return "under-way";
  if (input.method !== "cash" && amount > input.kept) return "pay-from-box";
  if (amount > input.available) return input.method === "cash" ? "cash-box-short" : "bank-short";
  return null;
}

/**
 * Whether a group may draw cash: from the network's bank never more than is its own and its members' (less what it has in its box and on
 * its account), nor than the bank has; from its own account never more than is there.
 */
export function drawProblem(input: {
  amount: Rupiah;
  own: Rupiah;
  cashBox: Rupiah;
  ownAccount: Rupiah;
  bank: Rupiah;
  from: DrawSource;
}): "more-than-group-has" | "bank-short" | "own-account-short" | null {
  if (input.from === "own-account") return input.amount > input.ownAccount ? "own-account-short" : null;
  if (input.amount > input.own - input.cashBox - input.ownAccount) return "more-than-group-has";
  return input.amount > input.bank ? "bank-short" : null;
}

type OwnMoney = {
  owed: Rupiah;
  fund: Rupiah;
  fixedCosts: Rupiah;
  /** A cooperative's savings and funds. */
  capital: Rupiah;
  advances: Rupiah;
  cashBox: Rupiah;
  /** What was sent to the group's own account at the card provider. */
  ownAccount: Rupiah;
};

/** All that is a group's and its members', in whole rupiah; what was paid ahead is with the members already. */
export function groupsOwn({ owed, fund, fixedCosts, capital, advances }: OwnMoney): Rupiah {
  return subtract(sum([owed, fund, fixedCosts, capital]), advances);
}

/** What of that the network keeps: what is neither in the group's own box nor on its own account. */
export function keptByNetwork(money: OwnMoney): Rupiah {
  return subtract(groupsOwn(money), sum([money.cashBox, money.ownAccount]));
}

/** What of later payouts goes to an advance: a part of each in basis points, or an amount of each; never both. */
export type RepayTerms = { basisPoints: number | null; amount: Rupiah | null };

/** What of a payout goes back to an advance, in whole rupiah: as agreed, never more than is left of the advance or of the payout. */
export function repaymentOf(input: { gross: Rupiah; outstanding: Rupiah; terms: RepayTerms | null }): Rupiah {
  const { gross, outstanding, terms } = input;
  if (!terms || outstanding <= 0) return ZERO;
  const agreed = terms.amount ?? basisPointsOf(gross, terms.basisPoints ?? 0);
  return rupiah(Math.max(0, Math.min(agreed, outstanding, gross)));
}

/** What a batch holds back of each line: a part in basis points, or an amount; never both. */
export type HoldTerms = { basisPoints: number } | { amount: Rupiah };

export type Payable = {
  memberId: string;
  /** What may be paid now, in whole rupiah; below zero when the member owes. */
  free: Rupiah;
  /** What is left of an advance, and what was agreed of its repayment. */
  advance: Rupiah;
  terms: RepayTerms | null;
  method: PayoutMethod;
  /** What the member asked for: an amount, "all", or null when nothing was asked. */
  asked: Rupiah | "all" | null;
};

export type PlannedLine = {
  memberId: string;
  method: PayoutMethod;
  amount: Rupiah;
  repaid: Rupiah;
  kept: Rupiah;
};

/**
 * The lines of a batch from what members may be paid: held back first, then to the advance, the rest in hand. Whole rupiah; the three of a
 * line sum to what is taken of the share. A line that would give nobody anything is left out.
 */
export function planBatch(
  members: readonly Payable[],
  { kind, minimum, hold }: { kind: BatchKind; minimum: Rupiah; hold: HoldTerms | null },
): PlannedLine[] {
  return members.flatMap((member): PlannedLine[] => {
    const gross = rupiah(grossOf(member, { kind, minimum }));
    if (gross <= 0) return [];
    const wished = hold === null ? ZERO : "amount" in hold ? hold.amount : basisPointsOf(gross, hold.basisPoints);
    const kept = rupiah(Math.min(wished, gross));
    const left = subtract(gross, kept);
    const repaid = repaymentOf({ gross: left, outstanding: member.advance, terms: member.terms });
    const amount = subtract(left, repaid);
    return left === 0 ? [] : [{ memberId: member.memberId, method: member.method, amount, repaid, kept }];
  });
}

function grossOf({ free, asked }: Payable, { kind, minimum }: { kind: BatchKind; minimum: Rupiah }): number {
  if (kind === "asked") return asked === null ? 0 : asked === "all" ? free : Math.min(free, asked);
  return kind === "minimum" && free < minimum ? 0 : free;
}

/**
 * Whether an advance may be given: never above what the group allows one member, never out of what is the members' or a buyer's.
 * All in whole rupiah; `outstanding` and `waiting` are this member's, `own` is the group's fund and what is set aside, less what is lent.
 */
export function advanceProblem(input: {
  amount: Rupiah;
  outstanding: Rupiah;
  waiting: Rupiah;
  limit: Rupiah;
  own: Rupiah;
}): "above-advance-limit" | "fund-short" | null {
  if (input.amount + input.outstanding + input.waiting > input.limit) return "above-advance-limit";
  return input.amount > input.own ? "fund-short" : null;
}

/** "BYR/2026/0007". Counts from 1 for each group and year, whatever the way of paying. */
export function payoutNumber({ year, number }: { year: number; number: number }): string {
  return `BYR/${year}/${String(number).padStart(4, "0")}`;
}

/** Six digits from a keyed hash (base64url): what a member reads out when the cash is there. Same hash, same code. */
export function payoutCode(hash: string): string {
  let code = 0;
  for (const sign of hash) code = (code * 131 + sign.charCodeAt(0)) % 1_000_000;
  return String(code).padStart(6, "0");
}
