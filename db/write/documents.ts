import { and, eq, max } from "drizzle-orm";
import { documents } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/**
 * Writes a document under the next number of its group, kind and year. Nothing is ever deleted and a refused one writes nothing, so there
 * are no gaps.
 * @returns the number
 */
export async function insertDocument(tx: Tx, document: Omit<typeof documents.$inferInsert, "number">): Promise<number> {
  const { groupId, kind, year } = document;
  const [last] = await tx
    .select({ number: max(documents.number) })
    .from(documents)
    .where(and(eq(documents.groupId, groupId), eq(documents.kind, kind), eq(documents.year, year)));
  const number = (last?.number ?? 0) + 1;
  // On PostgreSQL whoever comes second at the same moment is told to begin anew, instead of failing on what the first one wrote.
  const made = await tx
    .insert(documents)
    .values({ ...document, number })
    .onConflictDoNothing()
    .returning({ number: documents.number });
  if (made.length !== 1) throw new Error(`there is a document for ${document.cause} already`);
  return number;
}
