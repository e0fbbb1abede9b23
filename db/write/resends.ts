import { planLines, RESENT, type Taking } from "#app/domain/lot.ts";
import { readStockOf } from "../read/lot-stock.ts";
import { resentLines } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { insertWriteOff } from "./deliveries.ts";
import { beginLots, takeFromPart } from "./lots.ts";
import { takeStock } from "./stock.ts";

type By = { now: Date; newId: () => string; actor: { personId: string | null } };
type Line = { orderLineId: string; variantId: string; quantityMilli: number };

/**
 * What is sent again leaves the stock as a sale would, first in, first out; the lots say so beside what shrank, for nobody buys it. False when
 * there is not so much: the caller must then undo the transaction.
 */
export async function takeForResend(
  tx: Tx,
  by: By,
  { complaintId, lines }: { complaintId: string; lines: readonly Line[] },
): Promise<boolean> {
  const before = await readStockOf(lines.map((line) => line.variantId));
  if (await takeStock(tx, lines)) return false;
  for (const { line, plan } of planLines(lines, before)) {
    const { orderLineId, quantityMilli } = line;
    await tx.insert(resentLines).values({ complaintId, orderLineId, quantityMilli });
    for (const taking of plan.takings) if (!(await takeFromPart(tx, taking))) return false;
    for (const [lotId, shares] of byLot(plan.takings)) {
      const key = `resend:${complaintId}:${orderLineId}:${lotId}`;
      const row: Parameters<typeof insertWriteOff>[1]["row"] = {
        ...{ id: by.newId(), lotId, formKey: key, recordedAt: by.now },
        quantityMilli: shares.reduce((all, share) => all + share.quantityMilli, 0),
        recordedBy: by.actor.personId ?? "",
        reason: RESENT,
      };
      await insertWriteOff(tx, {
        row,
        shares: shares.map(({ deliveryId, quantityMilli: part }) => ({ deliveryId, quantityMilli: part })),
      });
    }
    await beginLots(tx, { lotIds: plan.takings.map((taking) => taking.lotId), now: by.now });
  }
  return true;
}

function byLot(takings: readonly Taking[]): Map<string, Taking[]> {
  const found = new Map<string, Taking[]>();
  for (const taking of takings) found.set(taking.lotId, [...(found.get(taking.lotId) ?? []), taking]);
  return found;
}
