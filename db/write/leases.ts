import { eq, lte, sql } from "drizzle-orm";
import { leases } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Takes or renews a lease, if it is free, ours already, or ran out; says whether we hold it now. */
export async function takeLease(
  tx: Tx,
  { job, holder, now, until }: { job: string; holder: string; now: Date; until: Date },
): Promise<boolean> {
  const held = await tx
    .insert(leases)
    .values({ job, holder, until })
    .onConflictDoUpdate({
      target: leases.job,
      set: { holder, until },
      setWhere: sql`(${eq(leases.holder, holder)} or ${lte(leases.until, now)})`,
    })
    .returning({ holder: leases.holder });
  return held.length === 1;
}
