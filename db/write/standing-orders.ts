import { and, eq, inArray, sql } from "drizzle-orm";
import type { StandingState, StuckReason, TurnOutcome } from "#app/domain/standing-order.ts";
import { standingOrders, standingTurns } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type Row = typeof standingOrders.$inferInsert;

const NEXT = { version: sql`${standingOrders.version} + 1` };

export async function insertStandingOrder(tx: Tx, row: Row): Promise<void> {
  await tx.insert(standingOrders).values(row);
}

type Setting = { id: string; from: readonly StandingState[]; set: Partial<Row> };

/** Changes a standing order that is in one of these states; false when it is not (any more). */
export async function setStandingOrder(tx: Tx, { id, from, set }: Setting): Promise<boolean> {
  const changed = await tx
    .update(standingOrders)
    .set({ ...NEXT, ...set })
    .where(and(eq(standingOrders.id, id), inArray(standingOrders.state, [...from])))
    .returning({ id: standingOrders.id });
  return changed.length === 1;
}

/** Takes a turn at an active standing order, so that nobody changes it meanwhile; undefined when it is not active (any more). */
export async function holdStandingOrder(tx: Tx, id: string) {
  const [row] = await tx
    .update(standingOrders)
    .set(NEXT)
    .where(and(eq(standingOrders.id, id), eq(standingOrders.state, "active")))
    .returning();
  return row;
}

export type HeldStanding = NonNullable<Awaited<ReturnType<typeof holdStandingOrder>>>;

type Turn = { standingOrderId: string; turn: string; outcome: TurnOutcome; at: Date };

/** Writes down a turn before anything is ordered for it; false when somebody else has it. */
export async function claimTurn(tx: Tx, turn: Turn): Promise<boolean> {
  const claimed = await tx
    .insert(standingTurns)
    .values(turn)
    .onConflictDoNothing()
    .returning({ turn: standingTurns.turn });
  return claimed.length === 1;
}

type Outcome = { outcome: TurnOutcome; orderId?: string; why?: StuckReason };

/** What a claimed turn came to. */
export async function settleTurn(
  tx: Tx,
  { standingOrderId, turn }: Pick<Turn, "standingOrderId" | "turn">,
  outcome: Outcome,
): Promise<void> {
  await tx
    .update(standingTurns)
    .set(outcome)
    .where(and(eq(standingTurns.standingOrderId, standingOrderId), eq(standingTurns.turn, turn)));
}

/** A later cycle takes over the orders of one that ended: who had a turn at the first has had one at the second. */
export async function takeOverTurns(tx: Tx, { fromId, toId }: { fromId: string; toId: string }): Promise<void> {
  await tx.update(standingTurns).set({ turn: toId }).where(eq(standingTurns.turn, fromId));
}

/** Ends and forgets a person's standing orders; the orders that they made stay. */
export async function deleteStandingOrders(tx: Tx, personId: string): Promise<void> {
  const own = await tx
    .select({ id: standingOrders.id })
    .from(standingOrders)
    .where(eq(standingOrders.personId, personId));
  const ids = own.map((row) => row.id);
  if (ids.length === 0) return;
  await tx.delete(standingTurns).where(inArray(standingTurns.standingOrderId, ids));
  await tx.delete(standingOrders).where(inArray(standingOrders.id, ids));
}
