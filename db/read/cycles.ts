import { and, asc, desc, eq, exists, inArray, isNull, notInArray, sql } from "drizzle-orm";
import { type Actor, may, permit } from "#app/domain/permissions.ts";
import { cycleProgress, phaseOf, pledgedTogether } from "#app/domain/sale-cycle.ts";
import { isUnit, type Unit } from "#app/domain/unit.ts";
import { db } from "../client.server.ts";
import { consignments, cyclePledges, listings, members, orderLines, saleCycles, variants } from "../schema.ts";

const CYCLE = {
  id: saleCycles.id,
  groupId: saleCycles.groupId,
  variantId: saleCycles.variantId,
  listingId: listings.id,
  listingName: listings.name,
  listingSlug: listings.slug,
  variantName: variants.name,
  unit: listings.unit,
  opensAt: saleCycles.opensAt,
  closesAt: saleCycles.closesAt,
  handOverDay: saleCycles.handOverDay,
  minimumMilli: saleCycles.minimumMilli,
  mayWaitMilli: saleCycles.mayWaitMilli,
  cutRule: saleCycles.cutRule,
  state: saleCycles.state,
  cropMilli: saleCycles.cropMilli,
  rolledInto: saleCycles.rolledInto,
};

function select() {
  return db()
    .select(CYCLE)
    .from(saleCycles)
    .innerJoin(variants, eq(variants.id, saleCycles.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId));
}

type Row = Awaited<ReturnType<typeof select>>[number];

const unitOf = (text: string): Unit => (isUnit(text) ? text : "buah");

/** For use cases: a cycle with where it is by the clock; undefined when there is none. */
export async function findCycleFacts(cycleId: string, now: Date) {
  const [row] = await select().where(eq(saleCycles.id, cycleId));
  return row && { ...row, unit: unitOf(row.unit), phase: phaseNow(row, now) };
}

export type CycleFacts = NonNullable<Awaited<ReturnType<typeof findCycleFacts>>>;

function phaseNow({ state, opensAt, closesAt }: Row, now: Date) {
  return phaseOf({ state, opensMs: opensAt.getTime(), closesMs: closesAt.getTime() }, now.getTime());
}

/** Cycles with how full they are. */
async function withProgress(rows: readonly Row[], now: Date) {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const pledges = await db()
    .select({ cycleId: cyclePledges.cycleId, fromMilli: cyclePledges.fromMilli, toMilli: cyclePledges.toMilli })
    .from(cyclePledges)
    .where(inArray(cyclePledges.cycleId, ids));
  const ordered = await db()
    .select({
      cycleId: orderLines.cycleId,
      milli: sql<number>`sum(${orderLines.quantityMilli} - ${orderLines.refundedMilli})`.mapWith(Number),
    })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .where(and(inArray(orderLines.cycleId, ids), notInArray(consignments.state, ["cancelled", "refunded"])))
    .groupBy(orderLines.cycleId);
  return rows.map((row) => {
    const pledged = pledgedTogether(pledges.filter((pledge) => pledge.cycleId === row.id));
    const orderedMilli = ordered.find((each) => each.cycleId === row.id)?.milli ?? 0;
    const progress = cycleProgress({ ...row, pledged, orderedMilli });
    return { ...row, unit: unitOf(row.unit), phase: phaseNow(row, now), pledged, progress };
  });
}

export type CycleView = Awaited<ReturnType<typeof withProgress>>[number];

/** A group's cycles, those that run first. */
export async function listCycles(actor: Actor, { groupId, now }: { groupId: string; now: Date }): Promise<CycleView[]> {
  permit(actor, "see-cycles", { groupId });
  const rows = await select()
    .where(eq(saleCycles.groupId, groupId))
    .orderBy(
      sql`case ${saleCycles.state} when 'planned' then 0 else 1 end`,
      desc(saleCycles.closesAt),
      asc(saleCycles.id),
    )
    .limit(100);
  return withProgress(rows, now);
}

/** One cycle with its pledges; undefined when it is not this group's. */
export async function findCycle(
  actor: Actor,
  { groupId, cycleId, now }: { groupId: string; cycleId: string; now: Date },
) {
  permit(actor, "see-cycles", { groupId });
  const rows = await select().where(and(eq(saleCycles.id, cycleId), eq(saleCycles.groupId, groupId)));
  const [cycle] = await withProgress(rows, now);
  if (!cycle) return undefined;
  return { ...cycle, pledges: await listPledges(cycleId) };
}

function listPledges(cycleId: string) {
  return db()
    .select({
      memberId: members.id,
      memberName: members.name,
      memberNumber: members.number,
      fromMilli: cyclePledges.fromMilli,
      toMilli: cyclePledges.toMilli,
    })
    .from(cyclePledges)
    .innerJoin(members, eq(members.id, cyclePledges.memberId))
    .where(eq(cyclePledges.cycleId, cycleId))
    .orderBy(asc(members.number));
}

/** For use cases: what a member pledged to a cycle before. */
export async function findPledge(cycleId: string, memberId: string) {
  const [row] = await db()
    .select({ fromMilli: cyclePledges.fromMilli, toMilli: cyclePledges.toMilli })
    .from(cyclePledges)
    .where(and(eq(cyclePledges.cycleId, cycleId), eq(cyclePledges.memberId, memberId)));
  return row;
}

/** The cycles of a listing that run, as buyers see them. */
export async function listPublicCycles(listingId: string, now: Date) {
  const rows = await select()
    .where(and(eq(listings.id, listingId), eq(saleCycles.state, "planned"), isNull(variants.retiredAt)))
    .orderBy(asc(variants.position));
  return (await withProgress(rows, now)).map(
    ({ id, variantId, variantName, unit, phase, opensAt, closesAt, handOverDay, cutRule, progress, pledged }) => ({
      ...{ id, variantId, variantName, unit, phase, opensAt, closesAt, handOverDay, cutRule },
      ...progress,
      pledgedMilli: pledged.toMilli,
    }),
  );
}

/** The variants of a group's harvests, for which a cycle can be planned. */
export async function listCycleGoods(actor: Actor, groupId: string) {
  permit(actor, "plan-cycle", { groupId });
  return goodsRows(eq(listings.groupId, groupId));
}

/** For use cases: a harvest's variant of this group. */
export async function findCycleGoods({ groupId, variantId }: { groupId: string; variantId: string }) {
  const [row] = await goodsRows(and(eq(listings.groupId, groupId), eq(variants.id, variantId)));
  return row && { ...row, unit: unitOf(row.unit) };
}

function goodsRows(where: ReturnType<typeof and>) {
  return db()
    .select({ id: variants.id, listingName: listings.name, variantName: variants.name, unit: listings.unit })
    .from(variants)
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(and(where, eq(listings.kind, "harvest"), isNull(variants.retiredAt)))
    .orderBy(asc(listings.name), asc(listings.id), asc(variants.position));
}

/** The members for whom this person may pledge: all for who keeps the lists, else oneself. */
export async function listPledgers(actor: Actor, groupId: string) {
  permit(actor, "see-cycles", { groupId });
  const rows = await db()
    .select({ id: members.id, number: members.number, name: members.name })
    .from(members)
    .where(and(eq(members.groupId, groupId), isNull(members.leftAt)))
    .orderBy(asc(members.number));
  return rows.filter((row) => may(actor, "pledge-harvest", { groupId, memberId: row.id }));
}

/** For the use case that packs: goods of a cycle that runs are not there yet, or not shared out. */
export async function waitsForHarvest(consignmentId: string): Promise<boolean> {
  const rows = await db()
    .select({ id: consignments.id })
    .from(consignments)
    .where(and(eq(consignments.id, consignmentId), exists(linesInCycle())));
  return rows.length > 0;
}

/** Of the consignment that is asked about: its lines whose cycle still runs. */
export function linesInCycle() {
  return db()
    .select({ one: sql`1` })
    .from(orderLines)
    .innerJoin(saleCycles, eq(saleCycles.id, orderLines.cycleId))
    .where(and(eq(orderLines.consignmentId, consignments.id), eq(saleCycles.state, "planned")));
}
