import { and, eq, isNull, ne } from "drizzle-orm";
import { bulkImports, members } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type NewImport = typeof bulkImports.$inferInsert;

/**
 * Keeps a file; with a form key that was used already in this group (or the network), the first one is the answer. Files of the same person that were
 * never accepted make room for it.
 */
export async function insertImport(tx: Tx, sent: NewImport): Promise<string | null> {
  const ofGroup = sent.groupId ? eq(bulkImports.groupId, sent.groupId) : isNull(bulkImports.groupId);
  const kept = await tx
    .insert(bulkImports)
    .values(sent)
    .onConflictDoNothing({ target: bulkImports.formKey })
    .returning({ id: bulkImports.id });
  if (kept.length === 0) {
    const [first] = await tx
      .select({ id: bulkImports.id })
      .from(bulkImports)
      .where(and(eq(bulkImports.formKey, sent.formKey), ofGroup));
    return first?.id ?? null;
  }
  const own = and(eq(bulkImports.sentBy, sent.sentBy), ofGroup, ne(bulkImports.id, sent.id));
  await tx.delete(bulkImports).where(and(own, isNull(bulkImports.acceptedAt)));
  return sent.id;
}

/** False when it was accepted before. The rows have done their work and go. */
export async function markImportAccepted(tx: Tx, { importId, now }: { importId: string; now: Date }): Promise<boolean> {
  const marked = await tx
    .update(bulkImports)
    .set({ acceptedAt: now, rows: [] })
    .where(and(eq(bulkImports.id, importId), isNull(bulkImports.acceptedAt)))
    .returning({ id: bulkImports.id });
  return marked.length === 1;
}

export async function updateMember(
  tx: Tx,
  { memberId, name, phone }: { memberId: string; name: string; phone: string | null },
): Promise<void> {
  await tx.update(members).set({ name, phone }).where(eq(members.id, memberId));
}
