import { RULE_STATES } from "#app/domain/rule-version.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";
import { check, index, instant, integer, json, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups } from "./groups.ts";
import { people } from "./people.ts";

/** A version of how a group's sales are divided; never edited, only followed by the next version. */
export const splitRules = table(
  "split_rules",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    name: text("name").notNull(),
    /** Counts from 1 for each name in a group. */
    version: integer("version").notNull(),
    rule: json("rule").$type<SplitRule>().notNull(),
    /** In which order the group's versions were saved. */
    sequence: integer("sequence").notNull().default(0),
    /** From its first day on this rule is the group's own, until another so marked takes over. */
    isDefault: integer("is_default").notNull().default(0),
    /** Where the group wants two for a change: whether the second has looked. */
    state: text("state", { enum: RULE_STATES }).notNull().default("approved"),
    decision: text("decision").notNull().default(""),
    /** A picture of the meeting's minutes. */
    minutesPhotoId: text("minutes_photo_id"),
    createdBy: text("created_by")
      .notNull()
      .references(() => people.id),
    answeredBy: text("answered_by").references(() => people.id),
    answeredAt: instant("answered_at"),
    effectiveFrom: instant("effective_from").notNull(),
  },
  (t) => [
    uniqueIndex("split_rules_version").on(t.groupId, t.name, t.version),
    index("split_rules_group").on(t.groupId),
    // One waits at a time for each rule, and nobody is the second pair of eyes for what is one's own.
    uniqueIndex("split_rules_waiting").on(t.groupId, t.name).where(sql`${t.state} = 'waiting'`),
    check("split_rules_two", sql`${t.answeredBy} is null or ${t.answeredBy} <> ${t.createdBy}`),
  ],
);
