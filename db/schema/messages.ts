import { boolean, index, instant, primaryKey, table, text } from "../dialect.ts";
import { people } from "./people.ts";

/** What happened, told to one person. Kept as kind and facts, so that it is read in the reader's language. */
export const messages = table(
  "messages",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** The fact and whom it is told: one fact is told once. */
    key: text("key").notNull().unique(),
    kind: text("kind").notNull(),
    /** JSON: see MessageFacts in domain/message.ts. */
    facts: text("facts").notNull(),
    /** Where on this site the matter stands. */
    path: text("path").notNull(),
    createdAt: instant("created_at").notNull(),
    readAt: instant("read_at"),
  },
  (t) => [index("messages_person").on(t.personId, t.createdAt)],
);

/** What a person does not want by mail (or wants again); the inbox holds everything. No row means yes. */
export const messagePreferences = table(
  "message_preferences",
  {
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    kind: text("kind").notNull(),
    byMail: boolean("by_mail").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })],
);
