import { COMPLAINT_KINDS, COMPLAINT_WISHES, OUTCOMES } from "#app/domain/complaint.ts";
import { COMPLAINT_STATES } from "#app/domain/order-states.ts";
import { check, index, instant, integer, primaryKey, sql, table, text, uniqueIndex } from "../dialect.ts";
import { consignments, orderLines } from "./orders.ts";
import { refunds } from "./payments.ts";
import { people } from "./people.ts";

/** A buyer says what is wrong with what a group sent; the members' money of it is held until it is decided. */
export const complaints = table(
  "complaints",
  {
    id: text("id").primaryKey(),
    consignmentId: text("consignment_id")
      .notNull()
      .references(() => consignments.id),
    kind: text("kind", { enum: COMPLAINT_KINDS }).notNull(),
    wish: text("wish", { enum: COMPLAINT_WISHES }).notNull(),
    words: text("words").notNull(),
    photoId: text("photo_id"),
    state: text("state", { enum: COMPLAINT_STATES }).notNull(),
    formKey: text("form_key").notNull().unique(),
    reportedAt: instant("reported_at").notNull(),
    /** From then on it may be decided without the group's answer. */
    answerBy: instant("answer_by").notNull(),
    answer: text("answer").notNull().default(""),
    answeredBy: text("answered_by").references(() => people.id),
    answeredAt: instant("answered_at"),
    outcome: text("outcome", { enum: OUTCOMES }),
    decision: text("decision").notNull().default(""),
    decidedBy: text("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
    refundId: text("refund_id").references(() => refunds.id),
    closedAt: instant("closed_at"),
  },
  (t) => [
    // One at a time.
    uniqueIndex("complaints_open").on(t.consignmentId).where(sql`${t.state} <> 'closed'`),
    index("complaints_state").on(t.state, t.answerBy),
    check("complaints_outcome", sql`(${t.state} in ('resending', 'closed')) = (${t.outcome} is not null)`),
  ],
);

/** How long buyers may complain and groups may take to answer, of goods that came from a day on: dated and append-only by trigger. */
export const complaintWindows = table(
  "complaint_windows",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull().unique(),
    /** The first day it holds for: YYYY-MM-DD. */
    fromDay: text("from_day").notNull(),
    complainDays: integer("complain_days").notNull(),
    answerDays: integer("answer_days").notNull(),
    formKey: text("form_key").notNull().unique(),
    setBy: text("set_by")
      .notNull()
      .references(() => people.id),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    check("complaint_windows_sane", sql`${t.complainDays} between 1 and 30 and ${t.answerDays} between 1 and 30`),
  ],
);

/** What a complaint's group sends again: it was taken out of the stock when that was decided. */
export const resentLines = table(
  "resent_lines",
  {
    complaintId: text("complaint_id")
      .notNull()
      .references(() => complaints.id),
    orderLineId: text("order_line_id")
      .notNull()
      .references(() => orderLines.id),
    quantityMilli: integer("quantity_milli").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.complaintId, t.orderLineId] }),
    index("resent_lines_line").on(t.orderLineId),
    check("resent_lines_quantity", sql`${t.quantityMilli} > 0`),
  ],
);
