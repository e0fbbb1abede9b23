import { and, eq, sql } from "drizzle-orm";
import type { Due } from "#app/domain/entrusted-money.ts";
import { add, negate, type Rupiah, rupiah } from "#app/domain/money.ts";
import { db } from "../client.server.ts";
import {
  entrustedChangeLines,
  entrustedChanges,
  entrustedLines,
  entrustedReceiptParts,
  entrustedReceipts,
  entrustments,
} from "../schema.ts";
import { readEntrustedLines } from "./entrustments.ts";

export async function findEntrustedReceiptByFormKey(formKey: string) {
  const [row] = await db().select().from(entrustedReceipts).where(eq(entrustedReceipts.formKey, formKey));
  return row;
}

/** What each place still owes for what it sold, by place and then by member in the order of their notes. For use cases and the list. */
export async function readDues(groupId: string): Promise<Map<string, Due[]>> {
  const dues = new Map<string, Map<string, Rupiah>>();
  const move = (place: string, memberId: string, amount: Rupiah): void => {
    const members = dues.get(place) ?? new Map<string, Rupiah>();
    members.set(memberId, add(members.get(memberId) ?? rupiah(0), amount));
    dues.set(place, members);
  };
  for (const line of (await readEntrustedLines(groupId)).toReversed()) move(line.place, line.memberId, line.soldValue);
  const paid = await db()
    .select({
      place: entrustedReceipts.place,
      memberId: entrustedReceiptParts.memberId,
      amount: sql<number>`sum(${entrustedReceiptParts.amount})`.mapWith(Number),
    })
    .from(entrustedReceiptParts)
    .innerJoin(entrustedReceipts, eq(entrustedReceipts.id, entrustedReceiptParts.receiptId))
    .where(eq(entrustedReceipts.groupId, groupId))
    .groupBy(entrustedReceipts.place, entrustedReceiptParts.memberId);
  for (const { place, memberId, amount } of paid) move(place, memberId, negate(rupiah(amount)));
  return new Map(
    [...dues].map(([place, members]) => [place, [...members].map(([memberId, amount]) => ({ memberId, amount }))]),
  );
}

/** One count, return or voided note with what it meant for each line; undefined when the group has no such change. */
export async function findEntrustedChange({ groupId, changeId }: { groupId: string; changeId: string }) {
  const [change] = await db()
    .select({ id: entrustedChanges.id, kind: entrustedChanges.kind })
    .from(entrustedChanges)
    .where(and(eq(entrustedChanges.groupId, groupId), eq(entrustedChanges.id, changeId)));
  if (!change) return undefined;
  const lines = await db()
    .select({
      placeKind: entrustments.placeKind,
      placeName: entrustments.placeName,
      memberId: entrustments.memberId,
      soldValue: entrustedChangeLines.soldValue,
    })
    .from(entrustedChangeLines)
    .innerJoin(entrustedLines, eq(entrustedLines.id, entrustedChangeLines.entrustedLineId))
    .innerJoin(entrustments, eq(entrustments.id, entrustedLines.entrustmentId))
    .where(eq(entrustedChangeLines.changeId, changeId));
  return { ...change, lines };
}

/** Whether it was taken back already. */
export async function isUndone(changeId: string): Promise<boolean> {
  const [row] = await db()
    .select({ id: entrustedChanges.id })
    .from(entrustedChanges)
    .where(and(eq(entrustedChanges.subject, changeId), eq(entrustedChanges.kind, "undone")));
  return row !== undefined;
}
