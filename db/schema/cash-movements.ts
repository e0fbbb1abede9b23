import { CASH_CATEGORIES } from "#app/domain/cash-movement.ts";
import { check, index, instant, integer, money, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups } from "./groups.ts";
import { people } from "./people.ts";

/** Vouchers of cash that came or went beside sales, numbered without gaps and append-only by trigger: see the hand-written migrations. */
export const cashMovements = table(
  "cash_movements",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    year: integer("year").notNull(),
    /** Counts from 1 for each group and year. */
    number: integer("number").notNull(),
    /** Says which way the cash went; of a reversal, that of what it reverses. */
    category: text("category", { enum: CASH_CATEGORIES }).notNull(),
    amount: money("amount").notNull(),
    /** When it happened: YYYY-MM-DD, as the receipt says. It is booked when it is recorded. */
    day: text("day").notNull(),
    counterpart: text("counterpart").notNull(),
    /** What it was for; of a reversal, why. */
    note: text("note").notNull().default(""),
    receiptPhotoId: text("receipt_photo_id"),
    /** The voucher that this one takes back. */
    reverses: text("reverses").unique(),
    formKey: text("form_key").notNull().unique(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    uniqueIndex("cash_movements_number").on(t.groupId, t.year, t.number),
    index("cash_movements_group").on(t.groupId, t.recordedAt),
    check("cash_movements_sane", sql`${t.number} > 0 and ${t.amount} > 0`),
  ],
);
