import { eq } from "drizzle-orm";
import { type Rupiah, subtract } from "#app/domain/money.ts";
import { orderLines } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { type Teller, tellBuyer } from "./messages.ts";

type Short = {
  orderId: string;
  /** Where the difference goes: to the buyer's credit, back the way it came, or it is simply not due at the door. */
  how: "credit" | "refund" | "due";
  lines: readonly { orderLineId: string; back: Rupiah }[];
};

/** Tells the buyer of each line that is less than was ordered: how much it is, what it costs now, what comes back. After it is written. */
export async function tellPackedShort(tx: Tx, by: Teller, { orderId, how, lines }: Short): Promise<void> {
  for (const { orderLineId, back } of lines) {
    const [line] = await tx.select().from(orderLines).where(eq(orderLines.id, orderLineId));
    if (!line) continue;
    const nowAmount = subtract(subtract(line.goodsValue, line.missing), line.refundedValue);
    const goods = [line.listingName, line.variantName].filter(Boolean).join(", ");
    const packedMilli = line.packedQuantityMilli ?? line.quantityMilli - line.refundedMilli;
    await tellBuyer(tx, by, {
      ...{ orderId, kind: "packed-short", once: `${orderLineId}:${nowAmount}` },
      facts: {
        goods,
        packedMilli,
        orderedMilli: line.quantityMilli,
        unit: line.unit,
        nowAmount,
        backAmount: back,
        how,
      },
    });
  }
}
