import {
  STANDING_DELIVERIES,
  STANDING_METHODS,
  STANDING_STATES,
  STUCK_REASONS,
  TURN_OUTCOMES,
} from "#app/domain/standing-order.ts";
import { boolean, check, index, instant, integer, money, primaryKey, sql, table, text } from "../dialect.ts";
import { variants } from "./listings.ts";
import { orders } from "./orders.ts";
import { people } from "./people.ts";
import { pickUpPoints } from "./shipping.ts";

/** What somebody wants again and again, until they say otherwise. */
export const standingOrders = table(
  "standing_orders",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    variantId: text("variant_id")
      .notNull()
      .references(() => variants.id),
    quantityMilli: integer("quantity_milli").notNull(),
    everyWeeks: integer("every_weeks").notNull(),
    /** 0 Sunday to 6 Saturday; null for a harvest that is ordered when its sale cycle opens. */
    weekday: integer("weekday"),
    delivery: text("delivery", { enum: STANDING_DELIVERIES }).notNull(),
    pickUpPointId: text("pick_up_point_id").references(() => pickUpPoints.id),
    /** A saved address. It may be gone by now: then the buyer is asked. */
    addressId: text("address_id"),
    method: text("method", { enum: STANDING_METHODS }).notNull(),
    /** What there is of credit pays each turn first. */
    usesCredit: boolean("uses_credit").notNull(),
    /** The most one turn may cost, goods and shipping together. */
    ceiling: money("ceiling").notNull(),
    state: text("state", { enum: STANDING_STATES }).notNull(),
    /** The next turn passes without an order. */
    skipsNext: boolean("skips_next").notNull().default(false),
    /** YYYY-MM-DD: no turn before this day. */
    notBefore: text("not_before").notNull(),
    formKey: text("form_key").notNull().unique(),
    /** Every turn and every change takes its turn here. */
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("standing_orders_person").on(t.personId, t.createdAt),
    index("standing_orders_variant").on(t.variantId, t.state),
    check("standing_orders_sane", sql`${t.quantityMilli} > 0 and ${t.everyWeeks} in (1, 2) and ${t.ceiling} > 0`),
  ],
);

/** One turn of a standing order; that there is one for a cycle or a day keeps it from being ordered twice. */
export const standingTurns = table(
  "standing_turns",
  {
    standingOrderId: text("standing_order_id")
      .notNull()
      .references(() => standingOrders.id),
    /** The sale cycle's id, or the day it was due, YYYY-MM-DD. */
    turn: text("turn").notNull(),
    outcome: text("outcome", { enum: TURN_OUTCOMES }).notNull(),
    orderId: text("order_id").references(() => orders.id),
    why: text("why", { enum: STUCK_REASONS }),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.standingOrderId, t.turn] })],
);
