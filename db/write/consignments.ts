import { and, eq, inArray, isNotNull, notInArray, type SQL } from "drizzle-orm";
import type { Delivery } from "#app/domain/checkout.ts";
import { stateAfter, statesBefore } from "#app/domain/consignment.ts";
import type { ConsignmentStep } from "#app/domain/life-move.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { consignments, orders } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type Step = {
  consignmentId: string;
  delivery: Delivery;
  step: ConsignmentStep;
  now: Date;
  /** With "pack": what the scale and the ruler say. */
  scale?: { packedGrams: number; packedSideMm?: number | null };
};

const TIME_OF = { pack: "packedAt", "hand-over": "handedOverAt", deliver: "deliveredAt" } as const;

/** Takes one step of the table in domain/order-life.ts; false when the consignment is not where the step begins (any more). */
export async function stepConsignment(tx: Tx, { consignmentId, delivery, step, now, scale }: Step): Promise<boolean> {
  const before = statesBefore(step, delivery);
  const from = before[0];
  const to = from && stateAfter(from, step, delivery);
  if (!to) return false;
  const changed = await tx
    .update(consignments)
    .set({
      state: to,
      ...scale,
      ...(step in TIME_OF && { [TIME_OF[step as keyof typeof TIME_OF]]: now }),
    })
    .where(and(eq(consignments.id, consignmentId), inArray(consignments.state, before)))
    .returning({ id: consignments.id });
  return changed.length === 1;
}

type RunStepping = {
  runId: string;
  step: "depart" | "arrive";
  /** What stays where it is. */
  except?: string[];
};

/** All of a run that is ready for it leaves or arrives; returns whose. */
export async function stepRunConsignments(tx: Tx, { runId, step, except = [] }: RunStepping): Promise<string[]> {
  const which = except.length > 0 ? notInArray(consignments.id, except) : undefined;
  return stepTogether(tx, step, and(eq(consignments.runId, runId), which));
}

/** As {@link stepRunConsignments}, for some that are named. */
export async function stepConsignments(
  tx: Tx,
  { ids, step }: { ids: string[]; step: "depart" | "arrive" },
): Promise<string[]> {
  return ids.length === 0 ? [] : stepTogether(tx, step, inArray(consignments.id, ids));
}

async function stepTogether(tx: Tx, step: "depart" | "arrive", which: SQL | undefined): Promise<string[]> {
  // To a pick-up point or to a door: these two steps are the same for both.
  const before = statesBefore(step, "run-pickup");
  const from = before[0];
  const to = from && stateAfter(from, step, "run-pickup");
  if (!to) return [];
  const changed = await tx
    .update(consignments)
    .set({ state: to })
    .where(and(which, inArray(consignments.state, before)))
    .returning({ id: consignments.id });
  return changed.map((row) => row.id);
}

/**
 * Takes a consignment off one run and puts it on another, with the quote that was promised; false when it is not there any more or has
 * travelled. When it was the last of its order on the old run, the order follows it.
 */
export async function moveConsignmentToRun(
  tx: Tx,
  move: {
    consignmentId: string;
    orderId: string;
    fromRunId: string;
    toRunId: string;
    volumetricGrams: number;
    movable: ("waiting" | "to-pack" | "packed" | "handed-over")[];
    now: Date;
  },
): Promise<boolean> {
  const changed = await tx
    .update(consignments)
    .set({ runId: move.toRunId, quotedAt: move.now, volumetricGrams: move.volumetricGrams, parcel: null })
    .where(
      and(
        eq(consignments.id, move.consignmentId),
        eq(consignments.runId, move.fromRunId),
        inArray(consignments.state, move.movable),
      ),
    )
    .returning({ id: consignments.id });
  if (changed.length === 0) return false;
  const [order] = await tx.select({ runId: orders.runId }).from(orders).where(eq(orders.id, move.orderId));
  const left = order?.runId
    ? await tx
        .select({ id: consignments.id })
        .from(consignments)
        .where(and(eq(consignments.orderId, move.orderId), eq(consignments.runId, order.runId)))
        .limit(1)
    : [];
  if (left.length === 0)
    await tx
      .update(orders)
      .set({ runId: move.toRunId })
      .where(and(eq(orders.id, move.orderId), isNotNull(orders.runId)));
  return true;
}

/** What each was finally charged. */
export async function saveConsignmentShares(tx: Tx, shares: readonly { id: string; share: Rupiah }[]): Promise<void> {
  for (const { id, share } of shares) await tx.update(consignments).set({ share }).where(eq(consignments.id, id));
}

/** Which parcel of the run each lies in; null where that is left to the plan. */
export async function saveParcels(
  tx: Tx,
  { runId, numbers }: { runId: string; numbers: ReadonlyMap<string, number | null> },
): Promise<void> {
  for (const [id, parcel] of numbers)
    await tx
      .update(consignments)
      .set({ parcel })
      .where(and(eq(consignments.id, id), eq(consignments.runId, runId)));
}
