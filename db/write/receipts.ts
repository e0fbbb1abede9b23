import { and, eq, isNull } from "drizzle-orm";
import type { Delivery } from "#app/domain/checkout.ts";
import type { ConsignmentState } from "#app/domain/order-states.ts";
import type { RunState } from "#app/domain/run.ts";
import { consignments, hubReports, receipts } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { stepConsignment } from "./consignments.ts";
import { takeApart } from "./runs.ts";

type By = { actor: { personId: string | null }; now: Date };
type Receipt = {
  consignment: {
    id: string;
    state: ConsignmentState;
    runId: string | null;
    runState: RunState | null;
    delivery: Delivery;
    grams: number;
    packedGrams: number | null;
  };
  packages: number;
  grams: number | null;
  doneBy: string;
};

/**
 * Writes down what was counted and weighed of a consignment, and brings it to the hub: a group that carried its goods here without a word
 * has packed them by that. What was received before is corrected. False when it cannot be at the hub (any more).
 */
export async function saveReceipt(tx: Tx, by: By, { consignment, packages, grams, doneBy }: Receipt): Promise<boolean> {
  const { id, state, delivery } = consignment;
  const step = { consignmentId: id, delivery, now: by.now };
  const packedGrams = grams ?? consignment.packedGrams ?? consignment.grams;
  if (state === "to-pack" && !(await stepConsignment(tx, { ...step, step: "pack", scale: { packedGrams } })))
    return false;
  if (state !== "handed-over" && !(await stepConsignment(tx, { ...step, step: "hand-over", scale: { packedGrams } })))
    return false;
  // What comes late lies outside of every closed box.
  if (state !== "handed-over" && consignment.runId && consignment.runState === "packed")
    await takeApart(tx, consignment.runId);
  if (state === "handed-over" && grams !== null)
    await tx.update(consignments).set({ packedGrams: grams }).where(eq(consignments.id, id));
  const row = { packages, grams, doneBy, receivedBy: by.actor.personId, at: by.now };
  await tx
    .insert(receipts)
    .values({ consignmentId: id, ...row })
    .onConflictDoUpdate({ target: receipts.consignmentId, set: row });
  return true;
}

export async function insertHubReport(tx: Tx, report: typeof hubReports.$inferInsert): Promise<void> {
  await tx.insert(hubReports).values(report);
}

/** False when it was closed before. */
export async function closeReport(tx: Tx, by: By, reportId: string): Promise<boolean> {
  const closed = await tx
    .update(hubReports)
    .set({ closedAt: by.now, closedBy: by.actor.personId })
    .where(and(eq(hubReports.id, reportId), isNull(hubReports.closedAt)))
    .returning({ id: hubReports.id });
  return closed.length === 1;
}
