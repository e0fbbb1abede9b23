import { ZERO } from "#app/domain/money.ts";
import { PAYOUT_APPROVALS } from "#app/domain/payout.ts";
import { FEE_BEARERS } from "#app/domain/refund.ts";
import {
  boolean,
  check,
  index,
  instant,
  integer,
  money,
  primaryKey,
  sql,
  table,
  text,
  uniqueIndex,
} from "../dialect.ts";
import { people } from "./people.ts";
import { hubs } from "./shipping.ts";

export const groups = table("groups", {
  id: text("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  kind: text("kind", { enum: ["boutique", "craft", "farm", "fishery", "food", "cooperative"] }).notNull(),
  state: text("state", { enum: ["waiting", "active", "suspended"] }).notNull(),
  story: text("story").notNull().default(""),
  /** Kemendagri code of the village, PP.KK.CC.DDDD. */
  villageCode: text("village_code").notNull(),
  phone: text("phone"),
  photoId: text("photo_id"),
  madeByDisabled: boolean("made_by_disabled").notNull().default(false),
  /** Whether anybody may see the totals of its books, month by month. */
  publishesTotals: boolean("publishes_totals").notNull().default(false),
  /** Whether the meeting voted that members see each other's income, and its last decision about that. */
  opensIncome: boolean("opens_income").notNull().default(false),
  incomeDecision: text("income_decision").notNull().default(""),
  hubId: text("hub_id").references(() => hubs.id),
  appliedBy: text("applied_by")
    .notNull()
    .references(() => people.id),
  approvedBy: text("approved_by").references(() => people.id),
  approvedAt: instant("approved_at"),
  /** Who bears the provider's fee of a sale that is refunded: it does not come back. */
  refundFeeBearer: text("refund_fee_bearer", { enum: FEE_BEARERS }).notNull().default("network"),
  /** Which payouts a second person approves. */
  payoutApproval: text("payout_approval", { enum: PAYOUT_APPROVALS }).notNull().default("batches"),
  /** How much one member may owe in advances (kasbon); zero for none. */
  advanceLimit: money("advance_limit").notNull().default(ZERO),
  /** Up to this the treasurer alone pays out of a fund of the surplus. */
  fundPaymentLimit: money("fund_payment_limit").notNull().default(ZERO),
  /** Whether a change of how sales are divided wants a second officer, and who asked that it no longer should. */
  rulesNeedTwo: boolean("rules_need_two").notNull().default(false),
  rulesNeedTwoEndsBy: text("rules_need_two_ends_by").references(() => people.id),
  createdAt: instant("created_at").notNull(),
});

/** A hub outside a group's regency to which it may bring its goods all the same: the operator says so. */
export const hubGroups = table(
  "hub_groups",
  {
    hubId: text("hub_id")
      .notNull()
      .references(() => hubs.id),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    namedBy: text("named_by")
      .notNull()
      .references(() => people.id),
    namedAt: instant("named_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.hubId, t.groupId] }), index("hub_groups_group").on(t.groupId)],
);

/** A person in a group, with or without a phone or an account. */
export const members = table(
  "members",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    /** Counts from 1 in each group; breaks ties when money is split. */
    number: integer("number").notNull(),
    name: text("name").notNull(),
    phone: text("phone"),
    personId: text("person_id").references(() => people.id),
    joinedAt: instant("joined_at").notNull(),
    leftAt: instant("left_at"),
    /** The member agreed to be named to anybody as the maker of what they make. */
    isNamed: boolean("is_named").notNull().default(false),
    /** When the member last looked at the own statement: what came since is new. */
    sharesSeenAt: instant("shares_seen_at"),
  },
  (t) => [
    uniqueIndex("members_group_number").on(t.groupId, t.number),
    uniqueIndex("members_group_person").on(t.groupId, t.personId),
    index("members_person").on(t.personId),
    check("members_number_positive", sql`${t.number} > 0`),
  ],
);

export const offices = table(
  "offices",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    role: text("role", { enum: ["chair", "secretary", "treasurer", "auditor", "packer"] }).notNull(),
    since: instant("since").notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.role] })],
);

/** A link or code by which somebody joins a group, or takes over the member record that an officer made. */
export const invitations = table(
  "invitations",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    codeHash: text("code_hash").notNull().unique(),
    name: text("name").notNull(),
    memberId: text("member_id").references(() => members.id),
    invitedBy: text("invited_by")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    usedBy: text("used_by").references(() => people.id),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [index("invitations_group").on(t.groupId)],
);
