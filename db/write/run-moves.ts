import { and, eq, gt, inArray, or, sql } from "drizzle-orm";
import { MOVABLE_STATES } from "#app/domain/consignment.ts";
import { joinInRun, loadIn } from "#app/domain/join-run.ts";
import type { KeepingRule } from "#app/domain/keeping-rule.ts";
import { CHANGES_FROM, type SailingAnswer, spoilingGoods } from "#app/domain/run-life.ts";
import { listRunsToJoin, type MovedPart, type RunOfChoice } from "../read/run-moves.ts";
import { runMoveParts, runMoves, runs } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { moveConsignmentToRun } from "./consignments.ts";
import { joinRun } from "./runs.ts";

type Days = { cutOffAt: Date; departsAt: Date };

/** A later day, where the run still has the one that was seen: of two who put it off at once, one does. */
export async function putOffRun(
  tx: Tx,
  { runId, was, ...days }: Days & { runId: string; was: { departsAt: Date } },
): Promise<boolean> {
  const changed = await tx
    .update(runs)
    .set({ ...days, version: sql`${runs.version} + 1` })
    .where(and(eq(runs.id, runId), eq(runs.departsAt, was.departsAt), inArray(runs.state, [...CHANGES_FROM.postponed])))
    .returning({ id: runs.id });
  return changed.length === 1;
}

/** A turn at the run's row: whoever joins it is in before that, and moves along, or is refused. */
export async function callOffRun(tx: Tx, runId: string): Promise<boolean> {
  const changed = await tx
    .update(runs)
    .set({ state: "cancelled", version: sql`${runs.version} + 1` })
    .where(and(eq(runs.id, runId), inArray(runs.state, [...CHANGES_FROM.cancelled])))
    .returning({ id: runs.id });
  return changed.length === 1;
}

/** Whoever leaves a run takes a turn at its row; false when it has left, or its cut-off is over. */
export async function leaveRun(tx: Tx, { runId, now }: { runId: string; now: Date }): Promise<boolean> {
  const changed = await tx
    .update(runs)
    .set({ version: sql`${runs.version} + 1` })
    .where(
      and(
        eq(runs.id, runId),
        or(eq(runs.state, "cancelled"), and(inArray(runs.state, [...CHANGES_FROM.cancelled]), gt(runs.cutOffAt, now))),
      ),
    )
    .returning({ id: runs.id });
  return changed.length === 1;
}

export type Rebooked = {
  part: MovedPart;
  /** Null: it waits for one. */
  run: RunOfChoice | null;
  /** The names of goods that may not keep until then. */
  spoiling: string;
};

type Rebooking = { parts: readonly MovedPart[]; hubId: string; zoneId: string; keeping: KeepingRule; now: Date };

/**
 * Each consignment of a run that was called off goes with the next open run of the same hub to the same zone that can take it, at the
 * price it was promised; what finds none stays where it is and waits.
 */
export async function rebook(tx: Tx, { parts, hubId, zoneId, keeping, now }: Rebooking): Promise<Rebooked[]> {
  if (parts.length === 0) return [];
  const open: RunOfChoice[] = [];
  for (const run of await listRunsToJoin({ zoneId, hubId, now }))
    if (await joinRun(tx, { runId: run.id, now })) open.push(run);
  const rebooked: Rebooked[] = [];
  for (const part of parts) {
    const run = await moveTo(tx, { part, open, keeping, now });
    rebooked.push({ part, run, spoiling: spoilingGoods({ ...part, sailing: run?.sailing ?? null }).join(", ") });
  }
  return rebooked;
}

type Moving = { part: MovedPart; open: readonly RunOfChoice[]; keeping: KeepingRule; now: Date };

async function moveTo(tx: Tx, { part, open, keeping, now }: Moving) {
  for (const run of open) {
    const fits = joinInRun(part, run, keeping);
    if (!fits.ok) continue;
    run.inside.push(loadIn(part, fits.volumetricGrams));
    const { id: consignmentId, orderId, runId: fromRunId } = part;
    const { volumetricGrams } = fits;
    const move = { consignmentId, orderId, fromRunId, toRunId: run.id, volumetricGrams, now };
    return (await moveConsignmentToRun(tx, { ...move, movable: [...MOVABLE_STATES] })) ? run : null;
  }
  return null;
}

type Part = { consignmentId: string; toRunId: string | null; spoiling: string };

/** What happened to a sailing, with all that it takes along. */
export async function insertRunMove(
  tx: Tx,
  { parts, ...move }: typeof runMoves.$inferInsert & { parts: readonly Part[] },
): Promise<void> {
  await tx.insert(runMoves).values(move);
  if (parts.length > 0) await tx.insert(runMoveParts).values(parts.map((part) => ({ ...part, moveId: move.id })));
}

/** A run was found for what waited: its buyer is asked anew. */
export async function saveRunFound(tx: Tx, { moveId, ...part }: Part & { moveId: string }): Promise<void> {
  await tx
    .update(runMoveParts)
    .set({ toRunId: part.toRunId, spoiling: part.spoiling, answer: "open", answeredAt: null })
    .where(and(eq(runMoveParts.moveId, moveId), eq(runMoveParts.consignmentId, part.consignmentId)));
}

type Answered = {
  parts: readonly { moveId: string; consignmentId: string }[];
  answer: Exclude<SailingAnswer, "open">;
  now: Date;
};

/** What a buyer says to the new day; only what has not left the order can still be answered. False when one was answered meanwhile. */
export async function saveAnswers(tx: Tx, { parts, answer, now }: Answered): Promise<boolean> {
  for (const { moveId, consignmentId } of parts) {
    const changed = await tx
      .update(runMoveParts)
      .set({ answer, answeredAt: now })
      .where(
        and(
          eq(runMoveParts.moveId, moveId),
          eq(runMoveParts.consignmentId, consignmentId),
          inArray(runMoveParts.answer, ["open", "stays"]),
        ),
      )
      .returning({ id: runMoveParts.consignmentId });
    if (changed.length === 0) return false;
  }
  return true;
}
