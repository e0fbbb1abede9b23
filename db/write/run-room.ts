import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { CHANGEABLE_STATES } from "#app/domain/run.ts";
import type { RunLimit } from "#app/domain/run-room.ts";
import { runPoints, runs } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Whoever changes a run's room takes a turn at its row; false when it takes no orders any more. */
export async function touchChangeableRun(tx: Tx, runId: string): Promise<boolean> {
  const changed = await tx
    .update(runs)
    .set({ version: sql`${runs.version} + 1` })
    .where(and(eq(runs.id, runId), inArray(runs.state, [...CHANGEABLE_STATES])))
    .returning({ id: runs.id });
  return changed.length === 1;
}

type Room = { runId: string; limit: RunLimit; pickUpPointIds: readonly string[] };

/** What it takes at most from now on, and the pick-up points that it passes by. */
export async function setRunRoom(tx: Tx, { runId, limit, pickUpPointIds }: Room): Promise<void> {
  await tx.update(runs).set(limit).where(eq(runs.id, runId));
  const off = notInArray(runPoints.pickUpPointId, [...pickUpPointIds]);
  await tx.delete(runPoints).where(and(eq(runPoints.runId, runId), off));
  const rows = pickUpPointIds.map((pickUpPointId) => ({ runId, pickUpPointId }));
  if (rows.length > 0) await tx.insert(runPoints).values(rows).onConflictDoNothing();
}
