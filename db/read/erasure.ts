import { and, eq, inArray, isNull, like, ne, notInArray, or, sum } from "drizzle-orm";
import type { ErasureHindrance } from "#app/domain/erasure.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import {
  accounts,
  complaints,
  consignments,
  hubKeepers,
  members,
  orders,
  payments,
  people,
  pointKeepers,
  postings,
  refunds,
} from "../schema.ts";
import { balanceOf } from "./ledger.ts";

/** What is still open between a person and the network: an account can only be deleted when nothing is. */
export async function listErasureHindrances(actor: Actor, personId: string): Promise<ErasureHindrance[]> {
  permit(actor, "erase-person", { personId });
  const [person] = await db().select({ isOperator: people.isOperator }).from(people).where(eq(people.id, personId));
  const isMember = and(eq(members.personId, personId), isNull(members.leftAt));
  const found: [ErasureHindrance, boolean][] = [
    ["open-orders", await hasOpenOrders(personId)],
    ["credit-left", (await balanceOf(`buyer-credit:buyer:${personId}`)) !== 0],
    ["refund-due", await hasRefundsDue(personId)],
    ["member-still", (await db().$count(members, isMember)) > 0 || (await isOwedAsMember(personId))],
    ["keeper-still", await keepsSomething(personId)],
    ["operator-still", person?.isOperator === true],
  ];
  return found.flatMap(([hindrance, stands]) => (stands ? [hindrance] : []));
}

async function keepsSomething(personId: string): Promise<boolean> {
  const hubs = await db().$count(hubKeepers, eq(hubKeepers.personId, personId));
  return hubs > 0 || (await db().$count(pointKeepers, eq(pointKeepers.personId, personId))) > 0;
}

/** Not paid, or paid and not yet with the buyer, or complained of, or money came too late and waits for somebody. */
async function hasOpenOrders(personId: string): Promise<boolean> {
  const late = db()
    .select({ id: payments.orderId })
    .from(payments)
    .where(inArray(payments.state, ["claimed", "needs-attention"]));
  const complained = db()
    .select({ id: consignments.orderId })
    .from(consignments)
    .innerJoin(complaints, eq(complaints.consignmentId, consignments.id))
    .where(ne(complaints.state, "closed"));
  const moving = db()
    .select({ id: consignments.orderId })
    .from(consignments)
    .where(notInArray(consignments.state, ["delivered", "cancelled", "refunded"]));
  const open = or(
    inArray(orders.state, ["awaiting-payment", "payable-on-delivery"]),
    and(eq(orders.state, "paid"), inArray(orders.id, moving)),
    inArray(orders.id, late),
    inArray(orders.id, complained),
  );
  return (await db().$count(orders, and(eq(orders.buyerId, personId), open))) > 0;
}

/** Money that the ledger owes one of the buyer's orders, or that is on its way there. */
async function hasRefundsDue(personId: string): Promise<boolean> {
  const own = await db().select({ id: orders.id }).from(orders).where(eq(orders.buyerId, personId));
  if (own.length === 0) return false;
  const ids = own.map((order) => order.id);
  const [waiting] = await db()
    .select({ id: refunds.id })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(inArray(payments.orderId, ids), ne(refunds.state, "succeeded")))
    .limit(1);
  if (waiting) return true;
  const owed = await db()
    .select({ code: accounts.code, balance: sum(postings.amount).mapWith(Number) })
    .from(accounts)
    .innerJoin(postings, eq(postings.accountCode, accounts.code))
    .where(and(like(accounts.code, "refunds-payable:order:%"), inArray(accounts.ownerId, ids)))
    .groupBy(accounts.code);
  return owed.some((row) => row.balance !== 0);
}

/** Somebody who left a group may still be owed a share, or owe one back. */
async function isOwedAsMember(personId: string): Promise<boolean> {
  const own = await db().select({ id: members.id }).from(members).where(eq(members.personId, personId));
  const codes = own.flatMap(({ id }) => [`member-payable:member:${id}`, `advances:member:${id}`]);
  const balances = await Promise.all(codes.map((code) => balanceOf(code)));
  return balances.some((balance) => balance !== 0);
}
