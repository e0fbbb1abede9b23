import { check, index, instant, integer, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups } from "./groups.ts";
import { listings, photos } from "./listings.ts";
import { orderLines } from "./orders.ts";
import { people } from "./people.ts";

/** What a buyer says of a line that was delivered: once for each line. */
export const reviews = table(
  "reviews",
  {
    id: text("id").primaryKey(),
    orderLineId: text("order_line_id")
      .notNull()
      .unique()
      .references(() => orderLines.id),
    listingId: text("listing_id")
      .notNull()
      .references(() => listings.id),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    /** Null for a buyer without an account. */
    personId: text("person_id").references(() => people.id),
    /** As everybody may read it: "Dewi L." */
    authorName: text("author_name").notNull(),
    stars: integer("stars").notNull(),
    words: text("words").notNull(),
    photoId: text("photo_id").references(() => photos.id),
    writtenAt: instant("written_at").notNull(),
    answer: text("answer").notNull().default(""),
    answeredBy: text("answered_by").references(() => people.id),
    answeredAt: instant("answered_at"),
    hiddenAt: instant("hidden_at"),
    hiddenBy: text("hidden_by").references(() => people.id),
    hiddenReason: text("hidden_reason").notNull().default(""),
  },
  (t) => [
    index("reviews_listing").on(t.listingId, t.hiddenAt, t.writtenAt),
    index("reviews_group").on(t.groupId, t.writtenAt),
    check("reviews_stars", sql`${t.stars} between 1 and 5`),
  ],
);

/** Somebody holds that a review should not stand; once for each person and review. */
export const reviewReports = table(
  "review_reports",
  {
    id: text("id").primaryKey(),
    reviewId: text("review_id")
      .notNull()
      .references(() => reviews.id),
    reportedBy: text("reported_by")
      .notNull()
      .references(() => people.id),
    words: text("words").notNull(),
    reportedAt: instant("reported_at").notNull(),
    /** When an operator decided, whatever the decision. */
    judgedAt: instant("judged_at"),
  },
  (t) => [uniqueIndex("review_reports_once").on(t.reviewId, t.reportedBy), index("review_reports_open").on(t.judgedAt)],
);

/** A question about a listing; the group answers for everybody to read. */
export const questions = table(
  "questions",
  {
    id: text("id").primaryKey(),
    listingId: text("listing_id")
      .notNull()
      .references(() => listings.id),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    askedBy: text("asked_by")
      .notNull()
      .references(() => people.id),
    askerName: text("asker_name").notNull(),
    words: text("words").notNull(),
    formKey: text("form_key").notNull().unique(),
    askedAt: instant("asked_at").notNull(),
    answer: text("answer").notNull().default(""),
    answeredBy: text("answered_by").references(() => people.id),
    answeredAt: instant("answered_at"),
    hiddenAt: instant("hidden_at"),
    hiddenBy: text("hidden_by").references(() => people.id),
    hiddenReason: text("hidden_reason").notNull().default(""),
  },
  (t) => [index("questions_listing").on(t.listingId, t.askedAt), index("questions_group").on(t.groupId, t.askedAt)],
);
