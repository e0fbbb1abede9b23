import { and, eq, gt, inArray, lte, sql } from "drizzle-orm";
import type { Rupiah } from "#app/domain/money.ts";
import { LOADING_STATES, RUN_MOVES, type RunStep } from "#app/domain/run.ts";
import { networks, runPoints, runs } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** With the network's rule for dividing the bill, as it stands now. False when the same form made it before. */
export async function insertRun(tx: Tx, run: typeof runs.$inferInsert): Promise<boolean> {
  const [network] = await tx.select({ shareRule: networks.shareRule }).from(networks);
  const added = await tx
    .insert(runs)
    .values({ ...(network && { shareRule: network.shareRule }), ...run })
    .onConflictDoNothing({ target: runs.id })
    .returning({ id: runs.id });
  return added.length === 1;
}

/** The pick-up points that a new run serves. */
export async function insertRunPoints(
  tx: Tx,
  { runId, pickUpPointIds }: { runId: string; pickUpPointIds: readonly string[] },
): Promise<void> {
  const rows = pickUpPointIds.map((pickUpPointId) => ({ runId, pickUpPointId }));
  if (rows.length > 0) await tx.insert(runPoints).values(rows);
}

const TIME_OF = { depart: "departedAt", arrive: "arrivedAt", settle: "settledAt" } as const;

/** Takes one step of the table in domain/run.ts; false when the run is not where the step begins (any more). */
export async function stepRun(
  tx: Tx,
  { runId, step, now, carrierBill }: { runId: string; step: RunStep; now: Date; carrierBill?: Rupiah },
): Promise<boolean> {
  const { from, to } = RUN_MOVES[step];
  const changed = await tx
    .update(runs)
    .set({
      state: to,
      version: sql`${runs.version} + 1`,
      ...(step in TIME_OF && { [TIME_OF[step as keyof typeof TIME_OF]]: now }),
      ...(carrierBill !== undefined && { carrierBill }),
    })
    .where(and(eq(runs.id, runId), eq(runs.state, from)))
    .returning({ id: runs.id });
  return changed.length === 1;
}

/**
 * Whoever joins a run takes a turn at its row: true while it is open and before its cut-off. Two who join at once, or one who joins while
 * it is locked, then happen one after the other, so that each quote knows the ones before it.
 */
export async function joinRun(tx: Tx, { runId, now }: { runId: string; now: Date }): Promise<boolean> {
  const changed = await tx
    .update(runs)
    .set({ version: sql`${runs.version} + 1` })
    .where(and(eq(runs.id, runId), eq(runs.state, "open"), gt(runs.cutOffAt, now)))
    .returning({ id: runs.id });
  return changed.length === 1;
}

/** Whoever loads a locked or packed run takes a turn at its row; false when it is open still or has left. */
export async function touchLoadingRun(tx: Tx, runId: string): Promise<boolean> {
  const changed = await tx
    .update(runs)
    .set({ version: sql`${runs.version} + 1` })
    .where(and(eq(runs.id, runId), inArray(runs.state, [...LOADING_STATES])))
    .returning({ id: runs.id });
  return changed.length === 1;
}

/** The same for whoever changes what lies in its boxes: a packed run is no longer that. */
export async function takeApart(tx: Tx, runId: string): Promise<boolean> {
  const changed = await tx
    .update(runs)
    .set({ state: RUN_MOVES.unpack.to, version: sql`${runs.version} + 1` })
    .where(and(eq(runs.id, runId), inArray(runs.state, [...LOADING_STATES])))
    .returning({ id: runs.id });
  return changed.length === 1;
}

/** Locks every open run whose cut-off has come; returns which. */
export async function lockRunsDue(tx: Tx, now: Date): Promise<{ id: string; code: string }[]> {
  return tx
    .update(runs)
    .set({ state: RUN_MOVES.lock.to, version: sql`${runs.version} + 1` })
    .where(and(eq(runs.state, RUN_MOVES.lock.from), lte(runs.cutOffAt, now)))
    .returning({ id: runs.id, code: runs.code });
}

/** Which picture shows the carrier's bill; false before the run has arrived, when there is none. */
export async function nameBillPhoto(tx: Tx, { runId, photoId }: { runId: string; photoId: string }): Promise<boolean> {
  const changed = await tx
    .update(runs)
    .set({ billPhotoId: photoId, version: sql`${runs.version} + 1` })
    .where(and(eq(runs.id, runId), inArray(runs.state, ["arrived", "settled"])))
    .returning({ id: runs.id });
  return changed.length === 1;
}
