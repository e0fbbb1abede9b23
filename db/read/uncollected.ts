import { and, asc, eq, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { FRESH_DAYS } from "#app/domain/hub-work.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import {
  consignments,
  groups,
  listings,
  orderLines,
  orders,
  pickUpPoints,
  runs,
  uncollected,
  variants,
} from "../schema.ts";
import { RECEIVER_NAME, RECEIVER_PHONE } from "./receiver.ts";

/** Something in it does not keep: it has to stay cold, or is good for a few days only. */
const FRESH =
  sql<number>`max(case when ${listings.travels} = 'chilled' or ${listings.shelfDays} <= ${FRESH_DAYS} then 1 else 0 end)`.mapWith(
    Number,
  );

/** What lies at a pick-up point and has not been fetched, the longest waiting first; nobody asks, so there is no actor. */
export async function listWaitingGoods() {
  const rows = await db()
    .select({
      id: consignments.id,
      orderId: consignments.orderId,
      groupId: consignments.groupId,
      orderNumber: orders.number,
      point: pickUpPoints.name,
      arrivedAt: runs.arrivedAt,
      reminders: uncollected.reminders,
      fresh: FRESH,
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(runs, eq(runs.id, consignments.runId))
    .leftJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId))
    .leftJoin(uncollected, eq(uncollected.consignmentId, consignments.id))
    .innerJoin(orderLines, eq(orderLines.consignmentId, consignments.id))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(and(eq(consignments.state, "arrived"), eq(orders.delivery, "run-pickup"), isNotNull(runs.arrivedAt)))
    .groupBy(consignments.id, orders.id, runs.id, pickUpPoints.id, uncollected.consignmentId)
    .orderBy(asc(runs.arrivedAt), asc(consignments.id));
  return rows.map(({ fresh, ...row }) => ({ ...row, isFresh: fresh === 1 }));
}

const columns = {
  id: consignments.id,
  orderNumber: orders.number,
  buyerName: RECEIVER_NAME,
  buyerPhone: RECEIVER_PHONE,
  groupId: consignments.groupId,
  groupName: groups.name,
  point: pickUpPoints.name,
  untilAt: uncollected.untilAt,
  reminders: uncollected.reminders,
  outcome: uncollected.outcome,
};

/** What of a run its buyers were reminded of, and what becomes of it. */
export async function listUncollected(actor: Actor, run: { id: string; hubId: string }) {
  permit(actor, "see-runs", { hubId: run.hubId });
  return db()
    .select(columns)
    .from(uncollected)
    .innerJoin(consignments, eq(consignments.id, uncollected.consignmentId))
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .leftJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId))
    .where(and(eq(consignments.runId, run.id), eq(consignments.state, "arrived")))
    .orderBy(asc(uncollected.untilAt), asc(orders.number));
}

/** What the use case decides by. */
export async function findUncollected(consignmentId: string) {
  const [row] = await db()
    .select({
      ...{ id: consignments.id, orderId: consignments.orderId, groupId: consignments.groupId },
      ...{ orderNumber: orders.number, state: consignments.state, hubId: runs.hubId },
      ...{ untilAt: uncollected.untilAt, outcome: uncollected.outcome },
    })
    .from(uncollected)
    .innerJoin(consignments, eq(consignments.id, uncollected.consignmentId))
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(runs, eq(runs.id, consignments.runId))
    .where(eq(uncollected.consignmentId, consignmentId));
  return row;
}

/** How many wait beyond their time, run by run: for a keeper those without a decision, for the operator those whose money is to go back. */
export async function countUncollected(now: Date) {
  return db()
    .select({
      ...{ runCode: runs.code, hubId: runs.hubId },
      undecided: sql<number>`sum(case when ${uncollected.outcome} is null then 1 else 0 end)`.mapWith(Number),
      decided: sql<number>`sum(case when ${uncollected.outcome} is null then 0 else 1 end)`.mapWith(Number),
    })
    .from(uncollected)
    .innerJoin(consignments, eq(consignments.id, uncollected.consignmentId))
    .innerJoin(runs, eq(runs.id, consignments.runId))
    .where(
      and(
        eq(consignments.state, "arrived"),
        or(and(isNull(uncollected.outcome), lte(uncollected.untilAt, now)), isNotNull(uncollected.outcome)),
      ),
    )
    .groupBy(runs.id)
    .orderBy(asc(runs.code));
}
