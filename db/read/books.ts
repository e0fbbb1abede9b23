import { and, asc, desc, eq, inArray, ne, notInArray, type SQL } from "drizzle-orm";
import { accountCode } from "#app/domain/ledger.ts";
import { negate, type Rupiah, rupiah, sum, ZERO } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { consignments, entries, members, orderLines, orders, postings } from "../schema.ts";
import { heldBack } from "./complaints.ts";
import { deliveredByParty } from "./delivered-by-party.ts";
import { balancesOf } from "./ledger.ts";
import { sumCapital } from "./savings.ts";

const wholeSum = (column: typeof postings.amount | SQL) =>
  sql<number>`coalesce(sum(${column}), 0)`.mapWith((value) => rupiah(Number(value)));

const payableCode = sql`'member-payable:member:' || ${members.id}`;

export type GroupMoney = {
  held: Rupiah;
  owed: Rupiah;
  fund: Rupiah;
  fixedCosts: Rupiah;
  /** Its members' savings and the funds of its surplus; zero for all but cooperatives. */
  capital: Rupiah;
  cashBox: Rupiah;
  /** What members have ahead and have not repaid. */
  advances: Rupiah;
  /** What was sent to the group's own account at the card provider and is not paid out of it. */
  ownAccount: Rupiah;
  /** What the group owes to the network. */
  debt: Rupiah;
};

/** Where a group's money is and whose it is; all of it summed from the ledger. */
export async function getGroupMoney(actor: Actor, groupId: string): Promise<GroupMoney> {
  permit(actor, "see-books", { groupId });
  const owner = { kind: "group", id: groupId } as const;
  const code = {
    held: accountCode("deposits-held", owner),
    fund: accountCode("group-fund", owner),
    fixedCosts: accountCode("fixed-costs", owner),
    cashBox: accountCode("cash-box", owner),
    ownAccount: accountCode("own-account", owner),
    debt: accountCode("debt-to-network", owner),
  };
  const [balances, owed, capital, advances] = await Promise.all([
    balancesOf(Object.values(code)),
    listMemberBalances(actor, groupId),
    sumCapital(groupId),
    sumAdvances(groupId),
  ]);
  const credit = (name: string): Rupiah => negate(balances.get(name) ?? rupiah(0));
  return {
    held: credit(code.held),
    fund: credit(code.fund),
    fixedCosts: credit(code.fixedCosts),
    capital,
    cashBox: balances.get(code.cashBox) ?? rupiah(0),
    ownAccount: balances.get(code.ownAccount) ?? rupiah(0),
    debt: credit(code.debt),
    owed: sum(owed.map((member) => member.owed)),
    advances,
  };
}

async function sumAdvances(groupId: string): Promise<Rupiah> {
  const [row] = await db()
    .select({ total: wholeSum(postings.amount) })
    .from(members)
    .innerJoin(postings, eq(postings.accountCode, sql`'advances:member:' || ${members.id}`))
    .where(eq(members.groupId, groupId));
  return row?.total ?? ZERO;
}

/** Each member and what the group owes them now; below zero when a refund came after a payout. `held` of it waits for a complaint. */
export async function listMemberBalances(actor: Actor, groupId: string) {
  permit(actor, "see-books", { groupId });
  const rows = await db()
    .select({
      id: members.id,
      number: members.number,
      name: members.name,
      leftAt: members.leftAt,
      balance: wholeSum(postings.amount),
    })
    .from(members)
    .leftJoin(postings, eq(postings.accountCode, payableCode))
    .where(eq(members.groupId, groupId))
    .groupBy(members.id, members.number, members.name, members.leftAt)
    .orderBy(asc(members.number));
  const held = await heldBack([groupId]);
  return rows.map(({ balance, leftAt, ...member }) => ({
    ...{ ...member, hasLeft: leftAt !== null, owed: negate(balance) },
    held: held.get(member.id) ?? ZERO,
  }));
}

/** What was delivered between two instants, by the party it went to. The parts sum to the value of the goods that were packed. */
export async function sumDelivered(
  actor: Actor,
  { groupId, from, until }: { groupId: string; from: Date; until: Date },
) {
  permit(actor, "see-books", { groupId });
  return deliveredByParty({ groupId, from, until });
}

/** The group's sold lines, newest first. */
export async function listSaleLines(
  actor: Actor,
  { groupId, limit, offset }: { groupId: string; limit: number; offset: number },
) {
  permit(actor, "see-books", { groupId });
  return db()
    .select({
      id: orderLines.id,
      listingName: orderLines.listingName,
      variantName: orderLines.variantName,
      unit: orderLines.unit,
      quantityMilli: orderLines.quantityMilli,
      goodsValue: sql`${orderLines.goodsValue} - ${orderLines.missing}`.mapWith(orderLines.goodsValue),
      refundedValue: orderLines.refundedValue,
      orderNumber: orders.number,
      placedAt: orders.placedAt,
      state: consignments.state,
    })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(eq(consignments.groupId, groupId), notInArray(consignments.state, ["waiting", "cancelled"])))
    .orderBy(desc(orders.placedAt), asc(orderLines.position))
    .limit(limit)
    .offset(offset);
}

/** The entries of a group's own book with their postings, newest first. */
export async function listJournal(
  actor: Actor,
  { groupId, limit, offset }: { groupId: string; limit: number; offset: number },
) {
  permit(actor, "see-books", { groupId });
  const page = await db()
    .select({
      id: entries.id,
      sequence: entries.sequence,
      kind: entries.kind,
      at: entries.at,
      memo: entries.memo,
      hash: entries.hash,
    })
    .from(entries)
    .where(eq(entries.book, groupId))
    .orderBy(desc(entries.sequence))
    .limit(limit)
    .offset(offset);
  if (page.length === 0) return [];
  const ids = page.map((entry) => entry.id);
  const lines = await db()
    .select({
      id: postings.id,
      entryId: postings.entryId,
      accountCode: postings.accountCode,
      amount: postings.amount,
      orderLineId: postings.orderLineId,
    })
    .from(postings)
    .where(and(inArray(postings.entryId, ids), ne(postings.amount, rupiah(0))))
    .orderBy(asc(postings.position));
  return page.map((entry) => ({ ...entry, postings: lines.filter((line) => line.entryId === entry.id) }));
}
