import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, notExists, sql } from "drizzle-orm";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { rupiah } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { isUnit, type Unit } from "#app/domain/unit.ts";
import { db } from "../client.server.ts";
import {
  groups,
  listings,
  orderLines,
  orders,
  people,
  saleCycles,
  standingOrders,
  standingTurns,
  variants,
} from "../schema.ts";

/** A turn that is due: of a cycle that has opened, or of a day that has come. */
export type DueTurn = { standingOrderId: string; turn: string };

/** Nobody is told of an order in the night. */
const FIRST_HOUR_MS = 6 * 3_600_000;

/** For the job: the turns that are due now and that nobody had yet, the standing orders that began first going first. */
export async function listDueTurns(now: Date): Promise<DueTurn[]> {
  const byCycle = await db()
    .select({
      ...{ standingOrderId: standingOrders.id, turn: saleCycles.id, notBefore: standingOrders.notBefore },
      ...{ opensAt: saleCycles.opensAt, createdAt: standingOrders.createdAt },
    })
    .from(standingOrders)
    .innerJoin(people, eq(people.id, standingOrders.personId))
    .innerJoin(saleCycles, eq(saleCycles.variantId, standingOrders.variantId))
    .where(
      and(
        isNull(standingOrders.weekday),
        isActive(),
        eq(saleCycles.state, "planned"),
        lte(saleCycles.opensAt, now),
        gt(saleCycles.closesAt, now),
        hadNoTurn(saleCycles.id),
      ),
    );
  const today = dayInWib(now.getTime() - FIRST_HOUR_MS);
  const byDay = await db()
    .select({
      ...{ standingOrderId: standingOrders.id, turn: standingOrders.notBefore, createdAt: standingOrders.createdAt },
    })
    .from(standingOrders)
    .innerJoin(people, eq(people.id, standingOrders.personId))
    .where(
      and(
        isNotNull(standingOrders.weekday),
        isActive(),
        lte(standingOrders.notBefore, today),
        hadNoTurn(standingOrders.notBefore),
      ),
    );
  const opened = byCycle.filter(({ opensAt, notBefore }) => dayInWib(opensAt.getTime()) >= notBefore);
  return [...opened, ...byDay]
    .toSorted(
      (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.standingOrderId < b.standingOrderId ? -1 : 1),
    )
    .map(({ standingOrderId, turn }) => ({ standingOrderId, turn }));
}

function isActive() {
  return and(eq(standingOrders.state, "active"), isNull(people.suspendedAt));
}

function hadNoTurn(turn: typeof saleCycles.id | typeof standingOrders.notBefore) {
  const had = db()
    .select({ one: sql`1` })
    .from(standingTurns)
    .where(and(eq(standingTurns.standingOrderId, standingOrders.id), eq(standingTurns.turn, turn)));
  return notExists(had);
}

const SHOWN = {
  id: standingOrders.id,
  personId: standingOrders.personId,
  variantId: standingOrders.variantId,
  quantityMilli: standingOrders.quantityMilli,
  everyWeeks: standingOrders.everyWeeks,
  weekday: standingOrders.weekday,
  delivery: standingOrders.delivery,
  pickUpPointId: standingOrders.pickUpPointId,
  addressId: standingOrders.addressId,
  method: standingOrders.method,
  usesCredit: standingOrders.usesCredit,
  ceiling: standingOrders.ceiling,
  state: standingOrders.state,
  skipsNext: standingOrders.skipsNext,
  notBefore: standingOrders.notBefore,
  listingName: listings.name,
  variantName: variants.name,
  slug: listings.slug,
  unit: listings.unit,
  groupName: groups.name,
};

function select() {
  return db()
    .select(SHOWN)
    .from(standingOrders)
    .innerJoin(variants, eq(variants.id, standingOrders.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .innerJoin(groups, eq(groups.id, listings.groupId));
}

function shown(row: Awaited<ReturnType<typeof select>>[number]) {
  const unit: Unit = isUnit(row.unit) ? row.unit : "buah";
  return { ...row, unit, ceiling: rupiah(row.ceiling) };
}

/** The signed-in person's own standing orders that have not ended, the newest first. */
export async function listOwnStandingOrders(actor: Actor) {
  permit(actor, "see-standing-orders");
  const rows = await select()
    .where(and(eq(standingOrders.personId, actor.personId ?? ""), ne(standingOrders.state, "ended")))
    .orderBy(desc(standingOrders.createdAt), asc(standingOrders.id));
  return rows.map(shown);
}

/** One of the person's own, with its last turns; undefined for everybody else's. */
export async function findOwnStandingOrder(actor: Actor, id: string) {
  permit(actor, "see-standing-orders");
  const mine = and(eq(standingOrders.id, id), eq(standingOrders.personId, actor.personId ?? ""));
  const [row] = await select().where(mine);
  if (!row) return undefined;
  const turns = await db()
    .select({
      ...{ turn: standingTurns.turn, outcome: standingTurns.outcome, why: standingTurns.why, at: standingTurns.at },
      ...{ number: orders.number, orderState: orders.state },
    })
    .from(standingTurns)
    .leftJoin(orders, eq(orders.id, standingTurns.orderId))
    .where(eq(standingTurns.standingOrderId, id))
    .orderBy(desc(standingTurns.at), desc(standingTurns.turn))
    .limit(10);
  return { ...shown(row), turns };
}

/** Of an order of this person's, the goods that can be a standing order: on sale, and not made to order. */
export function listStandable(actor: Actor, orderId: string) {
  permit(actor, "see-standing-orders");
  return db()
    .select({
      ...{ variantId: variants.id, slug: listings.slug, name: listings.name, quantityMilli: orderLines.quantityMilli },
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(
      and(
        ...[eq(orders.id, orderId), eq(orders.buyerId, actor.personId ?? ""), eq(listings.state, "published")],
        ...[eq(groups.state, "active"), isNull(variants.retiredAt), isNull(listings.madeToOrderDays)],
      ),
    )
    .orderBy(asc(orderLines.position));
}

/** For use cases: whose it is and what it is about; undefined when there is none. */
export async function findStandingOrder(id: string) {
  const [row] = await select().where(eq(standingOrders.id, id));
  return row && shown(row);
}

/** Which standing order a form made already. */
export async function findStandingByFormKey(formKey: string) {
  const [row] = await db()
    .select({ id: standingOrders.id, personId: standingOrders.personId })
    .from(standingOrders)
    .where(eq(standingOrders.formKey, formKey));
  return row;
}

/** Whether these goods are ordered ahead: they had a sale cycle that went, or have one that will. */
export async function hadCycle(variantId: string): Promise<boolean> {
  const [row] = await db()
    .select({ id: saleCycles.id })
    .from(saleCycles)
    .where(and(eq(saleCycles.variantId, variantId), inArray(saleCycles.state, ["planned", "settled", "rolled-over"])))
    .limit(1);
  return row !== undefined;
}

/** The day on which orders for these goods open next, or opened; null when no cycle runs. */
export async function findCycleOpening(variantId: string): Promise<Date | null> {
  const [row] = await db()
    .select({ opensAt: saleCycles.opensAt })
    .from(saleCycles)
    .where(and(eq(saleCycles.variantId, variantId), eq(saleCycles.state, "planned")));
  return row?.opensAt ?? null;
}

/** Who is told of a turn, and how to reach them. */
export async function findStandingPerson(personId: string) {
  const [row] = await db()
    .select({ name: people.name, phone: people.phone, locale: people.locale })
    .from(people)
    .where(eq(people.id, personId));
  return row;
}
