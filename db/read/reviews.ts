import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sum } from "drizzle-orm";
import { type Actor, may, permit } from "#app/domain/permissions.ts";
import { type Rating, ratingOf } from "#app/domain/review.ts";
import { db } from "../client.server.ts";
import { consignments, listings, orderLines, orders, photos, reviewReports, reviews, variants } from "../schema.ts";

const shown = {
  id: reviews.id,
  authorName: reviews.authorName,
  stars: reviews.stars,
  words: reviews.words,
  writtenAt: reviews.writtenAt,
  answer: reviews.answer,
  answeredAt: reviews.answeredAt,
  photo: { id: photos.id, alt: photos.alt, width: photos.width, height: photos.height, preview: photos.preview },
};

/** What buyers said of a listing, newest first; hidden ones left out. */
export async function listReviews(listingId: string, limit: number) {
  return db()
    .select(shown)
    .from(reviews)
    .leftJoin(photos, and(eq(photos.id, reviews.photoId), eq(photos.isPublic, true)))
    .where(and(eq(reviews.listingId, listingId), isNull(reviews.hiddenAt)))
    .orderBy(desc(reviews.writtenAt), asc(reviews.id))
    .limit(limit);
}

/** The average of each listing that has a review on show. */
export async function listRatings(listingIds: readonly string[]): Promise<Map<string, Rating>> {
  if (listingIds.length === 0) return new Map();
  const rows = await db()
    .select({
      listingId: reviews.listingId,
      stars: sum(reviews.stars).mapWith(Number),
      count: count().mapWith(Number),
    })
    .from(reviews)
    .where(and(inArray(reviews.listingId, [...listingIds]), isNull(reviews.hiddenAt)))
    .groupBy(reviews.listingId);
  return new Map(
    rows.flatMap(({ listingId, stars, count: all }) => {
      const rating = ratingOf({ stars: stars ?? 0, count: all });
      return rating ? [[listingId, rating] as const] : [];
    }),
  );
}

/** Whether somebody bought with this order. */
export async function mayReviewOrder(actor: Actor, orderId: string): Promise<boolean> {
  const [order] = await db().select({ buyerId: orders.buyerId }).from(orders).where(eq(orders.id, orderId));
  return may(actor, "review-line", { orderId, buyerId: order?.buyerId ?? null });
}

/** An order's delivered lines, and what was said of each; undefined for whoever did not buy them. */
export async function listReviewableLines(actor: Actor, orderId: string) {
  if (!(await mayReviewOrder(actor, orderId))) return undefined;
  return db()
    .select({
      id: orderLines.id,
      listingName: orderLines.listingName,
      variantName: orderLines.variantName,
      listingSlug: listings.slug,
      stars: reviews.stars,
      words: reviews.words,
    })
    .from(orderLines)
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .leftJoin(reviews, eq(reviews.orderLineId, orderLines.id))
    .where(and(eq(orderLines.orderId, orderId), eq(consignments.state, "delivered")))
    .orderBy(asc(orderLines.position), asc(orderLines.id));
}

/** Every delivered line with its buyer, oldest order first: for the demo, whose buyers review some of them. */
export async function listDeliveredLines() {
  return db()
    .select({ id: orderLines.id, buyerId: orders.buyerId, placedAt: orders.placedAt, kind: listings.kind })
    .from(orderLines)
    .innerJoin(consignments, and(eq(consignments.id, orderLines.consignmentId), eq(consignments.state, "delivered")))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .orderBy(asc(orders.placedAt), asc(orderLines.id));
}

/** For use cases: the line that somebody wants to review, with what decides whether they may. */
export async function findLineToReview(orderLineId: string) {
  const [row] = await db()
    .select({
      orderId: orders.id,
      buyerId: orders.buyerId,
      buyerName: orders.buyerName,
      state: consignments.state,
      groupId: consignments.groupId,
      listingId: variants.listingId,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .where(eq(orderLines.id, orderLineId));
  return row;
}

/** A review with its listing, for whoever wants to report, answer or judge it. */
export async function findReview(reviewId: string) {
  const [row] = await db()
    .select({
      id: reviews.id,
      groupId: reviews.groupId,
      photoId: reviews.photoId,
      authorName: reviews.authorName,
      stars: reviews.stars,
      words: reviews.words,
      hiddenAt: reviews.hiddenAt,
      listing: { slug: listings.slug, name: listings.name },
    })
    .from(reviews)
    .innerJoin(listings, eq(listings.id, reviews.listingId))
    .where(eq(reviews.id, reviewId));
  return row;
}

/** For the group: the reviews of all it sells, unanswered first. */
export async function listGroupReviews(actor: Actor, groupId: string) {
  permit(actor, "answer-review", { groupId });
  return db()
    .select({ ...shown, listing: { slug: listings.slug, name: listings.name } })
    .from(reviews)
    .innerJoin(listings, eq(listings.id, reviews.listingId))
    .leftJoin(photos, eq(photos.id, reviews.photoId))
    .where(and(eq(reviews.groupId, groupId), isNull(reviews.hiddenAt)))
    .orderBy(desc(isNull(reviews.answeredAt)), desc(reviews.writtenAt), asc(reviews.id))
    .limit(100);
}

/** For the operator: reviews that somebody reported and nobody has judged. */
export async function listReportedReviews(actor: Actor) {
  permit(actor, "judge-review");
  return db()
    .select({
      id: reviews.id,
      authorName: reviews.authorName,
      stars: reviews.stars,
      words: reviews.words,
      listing: { slug: listings.slug, name: listings.name },
      report: reviewReports.words,
      reportedAt: reviewReports.reportedAt,
    })
    .from(reviewReports)
    .innerJoin(reviews, eq(reviews.id, reviewReports.reviewId))
    .innerJoin(listings, eq(listings.id, reviews.listingId))
    .where(isNull(reviewReports.judgedAt))
    .orderBy(asc(reviewReports.reportedAt), asc(reviewReports.id))
    .limit(100);
}

/** For the operator: what was hidden, why, newest first. */
export async function listHiddenReviews(actor: Actor) {
  permit(actor, "judge-review");
  return db()
    .select({
      id: reviews.id,
      authorName: reviews.authorName,
      words: reviews.words,
      hiddenReason: reviews.hiddenReason,
      hiddenAt: reviews.hiddenAt,
      listing: { slug: listings.slug, name: listings.name },
    })
    .from(reviews)
    .innerJoin(listings, eq(listings.id, reviews.listingId))
    .where(isNotNull(reviews.hiddenAt))
    .orderBy(desc(reviews.hiddenAt))
    .limit(50);
}
