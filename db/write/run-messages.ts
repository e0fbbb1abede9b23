import { eq, inArray } from "drizzle-orm";
import { consignments, orders, pickUpPoints, runs } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { type Teller, tellBuyer } from "./messages.ts";

/** Tells the buyers of what left or arrived with a run, each once however many groups sent something. */
export async function tellBuyersOf(
  tx: Tx,
  by: Teller,
  { consignmentIds, runId, kind }: { consignmentIds: string[]; runId: string; kind: "run-departed" | "run-arrived" },
): Promise<void> {
  if (consignmentIds.length === 0) return;
  const [run] = await tx.select({ vessel: runs.vessel }).from(runs).where(eq(runs.id, runId));
  const rows = await tx
    .selectDistinct({ orderId: orders.id, delivery: orders.delivery, point: pickUpPoints.name })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .leftJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId))
    .where(inArray(consignments.id, consignmentIds))
    .orderBy(orders.id);
  for (const { orderId, delivery, point } of rows) {
    const arrival = { way: delivery === "run-pickup" ? "pickup" : "door", point: point ?? "" };
    await tellBuyer(tx, by, {
      orderId,
      kind,
      facts: { vessel: run?.vessel ?? "", ...(kind === "run-arrived" && arrival) },
      once: runId,
    });
  }
}
