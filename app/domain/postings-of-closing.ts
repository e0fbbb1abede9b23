import { credit, debit, entry, group } from "./entry-draft.ts";
import { NETWORK, NETWORK_BOOK, type NewEntry, type NewPosting, type Owner } from "./ledger.ts";
import { negate, type Rupiah } from "./money.ts";
import type { CountedPlace } from "./period.ts";

// As postings.ts, for what a month's review finds.

/** Whose part of a line grows or shrinks: the group's fund, or one of its members. */
export type AdjustedParty = { kind: "group-fund" } | { kind: "member"; memberId: string };

export type AdjustedInput = {
  adjustmentId: string;
  groupId: string;
  orderLineId: string;
  from: AdjustedParty;
  to: AdjustedParty;
  amount: Rupiah;
  reason: string;
};

/** The treasurer puts a line's division right: what one party had too much goes to another. The division itself stands as it was sold. */
export function adjustedEntry(input: AdjustedInput): NewEntry {
  const { adjustmentId, groupId, orderLineId, from, to, amount, reason } = input;
  return {
    ...entry({
      book: groupId,
      kind: "adjusted",
      key: `adjusted:${adjustmentId}`,
      cause: ["order-line", orderLineId],
      postings: [
        { ...owe(groupId, from, negate(amount)), orderLineId },
        { ...owe(groupId, to, amount), orderLineId },
      ],
    }),
    memo: reason,
  };
}

/** What is owed to a party grows by the amount, or shrinks when it is below zero. */
function owe(groupId: string, party: AdjustedParty, amount: Rupiah): NewPosting {
  return party.kind === "member"
    ? credit("member-payable", { kind: "member", id: party.memberId }, amount)
    : credit("group-fund", group(groupId), amount);
}

export type DifferenceInput = {
  differenceId: string;
  groupId: string;
  /** The month that was counted: "2026-11". */
  month: string;
  place: CountedPlace;
  /** Counted less the ledger: above zero there is more money than the ledger knew of. */
  difference: Rupiah;
  name: string;
};

/**
 * A difference between what was counted and the ledger, under its own name. That of the cash box is the group fund's, in the group's
 * book; that of the bank, the provider or the cash under way is the network's income or loss, in the network's book.
 */
export function differenceEntry(input: DifferenceInput): NewEntry {
  const { differenceId, groupId, month, place, difference, name } = input;
  const isGroups = place === "cash-box";
  const owner: Owner = isGroups ? group(groupId) : NETWORK;
  return {
    ...entry({
      book: isGroups ? groupId : NETWORK_BOOK,
      kind: "difference-booked",
      key: `difference:${differenceId}`,
      cause: ["counted-month", month],
      postings: [
        debit(place, owner, difference),
        isGroups ? credit("group-fund", owner, difference) : credit("network-fee", owner, difference),
      ],
    }),
    memo: name,
  };
}

export type CashWrittenOffInput = {
  writeOffId: string;
  holderId: string;
  kind: "shortage" | "surplus";
  amount: Rupiah;
  /** Null for the network. */
  bearerGroupId: string | null;
  reason: string;
};

/**
 * Cash of the doors that lastingly lacks is a loss of the network, or of the fund of the group that bears it, in that group's book. Cash that
 * nobody can explain is the network's income, and lies with the holder until it is handed in.
 */
export function cashWrittenOffEntry(input: CashWrittenOffInput): NewEntry {
  const { writeOffId, holderId, kind, amount, bearerGroupId, reason } = input;
  const holder: Owner = { kind: "holder", id: holderId };
  const loss =
    bearerGroupId === null ? debit("losses", NETWORK, amount) : debit("group-fund", group(bearerGroupId), amount);
  return {
    ...entry({
      book: bearerGroupId ?? NETWORK_BOOK,
      kind: "difference-booked",
      key: `cash-written-off:${writeOffId}`,
      cause: ["cash-write-off", writeOffId],
      postings:
        kind === "shortage"
          ? [loss, credit("cod-in-transit", holder, amount)]
          : [debit("cod-in-transit", holder, amount), credit("network-fee", NETWORK, amount)],
    }),
    memo: reason,
  };
}
