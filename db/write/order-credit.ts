import { eq } from "drizzle-orm";
import { type Rupiah, ZERO } from "#app/domain/money.ts";
import { creditReleasedEntry, creditSetAsideEntry } from "#app/domain/postings.ts";
import { orders } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { post } from "./ledger.ts";

type By = { now: Date; newId: () => string };
type Used = { orderId: string; buyerId: string | null; amount: Rupiah };

/** What a new order takes of its buyer's credit. The caller has looked, in the same transaction, that there is so much. */
export async function setAsideCredit(tx: Tx, by: By, { orderId, buyerId, amount }: Used): Promise<void> {
  if (buyerId === null || amount === ZERO) return;
  await post(tx, creditSetAsideEntry({ orderId, buyerId, amount }), { ...by, actorId: buyerId });
}

/** An order ended unpaid: what it had taken of its buyer's credit is the buyer's again. The caller has just ended it by a compare-and-set. */
export async function releaseCredit(tx: Tx, by: By, orderId: string): Promise<void> {
  const [order] = await tx
    .select({ buyerId: orders.buyerId, amount: orders.creditUsed })
    .from(orders)
    .where(eq(orders.id, orderId));
  if (!order?.buyerId || order.amount === ZERO) return;
  await post(tx, creditReleasedEntry({ orderId, ...order, buyerId: order.buyerId }), { ...by, actorId: null });
}
