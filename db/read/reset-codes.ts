import { and, eq, gt, isNull } from "drizzle-orm";
import { db } from "../client.server.ts";
import { resetCodes } from "../schema.ts";

/** Whether this code could be used now; using it is db/write's. */
export async function findOpenResetCode({
  personId,
  codeHash,
  now,
}: {
  personId: string;
  codeHash: string;
  now: Date;
}): Promise<boolean> {
  const [row] = await db()
    .select({ id: resetCodes.id })
    .from(resetCodes)
    .where(
      and(
        eq(resetCodes.personId, personId),
        eq(resetCodes.codeHash, codeHash),
        isNull(resetCodes.usedAt),
        gt(resetCodes.expiresAt, now),
      ),
    );
  return row !== undefined;
}
