import { credit, debit, entry } from "./entry-draft.ts";
import { NETWORK, NETWORK_BOOK, type NewEntry } from "./ledger.ts";
import type { Rupiah } from "./money.ts";

/** A buyer who deletes the account leaves what credit there was to the shipping reserve, which lowers everybody's risk. Once for a person. */
export function creditGivenUpEntry({ personId, amount }: { personId: string; amount: Rupiah }): NewEntry {
  return entry({
    book: NETWORK_BOOK,
    kind: "credit-given-up",
    key: `credit-given-up:${personId}`,
    cause: ["person", personId],
    postings: [
      debit("buyer-credit", { kind: "buyer", id: personId }, amount),
      credit("shipping-reserve", NETWORK, amount),
    ],
  });
}
