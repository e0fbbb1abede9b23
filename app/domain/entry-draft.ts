import { type AccountKind, accountCode, type NewEntry, type NewPosting, type Owner } from "./ledger.ts";
import { add, negate, type Rupiah } from "./money.ts";

type Draft = Pick<NewEntry, "book" | "kind" | "key" | "memo" | "postings"> & { cause: [kind: string, id: string] };

/** An entry whose postings are merged: the events of postings.ts write one for each fact, and need not care what falls together. */
export function entry({ cause: [causeKind, causeId], postings, ...rest }: Draft): NewEntry {
  return { ...rest, causeKind, causeId, postings: merge(postings) };
}

/** One posting for each account and order line, in the order of their first mention; those of zero say nothing and go. */
function merge(postings: readonly NewPosting[]): NewPosting[] {
  const merged = new Map<string, NewPosting>();
  for (const posting of postings) {
    const place = JSON.stringify([accountCode(posting.account.kind, posting.account.owner), posting.orderLineId]);
    const known = merged.get(place);
    merged.set(place, known ? { ...known, amount: add(known.amount, posting.amount) } : posting);
  }
  return [...merged.values()].filter((posting) => posting.amount !== 0);
}

export function group(id: string): Owner {
  return { kind: "group", id };
}

export function debit(kind: AccountKind, owner: Owner, amount: Rupiah): NewPosting {
  return { account: { kind, owner }, amount };
}

export function credit(kind: AccountKind, owner: Owner, amount: Rupiah): NewPosting {
  return debit(kind, owner, negate(amount));
}

/** What is the buyer's: credit for one with an account, else a refund of the order that waits to be paid. */
export function creditBuyer({ orderId }: { orderId: string }, buyerId: string | null, amount: Rupiah): NewPosting {
  return buyerId === null
    ? credit("refunds-payable", { kind: "order", id: orderId }, amount)
    : credit("buyer-credit", { kind: "buyer", id: buyerId }, amount);
}
