import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, NOBODY, NotAllowed } from "#app/domain/permissions.ts";
import { askQuestion } from "#app/usecases/buy/ask-question.ts";
import { reportReview } from "#app/usecases/buy/report-review.ts";
import { reviewLine } from "#app/usecases/buy/review-line.ts";
import { hideQuestion } from "#app/usecases/operate/hide-question.ts";
import { judgeReview } from "#app/usecases/operate/judge-review.ts";
import { answerQuestion } from "#app/usecases/sell/answer-question.ts";
import { answerReview } from "#app/usecases/sell/answer-review.ts";
import { db } from "#db/client.server.ts";
import { listCards } from "#db/read/listing-cards.ts";
import { isPublicPhoto } from "#db/read/photos.ts";
import { listGroupQuestions, listQuestions } from "#db/read/questions.ts";
import {
  listGroupReviews,
  listRatings,
  listReportedReviews,
  listReviewableLines,
  listReviews,
} from "#db/read/reviews.ts";
import { consignments, orderLines, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup, anOfficer, aPerson } from "#tests/world/people.ts";

const ctx = testContext();
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 60 }, () => 0)]);

let group: Awaited<ReturnType<typeof aGroup>>;
let buyer: Awaited<ReturnType<typeof aPerson>>;
let operator: Actor;

/** One delivered line of an order of the buyer's. */
async function aDeliveredLine({ state = "delivered" as const, buyerId = buyer.id as string | null } = {}) {
  const order = await anOrder({ parts: [{ group }], buyerId });
  const consignmentId = order.consignments[0]?.id ?? "";
  await inTransaction((tx) => tx.update(consignments).set({ state }).where(eq(consignments.id, consignmentId)));
  return { ...(await lineOf(order.id)), orderId: order.id, consignmentId };
}

async function lineOf(orderId: string) {
  const [line] = await db()
    .select({ id: orderLines.id, listingId: variants.listingId })
    .from(orderLines)
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .where(eq(orderLines.orderId, orderId));
  if (!line) throw new Error("the order has a line");
  return line;
}

const review = (actor: Actor, orderLineId: string, over: Partial<Parameters<typeof reviewLine>[1]> = {}) =>
  reviewLine(as(ctx, actor), { orderLineId, stars: 4, words: "Renyah.", upload: null, alt: "", ...over });

beforeEach(async () => {
  group = await aGroup();
  buyer = await aPerson({ name: "Dewi Lestari" });
  operator = (await aPerson({ isOperator: true })).actor;
});

describe("review-line", () => {
  it("is written once for each delivered line, under a short name, and counts in the average", async () => {
    const line = await aDeliveredLine();
    expect(await review(buyer.actor, line.id)).toEqual({ ok: true, isNew: true });
    expect(await review(buyer.actor, line.id, { stars: 1 })).toEqual({ ok: true, isNew: false });
    expect(await listReviews(line.listingId, 9)).toMatchObject([{ stars: 4, words: "Renyah.", authorName: "Dewi L." }]);
    expect((await listRatings([line.listingId])).get(line.listingId)).toEqual({ averageTenths: 40, count: 1 });
    expect((await listCards([line.listingId]))[0]?.rating).toEqual({ averageTenths: 40, count: 1 });
    expect(await listReviewableLines(buyer.actor, line.orderId)).toMatchObject([{ id: line.id, stars: 4 }]);
  });

  it("ends as one when it is pressed many times at once, and keeps one photo", async () => {
    const line = await aDeliveredLine();
    const pressed = await Promise.all(Array.from({ length: 4 }, () => review(buyer.actor, line.id, { upload: JPEG })));
    expect(pressed.filter((answer) => answer.ok && answer.isNew)).toHaveLength(1);
    const [written] = await listReviews(line.listingId, 9);
    expect(written?.photo).not.toBeNull();
    expect(await isPublicPhoto(written?.photo?.id ?? "")).toBe(true);
  });

  it("waits until the goods are there", async () => {
    const line = await aDeliveredLine();
    for (const state of ["to-pack", "arrived", "cancelled", "refunded"] as const) {
      await inTransaction((tx) =>
        tx.update(consignments).set({ state }).where(eq(consignments.id, line.consignmentId)),
      );
      expect(await review(buyer.actor, line.id)).toEqual({ ok: false, reason: "not-delivered" });
    }
  });

  it("is for the buyer alone; one without an account comes with the order's pass", async () => {
    const line = await aDeliveredLine();
    const stranger = await aPerson();
    for (const actor of [NOBODY, stranger.actor, group.officer, operator]) {
      await expect(review(actor, line.id)).rejects.toThrow(NotAllowed);
      expect(await listReviewableLines(actor, line.orderId)).toBeUndefined();
    }
    await expect(review(buyer.actor, "no-such-line")).rejects.toThrow(NotAllowed);
    const guests = await aDeliveredLine({ buyerId: null });
    expect(await review({ ...NOBODY, orderPasses: [guests.orderId] }, guests.id)).toEqual({ ok: true, isNew: true });
  });

  it("says what is wrong with a photo and writes nothing", async () => {
    const line = await aDeliveredLine();
    const answer = await review(buyer.actor, line.id, { upload: new Uint8Array([1, 2, 3]) });
    expect(answer).toMatchObject({ ok: false, reason: "photo-not-image" });
    expect(await listReviews(line.listingId, 9)).toEqual([]);
  });
});

describe("what becomes of a review", () => {
  async function aReview() {
    const line = await aDeliveredLine();
    await review(buyer.actor, line.id, { upload: JPEG });
    const [written] = await listReviews(line.listingId, 9);
    if (!written) throw new Error("the review was written");
    return { ...written, listingId: line.listingId };
  }

  it("is answered by the group, below it for everybody", async () => {
    const { id, listingId } = await aReview();
    expect((await listGroupReviews(group.officer, group.id)).map((one) => one.id)).toEqual([id]);
    await answerReview(as(ctx, group.officer), { reviewId: id, answer: "Terima kasih!" });
    expect(await listReviews(listingId, 9)).toMatchObject([{ answer: "Terima kasih!" }]);
    const other = await aGroup();
    for (const actor of [other.officer, buyer.actor, (await anOfficer(group, [])).actor])
      await expect(answerReview(as(ctx, actor), { reviewId: id, answer: "x" })).rejects.toThrow(NotAllowed);
  });

  it("is reported once by each, and hidden with a reason by an operator: text, photo, average", async () => {
    const { id, listingId, photo } = await aReview();
    const report = (actor: Actor) => reportReview(as(ctx, actor), { reviewId: id, words: "Kasar" });
    await expect(report(NOBODY)).rejects.toThrow(NotAllowed);
    await report(group.officer);
    await report(group.officer);
    expect((await listReportedReviews(operator)).filter((one) => one.id === id)).toHaveLength(1);
    const judge = (decision: "hide" | "keep", reason: string, actor = operator) =>
      judgeReview(as(ctx, actor), { reviewId: id, decision, reason });
    await expect(judge("hide", "x", group.officer)).rejects.toThrow(NotAllowed);
    expect(await judge("hide", "")).toMatchObject({ ok: false, reason: "required" });
    expect(await judge("hide", "Kata kasar")).toEqual({ ok: true });
    expect(await listReviews(listingId, 9)).toEqual([]);
    expect((await listRatings([listingId])).size).toBe(0);
    expect(await isPublicPhoto(photo?.id ?? "")).toBe(false);
    expect((await listReportedReviews(operator)).filter((one) => one.id === id)).toEqual([]);
    expect(await answerReview(as(ctx, group.officer), { reviewId: id, answer: "x" })).toMatchObject({ ok: false });
  });

  it("stands when the operator says so, and its reports are settled", async () => {
    const { id, listingId } = await aReview();
    await reportReview(as(ctx, group.officer), { reviewId: id, words: "Tidak suka" });
    expect(await judgeReview(as(ctx, operator), { reviewId: id, decision: "keep", reason: "" })).toEqual({ ok: true });
    expect(await listReviews(listingId, 9)).toHaveLength(1);
    expect((await listReportedReviews(operator)).filter((one) => one.id === id)).toEqual([]);
  });
});

describe("questions about a listing", () => {
  it("are asked once by a form, answered by the group, and read by all", async () => {
    const listing = await aListing({ group });
    const ask = { slug: listing.slug, words: "Ada warna biru?", formKey: testId() };
    await expect(askQuestion(ctx, ask)).rejects.toThrow(NotAllowed);
    expect(await askQuestion(as(ctx, buyer.actor), ask)).toEqual({ ok: true });
    expect(await askQuestion(as(ctx, buyer.actor), ask)).toEqual({ ok: true });
    const [asked, ...more] = await listGroupQuestions(group.officer, group.id);
    expect(more).toEqual([]);
    const wish = { questionId: asked?.id ?? "", answer: "Ada." };
    await expect(answerQuestion(as(ctx, buyer.actor), wish)).rejects.toThrow(NotAllowed);
    expect(await answerQuestion(as(ctx, group.officer), wish)).toEqual({ ok: true });
    expect(await listQuestions(listing.id, 9)).toMatchObject([{ askerName: "Dewi L.", answer: "Ada." }]);
  });

  it("are at most three unanswered from one person, and none about what is not sold", async () => {
    const listing = await aListing({ group });
    const hidden = await aListing({ group, state: "hidden" });
    const ask = (slug: string) => askQuestion(as(ctx, buyer.actor), { slug, words: "Berapa hari?", formKey: testId() });
    for (let at = 0; at < 3; at += 1) expect(await ask(listing.slug)).toEqual({ ok: true });
    expect(await ask(listing.slug)).toMatchObject({ ok: false, reason: "questions-waiting" });
    expect(await ask(hidden.slug)).toMatchObject({ ok: false, reason: "listing-unknown" });
  });

  it("are hidden by an operator alone", async () => {
    const listing = await aListing({ group });
    await askQuestion(as(ctx, buyer.actor), { slug: listing.slug, words: "WA saja?", formKey: testId() });
    const [asked] = await listQuestions(listing.id, 9);
    const wish = { questionId: asked?.id ?? "", reason: "Nomor pribadi" };
    await expect(hideQuestion(as(ctx, group.officer), wish)).rejects.toThrow(NotAllowed);
    expect(await hideQuestion(as(ctx, operator), wish)).toEqual({ ok: true });
    expect(await listQuestions(listing.id, 9)).toEqual([]);
    const answer = { questionId: wish.questionId, answer: "x" };
    expect(await answerQuestion(as(ctx, group.officer), answer)).toMatchObject({ ok: false, reason: "question-gone" });
  });
});
