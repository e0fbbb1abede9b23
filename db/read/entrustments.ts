import { and, asc, desc, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { placeKey, stillThere } from "#app/domain/entrustment.ts";
import { add, ZERO } from "#app/domain/money.ts";
import { type Actor, may, permit } from "#app/domain/permissions.ts";
import { isUnit, type Unit } from "#app/domain/unit.ts";
import { db } from "../client.server.ts";
import {
  entrustedChangeLines,
  entrustedChanges,
  entrustedLines,
  entrustments,
  groups,
  hubs,
  listings,
  members,
  people,
  variants,
} from "../schema.ts";

const unitOf = (text: string): Unit => (isUnit(text) ? text : "buah");

export async function findEntrustmentByFormKey(formKey: string) {
  const [row] = await db().select().from(entrustments).where(eq(entrustments.formKey, formKey));
  return row;
}

export async function findEntrustedChangeByFormKey(formKey: string) {
  const [row] = await db().select().from(entrustedChanges).where(eq(entrustedChanges.formKey, formKey));
  return row;
}

/** For use cases: what the group's own shop and its hub are called. */
export async function findPlaceNames(groupId: string): Promise<{ shop: string; hub: string | null }> {
  const [row] = await db()
    .select({ shop: groups.name, hub: hubs.name })
    .from(groups)
    .leftJoin(hubs, eq(hubs.id, groups.hubId))
    .where(eq(groups.id, groupId));
  return { shop: row?.shop ?? "", hub: row?.hub ?? null };
}

/** For use cases and the form: the goods of a group that can be entrusted. */
export async function listEntrustable(actor: Actor, groupId: string) {
  permit(actor, "entrust-goods", { groupId });
  const rows = await db()
    .select({ id: variants.id, listingName: listings.name, variantName: variants.name, unit: listings.unit })
    .from(variants)
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(and(eq(listings.groupId, groupId), isNull(variants.retiredAt)))
    .orderBy(asc(listings.name), asc(listings.id), asc(variants.position));
  return rows.map((row) => ({ ...row, unit: unitOf(row.unit) }));
}

/** For use cases: a group's lines, each with what became of it; of one note when it is named. */
export async function readEntrustedLines(groupId: string, number?: number) {
  const rows = await db()
    .select({
      id: entrustedLines.id,
      entrustmentId: entrustments.id,
      number: entrustments.number,
      day: entrustments.day,
      memberId: members.id,
      memberName: members.name,
      placeKind: entrustments.placeKind,
      placeName: entrustments.placeName,
      listingName: entrustedLines.listingName,
      variantName: entrustedLines.variantName,
      unit: entrustedLines.unit,
      quantityMilli: entrustedLines.quantityMilli,
      agreedPrice: entrustedLines.agreedPrice,
    })
    .from(entrustedLines)
    .innerJoin(entrustments, eq(entrustments.id, entrustedLines.entrustmentId))
    .innerJoin(members, eq(members.id, entrustments.memberId))
    .where(and(eq(entrustments.groupId, groupId), number === undefined ? undefined : eq(entrustments.number, number)))
    .orderBy(desc(entrustments.number), asc(entrustedLines.position));
  const fates = await fatesOf(rows.map((row) => row.id));
  return rows.map((row) => {
    const fate = { ...(fates.get(row.id) ?? NOTHING_YET), quantityMilli: row.quantityMilli };
    return { ...row, ...fate, unit: unitOf(row.unit), leftMilli: stillThere(fate), place: placeKey(row) };
  });
}

const NOTHING_YET = { soldMilli: 0, lostMilli: 0, returnedMilli: 0, soldValue: ZERO };

/** The changes that were taken back: they count no more. */
function undoneIds() {
  return db()
    .select({ id: entrustedChanges.subject })
    .from(entrustedChanges)
    .where(eq(entrustedChanges.kind, "undone"));
}

async function fatesOf(lineIds: readonly string[]): Promise<Map<string, typeof NOTHING_YET>> {
  const fates = new Map<string, typeof NOTHING_YET>();
  if (lineIds.length === 0) return fates;
  const rows = await db()
    .select()
    .from(entrustedChangeLines)
    .where(
      and(
        inArray(entrustedChangeLines.entrustedLineId, [...lineIds]),
        notInArray(entrustedChangeLines.changeId, undoneIds()),
      ),
    );
  for (const { entrustedLineId, soldMilli, lostMilli, returnedMilli, soldValue } of rows) {
    const before = fates.get(entrustedLineId) ?? NOTHING_YET;
    fates.set(entrustedLineId, {
      soldMilli: before.soldMilli + soldMilli,
      lostMilli: before.lostMilli + lostMilli,
      returnedMilli: before.returnedMilli + returnedMilli,
      soldValue: add(before.soldValue, soldValue),
    });
  }
  return fates;
}

/** What lies where, and the newest notes: an officer sees all of the group, a member the own. */
export async function listEntrusted(actor: Actor, groupId: string) {
  const lines = (await readEntrustedLines(groupId)).filter(({ memberId }) =>
    may(actor, "see-entrustments", { groupId, memberId }),
  );
  const places = [...new Map(lines.map((line) => [line.place, line])).values()].map(
    ({ place, placeKind, placeName }) => ({
      ...{ key: place, placeKind, placeName },
      lines: lines.filter((line) => line.place === place && line.leftMilli > 0),
    }),
  );
  const notes = [...new Map(lines.map((line) => [line.number, line])).values()].map((line) => ({
    ...{ number: line.number, day: line.day, memberName: line.memberName, placeName: line.placeName },
    isOpen: lines.some((each) => each.number === line.number && each.leftMilli > 0),
  }));
  return { places, notes };
}

/** What lies at one place, by note: for who counts it. */
export async function listAtPlace(actor: Actor, { groupId, place }: { groupId: string; place: string }) {
  permit(actor, "count-entrusted", { groupId });
  return (await readEntrustedLines(groupId)).filter((line) => line.place === place && line.leftMilli > 0).toReversed();
}

/** One note with what became of it. Undefined when there is none, or it is not theirs to see. */
export async function findEntrustment(actor: Actor, { groupId, number }: { groupId: string; number: number }) {
  const [row] = await db()
    .select({
      id: entrustments.id,
      number: entrustments.number,
      day: entrustments.day,
      note: entrustments.note,
      placeKind: entrustments.placeKind,
      placeName: entrustments.placeName,
      memberId: members.id,
      memberName: members.name,
      memberNumber: members.number,
      recordedBy: people.name,
      recordedAt: entrustments.recordedAt,
    })
    .from(entrustments)
    .innerJoin(members, eq(members.id, entrustments.memberId))
    .innerJoin(people, eq(people.id, entrustments.recordedBy))
    .where(and(eq(entrustments.groupId, groupId), eq(entrustments.number, number)));
  if (!row || !may(actor, "see-entrustments", { groupId, memberId: row.memberId })) return undefined;
  const lines = await readEntrustedLines(groupId, number);
  return {
    ...row,
    lines,
    changes: await listChanges(
      groupId,
      lines.map((line) => line.id),
    ),
  };
}

/** Every count and return of these lines, the oldest first; `undoneBy` names who took it back. */

async function listChanges(groupId: string, lineIds: readonly string[]) {
  if (lineIds.length === 0) return [];
  const undone = await undoersOf(groupId);
  const rows = await db()
    .select({
      changeId: entrustedChanges.id,
      kind: entrustedChanges.kind,
      day: entrustedChanges.day,
      lineId: entrustedChangeLines.entrustedLineId,
      expectedMilli: entrustedChangeLines.expectedMilli,
      soldMilli: entrustedChangeLines.soldMilli,
      lostMilli: entrustedChangeLines.lostMilli,
      returnedMilli: entrustedChangeLines.returnedMilli,
      recordedBy: people.name,
    })
    .from(entrustedChangeLines)
    .innerJoin(entrustedChanges, eq(entrustedChanges.id, entrustedChangeLines.changeId))
    .innerJoin(people, eq(people.id, entrustedChanges.recordedBy))
    .where(inArray(entrustedChangeLines.entrustedLineId, [...lineIds]))
    .orderBy(
      asc(entrustedChanges.recordedAt),
      asc(entrustedChangeLines.changeId),
      asc(entrustedChangeLines.entrustedLineId),
    );
  return rows.map((row) => ({ ...row, undoneBy: undone.get(row.changeId) ?? null }));
}

/** Who took which change of a group's back. */
async function undoersOf(groupId: string): Promise<Map<string, string>> {
  const rows = await db()
    .select({ changeId: entrustedChanges.subject, name: people.name })
    .from(entrustedChanges)
    .innerJoin(people, eq(people.id, entrustedChanges.recordedBy))
    .where(and(eq(entrustedChanges.groupId, groupId), eq(entrustedChanges.kind, "undone")));
  return new Map(rows.map(({ changeId, name }) => [changeId, name]));
}
