import { and, asc, eq } from "drizzle-orm";
import { entryReference } from "#app/domain/ledger.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import {
  consignments,
  entries,
  groups,
  members,
  orderLineShares,
  orderLines,
  orders,
  postings,
  splitRules,
} from "../schema.ts";
import { listLineTrace } from "./lots.ts";

/** A member of a group by id; undefined when the group has no such member. */
export async function findMember({ groupId, memberId }: { groupId: string; memberId: string }) {
  const [row] = await db()
    .select({ id: members.id, number: members.number, name: members.name, groupName: groups.name })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.groupId))
    .where(and(eq(members.groupId, groupId), eq(members.id, memberId)));
  return row;
}

/**
 * One sold line and how it is divided: every party, reason and figure. A treasurer sees all of it;
 * a member sees it when a part of it is theirs, because the proof of one share is the whole division.
 */
export async function findSaleLine(actor: Actor, { groupId, lineId }: { groupId: string; lineId: string }) {
  const [line] = await db()
    .select({
      id: orderLines.id,
      listingName: orderLines.listingName,
      variantName: orderLines.variantName,
      unit: orderLines.unit,
      unitPrice: orderLines.unitPrice,
      quantityMilli: orderLines.quantityMilli,
      cycleId: orderLines.cycleId,
      goodsValue: orderLines.goodsValue,
      packedQuantityMilli: orderLines.packedQuantityMilli,
      missing: orderLines.missing,
      refundedValue: orderLines.refundedValue,
      consignmentId: orderLines.consignmentId,
      state: consignments.state,
      deliveredAt: consignments.deliveredAt,
      orderNumber: orders.number,
      placedAt: orders.placedAt,
      ruleName: splitRules.name,
      ruleVersion: splitRules.version,
      ruleDecision: splitRules.decision,
      method: splitRules.rule,
    })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(splitRules, eq(splitRules.id, orderLines.splitRuleId))
    .where(and(eq(orderLines.id, lineId), eq(consignments.groupId, groupId)));
  if (!line) return undefined;
  const shares = await db()
    .select({
      id: orderLineShares.id,
      party: orderLineShares.party,
      memberId: orderLineShares.memberId,
      memberName: members.name,
      label: orderLineShares.label,
      reason: orderLineShares.reason,
      basis: orderLineShares.basis,
      basisTotal: orderLineShares.basisTotal,
      amount: orderLineShares.amount,
      remainder: orderLineShares.remainder,
      missing: orderLineShares.missing,
      refunded: orderLineShares.refunded,
    })
    .from(orderLineShares)
    .leftJoin(members, eq(members.id, orderLineShares.memberId))
    .where(eq(orderLineShares.orderLineId, lineId))
    .orderBy(asc(orderLineShares.position));
  const mine = shares.find((share) => actor.memberships.some((membership) => membership.memberId === share.memberId));
  permit(actor, "see-member-statement", { groupId, memberId: mine?.memberId });
  const { method, cycleId, ...rest } = line;
  const [trace, entries] = await Promise.all([listLineTrace(lineId), entriesOfLine({ groupId, lineId })]);
  return { ...rest, isAhead: cycleId !== null, method: method.method, shares, trace, entries };
}

async function entriesOfLine({ groupId, lineId }: { groupId: string; lineId: string }) {
  const rows = await db()
    .selectDistinct({
      id: entries.id,
      book: entries.book,
      kind: entries.kind,
      sequence: entries.sequence,
      at: entries.at,
      hash: entries.hash,
    })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(eq(postings.orderLineId, lineId))
    .orderBy(asc(entries.at), asc(entries.sequence));
  return rows.map(({ book, ...row }) => ({ ...row, reference: entryReference({ book, ...row }, groupId) }));
}

/** Every member of a group, those who left too. */
export async function listMemberIds(groupId: string): Promise<string[]> {
  const rows = await db().select({ id: members.id }).from(members).where(eq(members.groupId, groupId));
  return rows.map((row) => row.id);
}
