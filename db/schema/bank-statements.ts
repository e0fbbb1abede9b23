import { index, instant, json, table, text } from "../dialect.ts";
import { people } from "./people.ts";

/** A bank's list that somebody sent to find payments in; it decides nothing by itself, and the next one of the same person replaces it. */
export const bankStatements = table(
  "bank_statements",
  {
    id: text("id").primaryKey(),
    fileName: text("file_name").notNull(),
    rows: json("rows").$type<string[][]>().notNull(),
    formKey: text("form_key").notNull().unique(),
    sentBy: text("sent_by")
      .notNull()
      .references(() => people.id),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [index("bank_statements_person").on(t.sentBy, t.sentAt)],
);
