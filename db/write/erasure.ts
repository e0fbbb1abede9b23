import { and, eq, inArray, isNull } from "drizzle-orm";
import { ERASED_NAME } from "#app/domain/erasure.ts";
import {
  basketLines,
  baskets,
  complaints,
  consignments,
  handOvers,
  hubReports,
  members,
  messagePreferences,
  messages,
  orders,
  outbox,
  payoutRequests,
  payoutWays,
  people,
  questions,
  resetCodes,
  reviews,
  savedAddresses,
  savedGroups,
  sessions,
} from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { deleteStandingOrders } from "./standing-orders.ts";

/**
 * Takes out of every table what says who somebody is. The rows that the ledger points at stay, without a name. False when there is
 * nobody, or nobody any more.
 */
export async function erasePersonRows(tx: Tx, { personId, now }: { personId: string; now: Date }): Promise<boolean> {
  const nobody = { phone: null, email: null, passwordHash: null, locale: null };
  const erased = await tx
    .update(people)
    .set({ ...nobody, name: ERASED_NAME, suspendedAt: now, erasedAt: now })
    .where(and(eq(people.id, personId), isNull(people.erasedAt)))
    .returning({ id: people.id });
  if (erased.length === 0) return false;
  await deleteOwn(tx, personId);
  const nowhere = { villageCode: null, street: null, rt: null, rw: null, landmark: null, postcode: null };
  const noGift = { recipientName: null, recipientPhone: null, cardNote: "" };
  await tx
    .update(orders)
    .set({ ...nowhere, buyerName: ERASED_NAME, buyerPhone: "", noteToGroups: "", ...noGift })
    .where(eq(orders.buyerId, personId));
  await tx.update(reviews).set({ authorName: ERASED_NAME }).where(eq(reviews.personId, personId));
  await tx.update(questions).set({ askerName: ERASED_NAME }).where(eq(questions.askedBy, personId));
  await tx
    .update(complaints)
    .set({ words: "", photoId: null })
    .where(inArray(complaints.consignmentId, ownConsignments(tx, personId)));
  const own = tx.select({ id: members.id }).from(members).where(eq(members.personId, personId));
  await tx.delete(payoutWays).where(inArray(payoutWays.memberId, own));
  await tx.update(payoutRequests).set({ words: "" }).where(inArray(payoutRequests.memberId, own));
  const ownOrders = tx.select({ id: orders.id }).from(orders).where(eq(orders.buyerId, personId));
  await tx.update(handOvers).set({ takenBy: "" }).where(inArray(handOvers.orderId, ownOrders));
  await tx
    .update(hubReports)
    .set({ photoId: null })
    .where(inArray(hubReports.consignmentId, ownConsignments(tx, personId)));
  await tx.update(members).set({ phone: null }).where(eq(members.personId, personId));
  return true;
}

/** What nobody else needs. Mail that was not sent yet goes with the message that it was to bring. */
async function deleteOwn(tx: Tx, personId: string): Promise<void> {
  const own = await tx.select({ id: messages.id }).from(messages).where(eq(messages.personId, personId));
  const ids = own.map((message) => message.id);
  if (ids.length > 0) await tx.delete(outbox).where(and(eq(outbox.kind, "mail"), inArray(outbox.subjectId, ids)));
  const kept = await tx.select({ id: baskets.id }).from(baskets).where(eq(baskets.personId, personId));
  for (const { id } of kept) await tx.delete(basketLines).where(eq(basketLines.basketId, id));
  await tx.delete(baskets).where(eq(baskets.personId, personId));
  await deleteStandingOrders(tx, personId);
  await tx.delete(sessions).where(eq(sessions.personId, personId));
  await tx.delete(resetCodes).where(eq(resetCodes.personId, personId));
  await tx.delete(messages).where(eq(messages.personId, personId));
  await tx.delete(messagePreferences).where(eq(messagePreferences.personId, personId));
  await tx.delete(savedAddresses).where(eq(savedAddresses.personId, personId));
  await tx.delete(savedGroups).where(eq(savedGroups.personId, personId));
}

const ownConsignments = (tx: Tx, personId: string) =>
  tx
    .select({ id: consignments.id })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .where(eq(orders.buyerId, personId));
