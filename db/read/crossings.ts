import { and, eq, notInArray } from "drizzle-orm";
import { type CrossingNote, crossingNotes } from "#app/domain/free-zone.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { consignments, groups, zoneAreas } from "../schema.ts";

/** Whose goods of a run leave the free trade zone on their way. */
export async function listCrossings(
  actor: Actor,
  run: { id: string; hubId: string; zoneId: string },
): Promise<CrossingNote[]> {
  permit(actor, "see-runs", { hubId: run.hubId });
  const [goods, areas] = await Promise.all([
    db()
      .selectDistinct({ groupName: groups.name, fromVillage: groups.villageCode })
      .from(consignments)
      .innerJoin(groups, eq(groups.id, consignments.groupId))
      .where(and(eq(consignments.runId, run.id), notInArray(consignments.state, ["cancelled", "refunded"]))),
    db().select({ regionCode: zoneAreas.regionCode }).from(zoneAreas).where(eq(zoneAreas.zoneId, run.zoneId)),
  ]);
  return crossingNotes(
    goods,
    areas.map((area) => area.regionCode),
  );
}
