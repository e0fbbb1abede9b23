import { and, asc, count, desc, eq, gte, inArray, lt, or } from "drizzle-orm";
import { accountCode, NETWORK, type Owner } from "#app/domain/ledger.ts";
import { negate, type Rupiah, rupiah, sum, ZERO } from "#app/domain/money.ts";
import type { Counted, Month } from "#app/domain/period.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { accounts, entries, members, periodSeals, periods, postings } from "../schema.ts";

// What the use cases and the pages of a month gather; whoever calls looks who asks.

const total = sql<number>`coalesce(sum(${postings.amount}), 0)`.mapWith((value) => rupiah(Number(value)));

/** Up to when a book is sealed: no entry of it may bear an earlier moment. Null when no seal stands. */
export async function sealedUntil(book: string): Promise<Date | null> {
  const reopened = sql`exists (select 1 from period_seals later where later.book = ${periodSeals.book} and later.month = ${periodSeals.month} and later.turn > ${periodSeals.turn})`;
  const [row] = await db()
    .select({ untilAt: periodSeals.untilAt })
    .from(periodSeals)
    .where(and(eq(periodSeals.book, book), eq(periodSeals.kind, "sealed"), sql`not ${reopened}`))
    .orderBy(desc(periodSeals.untilAt))
    .limit(1);
  return row?.untilAt ?? null;
}

export async function findPeriod({ groupId, month }: { groupId: string; month: string }) {
  const [row] = await db()
    .select()
    .from(periods)
    .where(and(eq(periods.groupId, groupId), eq(periods.month, month)));
  return row;
}

export function listPeriods(groupId: string) {
  return db()
    .select({ month: periods.month, state: periods.state })
    .from(periods)
    .where(eq(periods.groupId, groupId))
    .orderBy(desc(periods.month));
}

/** Every seal and reopening of a book, the newest first. */
export function listSeals(book: string) {
  return db().select().from(periodSeals).where(eq(periodSeals.book, book)).orderBy(desc(periodSeals.turn));
}

/** What a group's goods cost when a month was sealed for the last time, whole rupiah; nothing for a month that was not. */
export async function stockWhenSealed(book: string, month: string): Promise<Rupiah> {
  const seal = (await listSeals(book)).find((each) => each.month === month && each.kind === "sealed");
  return seal?.totals.stockAtCost ?? ZERO;
}

/** When the first entry of a book was posted, by the date that it bears; null for an empty book. */
export async function firstEntryAt(book: string): Promise<Date | null> {
  const [row] = await db()
    .select({ at: entries.at })
    .from(entries)
    .where(eq(entries.book, book))
    .orderBy(asc(entries.at))
    .limit(1);
  return row?.at ?? null;
}

/** The last entry of a book that bears a date before this one. */
export async function bookHead(book: string, before: Date): Promise<{ sequence: number; hash: string }> {
  const [row] = await db()
    .select({ sequence: entries.sequence, hash: entries.hash })
    .from(entries)
    .where(and(eq(entries.book, book), lt(entries.at, before)))
    .orderBy(desc(entries.sequence))
    .limit(1);
  return row ?? { sequence: 0, hash: "" };
}

export async function countEntries(book: string, { from, until }: { from: Date; until: Date }): Promise<number> {
  const [row] = await db()
    .select({ n: count() })
    .from(entries)
    .where(and(eq(entries.book, book), gte(entries.at, from), lt(entries.at, until)));
  return row?.n ?? 0;
}

/** Balances at a moment, debit positive; every code asked for is in the answer. */
async function balancesBefore(codes: readonly string[], before: Date): Promise<(code: string) => Rupiah> {
  const rows = await db()
    .select({ code: postings.accountCode, total })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(and(inArray(postings.accountCode, [...codes]), lt(entries.at, before)))
    .groupBy(postings.accountCode);
  const known = new Map(rows.map((row) => [row.code, row.total]));
  return (code) => known.get(code) ?? rupiah(0);
}

/**
 * What the ledger has at each place at the end of a month, with the differences that were booked for that count since: those of the
 * network's places bear the day they were booked, for other groups have counted with the balance as it was.
 */
export async function countedInLedger(groupId: string, month: Month): Promise<Counted> {
  const code = {
    "cash-box": accountCode("cash-box", { kind: "group", id: groupId }),
    bank: accountCode("bank", NETWORK),
    stripe: accountCode("stripe", NETWORK),
  };
  // Cash of the doors lies with each who took it; what was booked for a count, with the network.
  const held = await db().select({ code: accounts.code }).from(accounts).where(eq(accounts.kind, "cod-in-transit"));
  const heldCodes = held.map((account) => account.code);
  const booked = and(
    eq(entries.kind, "difference-booked"),
    eq(entries.causeKind, "counted-month"),
    eq(entries.causeId, month.name),
  );
  const rows = await db()
    .select({ code: postings.accountCode, total })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(
      and(
        inArray(postings.accountCode, [...Object.values(code), ...heldCodes]),
        or(lt(entries.at, new Date(month.untilMs)), booked),
      ),
    )
    .groupBy(postings.accountCode);
  const known = new Map(rows.map((row) => [row.code, row.total]));
  const at = (name: string): Rupiah => known.get(name) ?? rupiah(0);
  return {
    "cash-box": at(code["cash-box"]),
    bank: at(code.bank),
    stripe: at(code.stripe),
    "cod-in-transit": sum(heldCodes.map(at)),
  };
}

/** Each member of a group, by number, and what was owed to them at a moment. */
export async function membersOwed(groupId: string, before: Date) {
  const rows = await db()
    .select({ id: members.id, number: members.number, name: members.name, leftAt: members.leftAt })
    .from(members)
    .where(eq(members.groupId, groupId))
    .orderBy(asc(members.number));
  const code = (memberId: string): string => accountCode("member-payable", { kind: "member", id: memberId });
  const balance =
    rows.length === 0
      ? () => rupiah(0)
      : await balancesBefore(
          rows.map(({ id }) => code(id)),
          before,
        );
  return rows.map(({ leftAt, ...member }) => ({
    ...member,
    hasLeft: leftAt !== null,
    owed: negate(balance(code(member.id))),
  }));
}

/** What a group held and what was its own at a moment; above zero as people say it. */
export async function groupMoneyBefore(groupId: string, before: Date) {
  const owner: Owner = { kind: "group", id: groupId };
  const code = {
    cashBox: accountCode("cash-box", owner),
    held: accountCode("deposits-held", owner),
    fund: accountCode("group-fund", owner),
    fixedCosts: accountCode("fixed-costs", owner),
  };
  const balance = await balancesBefore(Object.values(code), before);
  return {
    cashBox: balance(code.cashBox),
    held: negate(balance(code.held)),
    fund: negate(balance(code.fund)),
    fixedCosts: negate(balance(code.fixedCosts)),
  };
}
