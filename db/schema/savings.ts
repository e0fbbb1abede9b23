import { SAVINGS_PURPOSES, SAVINGS_WAYS } from "#app/domain/savings.ts";
import { check, index, instant, integer, money, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups, members } from "./groups.ts";
import { people } from "./people.ts";

/** What each member of a cooperative pays in: never edited, only followed by the next version. Append-only by trigger. */
export const savingsTerms = table(
  "savings_terms",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    /** Counts from 1 in each group. */
    version: integer("version").notNull(),
    /** Once, on joining. */
    pokok: money("pokok").notNull(),
    /** Each month. */
    wajib: money("wajib").notNull(),
    /** The first month it holds for: YYYY-MM, in WIB. */
    fromMonth: text("from_month").notNull(),
    /** The last day of a month to pay that month's, 1 to 28. */
    dueDay: integer("due_day").notNull(),
    decision: text("decision").notNull(),
    formKey: text("form_key").notNull().unique(),
    setBy: text("set_by")
      .notNull()
      .references(() => people.id),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    uniqueIndex("savings_terms_version").on(t.groupId, t.version),
    check("savings_terms_sane", sql`${t.pokok} >= 0 and ${t.wajib} >= 0 and ${t.dueDay} between 1 and 28`),
  ],
);

/** Receipts and vouchers of what members saved and took out, numbered without gaps; append-only by trigger. */
export const savingsMovements = table(
  "savings_movements",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    year: integer("year").notNull(),
    /** Counts from 1 for each group and year, in and out together. */
    number: integer("number").notNull(),
    /** Says which way the money went; of a reversal, that of what it reverses. */
    purpose: text("purpose", { enum: SAVINGS_PURPOSES }).notNull(),
    way: text("way", { enum: SAVINGS_WAYS }).notNull(),
    pokok: money("pokok").notNull(),
    wajib: money("wajib").notNull(),
    sukarela: money("sukarela").notNull(),
    /** When it happened: YYYY-MM-DD. It is booked when it is recorded. */
    day: text("day").notNull(),
    /** The number of a transfer, how a member agreed to a set-off; of a reversal, why. */
    note: text("note").notNull().default(""),
    /** The receipt that this one takes back. */
    reverses: text("reverses").unique(),
    formKey: text("form_key").notNull().unique(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    uniqueIndex("savings_movements_number").on(t.groupId, t.year, t.number),
    index("savings_movements_member").on(t.memberId, t.recordedAt),
    check(
      "savings_movements_sane",
      sql`${t.number} > 0 and ${t.pokok} >= 0 and ${t.wajib} >= 0 and ${t.sukarela} >= 0 and ${t.pokok} + ${t.wajib} + ${t.sukarela} > 0`,
    ),
  ],
);
