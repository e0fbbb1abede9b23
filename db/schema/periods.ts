import { type MonthTotals, PERIOD_STATES } from "#app/domain/period.ts";
import { index, instant, integer, json, money, primaryKey, table, text, uniqueIndex } from "../dialect.ts";
import { groups, members } from "./groups.ts";
import { orderLines } from "./orders.ts";
import { people } from "./people.ts";

/** A month of a group's books on its way to being sealed; one that nobody has counted yet has no row. */
export const periods = table(
  "periods",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    /** YYYY-MM, in WIB. */
    month: text("month").notNull(),
    state: text("state", { enum: PERIOD_STATES }).notNull(),
    /** What was counted at the month's end. */
    cashBox: money("cash_box").notNull(),
    bank: money("bank").notNull(),
    stripe: money("stripe").notNull(),
    codInTransit: money("cod_in_transit").notNull(),
    countedBy: text("counted_by")
      .notNull()
      .references(() => people.id),
    countedAt: instant("counted_at").notNull(),
    proposedBy: text("proposed_by").references(() => people.id),
    proposedAt: instant("proposed_at"),
    /** Why the second person sent it back, until it is proposed again. */
    sentBackWhy: text("sent_back_why").notNull().default(""),
    sentBackBy: text("sent_back_by").references(() => people.id),
    sentBackAt: instant("sent_back_at"),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.month] })],
);

/** Seals and reopenings of a book, for ever; append-only by trigger. What a standing seal covers takes no entry. */
export const periodSeals = table(
  "period_seals",
  {
    id: text("id").primaryKey(),
    /** A group's id, as in entries. */
    book: text("book").notNull(),
    /** Counts the rows of a book from 1, without gaps. */
    turn: integer("turn").notNull(),
    kind: text("kind", { enum: ["sealed", "reopened"] }).notNull(),
    month: text("month").notNull(),
    /** The first instant after the month: everything before it is sealed. */
    untilAt: instant("until_at").notNull(),
    /** The book's last entry before that, and its chain hash: 0 and "" for a book without one. */
    headSequence: integer("head_sequence").notNull(),
    headHash: text("head_hash").notNull(),
    totals: json("totals").$type<MonthTotals>().notNull(),
    /** Who counted and proposed; null for a reopening. */
    preparedBy: text("prepared_by").references(() => people.id),
    /** Who sealed it, or opened it again. */
    doneBy: text("done_by")
      .notNull()
      .references(() => people.id),
    reason: text("reason").notNull().default(""),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("period_seals_turn").on(t.book, t.turn)],
);

/** Flagged lines that the treasurer found in order. */
export const acceptedLines = table("accepted_lines", {
  orderLineId: text("order_line_id")
    .primaryKey()
    .references(() => orderLines.id),
  acceptedBy: text("accepted_by")
    .notNull()
    .references(() => people.id),
  acceptedAt: instant("accepted_at").notNull(),
});

/** What members say of their shares: accepted, or asked and then answered by an officer. */
export const shareWords = table(
  "share_words",
  {
    id: text("id").primaryKey(),
    orderLineId: text("order_line_id")
      .notNull()
      .references(() => orderLines.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    said: text("said", { enum: ["accepted", "asked"] }).notNull(),
    words: text("words").notNull().default(""),
    saidBy: text("said_by")
      .notNull()
      .references(() => people.id),
    saidAt: instant("said_at").notNull(),
    formKey: text("form_key").notNull().unique(),
    answer: text("answer").notNull().default(""),
    answeredBy: text("answered_by").references(() => people.id),
    answeredAt: instant("answered_at"),
  },
  (t) => [index("share_words_line").on(t.orderLineId), index("share_words_member").on(t.memberId)],
);
