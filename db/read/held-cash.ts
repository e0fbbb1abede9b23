import { and, asc, eq, sum as sqlSum } from "drizzle-orm";
import { heldSince } from "#app/domain/held-cash.ts";
import { negate, type Rupiah, rupiah, sum } from "#app/domain/money.ts";
import { type Actor, may, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { accounts, entries, people, postings } from "../schema.ts";

const COD = eq(accounts.kind, "cod-in-transit");

/** What was taken at the doors and is not handed in, of all holders together. */
export async function heldCashTotal(): Promise<Rupiah> {
  const [row] = await db()
    .select({ held: sqlSum(postings.amount).mapWith(Number) })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .where(COD);
  return rupiah(row?.held ?? 0);
}

/** How many of somebody's hand-ins are told. */
const LAST_HAND_INS = 5;

/** Each holder of cash that was taken at the doors: how much, since when, and what came in last. Whoever holds most longest comes first. */
export async function listHeldCash(actor: Actor) {
  permit(actor, "see-held-cash");
  const rows = await db()
    .select({
      holderId: accounts.ownerId,
      name: people.name,
      amount: postings.amount,
      at: entries.at,
      kind: entries.kind,
      memo: entries.memo,
      entryId: entries.id,
    })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .leftJoin(people, eq(people.id, accounts.ownerId))
    .where(and(COD, eq(accounts.ownerKind, "holder")))
    .orderBy(asc(entries.at), asc(entries.sequence));
  const holders = new Map<string, typeof rows>();
  for (const row of rows) holders.set(row.holderId, [...(holders.get(row.holderId) ?? []), row]);
  return [...holders]
    .map(([holderId, moves]) => ({
      holderId,
      name: moves[0]?.name ?? "",
      held: sum(moves.map((move) => move.amount)),
      sinceMs: heldSince(moves.map(({ at, amount }) => ({ atMs: at.getTime(), amount }))),
      handIns: moves
        .map((move, place) => ({ ...move, left: sum(moves.slice(0, place + 1).map((each) => each.amount)) }))
        .filter((move) => move.kind === "cash-handed-in")
        .slice(-LAST_HAND_INS)
        .reverse()
        // What was still in hand after it: a difference, or what was taken since the money was counted.
        .map(({ entryId, at, amount, memo, left }) => ({ entryId, at, amount: negate(amount), note: memo, left })),
    }))
    .toSorted((a, b) => b.held - a.held || (a.name < b.name ? -1 : 1));
}

/** What this actor holds; zero for whoever takes no cash. */
export async function findOwnCash(actor: Actor): Promise<Rupiah> {
  const { personId } = actor;
  if (personId === null || !may(actor, "see-held-cash", { personId })) return rupiah(0);
  const [row] = await db()
    .select({ held: sqlSum(postings.amount).mapWith(Number) })
    .from(postings)
    .where(eq(postings.accountCode, `cod-in-transit:holder:${personId}`));
  return rupiah(row?.held ?? 0);
}
