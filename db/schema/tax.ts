import { check, instant, integer, money, sql, table, text } from "../dialect.ts";
import { people } from "./people.ts";

/** The limits and rate that turnover is held against, as the operator read them in the law: dated and append-only by trigger. */
export const taxRules = table(
  "tax_rules",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull().unique(),
    /** The first day it holds for: YYYY-MM-DD. */
    fromDay: text("from_day").notNull(),
    /** A person's turnover of a year up to this is free of tax. */
    personFree: money("person_free").notNull(),
    /** Above this turnover of a year the simple rate is not for you any more. */
    ceiling: money("ceiling").notNull(),
    rateBasisPoints: integer("rate_basis_points").notNull(),
    /** How near to a limit a warning begins. */
    warnBasisPoints: integer("warn_basis_points").notNull(),
    /** Where it stands: the law's number. */
    source: text("source").notNull(),
    formKey: text("form_key").notNull().unique(),
    setBy: text("set_by")
      .notNull()
      .references(() => people.id),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    check(
      "tax_rules_sane",
      sql`${t.personFree} > 0 and ${t.ceiling} > ${t.personFree} and ${t.rateBasisPoints} between 0 and 10000 and ${t.warnBasisPoints} between 1 and 10000`,
    ),
  ],
);
