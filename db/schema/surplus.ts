import { SURPLUS_STATES, type SurplusContent, type SurplusPolicyFund } from "#app/domain/surplus-year.ts";
import { boolean, check, index, instant, integer, json, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups } from "./groups.ts";
import { people } from "./people.ts";

/** The minutes of a members' meeting (RAT); append-only by trigger. */
export const meetings = table(
  "meetings",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    /** YYYY-MM-DD */
    day: text("day").notNull(),
    place: text("place").notNull(),
    present: integer("present").notNull(),
    decision: text("decision").notNull(),
    /** A picture of the signed minutes. */
    photoId: text("photo_id"),
    formKey: text("form_key").notNull().unique(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [index("meetings_group").on(t.groupId, t.day), check("meetings_present", sql`${t.present} > 0`)],
);

/** How a cooperative divides its yearly surplus, as a meeting decided: never edited, only followed. Append-only by trigger. */
export const surplusPolicies = table(
  "surplus_policies",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    /** Counts from 1 in each group. */
    version: integer("version").notNull(),
    funds: json("funds").$type<SurplusPolicyFund[]>().notNull(),
    /** Whether simpanan sukarela counts as capital, beside pokok and wajib. */
    countsVoluntary: boolean("counts_voluntary").notNull(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    formKey: text("form_key").notNull().unique(),
    setBy: text("set_by")
      .notNull()
      .references(() => people.id),
    setAt: instant("set_at").notNull(),
  },
  (t) => [uniqueIndex("surplus_policies_version").on(t.groupId, t.version)],
);

/** A year's surplus on its way to the members. What was proposed is frozen; a trigger lets only its state move on. */
export const surplusYears = table(
  "surplus_years",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    year: integer("year").notNull(),
    /** Counts the proposals of a year from 1. */
    turn: integer("turn").notNull(),
    state: text("state", { enum: SURPLUS_STATES }).notNull(),
    policyId: text("policy_id")
      .notNull()
      .references(() => surplusPolicies.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meetings.id),
    content: json("content").$type<SurplusContent>().notNull(),
    proposedBy: text("proposed_by")
      .notNull()
      .references(() => people.id),
    proposedAt: instant("proposed_at").notNull(),
    approvedBy: text("approved_by").references(() => people.id),
    approvedAt: instant("approved_at"),
    reversalBy: text("reversal_by").references(() => people.id),
    reversalReason: text("reversal_reason").notNull().default(""),
    reversedBy: text("reversed_by").references(() => people.id),
    reversedAt: instant("reversed_at"),
  },
  (t) => [uniqueIndex("surplus_years_turn").on(t.groupId, t.year, t.turn)],
);
