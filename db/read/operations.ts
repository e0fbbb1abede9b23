import { asc, eq, inArray } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { LOADING_STATES } from "#app/domain/run.ts";
import { db } from "../client.server.ts";
import { hubs, networks, runs, tariffs, zones } from "../schema.ts";

/** The runs on their way, and whether the network has all that it needs. */
export async function readOperations(actor: Actor) {
  permit(actor, "see-operations");
  const isOpen = inArray(runs.state, ["open", ...LOADING_STATES]);
  const [openRuns, hubCount, tariffCount, networkCount] = await Promise.all([
    db()
      .select({
        code: runs.code,
        hubName: hubs.name,
        zoneName: zones.name,
        state: runs.state,
        cutOffAt: runs.cutOffAt,
        departsAt: runs.departsAt,
      })
      .from(runs)
      .innerJoin(hubs, eq(hubs.id, runs.hubId))
      .innerJoin(zones, eq(zones.id, runs.zoneId))
      .where(isOpen)
      .orderBy(asc(runs.cutOffAt)),
    db().$count(hubs),
    db().$count(tariffs),
    db().$count(networks),
  ]);
  return {
    runs: openRuns,
    isSetUp: { network: networkCount > 0, hubs: hubCount > 0, tariffs: tariffCount > 0 },
  };
}
