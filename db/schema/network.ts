import { KEEPING_RULES } from "#app/domain/keeping-rule.ts";
import { SHARE_RULES } from "#app/domain/share-rule.ts";
import { boolean, check, instant, integer, sql, table, text } from "../dialect.ts";

/** This installation's own settings: one row, id "network". */
export const networks = table(
  "networks",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    feeBasisPoints: integer("fee_basis_points").notNull(),
    qrisFeeBasisPoints: integer("qris_fee_basis_points").notNull(),
    bankName: text("bank_name").notNull(),
    bankAccount: text("bank_account").notNull(),
    bankHolder: text("bank_holder").notNull(),
    qrisPhotoId: text("qris_photo_id"),
    takesTransfer: boolean("takes_transfer").notNull(),
    takesQris: boolean("takes_qris").notNull(),
    takesCashOnDelivery: boolean("takes_cash_on_delivery").notNull(),
    /** Whether what groups earn by card is sent to accounts of their own at the card provider. */
    sendsToGroups: boolean("sends_to_groups").notNull().default(false),
    payWithinHours: integer("pay_within_hours").notNull(),
    /** How many days goods wait at a pick-up point; those that do not keep wait less. */
    fetchWithinDays: integer("fetch_within_days").notNull().default(7),
    fetchFreshWithinDays: integer("fetch_fresh_within_days").notNull().default(2),
    /** What a food listing needs before buyers see it. */
    foodNeedsPermit: boolean("food_needs_permit").notNull().default(false),
    foodNeedsHalal: boolean("food_needs_halal").notNull().default(false),
    /** How the bills of the runs that open from now on are divided. */
    shareRule: text("share_rule", { enum: SHARE_RULES }).notNull().default("equal-saving"),
    /** What becomes of goods that may not keep until they arrive. */
    keepingRule: text("keeping_rule", { enum: KEEPING_RULES }).notNull().default("warn"),
    isDemo: boolean("is_demo").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    check(
      "networks_fees",
      sql`${t.feeBasisPoints} between 0 and 10000 and ${t.qrisFeeBasisPoints} between 0 and 10000 and ${t.payWithinHours} between 1 and 720`,
    ),
    check(
      "networks_fetching",
      sql`${t.fetchWithinDays} between 1 and 60 and ${t.fetchFreshWithinDays} between 1 and ${t.fetchWithinDays}`,
    ),
  ],
);

/** Which process does a job now; a lease that ran out is free. */
export const leases = table("leases", {
  job: text("job").primaryKey(),
  holder: text("holder").notNull(),
  until: instant("until").notNull(),
});
