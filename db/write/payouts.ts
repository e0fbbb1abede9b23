import { eq } from "drizzle-orm";
import { payouts } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

export async function insertPayout(tx: Tx, payout: typeof payouts.$inferInsert): Promise<void> {
  await tx.insert(payouts).values(payout);
}

/** The payout that a form has made already, if it has. */
export async function findPayoutByForm(tx: Tx, formKey: string) {
  const [row] = await tx
    .select({ id: payouts.id, memberId: payouts.memberId, amount: payouts.amount, method: payouts.method })
    .from(payouts)
    .where(eq(payouts.formKey, formKey));
  return row;
}
