import type { SplitRule } from "#app/domain/split-rule.ts";
import { index, instant, integer, json, table, text, uniqueIndex } from "../dialect.ts";
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
    isDefault: integer("is_default").notNull().default(0),
    decision: text("decision").notNull().default(""),
    createdBy: text("created_by")
      .notNull()
      .references(() => people.id),
    effectiveFrom: instant("effective_from").notNull(),
  },
  (t) => [
    uniqueIndex("split_rules_version").on(t.groupId, t.name, t.version),
    index("split_rules_group").on(t.groupId),
  ],
);
