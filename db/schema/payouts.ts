import { BATCH_STATES, LINE_STATES, PAYOUT_METHODS } from "#app/domain/payout.ts";
import { check, index, instant, integer, money, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups, members } from "./groups.ts";
import { people } from "./people.ts";

/** Money that went to a member, on a voucher of its own. What a bank sent back stays here, with the day it came back. */
export const payouts = table(
  "payouts",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id").notNull(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    kind: text("kind", { enum: ["share", "advance"] })
      .notNull()
      .default("share"),
    year: integer("year").notNull(),
    /** Counts from 1 for each group and year, without gaps. */
    number: integer("number").notNull(),
    /** What the member had in hand. */
    amount: money("amount").notNull(),
    /** What of the share went to an advance instead. */
    repaid: money("repaid").notNull(),
    method: text("method", { enum: PAYOUT_METHODS }).notNull(),
    reference: text("reference").notNull().default(""),
    /** How a member said that the cash came: the code of the own page, or a signed slip. */
    confirmedBy: text("confirmed_by", { enum: ["code", "slip"] }),
    proofPhotoId: text("proof_photo_id"),
    formKey: text("form_key").notNull().unique(),
    paidBy: text("paid_by")
      .notNull()
      .references(() => people.id),
    paidAt: instant("paid_at").notNull(),
    returnedAt: instant("returned_at"),
    returnedWhy: text("returned_why").notNull().default(""),
  },
  (t) => [
    uniqueIndex("payouts_number").on(t.groupId, t.year, t.number),
    index("payouts_group").on(t.groupId, t.paidAt),
    index("payouts_member").on(t.memberId),
    check("payouts_amount", sql`${t.amount} >= 0 and ${t.repaid} >= 0 and ${t.amount} + ${t.repaid} > 0`),
  ],
);

/** A list of payouts that a treasurer prepared and somebody else approves. */
export const payoutBatches = table(
  "payout_batches",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    /** Counts from 1 in each group. */
    number: integer("number").notNull(),
    state: text("state", { enum: BATCH_STATES }).notNull(),
    note: text("note").notNull().default(""),
    formKey: text("form_key").notNull().unique(),
    preparedBy: text("prepared_by")
      .notNull()
      .references(() => people.id),
    preparedAt: instant("prepared_at").notNull(),
    /** Who approved or refused it; null where the group asks for no second person. */
    decidedBy: text("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
    decidedWhy: text("decided_why").notNull().default(""),
  },
  (t) => [uniqueIndex("payout_batches_number").on(t.groupId, t.number)],
);

/** One member's part of a batch. While it waits, its gross is spoken for. */
export const payoutLines = table(
  "payout_lines",
  {
    id: text("id").primaryKey(),
    batchId: text("batch_id")
      .notNull()
      .references(() => payoutBatches.id),
    groupId: text("group_id").notNull(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    kind: text("kind", { enum: ["share", "advance"] }).notNull(),
    state: text("state", { enum: LINE_STATES }).notNull(),
    method: text("method", { enum: PAYOUT_METHODS }).notNull(),
    /** What is given, what goes to an advance, and what is held back: together what is taken of the share. */
    amount: money("amount").notNull(),
    repaid: money("repaid").notNull(),
    kept: money("kept").notNull(),
    keptWhy: text("kept_why").notNull().default(""),
    /** YYYY-MM-DD: from this day on it is due again. */
    keptUntil: text("kept_until"),
    /** Of an advance: what comes back from each later payout, as agreed; basis points of it, or whole rupiah. */
    repayBasisPoints: integer("repay_basis_points"),
    repayAmount: money("repay_amount"),
    /** How the member agreed to that: on the own page, or on a signed slip, whose picture is kept. */
    agreedBy: text("agreed_by", { enum: ["page", "slip"] }),
    agreedAt: instant("agreed_at"),
    agreementPhotoId: text("agreement_photo_id"),
    reason: text("reason").notNull().default(""),
    /** Why it failed. */
    failedWhy: text("failed_why").notNull().default(""),
    doneBy: text("done_by").references(() => people.id),
    doneAt: instant("done_at"),
  },
  (t) => [
    index("payout_lines_batch").on(t.batchId),
    index("payout_lines_member").on(t.memberId, t.state),
    index("payout_lines_group").on(t.groupId, t.state),
    check("payout_lines_sane", sql`${t.amount} >= 0 and ${t.repaid} >= 0 and ${t.kept} >= 0`),
  ],
);

/** A part of a share that was held back when the rest was paid: due again on its day, or sooner when an officer lets it go. */
export const holdbacks = table(
  "holdbacks",
  {
    /** The line that it was kept from. */
    id: text("id").primaryKey(),
    groupId: text("group_id").notNull(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    amount: money("amount").notNull(),
    reason: text("reason").notNull(),
    untilDay: text("until_day").notNull(),
    keptAt: instant("kept_at").notNull(),
    releasedAt: instant("released_at"),
    releasedBy: text("released_by").references(() => people.id),
  },
  (t) => [index("holdbacks_member").on(t.memberId), index("holdbacks_group").on(t.groupId)],
);

/** A member asks for the own money. */
export const payoutRequests = table(
  "payout_requests",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id").notNull(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    /** Null for all of it. */
    amount: money("amount"),
    words: text("words").notNull().default(""),
    formKey: text("form_key").notNull().unique(),
    askedBy: text("asked_by")
      .notNull()
      .references(() => people.id),
    askedAt: instant("asked_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [index("payout_requests_group").on(t.groupId, t.closedAt), index("payout_requests_member").on(t.memberId)],
);

/** How a member wants the money. The account's number is sealed; only its last four signs are in the clear. */
export const payoutWays = table("payout_ways", {
  memberId: text("member_id")
    .primaryKey()
    .references(() => members.id),
  method: text("method", { enum: PAYOUT_METHODS }).notNull(),
  /** The bank or e-wallet; empty for cash. */
  provider: text("provider").notNull().default(""),
  holder: text("holder").notNull().default(""),
  sealedAccount: text("sealed_account").notNull().default(""),
  lastFour: text("last_four").notNull().default(""),
  recordedBy: text("recorded_by")
    .notNull()
    .references(() => people.id),
  recordedAt: instant("recorded_at").notNull(),
});
