import { and, eq, isNull, lt } from "drizzle-orm";
import type { UncollectedOutcome } from "#app/domain/hub-work.ts";
import { uncollected } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type By = { actor: { personId: string | null }; now: Date };
type Reminding = { consignmentId: string; untilAt: Date; reminders: number };

/** Writes down how often a buyer was reminded; false when somebody else did meanwhile. */
export async function saveReminder(tx: Tx, { consignmentId, untilAt, reminders }: Reminding): Promise<boolean> {
  const saved = await tx
    .insert(uncollected)
    .values({ consignmentId, untilAt, reminders })
    .onConflictDoUpdate({
      target: uncollected.consignmentId,
      set: { reminders, untilAt },
      setWhere: lt(uncollected.reminders, reminders),
    })
    .returning({ id: uncollected.consignmentId });
  return saved.length === 1;
}

/** What becomes of goods that nobody fetched; false when that was decided before. */
export async function saveOutcome(
  tx: Tx,
  by: By,
  { consignmentId, outcome }: { consignmentId: string; outcome: UncollectedOutcome },
): Promise<boolean> {
  const saved = await tx
    .update(uncollected)
    .set({ outcome, decidedBy: by.actor.personId, decidedAt: by.now })
    .where(and(eq(uncollected.consignmentId, consignmentId), isNull(uncollected.outcome)))
    .returning({ id: uncollected.consignmentId });
  return saved.length === 1;
}
