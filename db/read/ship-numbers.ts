import { and, asc, eq, exists, gte, inArray, isNotNull } from "drizzle-orm";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { TRAVELLED_STATES } from "#app/domain/consignment.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { actualWeight } from "#app/domain/run.ts";
import type { SettledConsignment } from "#app/domain/ship-numbers.ts";
import { db } from "../client.server.ts";
import { consignments, groups, orders, runs, tariffs } from "../schema.ts";

type Wanted = {
  /** One group's own part; null for the whole network, which the operator sees. */
  groupId: string | null;
  since: Date;
};

function permitted(actor: Actor, groupId: string | null): void {
  if (groupId === null) permit(actor, "see-operations");
  else permit(actor, "see-books", { groupId });
}

/** What the runs that were settled since then charged, consignment by consignment; only the own ones for a group. */
export async function listSettledConsignments(actor: Actor, { groupId, since }: Wanted): Promise<SettledConsignment[]> {
  permitted(actor, groupId);
  const rows = await db()
    .select({
      settledAt: runs.settledAt,
      runCode: runs.code,
      orderNumber: orders.number,
      buyerKey: orders.buyerPhone,
      buyerName: orders.buyerName,
      groupName: groups.name,
      grams: consignments.grams,
      volumetricGrams: consignments.volumetricGrams,
      packedGrams: consignments.packedGrams,
      alone: consignments.alone,
      share: consignments.share,
    })
    .from(consignments)
    .innerJoin(runs, eq(runs.id, consignments.runId))
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .where(
      and(
        isNotNull(consignments.share),
        gte(runs.settledAt, since),
        groupId === null ? undefined : eq(consignments.groupId, groupId),
      ),
    )
    .orderBy(asc(runs.settledAt), asc(runs.code), asc(orders.number), asc(groups.name));
  return rows.map(({ settledAt, packedGrams, volumetricGrams, share, ...row }) => ({
    ...row,
    month: dayInWib(settledAt?.getTime() ?? 0).slice(0, 7),
    grams: actualWeight({ grams: row.grams, volumetricGrams, packedGrams }).grams,
    share: share ?? row.alone,
  }));
}

/** The weights in each of these runs, without a word of whose they are: a group may know how full the boats were that it used. */
export async function listRunLoads(actor: Actor, { groupId, since }: Wanted) {
  permitted(actor, groupId);
  const own = db()
    .select({ id: consignments.id })
    .from(consignments)
    .where(and(eq(consignments.runId, runs.id), eq(consignments.groupId, groupId ?? "")));
  const settled = await db()
    .select({ id: runs.id, settledAt: runs.settledAt, tariff: tariffs })
    .from(runs)
    .innerJoin(tariffs, eq(tariffs.id, runs.tariffId))
    .where(and(gte(runs.settledAt, since), groupId === null ? undefined : exists(own)))
    .orderBy(asc(runs.settledAt), asc(runs.id));
  const loads = await listLoads(settled.map((run) => run.id));
  return settled.map(({ id, settledAt, tariff }) => ({
    tariff,
    month: dayInWib(settledAt?.getTime() ?? 0).slice(0, 7),
    loads: loads.filter((load) => load.runId === id),
  }));
}

async function listLoads(runIds: string[]) {
  if (runIds.length === 0) return [];
  const rows = await db()
    .select({
      id: consignments.id,
      runId: consignments.runId,
      grams: consignments.grams,
      volumetricGrams: consignments.volumetricGrams,
      packedGrams: consignments.packedGrams,
    })
    .from(consignments)
    .where(and(inArray(consignments.runId, runIds), inArray(consignments.state, [...TRAVELLED_STATES])));
  return rows.map(({ packedGrams, ...row }) => ({ ...row, ...actualWeight({ ...row, packedGrams }) }));
}
