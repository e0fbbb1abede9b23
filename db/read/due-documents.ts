import { and, asc, eq, inArray } from "drizzle-orm";
import type { DocumentBasis } from "#app/domain/due-documents.ts";
import { add, type Rupiah, rupiah, sum, ZERO } from "#app/domain/money.ts";
import { BACK_TO_CREDIT } from "#app/domain/refund.ts";
import { db } from "../client.server.ts";
import {
  consignments,
  documents,
  groups,
  networks,
  orderLines,
  orders,
  payments,
  refundLines,
  refunds,
} from "../schema.ts";

/** All that the papers of an order are made of. The caller has checked who asks. */
export async function gatherDocumentBasis(orderId: string): Promise<DocumentBasis | undefined> {
  const [order] = await db().select().from(orders).where(eq(orders.id, orderId));
  if (!order) return undefined;
  const [network] = await db().select({ name: networks.name }).from(networks).where(eq(networks.id, "network"));
  const issued = await db().select({ cause: documents.cause }).from(documents).where(eq(documents.orderId, orderId));
  const rtRw = [order.rt && `RT ${order.rt}`, order.rw && `RW ${order.rw}`].filter(Boolean).join(" / ");
  return {
    networkName: network?.name ?? "",
    order: { number: order.number, state: order.state, placedAt: order.placedAt.toISOString(), doorFee: order.doorFee },
    buyer: {
      ...{ name: order.buyerName, villageCode: order.villageCode, postcode: order.postcode },
      lines: [[order.street, rtRw].filter(Boolean).join(", "), order.landmark ?? ""].filter((line) => line !== ""),
    },
    parts: await listParts(orderId),
    ...(await listMoney(orderId)),
    issued: new Set(issued.map((row) => row.cause)),
  };
}

async function listParts(orderId: string): Promise<DocumentBasis["parts"]> {
  const rows = await db()
    .select({
      consignmentId: consignments.id,
      groupId: consignments.groupId,
      group: { name: groups.name, villageCode: groups.villageCode, phone: groups.phone, account: groups.slug },
      state: consignments.state,
      handedOverAt: consignments.handedOverAt,
      goodsValue: consignments.goodsValue,
      missing: consignments.missing,
      quote: consignments.quote,
      share: consignments.share,
    })
    .from(consignments)
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .where(eq(consignments.orderId, orderId))
    .orderBy(asc(consignments.id));
  const lines = await db()
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position));
  return rows.map(({ handedOverAt, ...row }) => ({
    ...row,
    wasHandedOver: handedOverAt !== null,
    lines: lines
      .filter((line) => line.consignmentId === row.consignmentId)
      .map((line) => ({
        name: [line.listingName, line.variantName].filter(Boolean).join(", "),
        ...{ unit: line.unit, unitPrice: line.unitPrice, quantityMilli: line.quantityMilli },
        ...{ goodsValue: line.goodsValue, missing: line.missing },
      })),
  }));
}

async function listMoney(orderId: string): Promise<Pick<DocumentBasis, "payments" | "refunds">> {
  const tries = await db()
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, orderId), eq(payments.state, "paid")))
    .orderBy(asc(payments.attempt));
  const back = await db()
    .select({
      id: refunds.id,
      amount: refunds.amount,
      cause: refunds.cause,
      formKey: refunds.formKey,
      reason: refunds.reason,
    })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(payments.orderId, orderId))
    .orderBy(asc(refunds.createdAt), asc(refunds.id));
  const [order] = await db().select({ creditUsed: orders.creditUsed }).from(orders).where(eq(orders.id, orderId));
  const used = order?.creditUsed ?? ZERO;
  // What went back to credit is part of the refund beside it: one paper for both.
  const toCredit = (formKey: string): Rupiah =>
    sum(back.filter((each) => each.formKey === `${formKey}${BACK_TO_CREDIT}`).map((each) => each.amount));
  const whole = back.filter((each) => !each.formKey.endsWith(BACK_TO_CREDIT));
  const goods = await listRefundedGoods(back.map((refund) => refund.id));
  return {
    payments: tries.map(({ id, amount, uniqueAddition, method, confirmedAt, createdAt }) => ({
      ...{
        id,
        amount: method === "credit" ? amount : add(amount, used),
        method,
        uniqueAddition: rupiah(uniqueAddition),
      },
      paidAt: (confirmedAt ?? createdAt).toISOString(),
    })),
    refunds: whole.map(({ id, amount, cause, formKey, reason }) => ({
      ...{ id, amount: add(amount, toCredit(formKey)), reason },
      cause,
      goods: goods.filter((line) => line.refundId === id),
      // What was packed short goes back under the key of its entry: packed-short:CONSIGNMENT:MISSING.
      consignmentId: cause === "packed-short" ? (formKey.split(":")[1] ?? null) : null,
    })),
  };
}

const listRefundedGoods = (refundIds: string[]) =>
  db()
    .select({
      refundId: refundLines.refundId,
      consignmentId: orderLines.consignmentId,
      amount: refundLines.amount,
    })
    .from(refundLines)
    .innerJoin(orderLines, eq(orderLines.id, refundLines.orderLineId))
    .where(inArray(refundLines.refundId, refundIds));
