import { and, eq, gt, isNull } from "drizzle-orm";
import { resetCodes } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Codes that were not used yet can no longer be. */
export async function cancelResetCodes(tx: Tx, { personId, now }: { personId: string; now: Date }): Promise<void> {
  await tx
    .update(resetCodes)
    .set({ expiresAt: now })
    .where(and(eq(resetCodes.personId, personId), isNull(resetCodes.usedAt), gt(resetCodes.expiresAt, now)));
}

export async function insertResetCode(tx: Tx, code: typeof resetCodes.$inferInsert): Promise<void> {
  await tx.insert(resetCodes).values(code);
}

/** Uses a code up; false when it is wrong, old or used: of two who try at once only one hears true. */
export async function spendResetCode(
  tx: Tx,
  { personId, codeHash, now }: { personId: string; codeHash: string; now: Date },
): Promise<boolean> {
  const used = await tx
    .update(resetCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(resetCodes.personId, personId),
        eq(resetCodes.codeHash, codeHash),
        isNull(resetCodes.usedAt),
        gt(resetCodes.expiresAt, now),
      ),
    )
    .returning({ id: resetCodes.id });
  return used.length === 1;
}
