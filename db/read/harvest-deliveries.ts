import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { isUnit, type Unit } from "#app/domain/unit.ts";
import { db } from "../client.server.ts";
import {
  deliveries,
  deliveryCorrections,
  lineTakings,
  listings,
  lotParts,
  lots,
  members,
  people,
  variants,
  writeOffParts,
  writeOffs,
} from "../schema.ts";

const unitOf = (text: string): Unit => (isUnit(text) ? text : "buah");

export async function findDeliveryByFormKey(formKey: string) {
  const [row] = await db().select().from(deliveries).where(eq(deliveries.formKey, formKey));
  return row;
}

export async function findCorrectionByFormKey(formKey: string) {
  const [row] = await db().select().from(deliveryCorrections).where(eq(deliveryCorrections.formKey, formKey));
  return row;
}

export async function findWriteOffByFormKey(formKey: string) {
  const [row] = await db().select().from(writeOffs).where(eq(writeOffs.formKey, formKey));
  return row;
}

/** For use cases: a variant of the group that can be brought. */
export async function findDeliverable({ groupId, variantId }: { groupId: string; variantId: string }) {
  const [row] = await db()
    .select({ id: variants.id, unit: listings.unit })
    .from(variants)
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(and(eq(variants.id, variantId), eq(listings.groupId, groupId), isNull(variants.retiredAt)));
  return row && { ...row, unit: unitOf(row.unit) };
}

/** For use cases: whose a delivery is, and of what. */
export async function findDeliveryFacts(deliveryId: string) {
  const [row] = await db()
    .select({
      groupId: deliveries.groupId,
      memberId: deliveries.memberId,
      variantId: deliveries.variantId,
      unit: listings.unit,
    })
    .from(deliveries)
    .innerJoin(variants, eq(variants.id, deliveries.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(eq(deliveries.id, deliveryId));
  return row && { ...row, unit: unitOf(row.unit) };
}

/** For use cases: whose a lot is, and of what. */
export async function findLotOwner(lotId: string) {
  const [row] = await db()
    .select({ groupId: lots.groupId, variantId: lots.variantId, unit: listings.unit })
    .from(lots)
    .innerJoin(variants, eq(variants.id, lots.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(eq(lots.id, lotId));
  return row && { ...row, unit: unitOf(row.unit) };
}

/** What a group's members can bring: the variants of its harvests; of all its goods when it has none. */
export async function listDeliverable(actor: Actor, groupId: string) {
  permit(actor, "record-delivery", { groupId });
  const rows = await db()
    .select({
      id: variants.id,
      listingName: listings.name,
      variantName: variants.name,
      unit: listings.unit,
      kind: listings.kind,
    })
    .from(variants)
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(and(eq(listings.groupId, groupId), isNull(variants.retiredAt)))
    .orderBy(asc(listings.name), asc(listings.id), asc(variants.position));
  const harvests = rows.filter((row) => row.kind === "harvest");
  return harvests.length > 0 ? harvests : rows;
}

const DELIVERY = {
  id: deliveries.id,
  day: deliveries.day,
  quantityMilli: deliveries.quantityMilli,
  note: deliveries.note,
  recordedAt: deliveries.recordedAt,
  variantId: deliveries.variantId,
  memberId: members.id,
  memberName: members.name,
  listingName: listings.name,
  variantName: variants.name,
  unit: listings.unit,
  recordedBy: people.name,
};

function deliveryRows() {
  return db()
    .select(DELIVERY)
    .from(deliveries)
    .innerJoin(members, eq(members.id, deliveries.memberId))
    .innerJoin(variants, eq(variants.id, deliveries.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .innerJoin(people, eq(people.id, deliveries.recordedBy));
}

/** The last deliveries that were written down, with what was taken off them since. */
export async function listLastDeliveries(actor: Actor, groupId: string) {
  permit(actor, "record-delivery", { groupId });
  const rows = await deliveryRows()
    .where(eq(deliveries.groupId, groupId))
    .orderBy(desc(deliveries.recordedAt), desc(deliveries.id))
    .limit(20);
  const ids = rows.map((row) => row.id);
  const corrections = ids.length === 0 ? [] : await correctionsOf(ids);
  return rows.map((row) => ({
    ...row,
    correctedMilli: corrections
      .filter((each) => each.deliveryId === row.id)
      .reduce((all, each) => all + each.quantityMilli, 0),
  }));
}

function correctionsOf(deliveryIds: readonly string[]) {
  return db()
    .select({
      id: deliveryCorrections.id,
      deliveryId: deliveryCorrections.deliveryId,
      kind: deliveryCorrections.kind,
      quantityMilli: deliveryCorrections.quantityMilli,
      reason: deliveryCorrections.reason,
      recordedAt: deliveryCorrections.recordedAt,
      recordedBy: people.name,
    })
    .from(deliveryCorrections)
    .innerJoin(people, eq(people.id, deliveryCorrections.recordedBy))
    .where(inArray(deliveryCorrections.deliveryId, [...deliveryIds]))
    .orderBy(asc(deliveryCorrections.recordedAt), asc(deliveryCorrections.id));
}

/** One delivery and where it went: sold, written off, taken back, still there. Undefined when this group has none by that id. */
export async function findDeliveryTrace(
  actor: Actor,
  { groupId, deliveryId }: { groupId: string; deliveryId: string },
) {
  permit(actor, "correct-delivery", { groupId });
  const [row] = await deliveryRows().where(and(eq(deliveries.id, deliveryId), eq(deliveries.groupId, groupId)));
  if (!row) return undefined;
  const [parts, taken, lost, corrections] = await Promise.all([
    db().select().from(lotParts).where(eq(lotParts.deliveryId, deliveryId)),
    db()
      .select({
        quantityMilli: lineTakings.quantityMilli,
        shortMilli: lineTakings.shortMilli,
        returnedMilli: lineTakings.returnedMilli,
      })
      .from(lineTakings)
      .where(eq(lineTakings.deliveryId, deliveryId)),
    db()
      .select({ quantityMilli: writeOffParts.quantityMilli })
      .from(writeOffParts)
      .where(eq(writeOffParts.deliveryId, deliveryId)),
    correctionsOf([deliveryId]),
  ]);
  return {
    ...row,
    leftMilli: parts.reduce((all, part) => all + part.leftMilli, 0),
    lotIds: parts.map((part) => part.lotId),
    soldMilli: total(taken) - shortOf(taken) - taken.reduce((all, each) => all + each.returnedMilli, 0),
    shortMilli: shortOf(taken),
    lostMilli: total(lost),
    corrections,
  };
}

function total(rows: readonly { quantityMilli: number }[]): number {
  return rows.reduce((all, row) => all + row.quantityMilli, 0);
}

/** What of takings was packed short: neither sold nor still there. */
function shortOf(rows: readonly { shortMilli: number }[]): number {
  return rows.reduce((all, row) => all + row.shortMilli, 0);
}
