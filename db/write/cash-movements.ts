import { and, eq, max } from "drizzle-orm";
import { cashMovements } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/**
 * Writes a voucher under the next number of its group and year. Nothing is ever deleted and a refused one writes nothing, so there are no gaps.
 * @returns the number
 */
export async function insertCashMovement(
  tx: Tx,
  movement: Omit<typeof cashMovements.$inferInsert, "number">,
): Promise<number> {
  const { groupId, year } = movement;
  const [last] = await tx
    .select({ number: max(cashMovements.number) })
    .from(cashMovements)
    .where(and(eq(cashMovements.groupId, groupId), eq(cashMovements.year, year)));
  const number = (last?.number ?? 0) + 1;
  // On PostgreSQL whoever comes second at the same moment is told to begin anew, instead of failing on what the first one wrote.
  const made = await tx
    .insert(cashMovements)
    .values({ ...movement, number })
    .onConflictDoNothing()
    .returning({ number: cashMovements.number });
  if (made.length !== 1) throw new Error(`there is a voucher for ${movement.formKey} already`);
  return number;
}
