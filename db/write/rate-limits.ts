import { and, desc, eq, gt, lt, lte, sql } from "drizzle-orm";
import { rateLimits } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** What is counted, over how long: a window begins with its first hit. */
export type Limit = { key: string; windowMinutes: number };

const MINUTE = 60_000;
const KEPT_DAYS = 2;

/**
 * Counts one hit and says how many there are in the running window, this one included. Count before the work that is limited,
 * in a transaction of its own: then a hundred tries at once are a hundred hits.
 */
export async function countHit(tx: Tx, { key, windowMinutes }: Limit, now: Date): Promise<number> {
  const since = new Date(now.getTime() - windowMinutes * MINUTE);
  const [running] = await tx
    .select({ windowStart: rateLimits.windowStart })
    .from(rateLimits)
    .where(and(eq(rateLimits.key, key), gt(rateLimits.windowStart, since), lte(rateLimits.windowStart, now)))
    .orderBy(desc(rateLimits.windowStart))
    .limit(1);
  if (!running) {
    await tx.delete(rateLimits).where(lt(rateLimits.windowStart, new Date(now.getTime() - KEPT_DAYS * 1440 * MINUTE)));
  }
  // One counter per key and moment: who comes at the same moment counts on it.
  const windowStart = running?.windowStart ?? now;
  const [counted] = await tx
    .insert(rateLimits)
    .values({ key, windowStart, hits: 1 })
    .onConflictDoUpdate({
      target: [rateLimits.key, rateLimits.windowStart],
      set: { hits: sql`${rateLimits.hits} + 1` },
    })
    .returning({ hits: rateLimits.hits });
  return counted?.hits ?? 1;
}

/** Forgets what was counted under a key: the right password was given. */
export async function forgetHits(tx: Tx, key: string): Promise<void> {
  await tx.delete(rateLimits).where(eq(rateLimits.key, key));
}

/** Takes one hit back from the running window. */
export async function takeBackHit(tx: Tx, { key, windowMinutes }: Limit, now: Date): Promise<void> {
  const since = new Date(now.getTime() - windowMinutes * MINUTE);
  await tx
    .update(rateLimits)
    .set({ hits: sql`${rateLimits.hits} - 1` })
    .where(and(eq(rateLimits.key, key), gt(rateLimits.windowStart, since), gt(rateLimits.hits, 0)));
}
