import { and, eq, inArray } from "drizzle-orm";
import type { ComplaintEvent } from "#app/domain/life-move.ts";
import { complaintAfter, complaintStatesBefore } from "#app/domain/order-life.ts";
import { complaints } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type Row = typeof complaints.$inferInsert;

/** False when another complaint about the same goods is open. */
export async function insertComplaint(tx: Tx, row: Omit<Row, "state">): Promise<boolean> {
  const written = await tx
    .insert(complaints)
    .values({ ...row, state: "open" })
    .onConflictDoNothing()
    .returning({ id: complaints.id });
  return written.length === 1;
}

type Step = { complaintId: string; event: Exclude<ComplaintEvent, "report">; set: Partial<Row> };

/** Takes a step of the table in domain/order-life.ts; false when the complaint is not where the step begins (any more). */
export async function moveComplaint(tx: Tx, { complaintId, event, set }: Step): Promise<boolean> {
  const before = complaintStatesBefore(event);
  const [from] = before;
  const state = from && complaintAfter(from, event);
  if (!state) return false;
  const changed = await tx
    .update(complaints)
    .set({ ...set, state })
    .where(and(eq(complaints.id, complaintId), inArray(complaints.state, before)))
    .returning({ id: complaints.id });
  return changed.length === 1;
}
