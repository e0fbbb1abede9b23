import { and, eq, ne } from "drizzle-orm";
import { bankStatements } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/**
 * Keeps a list in place of the person's last one; with a form key that the same person used already, the first one is the answer.
 * @returns its id, or null when the key is somebody else's
 */
export async function insertStatement(tx: Tx, sent: typeof bankStatements.$inferInsert): Promise<string | null> {
  const kept = await tx
    .insert(bankStatements)
    .values(sent)
    .onConflictDoNothing({ target: bankStatements.formKey })
    .returning({ id: bankStatements.id });
  if (kept.length === 0) {
    const own = and(eq(bankStatements.formKey, sent.formKey), eq(bankStatements.sentBy, sent.sentBy));
    const [first] = await tx.select({ id: bankStatements.id }).from(bankStatements).where(own);
    return first?.id ?? null;
  }
  await tx.delete(bankStatements).where(and(eq(bankStatements.sentBy, sent.sentBy), ne(bankStatements.id, sent.id)));
  return sent.id;
}
