import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Pledged } from "#app/domain/sale-cycle.ts";
import { cyclePledges, orderLines, saleCycles } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { takeOverTurns } from "./standing-orders.ts";

type Row = typeof saleCycles.$inferInsert;

/** False when its variant has a cycle that runs already. */
export async function insertCycle(tx: Tx, cycle: Row): Promise<boolean> {
  const added = await tx.insert(saleCycles).values(cycle).onConflictDoNothing().returning({ id: saleCycles.id });
  return added.length === 1;
}

const TURN = { version: sql`${saleCycles.version} + 1` };

/** Whoever orders ahead takes a turn at each cycle: false when one is not open (any more). */
export async function joinCycles(
  tx: Tx,
  { lines, now }: { lines: readonly { cycleId: string | null }[]; now: Date },
): Promise<boolean> {
  const ids = [...new Set(lines.flatMap((line) => line.cycleId ?? []))].toSorted();
  for (const id of ids) {
    const joined = await tx
      .update(saleCycles)
      .set(TURN)
      .where(
        and(
          eq(saleCycles.id, id),
          eq(saleCycles.state, "planned"),
          lte(saleCycles.opensAt, now),
          gt(saleCycles.closesAt, now),
        ),
      )
      .returning({ id: saleCycles.id });
    if (joined.length !== 1) return false;
  }
  return true;
}

/** A turn for a pledge: false once the cycle has opened or ended. */
export async function turnBeforeOpening(tx: Tx, { cycleId, now }: { cycleId: string; now: Date }): Promise<boolean> {
  const turned = await tx
    .update(saleCycles)
    .set(TURN)
    .where(and(eq(saleCycles.id, cycleId), eq(saleCycles.state, "planned"), gt(saleCycles.opensAt, now)))
    .returning({ id: saleCycles.id });
  return turned.length === 1;
}

type Pledge = Pledged & { cycleId: string; memberId: string; recordedBy: string; recordedAt: Date };

/** What a member expects to bring, in place of what was said before. */
export async function savePledge(tx: Tx, pledge: Pledge): Promise<void> {
  const { cycleId: _cycle, memberId: _member, ...said } = pledge;
  await tx
    .insert(cyclePledges)
    .values(pledge)
    .onConflictDoUpdate({ target: [cyclePledges.cycleId, cyclePledges.memberId], set: said });
}

type Ending = { cycleId: string; now: Date; set: Pick<Row, "state"> & Partial<Pick<Row, "cropMilli" | "rolledInto">> };

/** It runs → it is over; false when somebody was quicker. */
export async function endCycle(tx: Tx, { cycleId, now, set }: Ending): Promise<boolean> {
  const ended = await tx
    .update(saleCycles)
    .set({ ...TURN, ...set, endedAt: now })
    .where(and(eq(saleCycles.id, cycleId), eq(saleCycles.state, "planned")))
    .returning({ id: saleCycles.id });
  return ended.length === 1;
}

/** A later cycle takes over the pledges and the orders of one that ended. */
export async function takeOverCycle(tx: Tx, { fromId, toId }: { fromId: string; toId: string }): Promise<void> {
  const pledges = await tx.select().from(cyclePledges).where(eq(cyclePledges.cycleId, fromId));
  if (pledges.length > 0) await tx.insert(cyclePledges).values(pledges.map((pledge) => ({ ...pledge, cycleId: toId })));
  await tx.update(orderLines).set({ cycleId: toId }).where(eq(orderLines.cycleId, fromId));
  await takeOverTurns(tx, { fromId, toId });
}
