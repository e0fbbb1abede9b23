import { CUT_RULES, CYCLE_STATES } from "#app/domain/sale-cycle.ts";
import { check, index, instant, integer, primaryKey, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups, members } from "./groups.ts";
import { variants } from "./listings.ts";
import { people } from "./people.ts";

/**
 * A window in which a harvest is ordered before it is there. While one runs, the stock of its variant beyond what lies in lots is what
 * growers pledged at most and nobody ordered yet; when it is settled, only what really came in is left.
 */
export const saleCycles = table(
  "sale_cycles",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    variantId: text("variant_id")
      .notNull()
      .references(() => variants.id),
    opensAt: instant("opens_at").notNull(),
    closesAt: instant("closes_at").notNull(),
    /** YYYY-MM-DD, the day from which buyers can have it. */
    handOverDay: text("hand_over_day").notNull(),
    /** Ordered less than that, it does not go; 0 for none. */
    minimumMilli: integer("minimum_milli").notNull(),
    /** How much may be ordered beyond what is pledged at most, and waits for a heavy crop. */
    mayWaitMilli: integer("may_wait_milli").notNull(),
    cutRule: text("cut_rule", { enum: CUT_RULES }).notNull(),
    state: text("state", { enum: CYCLE_STATES }).notNull(),
    /** What really came in, once it is settled. */
    cropMilli: integer("crop_milli"),
    /** The later cycle that took over its orders and pledges. */
    rolledInto: text("rolled_into"),
    /** Every order, pledge and decision takes its turn here. */
    version: integer("version").notNull().default(1),
    plannedBy: text("planned_by")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("sale_cycles_group").on(t.groupId, t.closesAt),
    uniqueIndex("sale_cycles_running").on(t.variantId).where(sql`state = 'planned'`),
    check("sale_cycles_sane", sql`${t.minimumMilli} >= 0 and ${t.mayWaitMilli} >= 0`),
  ],
);

/** What a grower expects to bring to a cycle, from-to; said anew until it opens. */
export const cyclePledges = table(
  "cycle_pledges",
  {
    cycleId: text("cycle_id")
      .notNull()
      .references(() => saleCycles.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    fromMilli: integer("from_milli").notNull(),
    toMilli: integer("to_milli").notNull(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.cycleId, t.memberId] }),
    check("cycle_pledges_range", sql`${t.fromMilli} >= 0 and ${t.fromMilli} <= ${t.toMilli} and ${t.toMilli} > 0`),
  ],
);
