import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { ConsignmentState } from "#app/domain/consignment.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { consignments, groups, hubReports, orderLines, orders, people, pickUpPoints, receipts } from "../schema.ts";
import { RECEIVER_NAME } from "./receiver.ts";

/** What a group still brings, or has brought. */
const EXPECTED = ["to-pack", "packed", "handed-over"] as const satisfies readonly ConsignmentState[];

type Run = { id: string; hubId: string };

/** All that should come to the hub for a run, group by group: what, how much, by whom, and what of it was received. */
export async function listExpected(actor: Actor, run: Run) {
  permit(actor, "see-runs", { hubId: run.hubId });
  const rows = await db()
    .select({
      id: consignments.id,
      orderNumber: orders.number,
      buyerName: RECEIVER_NAME,
      groupId: groups.id,
      groupName: groups.name,
      groupPhone: groups.phone,
      delivery: orders.delivery,
      pickUpPoint: pickUpPoints.name,
      state: consignments.state,
      grams: consignments.grams,
      packedGrams: consignments.packedGrams,
      receivedPackages: receipts.packages,
      receivedGrams: receipts.grams,
      receivedAt: receipts.at,
      receivedBy: people.name,
      doneBy: receipts.doneBy,
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .leftJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId))
    .leftJoin(receipts, eq(receipts.consignmentId, consignments.id))
    .leftJoin(people, eq(people.id, receipts.receivedBy))
    .where(and(eq(consignments.runId, run.id), inArray(consignments.state, [...EXPECTED])))
    .orderBy(asc(groups.name), asc(orders.number));
  const ids = rows.map((row) => row.id);
  const [lines, reported] = await Promise.all([listLinesOf(ids), listOpenReportsOf(ids)]);
  return rows.map((row) => ({
    ...row,
    lines: lines.filter((line) => line.consignmentId === row.id),
    reports: reported.filter((report) => report.consignmentId === row.id),
  }));
}

/** What of a line did not go back. */
const WANTED = sql<number>`${orderLines.quantityMilli} - ${orderLines.refundedMilli}`.mapWith(Number);

function listLinesOf(ids: string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return db()
    .select({
      id: orderLines.id,
      consignmentId: orderLines.consignmentId,
      listingName: orderLines.listingName,
      variantName: orderLines.variantName,
      unit: orderLines.unit,
      quantityMilli: WANTED,
      catchWeight: orderLines.catchWeight,
      packedQuantityMilli: orderLines.packedQuantityMilli,
    })
    .from(orderLines)
    .where(and(inArray(orderLines.consignmentId, ids), gt(WANTED, 0)))
    .orderBy(asc(orderLines.consignmentId), asc(orderLines.position));
}

function listOpenReportsOf(ids: string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return db()
    .select({
      id: hubReports.id,
      consignmentId: hubReports.consignmentId,
      orderLineId: hubReports.orderLineId,
      kind: hubReports.kind,
      howMuch: hubReports.howMuch,
      words: hubReports.words,
      photoId: hubReports.photoId,
    })
    .from(hubReports)
    .where(and(inArray(hubReports.consignmentId, ids), isNull(hubReports.closedAt)))
    .orderBy(asc(hubReports.at));
}

/** For the use case that receives: whether some line must be weighed by its group first. */
export async function hasUnweighedLines(consignmentId: string): Promise<boolean> {
  const unweighed = and(
    eq(orderLines.consignmentId, consignmentId),
    eq(orderLines.catchWeight, true),
    isNull(orderLines.packedQuantityMilli),
    gt(WANTED, 0),
  );
  return (await db().$count(orderLines, unweighed)) > 0;
}

/** Whether the line belongs to that consignment. */
export async function isLineOf({ lineId, consignmentId }: { lineId: string; consignmentId: string }): Promise<boolean> {
  const isIts = and(eq(orderLines.id, lineId), eq(orderLines.consignmentId, consignmentId));
  return (await db().$count(orderLines, isIts)) > 0;
}
