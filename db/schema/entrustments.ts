import { CHANGE_KINDS } from "#app/domain/entrustment.ts";
import { check, index, instant, integer, money, primaryKey, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups, members } from "./groups.ts";
import { variants } from "./listings.ts";
import { people } from "./people.ts";

/** Goods that a member left at a place to be sold and that stay the member's until then: one note for what came at once. Never changed. */
export const entrustments = table(
  "entrustments",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    /** Counts the notes of a group from 1, without gaps. */
    number: integer("number").notNull(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    placeKind: text("place_kind", { enum: ["hub", "shop", "other"] }).notNull(),
    /** As it was called then. */
    placeName: text("place_name").notNull(),
    /** YYYY-MM-DD. */
    day: text("day").notNull(),
    note: text("note").notNull().default(""),
    formKey: text("form_key").notNull().unique(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    uniqueIndex("entrustments_number").on(t.groupId, t.number),
    index("entrustments_member").on(t.memberId),
    check("entrustments_number_from_one", sql`${t.number} > 0`),
  ],
);

export const entrustedLines = table(
  "entrusted_lines",
  {
    id: text("id").primaryKey(),
    entrustmentId: text("entrustment_id")
      .notNull()
      .references(() => entrustments.id),
    position: integer("position").notNull(),
    variantId: text("variant_id")
      .notNull()
      .references(() => variants.id),
    /** As the goods were called when the note was written. */
    listingName: text("listing_name").notNull(),
    variantName: text("variant_name").notNull(),
    unit: text("unit").notNull(),
    quantityMilli: integer("quantity_milli").notNull(),
    /** What the member gets for one unit that is sold. */
    agreedPrice: money("agreed_price").notNull(),
  },
  (t) => [
    uniqueIndex("entrusted_lines_position").on(t.entrustmentId, t.position),
    check("entrusted_lines_quantity", sql`${t.quantityMilli} > 0`),
    check("entrusted_lines_price", sql`${t.agreedPrice} > 0`),
  ],
);

/** What was found at a place when it was counted, what went back to the member, or a mistake in that taken back. Never changed. */
export const entrustedChanges = table(
  "entrusted_changes",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    kind: text("kind", { enum: CHANGE_KINDS }).notNull(),
    /** The note that goods went back of, the place that was counted, or the change that is undone. */
    subject: text("subject").notNull(),
    day: text("day").notNull(),
    formKey: text("form_key").notNull().unique(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    index("entrusted_changes_group").on(t.groupId, t.recordedAt),
    // A change is undone once.
    uniqueIndex("entrusted_changes_undone").on(t.subject).where(sql`${t.kind} = 'undone'`),
  ],
);

/** What a count or a return meant for one line; what was not counted has no row. */
export const entrustedChangeLines = table(
  "entrusted_change_lines",
  {
    changeId: text("change_id")
      .notNull()
      .references(() => entrustedChanges.id),
    entrustedLineId: text("entrusted_line_id")
      .notNull()
      .references(() => entrustedLines.id),
    /** What had to be there. */
    expectedMilli: integer("expected_milli").notNull(),
    soldMilli: integer("sold_milli").notNull(),
    lostMilli: integer("lost_milli").notNull(),
    returnedMilli: integer("returned_milli").notNull(),
    /** What the member gets for what was sold, in rupiah. */
    soldValue: money("sold_value").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.changeId, t.entrustedLineId] }),
    index("entrusted_change_lines_line").on(t.entrustedLineId),
    check("entrusted_change_lines_parts", sql`${t.soldMilli} >= 0 and ${t.lostMilli} >= 0 and ${t.returnedMilli} >= 0`),
    check(
      "entrusted_change_lines_sum",
      sql`${t.soldMilli} + ${t.lostMilli} + ${t.returnedMilli} <= ${t.expectedMilli}`,
    ),
  ],
);

/** Money that a place handed over for what it sold. Never changed. */
export const entrustedReceipts = table(
  "entrusted_receipts",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    place: text("place").notNull(),
    amount: money("amount").notNull(),
    /** What of it is above the agreed prices. */
    commission: money("commission").notNull(),
    formKey: text("form_key").notNull().unique(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    index("entrusted_receipts_group").on(t.groupId, t.place),
    check("entrusted_receipts_amount", sql`${t.amount} > 0 and ${t.commission} >= 0`),
  ],
);

export const entrustedReceiptParts = table(
  "entrusted_receipt_parts",
  {
    receiptId: text("receipt_id")
      .notNull()
      .references(() => entrustedReceipts.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    amount: money("amount").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.receiptId, t.memberId] }),
    check("entrusted_receipt_parts_amount", sql`${t.amount} > 0`),
  ],
);
