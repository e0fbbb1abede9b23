import { and, eq, ne } from "drizzle-orm";
import type { Counted, PeriodState } from "#app/domain/period.ts";
import { periodSeals, periods } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type Which = { groupId: string; month: string };

/** Keeps what was counted, in place of any earlier count; a month that was proposed is in review again. False when it is closed. */
export async function keepCount(
  tx: Tx,
  { groupId, month, counted, by, now }: Which & { counted: Counted; by: string; now: Date },
): Promise<boolean> {
  const count = {
    ...{ state: "in-review" as const, cashBox: counted["cash-box"], bank: counted.bank, stripe: counted.stripe },
    ...{ codInTransit: counted["cod-in-transit"], countedBy: by, countedAt: now, proposedBy: null, proposedAt: null },
  };
  const kept = await tx
    .insert(periods)
    .values({ groupId, month, ...count })
    .onConflictDoUpdate({ target: [periods.groupId, periods.month], set: count, setWhere: ne(periods.state, "closed") })
    .returning({ month: periods.month });
  return kept.length === 1;
}

type Move = Which & { from: PeriodState; to: PeriodState; proposed?: { by: string; at: Date } | null };

const NOT_SENT_BACK = { sentBackWhy: "", sentBackBy: null, sentBackAt: null };

/** The second person sends a proposed month back with a reason; false when it is not proposed (any more). */
export async function sendBack(
  tx: Tx,
  { groupId, month, why, by, now }: Which & { why: string; by: string; now: Date },
): Promise<boolean> {
  const back = { sentBackWhy: why, sentBackBy: by, sentBackAt: now };
  const moved = await tx
    .update(periods)
    .set({ ...back, state: "in-review", proposedBy: null, proposedAt: null })
    .where(and(eq(periods.groupId, groupId), eq(periods.month, month), eq(periods.state, "proposed")))
    .returning({ month: periods.month });
  return moved.length === 1;
}

/** Takes a month from one state to the next; false when it is not where the step begins (any more). */
export async function movePeriod(tx: Tx, { groupId, month, from, to, proposed }: Move): Promise<boolean> {
  const moved = await tx
    .update(periods)
    .set({
      state: to,
      ...(proposed !== undefined && { proposedBy: proposed?.by ?? null, proposedAt: proposed?.at ?? null }),
      // Proposed anew, it is not what was sent back any more.
      ...(proposed && NOT_SENT_BACK),
    })
    .where(and(eq(periods.groupId, groupId), eq(periods.month, month), eq(periods.state, from)))
    .returning({ month: periods.month });
  return moved.length === 1;
}

/** Something of the month changed: what was proposed is in review again. */
export async function reviewAgain(tx: Tx, which: Which): Promise<void> {
  await movePeriod(tx, { ...which, from: "proposed", to: "in-review", proposed: null });
}

export async function insertSeal(tx: Tx, seal: typeof periodSeals.$inferInsert): Promise<void> {
  await tx.insert(periodSeals).values(seal);
}
