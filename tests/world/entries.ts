import { randomUUID } from "node:crypto";
import type { Account, NewEntry } from "#app/domain/ledger.ts";
import { rupiah } from "#app/domain/money.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { type Posted, post } from "#db/write/ledger.ts";

export const byNobody = { actorId: null, now: new Date("2026-11-24T03:00:00.123Z"), newId: () => randomUUID() };

export function anEntry(from: Partial<NewEntry> & { moves?: readonly (readonly [Account, number])[] } = {}): NewEntry {
  const { moves, ...rest } = from;
  const bank: Account = { kind: "bank", owner: { kind: "network" } };
  const held: Account = { kind: "deposits-held", owner: { kind: "group", id: "g1" } };
  const postings = (moves ?? [[bank, 1000] as const, [held, -1000] as const]).map(([account, amount]) => ({
    account,
    amount: rupiah(amount),
  }));
  return {
    book: "network",
    kind: "paid",
    key: `paid:${randomUUID()}`,
    causeKind: "payment",
    causeId: "p1",
    postings,
    ...rest,
  };
}

export function posted(entry: NewEntry): Promise<Posted> {
  return inTransaction((tx) => post(tx, entry, byNobody));
}

/** The network owes this person so much for the next order, as after a run that cost less. */
export async function giveCredit(personId: string, amount: number): Promise<void> {
  const owner = { kind: "buyer", id: personId } as const;
  const moves = [
    [{ kind: "bank", owner: { kind: "network" } }, amount],
    [{ kind: "buyer-credit", owner }, -amount],
  ] as const;
  await posted(anEntry({ kind: "run-settled", causeKind: "run", key: `credit-of:${personId}`, moves }));
}

/** What is left of it. */
export async function creditLeft(personId: string | null): Promise<number> {
  return 0 - (await balanceOf(`buyer-credit:buyer:${personId}`));
}
