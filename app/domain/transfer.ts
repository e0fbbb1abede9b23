import { add, type Rupiah, rupiah, subtract, times, ZERO } from "./money.ts";

/** Money on its way from the network to a group's own account at the card provider, for one payment. */
export const TRANSFER_STATES = ["due", "sent", "nothing", "ended"] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** What is pulled back of it: asked for, pulled back, or owed by the group because its account had not enough. */
export const REVERSAL_STATES = ["due", "made", "owed", "dropped"] as const;

export type TransferPlan = {
  /** What of the payment is the group's and its members'. */
  earned: Rupiah;
  /** What of that pays the group's debt to the network. */
  setOff: Rupiah;
  /** What is sent; the rest was paid to the group before, from the network's bank. */
  amount: Rupiah;
};

/**
 * What is sent of a payment's earnings, in whole rupiah: first the group's debt is set off, then never more goes out than the network
 * keeps for the group, for its treasurer may have paid members from the network's bank already.
 * @param kept what the network keeps for the group, its debt already taken off; below zero when the group has had too much
 */
export function planTransfer(input: { earned: Rupiah; debt: Rupiah; kept: Rupiah }): TransferPlan {
  const { earned, debt, kept } = input;
  const setOff = least(earned, debt);
  // The debt is named apart, so the claim it is set off against is there beside it.
  const free = subtract(add(kept, debt), setOff);
  return { earned, setOff, amount: least(subtract(earned, setOff), free) };
}

export type ReversalPlan = {
  /** What is pulled back from the group's account. */
  amount: Rupiah;
  /** What had paid the group's debt, and is owed again. */
  owed: Rupiah;
};

/**
 * What a refund of part of a sent payment pulls back, in whole rupiah: in proportion to what was sent, reckoned over all refunds so far, so
 * that refunds of the whole pull back all of it, in whatever steps they came.
 * @param share what this refund takes from the group and its members; @param before what earlier refunds took
 * @param reversed what was pulled back or asked for already, by refunds and at the provider's own desk
 */
export function planReversal(input: {
  transfer: TransferPlan;
  share: Rupiah;
  before: Rupiah;
  reversed: Rupiah;
}): ReversalPlan {
  const { transfer, share, before, reversed } = input;
  const then = partsOf(transfer, least(add(before, share), transfer.earned));
  const now = partsOf(transfer, least(before, transfer.earned));
  return {
    amount: least(subtract(then.sent, now.sent), subtract(transfer.amount, reversed)),
    owed: subtract(then.setOff, now.setOff),
  };
}

/** How much of what was sent, and of what was set off, stands for so much of the earnings. Neither ever shrinks as the share grows. */
function partsOf({ earned, setOff, amount }: TransferPlan, share: Rupiah): { sent: Rupiah; setOff: Rupiah } {
  if (share <= 0 || earned <= 0) return { sent: ZERO, setOff: ZERO };
  const sent = times(amount, share, earned);
  return { sent, setOff: least(times(setOff, share, earned), subtract(share, sent)) };
}

function least(...amounts: Rupiah[]): Rupiah {
  return rupiah(Math.max(0, Math.min(...amounts)));
}

/** What a provider says of a transfer. Amounts in whole rupiah; a key is ours, null for what was made at the provider's own desk. */
export type TransferView = {
  ref: string;
  key: string | null;
  amount: Rupiah;
  reversals: { ref: string; key: string | null; amount: Rupiah }[];
};

/** What the provider holds for us less of this transfer, by its own word: below zero what went out and did not come back. */
export function movedBy({ amount, reversals }: TransferView): Rupiah {
  return rupiah(reversals.reduce((total, each) => total + each.amount, 0) - amount);
}
