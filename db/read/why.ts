import { and, asc, desc, eq, gte, inArray, lt, ne, notInArray, or, type SQL } from "drizzle-orm";
import { accountKind, type EntryKind, NETWORK_BOOK } from "#app/domain/ledger.ts";
import { negate, type Rupiah, rupiah } from "#app/domain/money.ts";
import { type Month, monthNamed } from "#app/domain/period.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import type { Why } from "#app/domain/why.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { splitRules } from "../schema/split-rules.ts";
import { accounts, cashMovements, consignments, entries, members, orderLines, orders, postings } from "../schema.ts";
import { ownAccounts } from "./cash-book.ts";
import { causesOf } from "./entry-causes.ts";
import { causedByOrder } from "./order-why.ts";

/** Which book is asked, by its group's id or as the network's. */
type WhyAsked = { book: string; why: Why };

const total = sql<number>`coalesce(sum(${postings.amount}), 0)`.mapWith((value) => rupiah(Number(value)));
const count = sql<number>`count(*)`.mapWith(Number);

/** Who may know what makes this amount: the member of her own accounts, otherwise whoever may see the book. */
export function permitWhy(actor: Actor, { book, why }: WhyAsked): void {
  if (book === NETWORK_BOOK || why.of === "holder" || why.of === "buyer") permit(actor, "see-network-book");
  else if (why.of === "member" && why.member !== undefined)
    permit(actor, "see-member-statement", { groupId: book, memberId: why.member });
  else permit(actor, "see-books", { groupId: book });
}

/** The sum of all postings that make an amount, as the page that names it reads it, and how many they are. */
export async function sumWhy(actor: Actor, asked: WhyAsked): Promise<{ sum: Rupiah; postings: number }> {
  permitWhy(actor, asked);
  const [row] = await db()
    .select({ total, count })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(conditionOf(asked));
  return { sum: shown(asked.why, row?.total ?? rupiah(0)), postings: row?.count ?? 0 };
}

/** The same by kind of entry, the largest number of postings first. */
export async function sumWhyByKind(actor: Actor, asked: WhyAsked) {
  permitWhy(actor, asked);
  const rows = await db()
    .select({ kind: entries.kind, total, count })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(conditionOf(asked))
    .groupBy(entries.kind)
    .orderBy(desc(count), asc(entries.kind));
  return rows.map(({ kind, total: sum, count: postings }) => ({
    kind: kind as EntryKind,
    postings,
    sum: shown(asked.why, sum),
  }));
}

/** One page of the postings, the newest first: each with its entry, whose account it is, and what it divides or comes from. */
export async function listWhy(actor: Actor, { limit, offset, ...asked }: WhyAsked & { limit: number; offset: number }) {
  permitWhy(actor, asked);
  const rows = await db()
    .select({
      ...{ id: postings.id, amount: postings.amount, account: accounts.kind, memberName: members.name },
      ...{ book: entries.book, sequence: entries.sequence, kind: entries.kind, at: entries.at },
      ...{ hash: entries.hash, actorId: entries.actorId },
      ...{ causeKind: entries.causeKind, causeId: entries.causeId },
      ...{ lineId: orderLines.id, listingName: orderLines.listingName, variantName: orderLines.variantName },
      ...{ orderNumber: orders.number, ruleName: splitRules.name, ruleVersion: splitRules.version },
    })
    .from(postings)
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .leftJoin(members, eq(members.id, accounts.ownerId))
    .leftJoin(orderLines, eq(orderLines.id, postings.orderLineId))
    .leftJoin(orders, eq(orders.id, orderLines.orderId))
    .leftJoin(splitRules, eq(splitRules.id, orderLines.splitRuleId))
    .where(conditionOf(asked))
    .orderBy(desc(entries.at), asc(entries.book), desc(entries.sequence), asc(postings.position))
    .limit(limit)
    .offset(offset);
  const causes = await causesOf(rows);
  return rows.map(({ amount, causeKind, causeId, lineId, listingName, variantName, orderNumber, ...row }) => ({
    ...row,
    ...{ kind: row.kind as EntryKind, account: accountKind(row.account) },
    amount: shown(asked.why, amount),
    cause: causes.get(`${causeKind}:${causeId}`) ?? null,
    line:
      lineId === null ? null : { id: lineId, name: [listingName, variantName].filter(Boolean).join(", "), orderNumber },
  }));
}

function shown({ isCredit }: Why, amount: Rupiah): Rupiah {
  return isCredit ? negate(amount) : amount;
}

function conditionOf(asked: WhyAsked): SQL | undefined {
  const { why } = asked;
  const [from, until, arrived] = [monthOf(why.from), monthOf(why.until), monthOf(why.arrived)];
  return and(
    whoseOf(asked),
    why.account && inArray(accounts.kind, [...why.account]),
    why.kind && inArray(entries.kind, [...why.kind]),
    why.category && ofCategory(why.category),
    why.line === undefined ? undefined : eq(postings.orderLineId, why.line),
    why.entry === undefined ? undefined : eq(entries.id, why.entry),
    why.cause === undefined ? undefined : eq(entries.causeId, why.cause),
    why.order === undefined ? undefined : ofOrder(why.order),
    why.upto === undefined ? undefined : notAfter(why.upto),
    from && gte(entries.at, new Date(from.fromMs)),
    until && lt(entries.at, new Date(until.untilMs)),
    arrived && inArray(postings.orderLineId, linesOf(asked.book, arrived)),
    why.standing && inArray(accounts.code, standing(why.standing, until)),
  );
}

/** What was written on a voucher of this category, or on none at all. */
function ofCategory(category: NonNullable<Why["category"]>): SQL | undefined {
  const vouchers = db().select({ id: cashMovements.id }).from(cashMovements);
  if (category === "none") return or(ne(entries.causeKind, "cash-movement"), notInArray(entries.causeId, vouchers));
  const those = inArray(entries.causeId, vouchers.where(eq(cashMovements.category, category)));
  return and(eq(entries.causeKind, "cash-movement"), those);
}

/** Entries in the order of every statement (date, book, number), up to one that is named by itself or by what caused it. */
function notAfter(named: string): SQL {
  return sql`exists (select 1 from entries last where (last.id = ${named} or last.cause_id = ${named}) and (${entries.at} < last.at or (${entries.at} = last.at and (${entries.book} < last.book or (${entries.book} = last.book and ${entries.sequence} <= last.sequence)))))`;
}

function monthOf(name: string | undefined): Month | undefined {
  return (name !== undefined && monthNamed(name)) || undefined;
}

function whoseOf({ book, why }: WhyAsked): SQL | undefined {
  if (why.of === "holder" || why.of === "buyer")
    return and(eq(accounts.ownerKind, why.of), why.owner === undefined ? undefined : eq(accounts.ownerId, why.owner));
  if (book === NETWORK_BOOK) return why.of === "book" ? eq(entries.book, book) : eq(accounts.ownerKind, "network");
  if (why.of === "book") return or(eq(entries.book, book), ownAccounts(book));
  if (why.of === "group") return and(eq(accounts.ownerKind, "group"), eq(accounts.ownerId, book));
  const ofGroup = db().select({ id: members.id }).from(members).where(eq(members.groupId, book));
  const isMembers = and(eq(accounts.ownerKind, "member"), inArray(accounts.ownerId, ofGroup));
  if (why.of === "members") return isMembers;
  if (why.of === "member") return and(isMembers, eq(accounts.ownerId, why.member ?? ""));
  return ownAccounts(book);
}

/** What an order caused, by its number. */
function ofOrder(number: string): SQL | undefined {
  return causedByOrder(db().select({ id: orders.id }).from(orders).where(eq(orders.number, number)));
}

/** The lines of a group that arrived in a month. */
function linesOf(groupId: string, { fromMs, untilMs }: Month) {
  return db()
    .select({ id: orderLines.id })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .where(
      and(
        eq(consignments.groupId, groupId),
        gte(consignments.deliveredAt, new Date(fromMs)),
        lt(consignments.deliveredAt, new Date(untilMs)),
      ),
    );
}

/** Accounts that stood below zero (we owe) or above it (we are owed) at the end of a month, or now. */
function standing(which: "owed" | "owing", until: Month | undefined) {
  const sum = sql`sum(${postings.amount})`;
  return db()
    .select({ code: postings.accountCode })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(until && lt(entries.at, new Date(until.untilMs)))
    .groupBy(postings.accountCode)
    .having(which === "owed" ? sql`${sum} < 0` : sql`${sum} > 0`);
}
