import type { Due, Receipt } from "./entrusted-money.ts";
import { credit, debit, entry, group } from "./entry-draft.ts";
import { mirrorOf, type NewEntry, type NewPosting } from "./ledger.ts";
import { type Rupiah, sum } from "./money.ts";

// As postings.ts, for goods that members entrusted: the group owes a member only what a place has handed over.

const member = (id: string) => ({ kind: "member", id }) as const;

type Sold = { changeId: string; groupId: string; sold: readonly Due[] };

function soldPostings({ groupId, sold }: Sold): NewPosting[] {
  const all = sum(sold.map((each) => each.amount));
  return [
    debit("entrusted-receivable", group(groupId), all),
    ...sold.map(({ memberId, amount }) => credit("entrusted-due", member(memberId), amount)),
  ];
}

/** A count found goods sold: the place owes their price, and it will be the members'. Whole rupiah. */
export function entrustedSoldEntry(input: Sold): NewEntry {
  return entry({
    book: input.groupId,
    kind: "entrusted-sold",
    key: `entrusted-sold:${input.changeId}`,
    cause: ["entrusted-change", input.changeId],
    postings: soldPostings(input),
  });
}

/** That count was wrong. */
export function entrustedUndoneEntry(input: Sold): NewEntry {
  return entry({
    book: input.groupId,
    kind: "entrusted-undone",
    key: `entrusted-undone:${input.changeId}`,
    cause: ["entrusted-change", input.changeId],
    postings: mirrorOf(soldPostings(input)),
  });
}

/** The place handed money over: into the group's box, and now it is the members'; what is above the agreed prices is the group's. */
export function entrustedReceivedEntry(
  input: Receipt & { receiptId: string; groupId: string; amount: Rupiah },
): NewEntry {
  const { receiptId, groupId, amount, members, commission } = input;
  return entry({
    book: groupId,
    kind: "entrusted-received",
    key: `entrusted-received:${receiptId}`,
    cause: ["entrusted-receipt", receiptId],
    postings: [
      debit("cash-box", group(groupId), amount),
      credit("entrusted-receivable", group(groupId), sum(members.map((each) => each.amount))),
      credit("group-fund", group(groupId), commission),
      ...members.flatMap(({ memberId, amount: part }) => [
        debit("entrusted-due", member(memberId), part),
        credit("member-payable", member(memberId), part),
      ]),
    ],
  });
}
