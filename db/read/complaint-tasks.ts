import { and, count, eq, inArray, lte, min, or } from "drizzle-orm";
import type { OpenTask } from "#app/domain/open-task.ts";
import { db } from "../client.server.ts";
import { complaints, consignments } from "../schema.ts";
import type { OwnGroup } from "./own-groups.ts";

/** Complaints that wait for a group's answer, or for goods that it is to send again. The caller has looked who answers where. */
export async function listComplaintTasks(groups: OwnGroup[]): Promise<OpenTask[]> {
  if (groups.length === 0) return [];
  const ids = groups.map((group) => group.id);
  const rows = await db()
    .select({ groupId: consignments.groupId, count: count().mapWith(Number), dueAt: min(complaints.answerBy) })
    .from(complaints)
    .innerJoin(consignments, eq(consignments.id, complaints.consignmentId))
    .where(and(inArray(consignments.groupId, ids), inArray(complaints.state, ["open", "resending"])))
    .groupBy(consignments.groupId);
  return groups.flatMap(({ id, slug, name }): OpenTask[] => {
    const row = rows.find((each) => each.groupId === id);
    if (!row) return [];
    const task = { kind: "complaints-to-answer", role: "group", of: name, path: `/desk/${slug}/complaints` } as const;
    return [{ ...task, count: row.count, dueMs: row.dueAt?.getTime() ?? null, amount: null }];
  });
}

/** Complaints that the operator may decide: answered, or over their time. */
export function countComplaintsToDecide(now: Date): Promise<number> {
  const isOver = and(eq(complaints.state, "open"), lte(complaints.answerBy, now));
  return db().$count(complaints, or(eq(complaints.state, "answered"), isOver));
}
