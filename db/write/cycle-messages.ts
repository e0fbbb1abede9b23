import { and, asc, eq, notInArray } from "drizzle-orm";
import { consignments, orderLines } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { type Teller, tellBuyer } from "./messages.ts";

type Moved = {
  cycleId: string;
  kind: "cycle-put-off" | "cycle-cancelled";
  facts: { goods: string; handOverDay?: string };
};

/** Tells the buyer of each order that still waits for a cycle's harvest what became of it. To be called before its orders move or end. */
export async function tellCycleBuyers(tx: Tx, by: Teller, { cycleId, kind, facts }: Moved): Promise<void> {
  const waiting = await tx
    .selectDistinct({ orderId: orderLines.orderId })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .where(and(eq(orderLines.cycleId, cycleId), notInArray(consignments.state, ["cancelled", "refunded"])))
    .orderBy(asc(orderLines.orderId));
  for (const { orderId } of waiting) await tellBuyer(tx, by, { orderId, kind, facts, once: cycleId });
}
