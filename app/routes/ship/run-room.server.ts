import { cheapestPacking } from "#app/domain/packing.ts";
import { isFull } from "#app/domain/run-room.ts";
import { listPointNames, listRunLoads } from "#db/read/run-loads.ts";
import type { findRun } from "#db/read/runs.ts";

/** What a run is promised to carry, beside what it takes at most, and the pick-up points that it serves. */
export async function runRoom(run: NonNullable<Awaited<ReturnType<typeof findRun>>>) {
  const { id, tariff, maxGrams, maxParcels } = run;
  const [loads, points] = await Promise.all([listRunLoads([id]), listPointNames(id)]);
  return {
    ...{ maxGrams, maxParcels, points },
    grams: loads.reduce((all, load) => all + load.grams, 0),
    parcels: cheapestPacking(tariff, loads).parcels.length,
    isFull: run.state === "open" && isFull({ limit: { maxGrams, maxParcels }, tariff, loads }),
  };
}
