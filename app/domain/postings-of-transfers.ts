import { credit, debit, entry, group } from "./entry-draft.ts";
import { NETWORK, type NewEntry } from "./ledger.ts";
import type { Rupiah } from "./money.ts";

// As postings.ts, for money that goes to a group's own account at the card provider. All of it stands in the group's own book.

type OfTransfer = { transferId: string; groupId: string; amount: Rupiah };

/** It was decided to send: from now on nobody can spend it a second time, though the provider has not answered yet. */
export function transferBegunEntry({ transferId, groupId, amount }: OfTransfer): NewEntry {
  return entry({
    book: groupId,
    kind: "transfer-begun",
    key: `transfer-begun:${transferId}`,
    cause: ["transfer", transferId],
    postings: [debit("own-account", group(groupId), amount), credit("payments-in-transit", NETWORK, amount)],
  });
}

/** The provider has sent it: what the network held there is on the group's own account. */
export function transferredEntry({ transferId, groupId, amount }: OfTransfer): NewEntry {
  return entry({
    book: groupId,
    kind: "transferred",
    key: `transferred:${transferId}`,
    cause: ["transfer", transferId],
    postings: [debit("payments-in-transit", NETWORK, amount), credit("stripe", NETWORK, amount)],
  });
}

/** The provider would not send it, and an operator let it rest: the network keeps it for the group as before. */
export function transferEndedEntry({ transferId, groupId, amount }: OfTransfer): NewEntry {
  return entry({
    book: groupId,
    kind: "transfer-ended",
    key: `transfer-ended:${transferId}`,
    cause: ["transfer", transferId],
    postings: [debit("payments-in-transit", NETWORK, amount), credit("own-account", group(groupId), amount)],
  });
}

type OfReversal = { reversalId: string; groupId: string; amount: Rupiah };

/** What a buyer got back was pulled back from the group's own account. */
export function transferReversedEntry({ reversalId, groupId, amount }: OfReversal): NewEntry {
  return entry({
    book: groupId,
    kind: "transfer-reversed",
    key: `transfer-reversed:${reversalId}`,
    cause: ["reversal", reversalId],
    postings: [debit("stripe", NETWORK, amount), credit("own-account", group(groupId), amount)],
  });
}

/**
 * The group has had money that went back to a buyer, and it cannot be pulled back: the group owes it to the network. `why` tells what had
 * paid an earlier debt from what its account lacked.
 */
export function debtBookedEntry({
  reversalId,
  groupId,
  amount,
  why,
}: OfReversal & { why: "lacking" | "set-off" }): NewEntry {
  return entry({
    book: groupId,
    kind: "debt-booked",
    key: `debt:${why}:${reversalId}`,
    cause: ["reversal", reversalId],
    postings: [debit("group-debts", NETWORK, amount), credit("debt-to-network", group(groupId), amount)],
  });
}

/** The group's next earnings pay what it owes to the network. */
export function debtSetOffEntry({ transferId, groupId, amount }: OfTransfer): NewEntry {
  return entry({
    book: groupId,
    kind: "debt-set-off",
    key: `set-off:${transferId}`,
    cause: ["transfer", transferId],
    postings: [debit("debt-to-network", group(groupId), amount), credit("group-debts", NETWORK, amount)],
  });
}
