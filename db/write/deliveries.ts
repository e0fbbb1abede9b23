import { and, eq, sql } from "drizzle-orm";
import { carriedOver } from "#app/domain/lot.ts";
import { readLotsOfDelivery, type StoredLot } from "../read/lot-stock.ts";
import { deliveries, deliveryCorrections, lotParts, writeOffParts, writeOffs } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { addStock, beginLots, joinLot, openLot } from "./lots.ts";

/** Writes a delivery down, puts it into the stock and into the day's lot; false when the stock cannot hold so much. */
export async function bringIn(tx: Tx, by: By, row: typeof deliveries.$inferInsert): Promise<boolean> {
  const { id: deliveryId, groupId, variantId, day, quantityMilli } = row;
  if (!(await addStock(tx, { variantId, quantityMilli }))) return false;
  await tx.insert(deliveries).values(row);
  await joinLot(tx, by, { place: { groupId, variantId, day }, deliveryId, quantityMilli });
  return true;
}

export async function insertCorrection(tx: Tx, row: typeof deliveryCorrections.$inferInsert): Promise<void> {
  await tx.insert(deliveryCorrections).values(row);
}

type Share = { deliveryId: string; quantityMilli: number };

export async function insertWriteOff(
  tx: Tx,
  { row, shares }: { row: typeof writeOffs.$inferInsert; shares: readonly Share[] },
): Promise<void> {
  await tx.insert(writeOffs).values(row);
  await tx.insert(writeOffParts).values(shares.map((share) => ({ writeOffId: row.id, ...share })));
}

type By = { now: Date; newId: () => string };
type Correcting = { deliveryId: string; quantityMilli: number; groupId: string };

/**
 * Takes so much off a delivery where it lies. A lot that nothing has left simply holds less; of a begun one the rest moves on as a lot of
 * its own, so that what is sold from now on is divided by what is really there. The stock is not counted here.
 * @returns whether there was that much of it
 */
export async function takeOffDelivery(tx: Tx, by: By, correcting: Correcting): Promise<boolean> {
  let wanted = correcting.quantityMilli;
  for (const lot of await readLotsOfDelivery(correcting.deliveryId)) {
    const here = lot.parts.find((part) => part.deliveryId === correcting.deliveryId)?.leftMilli ?? 0;
    const quantityMilli = Math.min(wanted, here);
    if (quantityMilli === 0) continue;
    wanted -= quantityMilli;
    if (lot.begunAt === null) await shrinkPart(tx, { lotId: lot.id, deliveryId: correcting.deliveryId, quantityMilli });
    else await carryOver(tx, by, { lot, ...correcting, quantityMilli });
  }
  return wanted === 0;
}

async function shrinkPart(tx: Tx, { lotId, deliveryId, quantityMilli }: Share & { lotId: string }): Promise<void> {
  await tx
    .update(lotParts)
    .set({
      weightMilli: sql`${lotParts.weightMilli} - ${quantityMilli}`,
      leftMilli: sql`${lotParts.leftMilli} - ${quantityMilli}`,
    })
    .where(and(eq(lotParts.lotId, lotId), eq(lotParts.deliveryId, deliveryId)));
}

async function carryOver(tx: Tx, by: By, { lot, groupId, ...correction }: Correcting & { lot: StoredLot }) {
  const { variantId, day } = lot;
  await tx.update(lotParts).set({ leftMilli: 0 }).where(eq(lotParts.lotId, lot.id));
  const moved = carriedOver(lot.parts, correction);
  if (moved.length === 0) return;
  const lotId = await openLot(tx, by, { groupId, variantId, day });
  await tx.insert(lotParts).values(
    moved.map(({ deliveryId, quantityMilli }) => ({
      ...{ lotId, deliveryId, weightMilli: quantityMilli, leftMilli: quantityMilli },
    })),
  );
  // Nothing may join it: what was sold of the old lot is already divided among these.
  await beginLots(tx, { lotIds: [lotId], now: by.now });
}
