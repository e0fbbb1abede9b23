import { negate, type Rupiah, sum } from "./money.ts";

/** The chart of accounts (docs/money.md). Cash box, bank, Stripe, own account and the two in transit are what we have; the others say whose it is. */
export const ACCOUNT_KINDS = [
  "cash-box",
  "bank",
  "stripe",
  "own-account",
  "cod-in-transit",
  "payments-in-transit",
  "deposits-held",
  "shipping-held",
  "shipping-cost",
  "buyer-credit",
  "credit-set-aside",
  "member-payable",
  "advances",
  "group-fund",
  "fixed-costs",
  "network-fee",
  "shipping-reserve",
  "refunds-payable",
  "provider-fees",
  "disputed-funds",
  "losses",
  "group-debts",
  "debt-to-network",
  "entrusted-receivable",
  "entrusted-due",
  "savings-pokok",
  "savings-wajib",
  "savings-sukarela",
  "shu-reserve",
  "shu-fund",
  "restricted-grant",
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** The kind as it was stored. @throws RangeError for one that the chart does not have */
export function accountKind(text: string): AccountKind {
  const kind = ACCOUNT_KINDS.find((known) => known === text);
  if (!kind) throw new RangeError(`not an account kind: ${text}`);
  return kind;
}

/** A holder is a person who has cash that was taken at a door. */
export type Owner = { kind: "network" } | { kind: "group" | "member" | "buyer" | "order" | "holder"; id: string };
export type Account = { kind: AccountKind; owner: Owner };

export const NETWORK: Owner = { kind: "network" };
/** The book of the network itself; every other book bears its group's id. */
export const NETWORK_BOOK = "network";

export const ENTRY_KINDS = [
  "paid",
  "packed-short",
  "delivered",
  "returned",
  "refunded",
  "refund-paid",
  "cash-handed-in",
  "run-settled",
  "paid-out",
  "payout-returned",
  "advance-given",
  "advance-repaid",
  "cash-drawn",
  "cash-moved",
  "provider-fee",
  "fee-borne",
  "disputed",
  "dispute-won",
  "loss-borne",
  "provider-settled",
  "transfer-begun",
  "transferred",
  "transfer-ended",
  "transfer-reversed",
  "debt-booked",
  "debt-set-off",
  "entrusted-sold",
  "entrusted-undone",
  "entrusted-received",
  "credit-given-up",
  "credit-set-aside",
  "credit-released",
  "adjusted",
  "difference-booked",
  "savings-in",
  "savings-out",
  "surplus-shared",
  "surplus-undone",
  "fund-spent",
  "fund-reversed",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** How an entry is named in the addresses of a book: by its number, and before it the book where it is another one. */
export function entryReference({ book, sequence }: { book: string; sequence: number }, here: string): string {
  return book === here ? String(sequence) : `${book}-${sequence}`;
}

/** Debit is positive, credit negative. */
export type NewPosting = { account: Account; amount: Rupiah; orderLineId?: string };

export type NewEntry = {
  /** "network" or a group's id. */
  book: string;
  kind: EntryKind;
  /** The business fact, once for ever: "paid:PAYMENT". */
  key: string;
  causeKind: string;
  causeId: string;
  memo?: string;
  postings: NewPosting[];
};

/** "kind:owner-kind:owner-id"; the network's id is "network". */
export function accountCode(kind: AccountKind, owner: Owner): string {
  return `${kind}:${owner.kind}:${ownerId(owner)}`;
}

export function ownerId(owner: Owner): string {
  return owner.kind === "network" ? "network" : owner.id;
}

/** @throws RangeError unless the entry has a key, two or more postings, none of them zero, and they sum to zero */
export function checkEntry(entry: NewEntry): void {
  if (entry.key === "" || entry.book === "") throw new RangeError("an entry needs a key and a book");
  if (entry.postings.length < 2) throw new RangeError(`${entry.key}: an entry needs at least two postings`);
  for (const { account, amount } of entry.postings) {
    if (amount === 0) throw new RangeError(`${entry.key}: a posting of zero says nothing`);
    if (ownerId(account.owner) === "") throw new RangeError(`${entry.key}: ${account.kind} has no owner`);
  }
  const difference = sum(entry.postings.map((posting) => posting.amount));
  if (difference !== 0) throw new RangeError(`${entry.key}: the postings sum to ${difference}, not to zero`);
}

/** The exact opposite, posting by posting. */
export function mirrorOf(postings: readonly NewPosting[]): NewPosting[] {
  return postings.map((posting) => ({ ...posting, amount: negate(posting.amount) }));
}
