import { RESENT, WRITE_OFF_REASONS } from "#app/domain/lot.ts";
import { check, index, instant, integer, primaryKey, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups, members } from "./groups.ts";
import { variants } from "./listings.ts";
import { orderLines } from "./orders.ts";
import { people } from "./people.ts";

/**
 * Deliveries of one variant and one day, pooled. As soon as something left it, a lot is begun: nothing joins it any more, so that
 * what was sold stays divided among those who had brought it by then.
 */
export const lots = table(
  "lots",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    variantId: text("variant_id")
      .notNull()
      .references(() => variants.id),
    /** YYYY-MM-DD, the day it was harvested or brought; the older lot is sold first. */
    day: text("day").notNull(),
    /** Counts the lots of one variant and day from 1. */
    number: integer("number").notNull(),
    begunAt: instant("begun_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("lots_variant_day").on(t.variantId, t.day, t.number), index("lots_group").on(t.groupId, t.day)],
);

/** What a member brought. Never changed: a slip is put right by a correction beside it. */
export const deliveries = table(
  "deliveries",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    variantId: text("variant_id")
      .notNull()
      .references(() => variants.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    day: text("day").notNull(),
    quantityMilli: integer("quantity_milli").notNull(),
    note: text("note").notNull().default(""),
    formKey: text("form_key").notNull().unique(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    index("deliveries_group").on(t.groupId, t.recordedAt),
    index("deliveries_member").on(t.memberId),
    check("deliveries_quantity", sql`${t.quantityMilli} > 0`),
  ],
);

/** A delivery's place in a lot: its weight when the money of the lot is divided, and what of it is still there. */
export const lotParts = table(
  "lot_parts",
  {
    lotId: text("lot_id")
      .notNull()
      .references(() => lots.id),
    deliveryId: text("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    weightMilli: integer("weight_milli").notNull(),
    leftMilli: integer("left_milli").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lotId, t.deliveryId] }),
    index("lot_parts_delivery").on(t.deliveryId),
    check("lot_parts_left", sql`${t.leftMilli} >= 0 and ${t.leftMilli} <= ${t.weightMilli}`),
  ],
);

/** Some of a delivery was never there (a slip), or went back to the member. Dated, and never more than is still unsold. */
export const deliveryCorrections = table(
  "delivery_corrections",
  {
    id: text("id").primaryKey(),
    deliveryId: text("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    kind: text("kind", { enum: ["slip", "returned"] }).notNull(),
    quantityMilli: integer("quantity_milli").notNull(),
    reason: text("reason").notNull(),
    formKey: text("form_key").notNull().unique(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    index("delivery_corrections_delivery").on(t.deliveryId),
    check("delivery_corrections_quantity", sql`${t.quantityMilli} > 0`),
  ],
);

/** Which deliveries a sold line came out of, and how much of each: the trace of every kilogram. */
export const lineTakings = table(
  "line_takings",
  {
    orderLineId: text("order_line_id")
      .notNull()
      .references(() => orderLines.id),
    lotId: text("lot_id")
      .notNull()
      .references(() => lots.id),
    deliveryId: text("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    quantityMilli: integer("quantity_milli").notNull(),
    /** What the scale did not show of it when it was packed: neither sold nor there to be sold. */
    shortMilli: integer("short_milli").notNull().default(0),
    /** What of it went back to its lot; it is neither sold nor short. */
    returnedMilli: integer("returned_milli").notNull().default(0),
    /** All of it went back: the order ended or was refunded before the hand-over. */
    returnedAt: instant("returned_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orderLineId, t.lotId, t.deliveryId] }),
    index("line_takings_lot").on(t.lotId),
    index("line_takings_delivery").on(t.deliveryId),
    check("line_takings_quantity", sql`${t.quantityMilli} > 0`),
    check(
      "line_takings_short",
      sql`${t.shortMilli} >= 0 and ${t.returnedMilli} >= 0 and ${t.shortMilli} + ${t.returnedMilli} <= ${t.quantityMilli}`,
    ),
  ],
);

/** Shrinkage and spoilage of a lot, and what was sent again after a complaint, shared by what each brought to it. */
export const writeOffs = table(
  "write_offs",
  {
    id: text("id").primaryKey(),
    lotId: text("lot_id")
      .notNull()
      .references(() => lots.id),
    quantityMilli: integer("quantity_milli").notNull(),
    reason: text("reason", { enum: [...WRITE_OFF_REASONS, RESENT] }).notNull(),
    note: text("note").notNull().default(""),
    formKey: text("form_key").notNull().unique(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [index("write_offs_lot").on(t.lotId), check("write_offs_quantity", sql`${t.quantityMilli} > 0`)],
);

export const writeOffParts = table(
  "write_off_parts",
  {
    writeOffId: text("write_off_id")
      .notNull()
      .references(() => writeOffs.id),
    deliveryId: text("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    quantityMilli: integer("quantity_milli").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.writeOffId, t.deliveryId] }),
    index("write_off_parts_delivery").on(t.deliveryId),
    check("write_off_parts_quantity", sql`${t.quantityMilli} > 0`),
  ],
);
