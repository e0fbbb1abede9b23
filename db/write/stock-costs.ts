import { eq, max } from "drizzle-orm";
import { stockCosts } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Writes what goods cost under the group's next number. */
export async function insertStockCost(tx: Tx, cost: Omit<typeof stockCosts.$inferInsert, "number">): Promise<void> {
  const [last] = await tx
    .select({ number: max(stockCosts.number) })
    .from(stockCosts)
    .where(eq(stockCosts.groupId, cost.groupId));
  // On PostgreSQL whoever comes second at the same moment is told to begin anew, instead of failing on what the first one wrote.
  const made = await tx
    .insert(stockCosts)
    .values({ ...cost, number: (last?.number ?? 0) + 1 })
    .onConflictDoNothing()
    .returning({ id: stockCosts.id });
  if (made.length !== 1) throw new Error(`there is a cost for ${cost.formKey} already`);
}
