import { and, asc, count, eq, gt, inArray, isNotNull, notInArray, sum } from "drizzle-orm";
import { type Rupiah, rupiah } from "#app/domain/money.ts";
import { isFull, type RunLimit } from "#app/domain/run-room.ts";
import { db } from "../client.server.ts";
import { consignments, hubs, runPoints, runs, tariffs, zones } from "../schema.ts";
import { boxedWith, listBoxes } from "./boxes.ts";
import { listRunLoads } from "./run-loads.ts";
import { PRICING } from "./tariffs.ts";

export type NextRun = {
  code: string;
  zoneId: string;
  zoneName: string;
  hubName: string;
  vessel: string;
  cutOffAt: Date;
  departsAt: Date;
  /** Consignments that are to travel with it, and what their buyers save together against sending each alone, at the least. */
  joined: number;
  saved: Rupiah;
  /** Not a gram more has room. */
  isFull: boolean;
};

/**
 * Runs that still take orders, the nearest cut-off first.
 * @param hubId only those that leave from this hub
 * @param zoneId only those that go there
 * @param pickUpPointId only those that serve it
 */
export async function listNextRuns({
  now,
  limit,
  hubId,
  zoneId,
  pickUpPointId,
}: {
  now: Date;
  limit: number;
  hubId?: string;
  zoneId?: string;
  pickUpPointId?: string;
}): Promise<NextRun[]> {
  const rows = await db()
    .select({
      id: runs.id,
      code: runs.code,
      zoneId: runs.zoneId,
      zoneName: zones.name,
      hubName: hubs.name,
      vessel: runs.vessel,
      cutOffAt: runs.cutOffAt,
      departsAt: runs.departsAt,
      ...{ maxGrams: runs.maxGrams, maxParcels: runs.maxParcels, tariff: PRICING },
    })
    .from(runs)
    .innerJoin(zones, eq(zones.id, runs.zoneId))
    .innerJoin(hubs, eq(hubs.id, runs.hubId))
    .innerJoin(tariffs, eq(tariffs.id, runs.tariffId))
    .where(
      and(
        eq(runs.state, "open"),
        gt(runs.cutOffAt, now),
        hubId ? eq(runs.hubId, hubId) : undefined,
        zoneId ? eq(runs.zoneId, zoneId) : undefined,
        pickUpPointId ? inArray(runs.id, runsServing(pickUpPointId)) : undefined,
      ),
    )
    .orderBy(asc(runs.cutOffAt), asc(runs.code))
    .limit(limit);
  const loads = await listLoads(rows.map((row) => row.id));
  const inside = await listRunLoads(rows.filter(isLimited).map((row) => row.id));
  const boxes = await listBoxes();
  return rows.map(({ id, tariff, maxGrams, maxParcels, ...run }) => ({
    ...run,
    ...(loads.get(id) ?? { joined: 0, saved: rupiah(0) }),
    isFull: isFull({
      ...{ limit: { maxGrams, maxParcels }, tariff: boxedWith(boxes, tariff) },
      loads: inside.filter((load) => load.runId === id),
    }),
  }));
}

function isLimited({ maxGrams, maxParcels }: RunLimit): boolean {
  return maxGrams !== null || maxParcels !== null;
}

function runsServing(pickUpPointId: string) {
  return db().select({ id: runPoints.runId }).from(runPoints).where(eq(runPoints.pickUpPointId, pickUpPointId));
}

async function listLoads(runIds: string[]): Promise<Map<string, Pick<NextRun, "joined" | "saved">>> {
  if (runIds.length === 0) return new Map();
  const rows = await db()
    .select({
      runId: consignments.runId,
      joined: count().mapWith(Number),
      alone: sum(consignments.alone).mapWith(Number),
      quote: sum(consignments.quote).mapWith(Number),
    })
    .from(consignments)
    .where(and(inArray(consignments.runId, runIds), notInArray(consignments.state, ["cancelled", "refunded"])))
    .groupBy(consignments.runId);
  return new Map(
    rows.map(({ runId, joined, alone, quote }) => [
      runId ?? "",
      { joined, saved: rupiah((alone ?? 0) - (quote ?? 0)) },
    ]),
  );
}

/** What buyers saved by sharing in the runs settled since then: the price alone less what they were charged in the end. */
export async function sumSavings(since: Date): Promise<{ consignments: number; saved: Rupiah }> {
  const [row] = await db()
    .select({
      consignments: count().mapWith(Number),
      alone: sum(consignments.alone).mapWith(Number),
      share: sum(consignments.share).mapWith(Number),
    })
    .from(consignments)
    .innerJoin(runs, eq(runs.id, consignments.runId))
    .where(and(eq(runs.state, "settled"), gt(runs.settledAt, since), isNotNull(consignments.share)));
  return { consignments: row?.consignments ?? 0, saved: rupiah((row?.alone ?? 0) - (row?.share ?? 0)) };
}
