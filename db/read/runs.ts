import { and, asc, count, desc, eq, inArray, lte, notInArray, sum } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import type { RunState } from "#app/domain/run.ts";
import { db } from "../client.server.ts";
import { consignments, groups, hubs, orders, pickUpPoints, runs, tariffs, zones } from "../schema.ts";
import { boxed } from "./boxes.ts";
import { RECEIVER_NAME } from "./receiver.ts";
import { PRICING } from "./tariffs.ts";

const columns = {
  id: runs.id,
  code: runs.code,
  hubId: runs.hubId,
  hubName: hubs.name,
  zoneId: runs.zoneId,
  zoneName: zones.name,
  vessel: runs.vessel,
  opensAt: runs.opensAt,
  cutOffAt: runs.cutOffAt,
  departsAt: runs.departsAt,
  state: runs.state,
  maxGrams: runs.maxGrams,
  maxParcels: runs.maxParcels,
};

/** The runs that this person has to do with: all of them for the operator, a keeper's own hubs' otherwise. */
export async function listRuns(actor: Actor, { states, limit = 100 }: { states: readonly RunState[]; limit?: number }) {
  permit(actor, "see-runs", { hubId: actor.hubIds[0] });
  const rows = await db()
    .select(columns)
    .from(runs)
    .innerJoin(hubs, eq(hubs.id, runs.hubId))
    .innerJoin(zones, eq(zones.id, runs.zoneId))
    .where(and(inArray(runs.state, [...states]), actor.isOperator ? undefined : inArray(runs.hubId, [...actor.hubIds])))
    .orderBy(desc(runs.departsAt), asc(runs.code))
    .limit(limit);
  const loads = await listLoads(rows.map((row) => row.id));
  return rows.map((row) => ({ ...row, ...(loads.get(row.id) ?? { consignments: 0, grams: 0 }) }));
}

async function listLoads(runIds: string[]) {
  if (runIds.length === 0) return new Map<string, { consignments: number; grams: number }>();
  const rows = await db()
    .select({
      runId: consignments.runId,
      consignments: count().mapWith(Number),
      grams: sum(consignments.grams).mapWith(Number),
    })
    .from(consignments)
    .where(and(inArray(consignments.runId, runIds), notInArray(consignments.state, ["cancelled", "refunded"])))
    .groupBy(consignments.runId);
  return new Map(rows.map(({ runId, ...load }) => [runId ?? "", load]));
}

/** One run with its tariff; undefined when there is none of that code. Refused to whoever does not keep its hub. */
export async function findRun(actor: Actor, code: string) {
  const [row] = await db()
    .select({
      ...columns,
      service: tariffs.service,
      tariff: PRICING,
      doorFee: runs.doorFee,
      carrierBill: runs.carrierBill,
      shareRule: runs.shareRule,
      billPhotoId: runs.billPhotoId,
      departedAt: runs.departedAt,
      arrivedAt: runs.arrivedAt,
      settledAt: runs.settledAt,
    })
    .from(runs)
    .innerJoin(hubs, eq(hubs.id, runs.hubId))
    .innerJoin(zones, eq(zones.id, runs.zoneId))
    .innerJoin(tariffs, eq(tariffs.id, runs.tariffId))
    .where(eq(runs.code, code));
  permit(actor, "see-runs", { hubId: row?.hubId ?? actor.hubIds[0] });
  return row && withBoxes(row);
}

/** With the boxes that its goods are packed in: those in use, or in use when it left. */
async function withBoxes<T extends { tariff: Parameters<typeof boxed>[0]; departedAt: Date | null }>(run: T) {
  return { ...run, tariff: await boxed(run.tariff, run.departedAt) };
}

/** What the use cases decide by. */
export async function findRunFacts(runId: string) {
  const [row] = await db()
    .select({
      id: runs.id,
      code: runs.code,
      hubId: runs.hubId,
      zoneId: runs.zoneId,
      state: runs.state,
      carrierBill: runs.carrierBill,
      shareRule: runs.shareRule,
      ...{ maxGrams: runs.maxGrams, maxParcels: runs.maxParcels },
      tariffId: runs.tariffId,
      departedAt: runs.departedAt,
      tariff: PRICING,
    })
    .from(runs)
    .innerJoin(tariffs, eq(tariffs.id, runs.tariffId))
    .where(eq(runs.id, runId));
  return row && withBoxes(row);
}

/** For the job: the planned runs whose day has come. */
export function listRunsToOpen(now: Date) {
  return db()
    .select({ id: runs.id, code: runs.code, hubId: runs.hubId, zoneId: runs.zoneId, tariffId: runs.tariffId })
    .from(runs)
    .where(and(eq(runs.state, "planned"), lte(runs.opensAt, now)))
    .orderBy(asc(runs.opensAt), asc(runs.id));
}

/** All that a run carries or waits for, group by group. */
export async function listRunConsignments(actor: Actor, run: { id: string; hubId: string }) {
  permit(actor, "see-runs", { hubId: run.hubId });
  return db()
    .select({
      id: consignments.id,
      orderNumber: orders.number,
      buyerName: RECEIVER_NAME,
      groupId: consignments.groupId,
      groupName: groups.name,
      delivery: orders.delivery,
      pickUpPoint: pickUpPoints.name,
      state: consignments.state,
      grams: consignments.grams,
      packedGrams: consignments.packedGrams,
      volumetricGrams: consignments.volumetricGrams,
      quote: consignments.quote,
      parcel: consignments.parcel,
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .leftJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId))
    .where(and(eq(consignments.runId, run.id), notInArray(consignments.state, ["cancelled", "refunded"])))
    .orderBy(asc(groups.name), asc(orders.number));
}
