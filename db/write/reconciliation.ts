import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Comparison, Difference, DifferenceKind } from "#app/domain/reconciliation.ts";
import { comparisons, differences } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type By = { now: Date; newId: () => string };

export async function keepComparison(tx: Tx, by: By, { kind, looked }: Comparison): Promise<void> {
  await tx.insert(comparisons).values({ id: by.newId(), kind, at: by.now, looked });
}

/** Found once and kept; found again with other amounts it waits again, even if it was settled. */
export async function keepDifference(tx: Tx, by: By, { kind, ref, theirs, ours }: Difference): Promise<void> {
  await tx
    .insert(differences)
    .values({ id: by.newId(), kind, ref, theirs, ours, foundAt: by.now })
    .onConflictDoUpdate({
      target: [differences.kind, differences.ref],
      set: { theirs, ours, foundAt: by.now, settledAt: null, settledBy: null, note: "" },
      setWhere: sql`${differences.theirs} <> ${theirs} or ${differences.ours} <> ${ours}`,
    });
}

/** Both say the same by now: nobody need see to it. */
export async function dropDifferences(tx: Tx, { refs, now }: { refs: readonly string[]; now: Date }): Promise<void> {
  if (refs.length === 0) return;
  await tx
    .update(differences)
    .set({ settledAt: now })
    .where(and(inArray(differences.ref, [...refs]), isNull(differences.settledAt)));
}

type Settled = { differenceId: string; kind?: DifferenceKind; settledBy: string | null; note: string; now: Date };

/** A person has seen to it. @returns what it was; undefined when it waits for nobody any more */
export async function keepDifferenceSettled(tx: Tx, { differenceId, kind, settledBy, note, now }: Settled) {
  const [row] = await tx
    .update(differences)
    .set({ settledAt: now, settledBy, note })
    .where(
      and(
        eq(differences.id, differenceId),
        isNull(differences.settledAt),
        kind ? eq(differences.kind, kind) : undefined,
      ),
    )
    .returning();
  return row;
}
