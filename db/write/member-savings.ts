import { and, eq, max } from "drizzle-orm";
import { savingsMovements, savingsTerms } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/**
 * Writes a receipt under the next number of its group and year. Nothing is ever deleted and a refused one writes nothing, so there are no gaps.
 * @returns the number
 */
export async function insertSavingsMovement(
  tx: Tx,
  movement: Omit<typeof savingsMovements.$inferInsert, "number">,
): Promise<number> {
  const { groupId, year } = movement;
  const [last] = await tx
    .select({ number: max(savingsMovements.number) })
    .from(savingsMovements)
    .where(and(eq(savingsMovements.groupId, groupId), eq(savingsMovements.year, year)));
  const number = (last?.number ?? 0) + 1;
  // On PostgreSQL whoever comes second at the same moment is told to begin anew, instead of failing on what the first one wrote.
  const made = await tx
    .insert(savingsMovements)
    .values({ ...movement, number })
    .onConflictDoNothing()
    .returning({ number: savingsMovements.number });
  if (made.length !== 1) throw new Error(`there is a receipt for ${movement.formKey} already`);
  return number;
}

/** Adds the next version of what members pay in. */
export async function insertSavingsTerms(
  tx: Tx,
  terms: Omit<typeof savingsTerms.$inferInsert, "version">,
): Promise<number> {
  const [last] = await tx
    .select({ version: max(savingsTerms.version) })
    .from(savingsTerms)
    .where(eq(savingsTerms.groupId, terms.groupId));
  const version = (last?.version ?? 0) + 1;
  await tx.insert(savingsTerms).values({ ...terms, version });
  return version;
}
