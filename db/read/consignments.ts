import { and, asc, desc, eq, gt, inArray, notInArray, sql } from "drizzle-orm";
import { ENDED_STATES, groupSeesAddress } from "#app/domain/consignment.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { longestSide } from "#app/domain/tariff.ts";
import { db } from "../client.server.ts";
import {
  activities,
  consignments,
  groups,
  hubs,
  orderLines,
  orders,
  pickUpPoints,
  runs,
  tariffs,
  variants,
} from "../schema.ts";
import { IS_GIFT, RECEIVER_NAME, RECEIVER_PHONE } from "./receiver.ts";

const columns = {
  id: consignments.id,
  orderId: consignments.orderId,
  groupId: consignments.groupId,
  orderNumber: orders.number,
  buyerName: RECEIVER_NAME,
  isGift: IS_GIFT,
  cardNote: orders.cardNote,
  delivery: orders.delivery,
  noteToGroups: orders.noteToGroups,
  runId: consignments.runId,
  runCode: runs.code,
  runState: runs.state,
  cutOffAt: runs.cutOffAt,
  departsAt: runs.departsAt,
  state: consignments.state,
  grams: consignments.grams,
  packedGrams: consignments.packedGrams,
  packedSideMm: consignments.packedSideMm,
  maxSideMm: tariffs.maxSideMm,
  pickUpPoint: pickUpPoints.name,
};

function select() {
  return db()
    .select(columns)
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .leftJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId))
    .leftJoin(runs, eq(runs.id, consignments.runId))
    .leftJoin(tariffs, eq(tariffs.id, runs.tariffId));
}

/** What is still to do for a group, the nearest cut-off first, with what lies in each. */
export async function listGroupConsignments(actor: Actor, groupId: string) {
  permit(actor, "see-consignments", { groupId });
  const rows = await select()
    .where(and(eq(consignments.groupId, groupId), notInArray(consignments.state, [...ENDED_STATES])))
    .orderBy(asc(runs.cutOffAt), asc(orders.placedAt), asc(orders.number));
  const lines = await listLines(rows.map((row) => row.id));
  return rows.map((row) => ({ ...row, lines: lines.filter((line) => line.consignmentId === row.id) }));
}

/**
 * One consignment as its group sees it. Phone and address are in it only where the group sends the goods to the buyer itself.
 * Undefined when it is not this group's.
 */
export async function findGroupConsignment(
  actor: Actor,
  { groupId, consignmentId }: { groupId: string; consignmentId: string },
) {
  permit(actor, "see-consignments", { groupId });
  const [row] = await select().where(and(eq(consignments.id, consignmentId), eq(consignments.groupId, groupId)));
  if (!row) return undefined;
  const [lines, sent, hub, address] = await Promise.all([
    listLines([consignmentId]),
    findSendNote(consignmentId),
    row.delivery === "courier" ? null : findHandOver(row),
    groupSeesAddress(row.delivery) ? findAddress(row.orderId) : undefined,
  ]);
  return { ...row, lines, sentNote: sent, hub, address: address ?? null };
}

/** What of a line did not go back: that much is packed. */
const WANTED = sql<number>`${orderLines.quantityMilli} - ${orderLines.refundedMilli}`.mapWith(Number);

function listLines(consignmentIds: string[]) {
  if (consignmentIds.length === 0) return Promise.resolve([]);
  return db()
    .select({
      id: orderLines.id,
      consignmentId: orderLines.consignmentId,
      variantId: orderLines.variantId,
      listingName: orderLines.listingName,
      variantName: orderLines.variantName,
      unit: orderLines.unit,
      quantityMilli: WANTED,
      catchWeight: orderLines.catchWeight,
      packedQuantityMilli: orderLines.packedQuantityMilli,
      missing: orderLines.missing,
    })
    .from(orderLines)
    .where(and(inArray(orderLines.consignmentId, consignmentIds), gt(WANTED, 0)))
    .orderBy(asc(orderLines.consignmentId), asc(orderLines.position));
}

async function findAddress(orderId: string) {
  const [row] = await db()
    .select({
      phone: RECEIVER_PHONE,
      villageCode: orders.villageCode,
      street: orders.street,
      rt: orders.rt,
      rw: orders.rw,
      landmark: orders.landmark,
      postcode: orders.postcode,
    })
    .from(orders)
    .where(eq(orders.id, orderId));
  return row;
}

/** What was written down when it was given to the courier. */
async function findSendNote(consignmentId: string) {
  const [row] = await db()
    .select({ at: activities.at, note: activities.note })
    .from(activities)
    .where(and(eq(activities.what, "send-consignment"), eq(activities.subject, consignmentId)))
    .orderBy(desc(activities.at))
    .limit(1);
  return row ?? null;
}

/** What the use cases decide by: where it is, whose it is, and at which hub it is handed over. */
export async function findConsignmentFacts(consignmentId: string) {
  const [row] = await db()
    .select({
      ...columns,
      volumetricGrams: consignments.volumetricGrams,
      quote: consignments.quote,
      groupHubId: groups.hubId,
      runHubId: runs.hubId,
      runZoneId: runs.zoneId,
      orderState: orders.state,
      buyerId: orders.buyerId,
      savingAs: orders.savingAs,
      maxParcelGrams: tariffs.maxParcelGrams,
      volumeDivisor: tariffs.volumeDivisor,
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .leftJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId))
    .leftJoin(runs, eq(runs.id, consignments.runId))
    .leftJoin(tariffs, eq(tariffs.id, runs.tariffId))
    .where(eq(consignments.id, consignmentId));
  return row && { ...row, hubId: row.runHubId ?? row.groupHubId ?? undefined };
}

/** For the use case that packs: the lines whose goods are weighed, as they were sold and as they were weighed before. */
export async function listWeighedLines(consignmentId: string) {
  return db()
    .select({
      id: orderLines.id,
      unitPrice: orderLines.unitPrice,
      quantityMilli: WANTED,
      goodsValue: sql`${orderLines.goodsValue} - ${orderLines.refundedValue}`.mapWith(orderLines.goodsValue),
      packedQuantityMilli: orderLines.packedQuantityMilli,
      missing: orderLines.missing,
    })
    .from(orderLines)
    .where(and(eq(orderLines.consignmentId, consignmentId), eq(orderLines.catchWeight, true), gt(WANTED, 0)))
    .orderBy(asc(orderLines.position));
}

/** The longest side of the goods that are still wanted, as their listings say, in millimetres; null when there are none. */
export async function findLongestSide(consignmentId: string): Promise<number | null> {
  const sizes = await db()
    .select({ lengthMm: variants.lengthMm, widthMm: variants.widthMm, heightMm: variants.heightMm })
    .from(orderLines)
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .where(and(eq(orderLines.consignmentId, consignmentId), gt(WANTED, 0)));
  return sizes.length === 0 ? null : Math.max(...sizes.map(longestSide));
}

/** Where the goods are handed over: the run's hub, else the group's own. */
async function findHandOver(consignment: { runId: string | null; groupId: string }) {
  const place = { name: hubs.name, address: hubs.address };
  const { runId, groupId } = consignment;
  const [row] = runId
    ? await db().select(place).from(runs).innerJoin(hubs, eq(hubs.id, runs.hubId)).where(eq(runs.id, runId))
    : await db().select(place).from(groups).innerJoin(hubs, eq(hubs.id, groups.hubId)).where(eq(groups.id, groupId));
  return row ?? null;
}
