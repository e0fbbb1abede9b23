import { PAYMENT_METHODS } from "#app/domain/order.ts";
import { DISPUTE_STATES, PAYMENT_STATES } from "#app/domain/order-states.ts";
import { EVENT_SUBJECTS } from "#app/domain/provider-event.ts";
import { COMPARISON_KINDS, DIFFERENCE_KINDS } from "#app/domain/reconciliation.ts";
import { REFUND_CAUSES, REFUND_WAYS } from "#app/domain/refund.ts";
import { check, index, instant, integer, money, primaryKey, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups } from "./groups.ts";
import { orderLines, orders } from "./orders.ts";
import { people } from "./people.ts";

/** One try to pay an order. Nothing leaves "paid"; refunds are rows of their own. */
export const payments = table(
  "payments",
  {
    id: text("id").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    attempt: integer("attempt").notNull(),
    provider: text("provider", { enum: ["manual", "stripe"] }).notNull(),
    method: text("method", { enum: PAYMENT_METHODS }).notNull(),
    /** The provider's own name for it: a Checkout Session id, or our reference for a transfer. */
    providerRef: text("provider_ref").unique(),
    /** Where the buyer goes to pay, for a provider with its own page. */
    payUrl: text("pay_url"),
    amount: money("amount").notNull(),
    /** Manual transfers: the buyer is asked for amount + this, so that the treasurer can tell two equal orders apart. */
    uniqueAddition: integer("unique_addition").notNull(),
    /** What a buyer at the counter gave; what is above the amount went back from hand to hand. */
    cashGiven: money("cash_given"),
    state: text("state", {
      enum: PAYMENT_STATES,
    }).notNull(),
    version: integer("version").notNull().default(1),
    expiresAt: instant("expires_at"),
    proofPhotoId: text("proof_photo_id"),
    proofAt: instant("proof_at"),
    confirmedBy: text("confirmed_by").references(() => people.id),
    confirmedAt: instant("confirmed_at"),
    bankReference: text("bank_reference"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("payments_attempt").on(t.orderId, t.attempt),
    index("payments_state").on(t.state, t.createdAt),
    check("payments_cash_given", sql`${t.cashGiven} is null or ${t.cashGiven} >= ${t.amount}`),
    check("payments_amount", sql`${t.amount} > 0 and ${t.uniqueAddition} >= 0`),
  ],
);

export const refunds = table(
  "refunds",
  {
    id: text("id").primaryKey(),
    paymentId: text("payment_id")
      .notNull()
      .references(() => payments.id),
    amount: money("amount").notNull(),
    /** What of the amount is shipping. */
    shipping: money("shipping").notNull().default(sql`0`),
    /** Somebody wanted it, less was packed, the run cost less than was quoted, or the provider made it by itself. */
    cause: text("cause", { enum: REFUND_CAUSES }).notNull().default("order"),
    /** How the money goes back. */
    way: text("way", { enum: REFUND_WAYS }).notNull(),
    /** The group whose cash box paid it, for one in cash. */
    boxGroupId: text("box_group_id").references(() => groups.id),
    reason: text("reason").notNull(),
    state: text("state", { enum: ["requested", "sent", "succeeded", "failed"] }).notNull(),
    formKey: text("form_key").notNull().unique(),
    providerRef: text("provider_ref"),
    /** Null for one that came from outside. */
    requestedBy: text("requested_by").references(() => people.id),
    createdAt: instant("created_at").notNull(),
    doneAt: instant("done_at"),
  },
  (t) => [index("refunds_payment").on(t.paymentId), check("refunds_amount", sql`${t.amount} > 0`)],
);

/** What of an order's lines a refund took back; what each party gave stands on the shares and in the books. */
export const refundLines = table(
  "refund_lines",
  {
    refundId: text("refund_id")
      .notNull()
      .references(() => refunds.id),
    orderLineId: text("order_line_id")
      .notNull()
      .references(() => orderLines.id),
    /** Zero for money alone. */
    quantityMilli: integer("quantity_milli").notNull(),
    amount: money("amount").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.refundId, t.orderLineId] }),
    index("refund_lines_line").on(t.orderLineId),
    check("refund_lines_sane", sql`${t.quantityMilli} >= 0 and ${t.amount} >= 0`),
  ],
);

/** The buyer's bank takes a card payment back; what it took and gave stands in the books. */
export const disputes = table(
  "disputes",
  {
    id: text("id").primaryKey(),
    paymentId: text("payment_id")
      .notNull()
      .references(() => payments.id),
    /** The provider's own name for it. */
    providerRef: text("provider_ref").notNull().unique(),
    amount: money("amount").notNull(),
    state: text("state", { enum: DISPUTE_STATES }).notNull(),
    reason: text("reason").notNull(),
    answerBy: instant("answer_by"),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [index("disputes_payment").on(t.paymentId), check("disputes_amount", sql`${t.amount} > 0`)],
);

/** Each time a provider was asked how things stand; a full one compares all that moved. */
export const comparisons = table(
  "comparisons",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: COMPARISON_KINDS }).notNull(),
    at: instant("at").notNull(),
    /** What was looked at: payments or movements. */
    looked: integer("looked").notNull(),
  },
  (t) => [index("comparisons_kind").on(t.kind, t.at)],
);

/** Where a provider's word and our books differ: for a person to settle. */
export const differences = table(
  "differences",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: DIFFERENCE_KINDS }).notNull(),
    /** The provider's own name for the payment or movement. */
    ref: text("ref").notNull(),
    theirs: money("theirs").notNull(),
    ours: money("ours").notNull(),
    foundAt: instant("found_at").notNull(),
    settledAt: instant("settled_at"),
    /** Null when it was gone by itself. */
    settledBy: text("settled_by").references(() => people.id),
    note: text("note").notNull().default(""),
  },
  (t) => [uniqueIndex("differences_ref").on(t.kind, t.ref), index("differences_open").on(t.settledAt)],
);

/** Every signed event a provider sends, once. */
export const webhookEvents = table(
  "webhook_events",
  {
    provider: text("provider").notNull(),
    eventId: text("event_id").notNull(),
    type: text("type").notNull(),
    objectRef: text("object_ref"),
    /** What it is about: that is asked for, and by whose account where it is not our own. */
    concerns: text("concerns", { enum: EVENT_SUBJECTS }).notNull().default("payment"),
    account: text("account"),
    body: text("body").notNull(),
    receivedAt: instant("received_at").notNull(),
    processedAt: instant("processed_at"),
    outcome: text("outcome", { enum: ["applied", "ignored", "dead"] }),
    attempts: integer("attempts").notNull().default(0),
    nextTryAt: instant("next_try_at").notNull(),
    error: text("error"),
    /** When an operator saw to a dead one. */
    settledAt: instant("settled_at"),
  },
  (t) => [primaryKey({ columns: [t.provider, t.eventId] }), index("webhook_events_due").on(t.processedAt, t.nextTryAt)],
);

/** What we still owe the outside: written with the fact, sent after it; the key is also the provider's idempotency key. */
export const outbox = table(
  "outbox",
  {
    key: text("key").primaryKey(),
    /** stripe-session | stripe-refund | stripe-expire | stripe-transfer | stripe-reversal | mail */
    kind: text("kind").notNull(),
    subjectId: text("subject_id").notNull(),
    args: text("args").notNull(),
    createdAt: instant("created_at").notNull(),
    firstSentAt: instant("first_sent_at"),
    doneAt: instant("done_at"),
    outcome: text("outcome", { enum: ["done", "failed"] }),
    attempts: integer("attempts").notNull().default(0),
    /** How often an operator had it tried anew after a plain no: a provider keeps that answer under the key. */
    turn: integer("turn").notNull().default(0),
    nextTryAt: instant("next_try_at").notNull(),
    resultRef: text("result_ref"),
    error: text("error"),
    /** When an operator saw to one that failed. */
    settledAt: instant("settled_at"),
  },
  (t) => [index("outbox_due").on(t.doneAt, t.nextTryAt)],
);
