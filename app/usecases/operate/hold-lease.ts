import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { takeLease } from "#db/write/leases.ts";

/**
 * Of many processes one does a job: the one that holds its lease. The holder renews it each time; a lease that ran out goes to
 * whoever asks first. @returns whether this holder may work now
 */
export function holdLease(
  { now }: Pick<Context, "now">,
  { job, holder, seconds }: { job: string; holder: string; seconds: number },
): Promise<boolean> {
  return inTransaction((tx) => takeLease(tx, { job, holder, now, until: new Date(now.getTime() + seconds * 1000) }));
}
