import { CAPABILITIES } from "#app/domain/stripe-account.ts";
import { REVERSAL_STATES, TRANSFER_STATES } from "#app/domain/transfer.ts";
import { boolean, check, index, instant, integer, money, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups } from "./groups.ts";
import { consignments } from "./orders.ts";
import { payments } from "./payments.ts";
import { people } from "./people.ts";

/** A group's own account at the card provider. One that was closed stays; the group may open another. */
export const stripeAccounts = table(
  "stripe_accounts",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    /** The provider's own name for it; null until it has answered. */
    providerRef: text("provider_ref").unique(),
    /** Whether money can be sent to it, and whether it sends it on to the group's bank. */
    transfers: text("transfers", { enum: CAPABILITIES }).notNull(),
    sendsToBank: boolean("sends_to_bank").notNull(),
    /** What the provider still asks for, in its own words, as a JSON list. */
    asks: text("asks").notNull().default("[]"),
    askedBy: instant("asked_by"),
    openedBy: text("opened_by")
      .notNull()
      .references(() => people.id),
    openedAt: instant("opened_at").notNull(),
    seenAt: instant("seen_at"),
    closedAt: instant("closed_at"),
  },
  // One at a time.
  (t) => [uniqueIndex("stripe_accounts_open").on(t.groupId).where(sql`${t.closedAt} is null`)],
);

/** What a group and its members earned of a payment, on its way to the group's own account: one for each payment and group. */
export const transfers = table(
  "transfers",
  {
    id: text("id").primaryKey(),
    paymentId: text("payment_id")
      .notNull()
      .references(() => payments.id),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    consignmentId: text("consignment_id")
      .notNull()
      .references(() => consignments.id),
    stripeAccountId: text("stripe_account_id")
      .notNull()
      .references(() => stripeAccounts.id),
    earned: money("earned").notNull(),
    setOff: money("set_off").notNull(),
    amount: money("amount").notNull(),
    state: text("state", { enum: TRANSFER_STATES }).notNull(),
    providerRef: text("provider_ref").unique(),
    /** Up to which entry of the group's book its refunds are taken off `earned` already. */
    bookSequence: integer("book_sequence").notNull(),
    decidedAt: instant("decided_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    uniqueIndex("transfers_payment_group").on(t.paymentId, t.groupId),
    index("transfers_group").on(t.groupId, t.decidedAt),
    check("transfers_amounts", sql`${t.amount} >= 0 and ${t.setOff} >= 0 and ${t.amount} + ${t.setOff} <= ${t.earned}`),
  ],
);

/** What of a transfer comes back, for one refund, or because somebody did it at the provider's own desk. */
export const reversals = table(
  "reversals",
  {
    id: text("id").primaryKey(),
    transferId: text("transfer_id")
      .notNull()
      .references(() => transfers.id),
    /** "refund:REFUND" or "at-provider:REF": the same fact once. */
    cause: text("cause").notNull(),
    /** What the refund took from the group and its members. */
    share: money("share").notNull(),
    amount: money("amount").notNull(),
    /** What had been set off against a debt, and is owed again. */
    owed: money("owed").notNull(),
    state: text("state", { enum: REVERSAL_STATES }).notNull(),
    providerRef: text("provider_ref").unique(),
    createdAt: instant("created_at").notNull(),
    doneAt: instant("done_at"),
  },
  (t) => [
    uniqueIndex("reversals_cause").on(t.transferId, t.cause),
    check("reversals_amounts", sql`${t.amount} >= 0 and ${t.owed} >= 0 and ${t.share} >= 0`),
  ],
);

/** Up to when a provider's own list of events was read; the platform's, or one account's. */
export const eventCursors = table("event_cursors", {
  source: text("source").primaryKey(),
  readUntil: instant("read_until").notNull(),
});
