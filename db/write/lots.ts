import { and, asc, eq, gte, inArray, isNull, lte, max, sql } from "drizzle-orm";
import { returnedTakings, shortTakings } from "#app/domain/catch-weight.ts";
import { shareAmong, type Taking } from "#app/domain/lot.ts";
import { MAX_QUANTITY_MILLI } from "#app/domain/unit.ts";
import { readLot } from "../read/lot-stock.ts";
import { deliveries, lineTakings, lotParts, lots, members, orderLines, variants } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { returnStock } from "./stock.ts";

/**
 * Puts goods into a variant's stock; false when the stock would become larger than it can be, or the variant is gone. It also gives the
 * caller its turn at the variant: two deliveries at once do not open the same lot twice.
 */
export async function addStock(
  tx: Tx,
  { variantId, quantityMilli }: { variantId: string; quantityMilli: number },
): Promise<boolean> {
  const changed = await tx
    .update(variants)
    .set({ stockMilli: sql`${variants.stockMilli} + ${quantityMilli}` })
    .where(and(eq(variants.id, variantId), lte(variants.stockMilli, MAX_QUANTITY_MILLI - quantityMilli)))
    .returning({ id: variants.id });
  return changed.length === 1;
}

type Place = { groupId: string; variantId: string; day: string };
type By = { now: Date; newId: () => string };

/** Puts a delivery into the day's lot that nothing has left yet, or into a new one. The stock is counted by {@link addStock}. */
export async function joinLot(
  tx: Tx,
  by: By,
  { place, deliveryId, quantityMilli }: { place: Place; deliveryId: string; quantityMilli: number },
): Promise<string> {
  const [open] = await tx
    .select({ id: lots.id })
    .from(lots)
    .where(and(eq(lots.variantId, place.variantId), eq(lots.day, place.day), isNull(lots.begunAt)))
    .limit(1);
  const lotId = open?.id ?? (await openLot(tx, by, place));
  await tx.insert(lotParts).values({ lotId, deliveryId, weightMilli: quantityMilli, leftMilli: quantityMilli });
  return lotId;
}

/** A lot of its own for this place; the caller has had its turn at the variant. */
export async function openLot(tx: Tx, { now, newId }: By, place: Place): Promise<string> {
  const [last] = await tx
    .select({ number: max(lots.number) })
    .from(lots)
    .where(and(eq(lots.variantId, place.variantId), eq(lots.day, place.day)));
  const id = newId();
  await tx.insert(lots).values({ id, ...place, number: (last?.number ?? 0) + 1, createdAt: now });
  return id;
}

/** From the first thing that leaves it, a lot stays as it is. */
export async function beginLots(tx: Tx, { lotIds, now }: { lotIds: readonly string[]; now: Date }): Promise<void> {
  if (lotIds.length === 0) return;
  await tx
    .update(lots)
    .set({ begunAt: now })
    .where(and(inArray(lots.id, [...lotIds]), isNull(lots.begunAt)));
}

/** Takes from one part, if that much is there. */
export async function takeFromPart(tx: Tx, { lotId, deliveryId, quantityMilli }: Taking): Promise<boolean> {
  const taken = await tx
    .update(lotParts)
    .set({ leftMilli: sql`${lotParts.leftMilli} - ${quantityMilli}` })
    .where(and(eq(lotParts.lotId, lotId), eq(lotParts.deliveryId, deliveryId), gte(lotParts.leftMilli, quantityMilli)))
    .returning({ lotId: lotParts.lotId });
  return taken.length === 1;
}

type SoldLine = { orderLineId: string; takings: readonly Taking[] };

/**
 * Takes what lines were planned to take out of their lots and writes down which line took what; the lines must stand already.
 * False when something is not there any more: the caller must then undo the transaction.
 */
export async function takeFromLots(
  tx: Tx,
  { lines, now }: { lines: readonly SoldLine[]; now: Date },
): Promise<boolean> {
  const takings = lines.flatMap((line) => line.takings.map((taking) => ({ orderLineId: line.orderLineId, ...taking })));
  for (const { lotId, deliveryId, quantityMilli } of takings)
    if (!(await takeFromPart(tx, { lotId, deliveryId, quantityMilli }))) return false;
  await beginLots(tx, { lotIds: takings.map((taking) => taking.lotId), now });
  if (takings.length > 0) await tx.insert(lineTakings).values(takings);
  return true;
}

/** After a line was weighed: what of each taking was not there is neither sold nor put back among the goods that can be bought. */
export async function saveShortTakings(tx: Tx, orderLineId: string): Promise<void> {
  const [line] = await tx.select().from(orderLines).where(eq(orderLines.id, orderLineId));
  const takings = await tx
    .select({
      lotId: lineTakings.lotId,
      deliveryId: lineTakings.deliveryId,
      quantityMilli: sql<number>`${lineTakings.quantityMilli} - ${lineTakings.returnedMilli}`.mapWith(Number),
      before: lineTakings.shortMilli,
    })
    .from(lineTakings)
    .innerJoin(lots, eq(lots.id, lineTakings.lotId))
    .innerJoin(deliveries, eq(deliveries.id, lineTakings.deliveryId))
    .innerJoin(members, eq(members.id, deliveries.memberId))
    .where(eq(lineTakings.orderLineId, orderLineId))
    .orderBy(asc(lots.day), asc(lots.number), asc(members.number), asc(lineTakings.deliveryId));
  if (!line || takings.length === 0) return;
  const { packedQuantityMilli } = line;
  const quantityMilli = line.quantityMilli - line.refundedMilli;
  const short = shortTakings({ quantityMilli, packedMilli: packedQuantityMilli ?? quantityMilli }, takings);
  for (const [at, { lotId, deliveryId, before }] of takings.entries()) {
    const shortMilli = short[at] ?? 0;
    if (shortMilli !== before)
      await tx
        .update(lineTakings)
        .set({ shortMilli })
        .where(
          and(
            eq(lineTakings.orderLineId, orderLineId),
            eq(lineTakings.lotId, lotId),
            eq(lineTakings.deliveryId, deliveryId),
          ),
        );
  }
}

type ReturnedLine = {
  orderLineId: string;
  variantId: string;
  quantityMilli: number;
  packedQuantityMilli: number | null;
};

/**
 * Goods that were sold and did not leave go back: into stock, and into the lots that they came out of. What was packed short was not there,
 * so it does not come back. The caller has just won the right to do it by a compare-and-set on the order.
 */
export async function returnGoods(
  tx: Tx,
  { lines, now }: { lines: readonly ReturnedLine[]; now: Date },
): Promise<void> {
  const there = lines.map(({ variantId, quantityMilli, packedQuantityMilli }) => ({
    variantId,
    quantityMilli: Math.min(quantityMilli, packedQuantityMilli ?? quantityMilli),
  }));
  await returnStock(tx, there);
  if (lines.length === 0) return;
  const back = await tx
    .update(lineTakings)
    .set({ returnedAt: now, returnedMilli: sql`${lineTakings.quantityMilli} - ${lineTakings.shortMilli}` })
    .where(
      and(
        inArray(
          lineTakings.orderLineId,
          lines.map((line) => line.orderLineId),
        ),
        isNull(lineTakings.returnedAt),
      ),
    )
    .returning();
  for (const { lotId, deliveryId, quantityMilli, shortMilli } of back)
    await tx
      .update(lotParts)
      .set({ leftMilli: sql`${lotParts.leftMilli} + ${quantityMilli - shortMilli}` })
      .where(and(eq(lotParts.lotId, lotId), eq(lotParts.deliveryId, deliveryId)));
}

type ReturnedPart = { orderLineId: string; variantId: string; quantityMilli: number; leftMilli: number };

/**
 * Part of what was sold goes back: into stock, and into the lots that it came out of. `leftMilli` is what was left of the line before. The
 * caller has just won the right to do it by a compare-and-set on the order.
 */
export async function returnPart(tx: Tx, { lines, now }: { lines: readonly ReturnedPart[]; now: Date }): Promise<void> {
  await returnStock(tx, lines);
  for (const line of lines) {
    const takings = await tx
      .select()
      .from(lineTakings)
      .where(eq(lineTakings.orderLineId, line.orderLineId))
      .orderBy(asc(lineTakings.lotId), asc(lineTakings.deliveryId));
    const open = takings.map((taking) => ({
      ...taking,
      leftMilli: taking.quantityMilli - taking.shortMilli - taking.returnedMilli,
    }));
    const back = returnedTakings(line, open);
    for (const [at, { orderLineId, lotId, deliveryId, leftMilli, returnedMilli }] of open.entries()) {
      const quantityMilli = back[at] ?? 0;
      if (quantityMilli === 0) continue;
      await tx
        .update(lineTakings)
        .set({ returnedMilli: returnedMilli + quantityMilli, ...(quantityMilli === leftMilli && { returnedAt: now }) })
        .where(
          and(
            eq(lineTakings.orderLineId, orderLineId),
            eq(lineTakings.lotId, lotId),
            eq(lineTakings.deliveryId, deliveryId),
          ),
        );
      await tx
        .update(lotParts)
        .set({ leftMilli: sql`${lotParts.leftMilli} + ${quantityMilli}` })
        .where(and(eq(lotParts.lotId, lotId), eq(lotParts.deliveryId, deliveryId)));
    }
  }
}

/** Takes a quantity out of a lot, shared among its deliveries; null when it holds less. Neither the stock nor a reason is written here. */
export async function takeFromLot(
  tx: Tx,
  { lotId, quantityMilli, now }: { lotId: string; quantityMilli: number; now: Date },
): Promise<{ deliveryId: string; quantityMilli: number }[] | null> {
  const lot = await readLot(lotId);
  if (!lot || lot.parts.reduce((all, part) => all + part.leftMilli, 0) < quantityMilli) return null;
  const shares = shareAmong(quantityMilli, lot.parts);
  for (const share of shares) if (!(await takeFromPart(tx, { lotId, ...share }))) return null;
  await beginLots(tx, { lotIds: [lotId], now });
  return shares;
}
