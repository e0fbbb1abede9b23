import { and, asc, desc, eq, gte, inArray, lt } from "drizzle-orm";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { type CashCategory, isIncome } from "#app/domain/cash-movement.ts";
import { accountCode } from "#app/domain/ledger.ts";
import { add, negate, type Rupiah, sum, ZERO } from "#app/domain/money.ts";
import { monthNamed } from "#app/domain/period.ts";
import { openMonthsOf, type SurplusMember, type SurplusSource } from "#app/domain/surplus-year.ts";
import { db } from "../client.server.ts";
import {
  cashMovements,
  entries,
  meetings,
  members,
  people,
  postings,
  surplusPolicies,
  surplusYears,
} from "../schema.ts";
import { balanceOf } from "./ledger.ts";
import { firstEntryAt, sealedUntil } from "./periods.ts";
import { savedBy } from "./savings.ts";
import { readTurnover } from "./turnover.ts";

// What a cooperative's yearly surplus is made of. Whoever calls looks who asks.

/** The first instant of a book year in WIB, and of the next. */
export function spanOfYear(year: number): { from: Date; until: Date } {
  const [first, last] = [monthNamed(`${year}-01`), monthNamed(`${year}-12`)];
  if (!first || !last) throw new RangeError(`not a book year: ${year}`);
  return { from: new Date(first.fromMs), until: new Date(last.untilMs) };
}

/** The months of a year that are not closed, where its surplus comes from, and what each member did; the newest policy. */
export async function gatherSurplus({ groupId, year }: { groupId: string; year: number }) {
  const span = spanOfYear(year);
  const policies = await listSurplusPolicies(groupId);
  const policy = policies[0] ?? null;
  const [first, sealed, source, rows] = await Promise.all([
    firstEntryAt(groupId),
    sealedUntil(groupId),
    readSource({ groupId, ...span }),
    readSurplusMembers({ groupId, ...span, countsVoluntary: policy?.countsVoluntary ?? false }),
  ]);
  const openMonths = openMonthsOf({
    ...{ year, firstMs: first?.getTime() ?? null, sealedUntilMs: sealed?.getTime() ?? 0 },
  });
  return { openMonths, source, members: rows, policy };
}

type Span = { groupId: string; from: Date; until: Date };

/** Everything that moved the group's fund in the year, the surplus of other years apart. */
async function readSource({ groupId, from, until }: Span): Promise<SurplusSource> {
  const inYear = and(gte(entries.at, from), lt(entries.at, until));
  const rows = await db()
    .select({
      ...{ entryId: entries.id, kind: entries.kind, lineId: postings.orderLineId, amount: postings.amount },
      category: cashMovements.category,
    })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .leftJoin(cashMovements, and(eq(entries.causeKind, "cash-movement"), eq(cashMovements.id, entries.causeId)))
    .where(and(eq(postings.accountCode, accountCode("group-fund", { kind: "group", id: groupId })), inYear));
  const withMembers = await linesWithMembers({ groupId, from, until });
  const source = { fromMembers: ZERO, fromOthers: ZERO, otherIncome: ZERO, costs: ZERO };
  for (const row of rows) {
    const part = partOf(row, withMembers);
    if (part) source[part] = add(source[part], negate(row.amount));
  }
  return source;
}

type FundRow = { kind: string; entryId: string; lineId: string | null; category: CashCategory | null; amount: Rupiah };

function partOf(row: FundRow, withMembers: Set<string>): keyof SurplusSource | null {
  if (row.kind === "surplus-shared" || row.kind === "surplus-undone") return null;
  if (row.kind === "delivered" || row.kind === "returned")
    return withMembers.has(`${row.entryId} ${row.lineId ?? ""}`) ? "fromMembers" : "fromOthers";
  if (row.kind === "adjusted" || row.kind === "entrusted-received") return "fromMembers";
  if (row.category !== null) return isIncome(row.category) ? "otherIncome" : "costs";
  return row.amount < 0 ? "otherIncome" : "costs";
}

/** Which of the year's sold lines went to members, by entry and line. */
async function linesWithMembers({ groupId, from, until }: Span): Promise<Set<string>> {
  const ids = await db().select({ id: members.id }).from(members).where(eq(members.groupId, groupId));
  const codes = ids.map(({ id }) => accountCode("member-payable", { kind: "member", id }));
  if (codes.length === 0) return new Set();
  const rows = await db()
    .selectDistinct({ entryId: entries.id, lineId: postings.orderLineId })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(
      and(
        ...[inArray(postings.accountCode, codes), inArray(entries.kind, ["delivered", "returned"])],
        ...[eq(entries.book, groupId), gte(entries.at, from), lt(entries.at, until)],
      ),
    );
  return new Set(rows.map(({ entryId, lineId }) => `${entryId} ${lineId ?? ""}`));
}

/** Members by number, with their business in the year and their capital at its end; who left before it and has nothing here is not among them. */
async function readSurplusMembers(input: Span & { countsVoluntary: boolean }): Promise<SurplusMember[]> {
  const { groupId, from, until, countsVoluntary } = input;
  const rows = await db()
    .select({ id: members.id, number: members.number, name: members.name, leftAt: members.leftAt })
    .from(members)
    .where(and(eq(members.groupId, groupId), lt(members.joinedAt, until)))
    .orderBy(asc(members.number));
  const [turnover, saved] = await Promise.all([
    readTurnover({ groupId, from, until }),
    savedBy(
      rows.map(({ id }) => id),
      until,
    ),
  ]);
  return rows
    .map(({ id, leftAt, ...member }) => {
      const own = saved.get(id) ?? { pokok: ZERO, wajib: ZERO, sukarela: ZERO };
      const transactions = sum(turnover.filter(({ memberId }) => memberId === id).map(({ amount }) => amount));
      const capital = sum([own.pokok, own.wajib, ...(countsVoluntary ? [own.sukarela] : [])]);
      return { ...member, memberId: id, hasLeft: leftAt !== null && leftAt < until, transactions, capital };
    })
    .filter(({ hasLeft, transactions, capital }) => !hasLeft || transactions > 0 || capital > 0);
}

/** Every version of the percentages, the newest first, with the meeting that decided them. */
export async function listSurplusPolicies(groupId: string) {
  const rows = await db()
    .select({ policy: surplusPolicies, meetingDay: meetings.day })
    .from(surplusPolicies)
    .innerJoin(meetings, eq(meetings.id, surplusPolicies.meetingId))
    .where(eq(surplusPolicies.groupId, groupId))
    .orderBy(desc(surplusPolicies.version));
  return rows.map(({ policy: { id, version, funds, countsVoluntary, meetingId }, meetingDay }) => ({
    ...{ id, version, funds, countsVoluntary, meetingId, meetingDay },
  }));
}

/** The meetings of a group's members, the newest first. */
export function listMeetings(groupId: string) {
  const { id, day, place, present, decision, photoId } = meetings;
  return db()
    .select({ id, day, place, present, decision, photoId })
    .from(meetings)
    .where(eq(meetings.groupId, groupId))
    .orderBy(desc(meetings.day), desc(meetings.recordedAt));
}

/** The newest proposal of a year, with who did what; undefined when there is none. */
export async function findSurplusYear({ groupId, year }: { groupId: string; year: number }) {
  const [row] = await db()
    .select({ proposal: surplusYears, meeting: { day: meetings.day, place: meetings.place } })
    .from(surplusYears)
    .innerJoin(meetings, eq(meetings.id, surplusYears.meetingId))
    .where(and(eq(surplusYears.groupId, groupId), eq(surplusYears.year, year)))
    .orderBy(desc(surplusYears.turn))
    .limit(1);
  if (!row) return undefined;
  const { proposedBy, approvedBy, reversalBy, reversedBy } = row.proposal;
  const ids = [proposedBy, approvedBy, reversalBy, reversedBy].flatMap((id) => (id === null ? [] : [id]));
  const names = await db().select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
  const nameOf = (id: string | null): string => names.find((person) => person.id === id)?.name ?? "";
  return {
    ...{ ...row.proposal, meeting: row.meeting },
    ...{ proposer: nameOf(proposedBy), approver: nameOf(approvedBy), reverser: nameOf(reversedBy) },
  };
}

/** What became of each year that was ever proposed. */
export function listSurplusStates(groupId: string) {
  return db()
    .select({ year: surplusYears.year, state: surplusYears.state, turn: surplusYears.turn })
    .from(surplusYears)
    .where(eq(surplusYears.groupId, groupId))
    .orderBy(desc(surplusYears.year), desc(surplusYears.turn));
}

/** The years whose surplus a member got a part of, the newest first. The caller has looked who asks. */
export async function listSharedYears({ groupId, memberId }: { groupId: string; memberId: string }): Promise<number[]> {
  const rows = await db()
    .select({ year: surplusYears.year, content: surplusYears.content })
    .from(surplusYears)
    .where(and(eq(surplusYears.groupId, groupId), inArray(surplusYears.state, ["posted", "reversal-asked"])))
    .orderBy(desc(surplusYears.year));
  const isIn = (row: (typeof rows)[number]): boolean =>
    row.content.members.some((member) => member.memberId === memberId && member.total > 0);
  return rows.filter(isIn).map(({ year }) => year);
}

/** The book years of a group, the newest first: from its first entry to now. */
export async function listBookYears(groupId: string, now: Date): Promise<number[]> {
  const first = await firstEntryAt(groupId);
  const yearOf = (at: Date): number => Number(dayInWib(at.getTime()).slice(0, 4));
  const last = yearOf(now);
  return Array.from({ length: last - yearOf(first ?? now) + 1 }, (_, at) => last - at);
}

/** A balance of the group's own that the surplus moves, whole rupiah above zero. */
export async function fundBalance(groupId: string, kind: "group-fund" | "shu-reserve"): Promise<Rupiah> {
  return negate(await balanceOf(accountCode(kind, { kind: "group", id: groupId })));
}
