import { and, eq, gt, isNull } from "drizzle-orm";
import { RESET_CODE_HOURS } from "#app/domain/reset-code.ts";
import { resetCodes } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Codes that were not used yet can no longer be. */
export async function cancelResetCodes(tx: Tx, { personId, now }: { personId: string; now: Date }): Promise<void> {
  await tx
    .update(resetCodes)
    .set({ expiresAt: now })
    .where(and(eq(resetCodes.personId, personId), isNull(resetCodes.usedAt), gt(resetCodes.expiresAt, now)));
}

/** A new code for somebody; their older unused ones can no longer be used. */
export async function renewResetCode(
  tx: Tx,
  { now, ...code }: Pick<typeof resetCodes.$inferInsert, "id" | "personId" | "codeHash" | "issuedBy"> & { now: Date },
): Promise<void> {
  await cancelResetCodes(tx, { personId: code.personId, now });
  await tx.insert(resetCodes).values({
    ...code,
    createdAt: now,
    expiresAt: new Date(now.getTime() + RESET_CODE_HOURS * 3_600_000),
  });
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
