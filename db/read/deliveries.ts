import { and, asc, desc, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import type { Delivery } from "#app/domain/checkout.ts";
import { type ConsignmentState, statesBefore } from "#app/domain/consignment.ts";
import { subtract } from "#app/domain/money.ts";
import { type Actor, may, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { consignments, groups, orderLineShares, orderLines, orders, payments, pickUpPoints, runs } from "../schema.ts";
import { RECEIVER_NAME, RECEIVER_PHONE } from "./receiver.ts";

/** What an order costs in the end: less, where less was packed. */
const DUE = sql`${orders.total} - ${orders.missingTotal}`.mapWith(orders.total);

const parts = {
  id: consignments.id,
  orderId: consignments.orderId,
  groupId: consignments.groupId,
  groupName: groups.name,
  state: consignments.state,
  runId: consignments.runId,
  runCode: runs.code,
  runHubId: runs.hubId,
  groupHubId: groups.hubId,
  pickUpPointId: orders.pickUpPointId,
};

function selectParts() {
  return db()
    .select({
      ...parts,
      number: orders.number,
      buyerName: RECEIVER_NAME,
      delivery: orders.delivery,
      orderState: orders.state,
      due: DUE,
      pickUpPoint: pickUpPoints.name,
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .leftJoin(runs, eq(runs.id, consignments.runId))
    .leftJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId));
}

type Part = { state: ConsignmentState; delivery: Delivery } & {
  runHubId: string | null;
  groupHubId: string | null;
};

/** Where the keeper stands who gives it to the buyer: the run's hub, or the group's own. */
function hubOf(part: Pick<Part, "runHubId" | "groupHubId">): string | undefined {
  return part.runHubId ?? part.groupHubId ?? undefined;
}

/** Where the goods lie, for the policy: at a keeper's hub; once they arrived, also at the pick-up point. */
function placeOf(part: Omit<Part, "delivery"> & { pickUpPointId: string | null }) {
  const isAtPoint = part.state === "arrived" || part.state === "delivered";
  return { hubId: hubOf(part), pickUpPointId: (isAtPoint ? part.pickUpPointId : null) ?? undefined };
}

export function isDeliverable(part: Pick<Part, "state" | "delivery">): boolean {
  return statesBefore("deliver", part.delivery).includes(part.state);
}

/** The orders of a run that have arrived or have been given to their buyers. */
export async function listRunDeliveries(actor: Actor, run: { id: string; hubId: string }) {
  permit(actor, "deliver-order", { hubId: run.hubId });
  const rows = await selectParts()
    .where(and(eq(consignments.runId, run.id), inArray(consignments.state, ["arrived", "delivered"])))
    .orderBy(asc(pickUpPoints.name), asc(RECEIVER_NAME), asc(orders.number));
  return byOrder(rows);
}

/** The orders that travel without a run and wait for their buyer: handed over at the hub, or with the courier. */
export async function listLoneDeliveries(actor: Actor) {
  permit(actor, "deliver-order", { hubId: actor.hubIds[0] });
  const rows = await selectParts()
    .where(and(isNull(consignments.runId), inArray(consignments.state, ["handed-over", "departed"])))
    .orderBy(asc(RECEIVER_NAME), asc(orders.number));
  return byOrder(rows.filter((row) => isDeliverable(row) && may(actor, "deliver-order", { hubId: hubOf(row) })));
}

const GIVEN_DAYS = 7;

/** What waits at the pick-up points that somebody keeps, and what was fetched there in these days. */
export async function listPickUps(actor: Actor, now: Date) {
  permit(actor, "see-pick-ups", { pickUpPointId: actor.pointIds[0] });
  const since = new Date(now.getTime() - GIVEN_DAYS * 86_400_000);
  const isShown = or(
    eq(consignments.state, "arrived"),
    and(eq(consignments.state, "delivered"), gte(consignments.deliveredAt, since)),
  );
  const rows = await selectParts()
    .where(and(inArray(orders.pickUpPointId, actor.pointIds), eq(orders.delivery, "run-pickup"), isShown))
    .orderBy(asc(pickUpPoints.name), asc(RECEIVER_NAME), asc(orders.number));
  return byOrder(rows);
}

function byOrder(rows: Awaited<ReturnType<typeof selectParts>>) {
  const found = new Map<
    string,
    {
      number: string;
      buyerName: string;
      delivery: Part["delivery"];
      cashDue: number | null;
      pickUpPoint: string | null;
      groupNames: string[];
      ready: boolean;
    }
  >();
  for (const row of rows) {
    const known = found.get(row.orderId);
    found.set(row.orderId, {
      number: row.number,
      buyerName: row.buyerName,
      delivery: row.delivery,
      cashDue: row.orderState === "payable-on-delivery" ? row.due : null,
      pickUpPoint: row.pickUpPoint,
      groupNames: [...(known?.groupNames ?? []), row.groupName],
      ready: (known?.ready ?? false) || isDeliverable(row),
    });
  }
  return [...found.values()];
}

/** What the use case and the page decide by: an order, its parts, and which of them this actor may give to the buyer. */
export async function findDelivery(actor: Actor, number: string) {
  const [order] = await db()
    .select({
      id: orders.id,
      number: orders.number,
      buyerName: RECEIVER_NAME,
      buyerPhone: RECEIVER_PHONE,
      delivery: orders.delivery,
      state: orders.state,
      due: DUE,
      villageCode: orders.villageCode,
      street: orders.street,
      rt: orders.rt,
      rw: orders.rw,
      landmark: orders.landmark,
      pickUpPoint: pickUpPoints.name,
      pickUpAddress: pickUpPoints.address,
    })
    .from(orders)
    .leftJoin(pickUpPoints, eq(pickUpPoints.id, orders.pickUpPointId))
    .where(eq(orders.number, number));
  if (!order) {
    permit(actor, "deliver-order", { hubId: actor.hubIds[0], pickUpPointId: actor.pointIds[0] });
    return undefined;
  }
  const rows = await db()
    .select(parts)
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .leftJoin(runs, eq(runs.id, consignments.runId))
    .where(eq(consignments.orderId, order.id))
    .orderBy(asc(groups.name));
  const mine = rows.filter((row) => may(actor, "deliver-order", placeOf(row)));
  if (mine.length === 0) permit(actor, "deliver-order", rows[0] ? placeOf(rows[0]) : {});
  return {
    ...order,
    parts: rows.map((row) => ({
      ...row,
      isMine: mine.includes(row),
      isReady: isDeliverable({ ...row, delivery: order.delivery }),
    })),
  };
}

/** The try to pay in cash that is still open. */
export async function findCashPayment(orderId: string) {
  const [row] = await db()
    .select({ id: payments.id, amount: payments.amount })
    .from(payments)
    .where(
      and(
        eq(payments.orderId, orderId),
        eq(payments.method, "cash-on-delivery"),
        inArray(payments.state, ["open", "claimed"]),
      ),
    )
    .orderBy(desc(payments.attempt))
    .limit(1);
  return row;
}

/** How each line of a consignment was divided when it was sold, less what was packed short or went back. */
export async function listConsignmentShares(consignmentId: string) {
  const rows = await db()
    .select({
      orderLineId: orderLines.id,
      party: orderLineShares.party,
      memberId: orderLineShares.memberId,
      amount: orderLineShares.amount,
      missing: orderLineShares.missing,
      refunded: orderLineShares.refunded,
    })
    .from(orderLines)
    .innerJoin(orderLineShares, eq(orderLineShares.orderLineId, orderLines.id))
    .where(eq(orderLines.consignmentId, consignmentId))
    .orderBy(asc(orderLines.position), asc(orderLineShares.position));
  const lines = new Map<string, Omit<(typeof rows)[number], "missing" | "refunded">[]>();
  for (const { missing, refunded, amount, ...row } of rows) {
    const kept = { ...row, amount: subtract(subtract(amount, missing), refunded) };
    lines.set(row.orderLineId, [...(lines.get(row.orderLineId) ?? []), kept]);
  }
  return [...lines].map(([orderLineId, shares]) => ({ orderLineId, shares }));
}
