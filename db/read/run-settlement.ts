import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { TRAVELLED_STATES } from "#app/domain/consignment.ts";
import { rupiah } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { consignments, groups, orders } from "../schema.ts";

const columns = {
  id: consignments.id,
  orderId: consignments.orderId,
  orderNumber: orders.number,
  orderRunId: orders.runId,
  orderState: orders.state,
  buyerId: orders.buyerId,
  buyerName: orders.buyerName,
  savingAs: orders.savingAs,
  groupName: groups.name,
  doorFee: orders.doorFee,
  grams: consignments.grams,
  volumetricGrams: consignments.volumetricGrams,
  packedGrams: consignments.packedGrams,
  quote: consignments.quote,
  share: consignments.share,
};

function select() {
  return db()
    .select(columns)
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId));
}

/**
 * What a run's bill is divided over: what travelled and is paid. An order's door fee stands at the run that the order belongs to; those
 * still to be paid at the door are told apart, for their money is not there yet.
 */
export async function listTravelled(actor: Actor, run: { id: string }) {
  permit(actor, "settle-run");
  const rows = await select()
    .where(and(eq(consignments.runId, run.id), inArray(consignments.state, [...TRAVELLED_STATES])))
    .orderBy(asc(orders.number), asc(groups.name), asc(consignments.id));
  const withFee = rows.map(({ orderRunId, ...row }) => ({
    ...row,
    doorFee: orderRunId === run.id ? row.doorFee : rupiah(0),
  }));
  return {
    paid: withFee.filter((row) => row.orderState === "paid" || row.orderState === "completed"),
    unpaid: withFee.filter((row) => row.orderState === "payable-on-delivery"),
  };
}

/** What a settled run charged, as it stands; also of orders that were refunded since. */
export async function listSettled(actor: Actor, run: { id: string }) {
  permit(actor, "settle-run");
  return select()
    .where(and(eq(consignments.runId, run.id), isNotNull(consignments.share)))
    .orderBy(asc(orders.number), asc(groups.name), asc(consignments.id));
}
