import { credit, debit, entry, group } from "./entry-draft.ts";
import { NETWORK, type NewEntry, type NewPosting, type Owner } from "./ledger.ts";
import { add, type Rupiah, ZERO } from "./money.ts";
import type { PayoutMethod } from "./payout.ts";

// As postings.ts, for what goes to members.

export type PaidOutInput = {
  payoutId: string;
  groupId: string;
  memberId: string;
  /** What the member has in hand, and what of the share went to an advance; whole rupiah. */
  amount: Rupiah;
  repaid?: Rupiah;
  method: PayoutMethod;
};

const member = (id: string): Owner => ({ kind: "member", id });

function given({ groupId, amount, method }: Pick<PaidOutInput, "groupId" | "amount" | "method">): NewPosting {
  return method === "cash" ? credit("cash-box", group(groupId), amount) : credit("bank", NETWORK, amount);
}

/** A member has received what is hers or his, in cash from the group's box or from the network's bank; a part may go to an advance. */
export function paidOutEntry(input: PaidOutInput): NewEntry {
  const { payoutId, groupId, memberId, amount, repaid = ZERO } = input;
  return entry({
    book: groupId,
    kind: "paid-out",
    key: `payout:${payoutId}`,
    cause: ["payout", payoutId],
    postings: [
      debit("member-payable", member(memberId), add(amount, repaid)),
      given(input),
      credit("advances", member(memberId), repaid),
    ],
  });
}

/** A member has money ahead (kasbon): it is the group's until it is repaid. */
export function advanceGivenEntry(input: Omit<PaidOutInput, "repaid">): NewEntry {
  const { payoutId, groupId, memberId, amount } = input;
  return entry({
    book: groupId,
    kind: "advance-given",
    key: `payout:${payoutId}`,
    cause: ["payout", payoutId],
    postings: [debit("advances", member(memberId), amount), given(input)],
  });
}

/** The bank or e-wallet sent a payout back: the exact mirror of what it posted. */
export function payoutReturnedEntry(input: { payoutId: string; groupId: string; postings: NewPosting[] }): NewEntry {
  const { payoutId, groupId, postings } = input;
  return entry({
    ...{ book: groupId, kind: "payout-returned", key: `payout-returned:${payoutId}` },
    ...{ cause: ["payout", payoutId], postings },
  });
}

/** A member has brought back a part of an advance, in cash. */
export function advanceRepaidEntry(input: {
  repaymentId: string;
  groupId: string;
  memberId: string;
  amount: Rupiah;
}): NewEntry {
  const { repaymentId, groupId, memberId, amount } = input;
  return entry({
    book: groupId,
    kind: "advance-repaid",
    key: `advance-repaid:${repaymentId}`,
    cause: ["member", memberId],
    postings: [debit("cash-box", group(groupId), amount), credit("advances", member(memberId), amount)],
  });
}
