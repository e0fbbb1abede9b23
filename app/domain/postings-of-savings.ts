import { credit, debit, entry, group } from "./entry-draft.ts";
import { type AccountKind, mirrorOf, NETWORK, type NewEntry, type NewPosting } from "./ledger.ts";
import { type Rupiah, rupiah, sum, ZERO } from "./money.ts";
import {
  SAVING_KINDS,
  type Saved,
  type SavingKind,
  type SavingsPurpose,
  type SavingsWay,
  totalSaved,
} from "./savings.ts";
import type { SurplusContent } from "./surplus-year.ts";

// As postings.ts, for what only a cooperative has: savings, and the yearly surplus.

const ACCOUNTS = {
  pokok: "savings-pokok",
  wajib: "savings-wajib",
  sukarela: "savings-sukarela",
} as const satisfies Record<SavingKind, AccountKind>;

/** The account that holds what a member saved of a kind. */
export function savingsAccount(kind: SavingKind): (typeof ACCOUNTS)[SavingKind] {
  return ACCOUNTS[kind];
}

type Moved = {
  movementId: string;
  groupId: string;
  memberId: string;
  purpose: SavingsPurpose;
  way: SavingsWay;
  amounts: Saved;
};

/** A member saved, or took savings home: with the group's box, the network's bank, or out of what the group owes her or him. */
export function savingsEntry(moved: Moved): NewEntry {
  const { movementId, groupId, memberId, purpose, way, amounts } = moved;
  const total = totalSaved(amounts);
  const member = { kind: "member", id: memberId } as const;
  const deposit = [
    way === "cash"
      ? debit("cash-box", group(groupId), total)
      : way === "transfer"
        ? debit("bank", NETWORK, total)
        : debit("member-payable", member, total),
    ...SAVING_KINDS.map((kind) => credit(ACCOUNTS[kind], member, amounts[kind])),
  ];
  const isIn = purpose === "deposit";
  return savingsMoved({ movementId, groupId, isIn, postings: isIn ? deposit : mirrorOf(deposit) });
}

/** The exact opposite of a movement's entry, as a movement of its own: what was booked stands. */
export function savingsReversedEntry(input: {
  movementId: string;
  groupId: string;
  purpose: SavingsPurpose;
  postings: readonly NewPosting[];
}): NewEntry {
  const { movementId, groupId, purpose, postings } = input;
  return savingsMoved({ movementId, groupId, isIn: purpose !== "deposit", postings: mirrorOf(postings) });
}

export function savingsKey(movementId: string): string {
  return `savings:${movementId}`;
}

function savingsMoved(input: { movementId: string; groupId: string; isIn: boolean; postings: NewPosting[] }): NewEntry {
  const { movementId, groupId, isIn, postings } = input;
  return entry({
    ...{ book: groupId, kind: isIn ? "savings-in" : "savings-out", key: savingsKey(movementId) },
    ...{ cause: ["savings", movementId], postings },
  });
}

type Shared = { yearId: string; groupId: string; content: SurplusContent; reserve: Rupiah };

/**
 * A year's surplus leaves the group's fund: to the reserve, the other funds, and the members. A loss is taken from the reserve as far as
 * it reaches; what is more stays in the fund.
 * @param reserve what stands in the reserve now, whole rupiah
 * @returns null for a loss that no reserve can bear: then there is nothing to post
 */
export function surplusSharedEntry({ yearId, groupId, content, reserve }: Shared): NewEntry | null {
  const owner = group(groupId);
  if (content.surplus < 0) {
    const covered = rupiah(Math.min(-content.surplus, Math.max(0, reserve)));
    const postings = [debit("shu-reserve", owner, covered), credit("group-fund", owner, covered)];
    return covered === ZERO ? null : sharing({ yearId, groupId, postings });
  }
  const fundsOf = (isReserve: boolean): Rupiah =>
    sum(content.funds.filter((fund) => fund.isReserve === isReserve && !fund.isMembers).map((fund) => fund.rupiah));
  return sharing({
    ...{ yearId, groupId },
    postings: [
      debit("group-fund", owner, content.surplus),
      credit("shu-reserve", owner, fundsOf(true)),
      credit("shu-fund", owner, fundsOf(false)),
      ...content.members.map(({ memberId, total }) =>
        credit("member-payable", { kind: "member", id: memberId }, total),
      ),
    ],
  });
}

function sharing({ yearId, groupId, postings }: { yearId: string; groupId: string; postings: NewPosting[] }): NewEntry {
  return entry({
    ...{ book: groupId, kind: "surplus-shared", key: surplusKey(yearId), cause: ["surplus", yearId], postings },
  });
}

export function surplusKey(yearId: string): string {
  return `surplus:${yearId}`;
}

/** The meeting took its decision back: the exact opposite, dated today. */
export function surplusUndoneEntry(input: {
  yearId: string;
  groupId: string;
  postings: readonly NewPosting[];
  reason: string;
}): NewEntry {
  const { yearId, groupId, postings, reason } = input;
  return entry({
    ...{ book: groupId, kind: "surplus-undone", key: `surplus-undone:${yearId}`, memo: reason },
    ...{ cause: ["surplus", yearId], postings: mirrorOf(postings) },
  });
}
