import { eq, max } from "drizzle-orm";
import type { Due } from "#app/domain/entrusted-money.ts";
import type { LineChange, NoteLine } from "#app/domain/entrustment.ts";
import type { Rupiah } from "#app/domain/money.ts";
import {
  entrustedChangeLines,
  entrustedChanges,
  entrustedLines,
  entrustedReceiptParts,
  entrustedReceipts,
  entrustments,
} from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** What of it was sold has the value that its member gets. */
type ValuedChange = LineChange & { soldValue: Rupiah };
type Note = Omit<typeof entrustments.$inferInsert, "number">;

/**
 * Writes a note under the group's next number. Nothing is ever deleted and a refused note writes nothing, so there are no gaps.
 * @returns the number
 */
export async function insertEntrustment(
  tx: Tx,
  { note, lines, newId }: { note: Note; lines: readonly NoteLine[]; newId: () => string },
): Promise<number> {
  const [last] = await tx
    .select({ number: max(entrustments.number) })
    .from(entrustments)
    .where(eq(entrustments.groupId, note.groupId));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(entrustments).values({ ...note, number });
  await tx.insert(entrustedLines).values(
    lines.map(({ id: variantId, ...line }, at) => ({
      ...{ id: newId(), entrustmentId: note.id, position: at + 1, variantId },
      ...line,
    })),
  );
  return number;
}

/** Writes what a count or a return changed; the caller has just read in this transaction what was there. One that undoes has no lines. */
export async function insertEntrustedChange(
  tx: Tx,
  { change, lines }: { change: typeof entrustedChanges.$inferInsert; lines: readonly ValuedChange[] },
): Promise<void> {
  await tx.insert(entrustedChanges).values(change);
  if (lines.length === 0) return;
  await tx.insert(entrustedChangeLines).values(lines.map((line) => ({ changeId: change.id, ...line })));
}

/** Writes down what a place handed over, and for whose goods. */
export async function insertEntrustedReceipt(
  tx: Tx,
  { receipt, members }: { receipt: typeof entrustedReceipts.$inferInsert; members: readonly Due[] },
): Promise<void> {
  await tx.insert(entrustedReceipts).values(receipt);
  if (members.length > 0)
    await tx.insert(entrustedReceiptParts).values(members.map((part) => ({ receiptId: receipt.id, ...part })));
}
