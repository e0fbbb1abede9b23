import { check, index, instant, integer, sql, table, text, uniqueIndex } from "../dialect.ts";
import { consignments, orderLines, orders } from "./orders.ts";
import { people } from "./people.ts";
import { runs } from "./shipping.ts";

/**
 * The key of each form that was sent from a hub. A phone on a bad line sends a form again until it hears an answer; the same key has one
 * effect.
 */
export const hubEntries = table("hub_entries", {
  key: text("key").primaryKey(),
  personId: text("person_id").references(() => people.id),
  /** The use case's name. */
  what: text("what").notNull(),
  subject: text("subject").notNull(),
  at: instant("at").notNull(),
});

/** What was counted and weighed when a group's consignment came to the hub; a correction replaces it. */
export const receipts = table(
  "receipts",
  {
    consignmentId: text("consignment_id")
      .primaryKey()
      .references(() => consignments.id),
    packages: integer("packages").notNull(),
    /** Null where the group's own scale stands. */
    grams: integer("grams"),
    /** Who held the goods, where a paper list was typed in later by somebody else. */
    doneBy: text("done_by").notNull().default(""),
    receivedBy: text("received_by").references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [check("receipts_sane", sql`${t.packages} > 0 and (${t.grams} is null or ${t.grams} > 0)`)],
);

/** A box of a run, from the label to the far side of the water. */
export const parcels = table(
  "parcels",
  {
    id: text("id").primaryKey(),
    runId: text("run_id")
      .notNull()
      .references(() => runs.id),
    number: integer("number").notNull(),
    /** What its QR code leads to; nobody guesses it. */
    code: text("code").notNull().unique(),
    /** The ids of what lies in it: when that changes, it is weighed and loaded anew. */
    contents: text("contents").notNull(),
    weighedGrams: integer("weighed_grams"),
    loadedAt: instant("loaded_at"),
    loadedBy: text("loaded_by").references(() => people.id),
    found: text("found", { enum: ["arrived", "missing", "damaged"] }),
    foundAt: instant("found_at"),
    foundBy: text("found_by").references(() => people.id),
  },
  (t) => [
    uniqueIndex("parcels_run_number").on(t.runId, t.number),
    check("parcels_sane", sql`${t.number} > 0 and (${t.weighedGrams} is null or ${t.weighedGrams} > 0)`),
  ],
);

/** Something of a consignment is missing or damaged, at the hub or on arrival. What it means in money, a refund says. */
export const hubReports = table(
  "hub_reports",
  {
    id: text("id").primaryKey(),
    runId: text("run_id")
      .notNull()
      .references(() => runs.id),
    consignmentId: text("consignment_id")
      .notNull()
      .references(() => consignments.id),
    /** Null: all of it. */
    orderLineId: text("order_line_id").references(() => orderLines.id),
    stage: text("stage", { enum: ["receiving", "arrival"] }).notNull(),
    kind: text("kind", { enum: ["missing", "damaged"] }).notNull(),
    /** How much, as it was said: "2 buah". */
    howMuch: text("how_much").notNull(),
    words: text("words").notNull(),
    photoId: text("photo_id"),
    reportedBy: text("reported_by").references(() => people.id),
    at: instant("at").notNull(),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by").references(() => people.id),
  },
  (t) => [index("hub_reports_open").on(t.closedAt, t.at), index("hub_reports_consignment").on(t.consignmentId)],
);

/** Who took an order's goods at a pick-up point, and how that was shown. */
export const handOvers = table(
  "hand_overs",
  {
    id: text("id").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    proof: text("proof", { enum: ["code", "name"] }).notNull(),
    /** The name that was signed with; empty where the code was said. */
    takenBy: text("taken_by").notNull(),
    givenBy: text("given_by").references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [index("hand_overs_order").on(t.orderId)],
);

/** Goods that lie at a pick-up point: how often their buyer was reminded, and what happens when nobody comes. */
export const uncollected = table(
  "uncollected",
  {
    consignmentId: text("consignment_id")
      .primaryKey()
      .references(() => consignments.id),
    /** From then on they may go elsewhere. */
    untilAt: instant("until_at").notNull(),
    reminders: integer("reminders").notNull(),
    outcome: text("outcome", { enum: ["back", "sell-here"] }),
    decidedBy: text("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
  },
  (t) => [check("uncollected_decided", sql`(${t.outcome} is null) = (${t.decidedAt} is null)`)],
);
