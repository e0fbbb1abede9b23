import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { dayInWib } from "#app/domain/calendar-day.ts";
import type { OpenTask } from "#app/domain/open-task.ts";
import { db } from "../client.server.ts";
import { saleCycles } from "../schema.ts";
import type { OwnGroup } from "./own-groups.ts";

/** Cycles whose hand-over day has come: buyers wait for their part of the harvest, or for their money. */
export async function listCycleTasks(own: OwnGroup[], now: Date): Promise<OpenTask[]> {
  if (own.length === 0) return [];
  const ids = own.map((group) => group.id);
  const rows = await db()
    .select({ id: saleCycles.id, groupId: saleCycles.groupId, handOverDay: saleCycles.handOverDay })
    .from(saleCycles)
    .where(
      and(
        inArray(saleCycles.groupId, ids),
        eq(saleCycles.state, "planned"),
        lte(saleCycles.closesAt, now),
        lte(saleCycles.handOverDay, dayInWib(now.getTime())),
      ),
    )
    .orderBy(asc(saleCycles.handOverDay), asc(saleCycles.id));
  return own.flatMap(({ id, slug, name }) => {
    const [first, ...more] = rows.filter((row) => row.groupId === id);
    if (!first) return [];
    const path = more.length === 0 ? `/desk/${slug}/cycles/${first.id}` : `/desk/${slug}/cycles`;
    // Due by the end of that day.
    const dueMs = new Date(`${first.handOverDay}T23:59:59+07:00`).getTime();
    return [{ kind: "cycle-to-settle", role: "group", count: 1 + more.length, of: name, path, dueMs, amount: null }];
  });
}
