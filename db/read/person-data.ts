import { asc, eq, inArray } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import {
  complaints,
  consignments,
  documents,
  entries,
  groups,
  listings,
  members,
  messages,
  orderLines,
  orders,
  payments,
  people,
  postings,
  questions,
  reviews,
  savedAddresses,
  savedGroups,
  savingsMovements,
  sessions,
  standingOrders,
  variants,
} from "../schema.ts";
import { gatherOwnMoney } from "./person-money.ts";

/** Everything that is kept about a person, table by table; undefined when there is nobody. Hashes and keys stay here. */
export async function gatherPersonData(actor: Actor, personId: string) {
  permit(actor, "export-person", { personId });
  const [person] = await db()
    .select({
      ...{ id: people.id, name: people.name, phone: people.phone, email: people.email, language: people.locale },
      since: people.createdAt,
    })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) return undefined;
  return {
    person,
    sessions: await db()
      .select({ device: sessions.device, createdAt: sessions.createdAt, seenAt: sessions.seenAt })
      .from(sessions)
      .where(eq(sessions.personId, personId)),
    memberships: await db()
      .select({ group: groups.name, number: members.number, name: members.name, phone: members.phone })
      .from(members)
      .innerJoin(groups, eq(groups.id, members.groupId))
      .where(eq(members.personId, personId)),
    savings: await db()
      .select({
        ...{ group: groups.name, year: savingsMovements.year, number: savingsMovements.number },
        ...{ purpose: savingsMovements.purpose, way: savingsMovements.way, day: savingsMovements.day },
        ...{ pokok: savingsMovements.pokok, wajib: savingsMovements.wajib, sukarela: savingsMovements.sukarela },
      })
      .from(savingsMovements)
      .innerJoin(members, eq(members.id, savingsMovements.memberId))
      .innerJoin(groups, eq(groups.id, members.groupId))
      .where(eq(members.personId, personId))
      .orderBy(asc(savingsMovements.recordedAt), asc(savingsMovements.number)),
    ...(await gatherPurchases(personId)),
    ...(await gatherWords(personId)),
    ...(await gatherOwnMoney(personId)),
    addresses: await db()
      .select({
        ...{ label: savedAddresses.label, villageCode: savedAddresses.villageCode, street: savedAddresses.street },
        ...{ rt: savedAddresses.rt, rw: savedAddresses.rw, landmark: savedAddresses.landmark },
        postcode: savedAddresses.postcode,
      })
      .from(savedAddresses)
      .where(eq(savedAddresses.personId, personId)),
    standingOrders: await db()
      .select({
        ...{ goods: listings.name, variant: variants.name, quantityMilli: standingOrders.quantityMilli },
        ...{ everyWeeks: standingOrders.everyWeeks, weekday: standingOrders.weekday, state: standingOrders.state },
        ...{ delivery: standingOrders.delivery, method: standingOrders.method, ceiling: standingOrders.ceiling },
        ...{
          notBefore: standingOrders.notBefore,
          createdAt: standingOrders.createdAt,
          endedAt: standingOrders.endedAt,
        },
      })
      .from(standingOrders)
      .innerJoin(variants, eq(variants.id, standingOrders.variantId))
      .innerJoin(listings, eq(listings.id, variants.listingId))
      .where(eq(standingOrders.personId, personId))
      .orderBy(asc(standingOrders.createdAt)),
    savedGroups: await db()
      .select({ group: groups.name, savedAt: savedGroups.savedAt })
      .from(savedGroups)
      .innerJoin(groups, eq(groups.id, savedGroups.groupId))
      .where(eq(savedGroups.personId, personId)),
    credit: await db()
      .select({ at: entries.at, kind: entries.kind, amount: postings.amount })
      .from(postings)
      .innerJoin(entries, eq(entries.id, postings.entryId))
      .where(eq(postings.accountCode, `buyer-credit:buyer:${personId}`))
      .orderBy(asc(entries.at), asc(entries.sequence)),
  };
}

async function gatherPurchases(personId: string) {
  const own = await db()
    .select({
      ...{ id: orders.id, number: orders.number, placedAt: orders.placedAt, state: orders.state },
      ...{ name: orders.buyerName, phone: orders.buyerPhone, delivery: orders.delivery },
      ...{ villageCode: orders.villageCode, street: orders.street, rt: orders.rt, rw: orders.rw },
      ...{ landmark: orders.landmark, postcode: orders.postcode, note: orders.noteToGroups },
      ...{ recipient: orders.recipientName, recipientPhone: orders.recipientPhone, cardNote: orders.cardNote },
      ...{ goods: orders.goodsTotal, shipping: orders.shippingQuote, doorFee: orders.doorFee, total: orders.total },
      creditUsed: orders.creditUsed,
    })
    .from(orders)
    .where(eq(orders.buyerId, personId))
    .orderBy(asc(orders.placedAt));
  const ids = own.map((order) => order.id);
  if (ids.length === 0) return { orders: [], payments: [], documents: [] };
  const lines = await db()
    .select({
      ...{ orderId: orderLines.orderId, goods: orderLines.listingName, variant: orderLines.variantName },
      ...{ unit: orderLines.unit, unitPrice: orderLines.unitPrice, quantityMilli: orderLines.quantityMilli },
      goodsValue: orderLines.goodsValue,
    })
    .from(orderLines)
    .where(inArray(orderLines.orderId, ids))
    .orderBy(asc(orderLines.orderId), asc(orderLines.position));
  return {
    orders: own.map(({ id, ...order }) => ({
      ...order,
      lines: lines.filter((line) => line.orderId === id).map(({ orderId: _, ...line }) => line),
    })),
    payments: await db()
      .select({
        ...{ order: orders.number, method: payments.method, amount: payments.amount, state: payments.state },
        ...{ at: payments.createdAt, confirmedAt: payments.confirmedAt },
      })
      .from(payments)
      .innerJoin(orders, eq(orders.id, payments.orderId))
      .where(inArray(payments.orderId, ids)),
    documents: await db()
      .select({
        ...{ kind: documents.kind, year: documents.year, number: documents.number, total: documents.total },
        ...{ issuedAt: documents.issuedAt, content: documents.content },
      })
      .from(documents)
      .where(inArray(documents.orderId, ids)),
  };
}

async function gatherWords(personId: string) {
  return {
    reviews: await db()
      .select({ stars: reviews.stars, words: reviews.words, writtenAt: reviews.writtenAt })
      .from(reviews)
      .where(eq(reviews.personId, personId)),
    questions: await db()
      .select({ words: questions.words, askedAt: questions.askedAt })
      .from(questions)
      .where(eq(questions.askedBy, personId)),
    complaints: await db()
      .select({
        ...{ order: orders.number, kind: complaints.kind, wish: complaints.wish, words: complaints.words },
        ...{ reportedAt: complaints.reportedAt, answer: complaints.answer, decision: complaints.decision },
      })
      .from(complaints)
      .innerJoin(consignments, eq(consignments.id, complaints.consignmentId))
      .innerJoin(orders, eq(orders.id, consignments.orderId))
      .where(eq(orders.buyerId, personId))
      .orderBy(asc(complaints.reportedAt)),
    messages: await db()
      .select({ kind: messages.kind, facts: messages.facts, at: messages.createdAt })
      .from(messages)
      .where(eq(messages.personId, personId))
      .orderBy(asc(messages.createdAt)),
  };
}

export type PersonData = NonNullable<Awaited<ReturnType<typeof gatherPersonData>>>;
