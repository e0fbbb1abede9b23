import { and, asc, eq, inArray } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { groups, hubs, networks, payments, runs, tariffs, zones } from "../schema.ts";

/** What waits for the operator, as figures and short lists. */
export async function readOperations(actor: Actor) {
  permit(actor, "see-operations");
  const isOpen = inArray(runs.state, ["open", "locked", "departed", "arrived"]);
  const [waitingGroups, claimedPayments, oddPayments, openRuns, hubCount, tariffCount, networkCount] =
    await Promise.all([
      db().$count(groups, eq(groups.state, "waiting")),
      db().$count(payments, and(eq(payments.state, "claimed"), eq(payments.provider, "manual"))),
      db().$count(payments, eq(payments.state, "needs-attention")),
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
    waitingGroups,
    claimedPayments,
    oddPayments,
    runs: openRuns,
    isSetUp: { network: networkCount > 0, hubs: hubCount > 0, tariffs: tariffCount > 0 },
  };
}
