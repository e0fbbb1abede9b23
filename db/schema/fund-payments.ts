import { FUND_PAYMENT_STATES, FUND_PURPOSES, FUND_WAYS, SPENT_FUNDS } from "#app/domain/fund-payment.ts";
import { check, index, instant, integer, money, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups, members } from "./groups.ts";
import { people } from "./people.ts";

/** Payments out of the funds of a surplus. What was asked stands; a trigger lets only answers be added, each once. */
export const fundPayments = table(
  "fund_payments",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    fund: text("fund", { enum: SPENT_FUNDS }).notNull(),
    purpose: text("purpose", { enum: FUND_PURPOSES }).notNull(),
    amount: money("amount").notNull(),
    way: text("way", { enum: FUND_WAYS }).notNull(),
    /** When it is paid for, as the receipt says: YYYY-MM-DD. It is booked when it is approved. */
    day: text("day").notNull(),
    counterpart: text("counterpart").notNull(),
    note: text("note").notNull().default(""),
    receiptPhotoId: text("receipt_photo_id").notNull(),
    state: text("state", { enum: FUND_PAYMENT_STATES }).notNull(),
    /** Counts what was paid from 1 for each group and year; null until it is. */
    year: integer("year"),
    number: integer("number"),
    formKey: text("form_key").notNull().unique(),
    askedBy: text("asked_by")
      .notNull()
      .references(() => people.id),
    askedAt: instant("asked_at").notNull(),
    /** The second person; null where the amount needed none. */
    decidedBy: text("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
    decidedWhy: text("decided_why").notNull().default(""),
    /** Who said that what was paid is wrong, and why; then the other person who agreed. A reversal that was refused leaves none. */
    reversalBy: text("reversal_by").references(() => people.id),
    reversalWhy: text("reversal_why").notNull().default(""),
    reversedBy: text("reversed_by").references(() => people.id),
    reversedAt: instant("reversed_at"),
  },
  (t) => [
    uniqueIndex("fund_payments_number").on(t.groupId, t.year, t.number),
    index("fund_payments_group").on(t.groupId, t.askedAt),
    check("fund_payments_amount", sql`${t.amount} > 0`),
    check("fund_payments_two", sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.askedBy}`),
    check("fund_payments_two_reverse", sql`${t.reversedBy} is null or ${t.reversedBy} <> ${t.reversalBy}`),
  ],
);

/** A member asks to take voluntary savings home; the treasurer grants it by recording that, or refuses it. */
export const withdrawalRequests = table(
  "withdrawal_requests",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id").notNull(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    amount: money("amount").notNull(),
    way: text("way", { enum: FUND_WAYS }).notNull(),
    words: text("words").notNull().default(""),
    formKey: text("form_key").notNull().unique(),
    askedBy: text("asked_by")
      .notNull()
      .references(() => people.id),
    askedAt: instant("asked_at").notNull(),
    /** Null while it waits; then the voucher that granted it, or why it was refused. */
    answeredAt: instant("answered_at"),
    movementId: text("movement_id"),
    refusedWhy: text("refused_why").notNull().default(""),
  },
  (t) => [
    index("withdrawal_requests_group").on(t.groupId, t.answeredAt),
    index("withdrawal_requests_member").on(t.memberId),
    check("withdrawal_requests_amount", sql`${t.amount} > 0`),
  ],
);
