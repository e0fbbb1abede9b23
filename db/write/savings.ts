import type { Rupiah } from "#app/domain/money.ts";
import { findPaidPayment } from "../read/refunds.ts";
import type { Tx } from "../transaction.server.ts";
import type { By } from "./paid-orders.ts";
import { insertRefund } from "./refunds.ts";

type Saving = { runId: string; orderId: string; buyerId: string | null; as: "credit" | "refund"; amount: Rupiah };

/** The run cost less than was quoted: what does not become credit is paid back as any other refund, the way the money came. */
export async function refundSaving(tx: Tx, by: By, { runId, orderId, buyerId, as, amount }: Saving): Promise<void> {
  if (amount === 0 || (as === "credit" && buyerId !== null)) return;
  const paid = await findPaidPayment(orderId);
  if (!paid) throw new Error(`order ${orderId} has no payment that could go back`);
  await insertRefund(tx, by, {
    ...{ paymentId: paid.id, amount, shipping: amount, cause: "saving", reason: "" },
    ...{ formKey: `saving:${runId}:${orderId}`, requestedBy: by.actor.personId ?? "" },
  });
}
