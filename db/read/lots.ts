import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { leftOf, oldestFirst } from "#app/domain/lot.ts";
import { type Actor, may, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import {
  deliveries,
  lineTakings,
  listings,
  lotParts,
  lots,
  members,
  orderLines,
  orders,
  people,
  variants,
  writeOffs,
} from "../schema.ts";

const LOT = {
  id: lots.id,
  day: lots.day,
  number: lots.number,
  listingName: listings.name,
  variantName: variants.name,
  unit: listings.unit,
};

function lotRows() {
  return db()
    .select(LOT)
    .from(lots)
    .innerJoin(variants, eq(variants.id, lots.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId));
}

/** A group's newest lots: what came in, what is sold, lost and left. */
export async function listLots(actor: Actor, groupId: string) {
  permit(actor, "see-lots", { groupId });
  const rows = await lotRows()
    .where(eq(lots.groupId, groupId))
    .orderBy(desc(lots.day), desc(lots.createdAt), desc(lots.id))
    .limit(60);
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [parts, taken, lost] = await Promise.all([
    db()
      .select({
        lotId: lotParts.lotId,
        weightMilli: lotParts.weightMilli,
        leftMilli: lotParts.leftMilli,
        memberId: deliveries.memberId,
      })
      .from(lotParts)
      .innerJoin(deliveries, eq(deliveries.id, lotParts.deliveryId))
      .where(inArray(lotParts.lotId, ids)),
    db()
      .select({
        lotId: lineTakings.lotId,
        quantityMilli: lineTakings.quantityMilli,
        shortMilli: lineTakings.shortMilli,
        returnedMilli: lineTakings.returnedMilli,
      })
      .from(lineTakings)
      .where(inArray(lineTakings.lotId, ids)),
    db()
      .select({ lotId: writeOffs.lotId, quantityMilli: writeOffs.quantityMilli })
      .from(writeOffs)
      .where(inArray(writeOffs.lotId, ids)),
  ]);
  const sold = taken.map((each) => ({ ...each, quantityMilli: soldOf(each) - each.returnedMilli }));
  const short = taken.map(({ lotId, shortMilli }) => ({ lotId, quantityMilli: shortMilli }));
  return rows.map((row) => {
    const mine = parts.filter((part) => part.lotId === row.id);
    return {
      ...row,
      acceptedMilli: mine.reduce((all, part) => all + part.weightMilli, 0),
      leftMilli: leftOf({ parts: mine }),
      soldMilli: totalOf(sold, row.id),
      shortMilli: totalOf(short, row.id),
      lostMilli: totalOf(lost, row.id),
      members: new Set(mine.filter((part) => part.weightMilli > 0).map((part) => part.memberId)).size,
    };
  });
}

/** What a taking really gave: all of it but what was packed short. */
function soldOf({ quantityMilli, shortMilli }: { quantityMilli: number; shortMilli: number }): number {
  return quantityMilli - shortMilli;
}

function totalOf(rows: readonly { lotId: string; quantityMilli: number }[], lotId: string): number {
  return rows.filter((row) => row.lotId === lotId).reduce((all, row) => all + row.quantityMilli, 0);
}

/** One lot: who brought it, where it went. Undefined when this group has none by that id. */
export async function findLot(actor: Actor, { groupId, lotId }: { groupId: string; lotId: string }) {
  permit(actor, "see-lots", { groupId });
  const [row] = await lotRows().where(and(eq(lots.id, lotId), eq(lots.groupId, groupId)));
  if (!row) return undefined;
  const [parts, taken, lost] = await Promise.all([listParts(lotId), listSales(lotId), listWriteOffs(lotId)]);
  // An order's number opens the order to whoever also knows the buyer's phone: it is for those who see the books.
  const seesOrders = may(actor, "see-books", { groupId });
  return {
    ...row,
    acceptedMilli: parts.reduce((all, part) => all + part.weightMilli, 0),
    leftMilli: leftOf({ parts }),
    parts,
    sales: taken.map((sale) => (seesOrders ? sale : { ...sale, lineId: null, orderNumber: null })),
    writeOffs: lost,
  };
}

function listParts(lotId: string) {
  return db()
    .select({
      deliveryId: lotParts.deliveryId,
      memberName: members.name,
      memberNumber: members.number,
      weightMilli: lotParts.weightMilli,
      leftMilli: lotParts.leftMilli,
    })
    .from(lotParts)
    .innerJoin(deliveries, eq(deliveries.id, lotParts.deliveryId))
    .innerJoin(members, eq(members.id, deliveries.memberId))
    .where(eq(lotParts.lotId, lotId))
    .orderBy(asc(members.number), asc(lotParts.deliveryId));
}

/** What left the lot, line by line, and what was packed short of it; what came back stands there as returned. */
async function listSales(lotId: string) {
  const rows = await db()
    .select({
      lineId: orderLines.id,
      orderNumber: orders.number,
      placedAt: orders.placedAt,
      returnedAt: lineTakings.returnedAt,
      returnedMilli: lineTakings.returnedMilli,
      quantityMilli: lineTakings.quantityMilli,
      shortMilli: lineTakings.shortMilli,
    })
    .from(lineTakings)
    .innerJoin(orderLines, eq(orderLines.id, lineTakings.orderLineId))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(eq(lineTakings.lotId, lotId))
    .orderBy(desc(orders.placedAt), asc(orderLines.id));
  const byLine = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const known = byLine.get(row.lineId);
    byLine.set(row.lineId, {
      ...row,
      quantityMilli: (known?.quantityMilli ?? 0) + soldOf(row),
      shortMilli: (known?.shortMilli ?? 0) + row.shortMilli,
      returnedMilli: (known?.returnedMilli ?? 0) + row.returnedMilli,
    });
  }
  return [...byLine.values()].map((sale) => ({
    ...sale,
    key: sale.lineId,
    lineId: sale.lineId as string | null,
    orderNumber: sale.orderNumber as string | null,
  }));
}

function listWriteOffs(lotId: string) {
  return db()
    .select({
      id: writeOffs.id,
      quantityMilli: writeOffs.quantityMilli,
      reason: writeOffs.reason,
      note: writeOffs.note,
      recordedAt: writeOffs.recordedAt,
      recordedBy: people.name,
    })
    .from(writeOffs)
    .innerJoin(people, eq(people.id, writeOffs.recordedBy))
    .where(eq(writeOffs.lotId, lotId))
    .orderBy(asc(writeOffs.recordedAt), asc(writeOffs.id));
}

/** Where a sold line came from: so much of whose delivery. For {@link findSaleLine}, which looks who asks. */
export async function listLineTrace(orderLineId: string) {
  const rows = await db()
    .select({
      id: lots.id,
      number: lots.number,
      day: lots.day,
      deliveryId: lineTakings.deliveryId,
      memberId: members.id,
      memberName: members.name,
      quantityMilli: lineTakings.quantityMilli,
      shortMilli: lineTakings.shortMilli,
      returnedMilli: lineTakings.returnedMilli,
      returnedAt: lineTakings.returnedAt,
    })
    .from(lineTakings)
    .innerJoin(lots, eq(lots.id, lineTakings.lotId))
    .innerJoin(deliveries, eq(deliveries.id, lineTakings.deliveryId))
    .innerJoin(members, eq(members.id, deliveries.memberId))
    .where(eq(lineTakings.orderLineId, orderLineId))
    .orderBy(asc(members.number), asc(lineTakings.deliveryId));
  return oldestFirst(rows);
}
