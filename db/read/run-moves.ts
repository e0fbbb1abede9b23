import { and, asc, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { MOVABLE_STATES } from "#app/domain/consignment.ts";
import type { Packable } from "#app/domain/packing.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { mayAnswer, type Sailing } from "#app/domain/run-life.ts";
import { db } from "../client.server.ts";
import {
  consignments,
  groups,
  listings,
  orderLines,
  orders,
  people,
  runMoveParts,
  runMoves,
  runs,
  tariffs,
  variants,
} from "../schema.ts";
import { boxedWith, listBoxes } from "./boxes.ts";
import { hubsToReach } from "./hub-groups.ts";
import { listRunLoads, listRunPoints } from "./run-loads.ts";
import { PRICING } from "./tariffs.ts";

/** What a run's change is decided by: where it stands, and how long it is under way. */
export async function findRunToMove(runId: string) {
  const [row] = await db()
    .select({
      ...{ id: runs.id, code: runs.code, hubId: runs.hubId, zoneId: runs.zoneId, vessel: runs.vessel },
      ...{ state: runs.state, opensAt: runs.opensAt, cutOffAt: runs.cutOffAt, departsAt: runs.departsAt },
      daysUnderWay: tariffs.daysUnderWay,
    })
    .from(runs)
    .innerJoin(tariffs, eq(tariffs.id, runs.tariffId))
    .where(eq(runs.id, runId));
  return row;
}

/** A change that a form made already. */
export async function findRunMove(moveId: string) {
  const [row] = await db()
    .select({ id: runMoves.id, runId: runMoves.runId })
    .from(runMoves)
    .where(eq(runMoves.id, moveId));
  return row;
}

const unfinished = inArray(consignments.state, [...MOVABLE_STATES]);

/** All that was to travel with a run and has not left, in the order in which it was promised a place, with what it consists of. */
export function listPartsOfRun(runId: string) {
  return listParts(and(eq(consignments.runId, runId), unfinished));
}

/** The same of every run from this hub to this zone that was called off: what still waits for another. */
export function listPartsWaiting({ hubId, zoneId }: { hubId: string; zoneId: string }) {
  const calledOff = and(eq(runs.hubId, hubId), eq(runs.zoneId, zoneId), eq(runs.state, "cancelled"));
  return listParts(and(calledOff, unfinished));
}

/** One consignment that a run was to carry; undefined when it travels without one. */
export async function findPart(consignmentId: string): Promise<MovedPart | undefined> {
  return (await listParts(eq(consignments.id, consignmentId)))[0];
}

async function listParts(where: ReturnType<typeof and>) {
  const rows = await db()
    .select({
      ...{ id: consignments.id, orderId: consignments.orderId, groupId: consignments.groupId },
      ...{ runId: runs.id, state: consignments.state, packedAt: consignments.packedAt },
      ...{ grams: consignments.grams, packedGrams: consignments.packedGrams },
      ...{ volumetricGrams: consignments.volumetricGrams, volumeDivisor: tariffs.volumeDivisor },
      ...{ maxParcelGrams: tariffs.maxParcelGrams, packedSideMm: consignments.packedSideMm },
      ...{ pickUpPointId: orders.pickUpPointId, runHubId: runs.hubId },
      ...{ hubId: groups.hubId, fromVillage: groups.villageCode },
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .innerJoin(runs, eq(runs.id, consignments.runId))
    .innerJoin(tariffs, eq(tariffs.id, runs.tariffId))
    .where(where)
    .orderBy(asc(consignments.quotedAt), asc(consignments.id));
  const goods = await listGoodsOf(rows.map((row) => row.id));
  return rows.map(({ packedAt, ...row }) => ({
    ...row,
    packedMs: packedAt?.getTime() ?? null,
    goods: goods.filter((each) => each.consignmentId === row.id),
  }));
}

export type MovedPart = Awaited<ReturnType<typeof listParts>>[number];

/** What consignments consist of, as far as it matters when and how they travel. */
async function listGoodsOf(consignmentIds: string[]) {
  if (consignmentIds.length === 0) return [];
  return db()
    .select({
      ...{ consignmentId: orderLines.consignmentId, name: orderLines.listingName },
      ...{
        travels: listings.travels,
        fragile: listings.fragile,
        shelfDays: listings.shelfDays,
        harvestUntil: listings.harvestUntil,
      },
      ...{ lengthMm: variants.lengthMm, widthMm: variants.widthMm, heightMm: variants.heightMm },
    })
    .from(orderLines)
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(
      and(
        inArray(orderLines.consignmentId, consignmentIds),
        gt(sql`${orderLines.quantityMilli} - ${orderLines.refundedMilli}`, 0),
      ),
    )
    .orderBy(asc(orderLines.consignmentId), asc(orderLines.position));
}

/** When goods for a run are handed over at the latest, when it departs and how long it is under way. */
export function sailingOf({
  cutOffAt,
  departsAt,
  daysUnderWay,
}: {
  cutOffAt: Date;
  departsAt: Date;
  daysUnderWay: number;
}): Sailing {
  return { cutOffMs: cutOffAt.getTime(), departsMs: departsAt.getTime(), daysUnderWay };
}

/** The open runs that a consignment to this zone could join, the next departure first. */
export async function listRunsToJoin({ zoneId, hubId, now }: { zoneId: string; hubId?: string; now: Date }) {
  const rows = await db()
    .select({
      ...{ id: runs.id, code: runs.code, vessel: runs.vessel, cutOffAt: runs.cutOffAt, departsAt: runs.departsAt },
      ...{ hubId: runs.hubId, maxGrams: runs.maxGrams, maxParcels: runs.maxParcels },
      tariff: PRICING,
      ...{ keepsCold: tariffs.keepsCold, daysUnderWay: tariffs.daysUnderWay },
    })
    .from(runs)
    .innerJoin(tariffs, eq(tariffs.id, runs.tariffId))
    .where(
      and(
        ...[eq(runs.zoneId, zoneId), eq(runs.state, "open"), gt(runs.cutOffAt, now)],
        hubId === undefined ? undefined : eq(runs.hubId, hubId),
      ),
    )
    .orderBy(asc(runs.departsAt), asc(runs.code));
  const ids = rows.map((row) => row.id);
  const [boxes, hubAt, loads, pointsOf] = [
    await listBoxes(),
    await hubsToReach(rows.map((row) => row.hubId)),
    await listRunLoads(ids),
    await listRunPoints(ids),
  ];
  return rows.map(({ hubId: from, maxGrams, maxParcels, ...row }) => {
    const inside: Packable[] = loads.filter((load) => load.runId === row.id);
    const limit = { maxGrams, maxParcels };
    const pickUpPointIds = pointsOf(row.id);
    const tariff = boxedWith(boxes, row.tariff);
    return { ...row, tariff, hub: hubAt(from), limit, inside, pickUpPointIds, sailing: sailingOf(row) };
  });
}

export type RunOfChoice = Awaited<ReturnType<typeof listRunsToJoin>>[number];

/** How often a run was put off or called off, the newest first. */
export function listRunMoves(actor: Actor, run: { id: string; hubId: string }) {
  permit(actor, "see-runs", { hubId: run.hubId });
  return db()
    .select({
      ...{ id: runMoves.id, kind: runMoves.kind, reason: runMoves.reason, by: people.name, at: runMoves.movedAt },
      ...{ departsWas: runMoves.departsWas, departsAt: runMoves.departsAt },
    })
    .from(runMoves)
    .innerJoin(people, eq(people.id, runMoves.movedBy))
    .where(eq(runMoves.runId, run.id))
    .orderBy(desc(runMoves.movedAt), desc(runMoves.id));
}

/**
 * Of an order, each part whose sailing was put off or called off, by the newest such change, with the run it goes with now. For whoever
 * has looked who asks.
 */
export function listSailingParts(orderId: string) {
  return listNewestParts(eq(consignments.orderId, orderId));
}

async function listNewestParts(where: ReturnType<typeof and>) {
  const rows = await db()
    .select({
      ...{ moveId: runMoves.id, kind: runMoves.kind, reason: runMoves.reason, departsWas: runMoves.departsWas },
      ...{ consignmentId: consignments.id, groupId: groups.id, groupName: groups.name, state: consignments.state },
      ...{ spoiling: runMoveParts.spoiling, answer: runMoveParts.answer, orderNumber: orders.number },
      ...{ runId: runs.id, runState: runs.state, runCode: runs.code, hubId: runs.hubId, vessel: runs.vessel },
      ...{ cutOffAt: runs.cutOffAt, departsAt: runs.departsAt },
    })
    .from(runMoveParts)
    .innerJoin(runMoves, eq(runMoves.id, runMoveParts.moveId))
    .innerJoin(consignments, eq(consignments.id, runMoveParts.consignmentId))
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .leftJoin(runs, eq(runs.id, consignments.runId))
    .where(where)
    .orderBy(desc(runMoves.movedAt), desc(runMoves.id), asc(groups.name));
  const seen = new Set<string>();
  return rows.filter(({ consignmentId }) => !seen.has(consignmentId) && seen.add(consignmentId));
}

export type SailingPart = Awaited<ReturnType<typeof listSailingParts>>[number];

/** Whether a part's buyer may still choose, as {@link mayAnswer} says. */
export function isToAnswer({ answer, state, runState, cutOffAt }: SailingPart, now: Date): boolean {
  return mayAnswer({ answer, state, runState, cutOffMs: cutOffAt?.getTime() ?? null, nowMs: now.getTime() });
}

/** A buyer's orders whose sailing was put off or called off and who has said nothing yet, with until when; null while it waits for a run. */
export async function listSailingsToAnswer(
  buyerId: string,
  now: Date,
): Promise<{ number: string; untilMs: number | null }[]> {
  const parts = await listNewestParts(and(eq(orders.buyerId, buyerId), unfinished));
  const open = parts.filter((part) => part.answer === "open" && isToAnswer(part, now));
  return [...new Set(open.map((part) => part.orderNumber))].map((number) => {
    const ends = open.flatMap((part) =>
      part.orderNumber === number && part.runState !== "cancelled" && part.cutOffAt ? [part.cutOffAt.getTime()] : [],
    );
    return { number, untilMs: ends.length > 0 ? Math.min(...ends) : null };
  });
}

/** Which change of its run made each of these wait, where one did and no run has been found since. */
export async function listWaitingMoves(consignmentIds: string[]) {
  if (consignmentIds.length === 0) return [];
  return db()
    .select({
      ...{ consignmentId: runMoveParts.consignmentId, moveId: runMoves.id, reason: runMoves.reason },
      ...{ runId: runMoves.runId, departsWas: runMoves.departsWas },
    })
    .from(runMoveParts)
    .innerJoin(runMoves, eq(runMoves.id, runMoveParts.moveId))
    .where(and(inArray(runMoveParts.consignmentId, consignmentIds), isNull(runMoveParts.toRunId)));
}
