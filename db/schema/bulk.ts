import { BULK_KINDS, NETWORK_BULK_KINDS } from "#app/domain/bulk-sheet.ts";
import { check, index, instant, json, sql, table, text } from "../dialect.ts";
import { groups } from "./groups.ts";
import { people } from "./people.ts";

/** A file that an officer or the operator sent and may accept: what it would change is worked out anew each time it is looked at. */
export const bulkImports = table(
  "bulk_imports",
  {
    id: text("id").primaryKey(),
    /** Null for what belongs to the network. */
    groupId: text("group_id").references(() => groups.id),
    kind: text("kind", { enum: [...BULK_KINDS, ...NETWORK_BULK_KINDS] }).notNull(),
    fileName: text("file_name").notNull(),
    rows: json("rows").$type<string[][]>().notNull(),
    /** The form's own key: a second submit of one form keeps no second file. */
    formKey: text("form_key").notNull().unique(),
    sentBy: text("sent_by")
      .notNull()
      .references(() => people.id),
    sentAt: instant("sent_at").notNull(),
    /** Once accepted it can change nothing any more. */
    acceptedAt: instant("accepted_at"),
  },
  (t) => [
    index("bulk_imports_group").on(t.groupId, t.sentAt),
    check("bulk_imports_whose", sql`(${t.groupId} is null) = (${t.kind} = 'tariffs')`),
  ],
);
