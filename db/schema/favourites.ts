import { index, instant, primaryKey, table, text } from "../dialect.ts";
import { groups } from "./groups.ts";
import { people } from "./people.ts";

/** A buyer's own addresses, to choose from at checkout. */
export const savedAddresses = table(
  "saved_addresses",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** What its owner calls it: "Rumah". */
    label: text("label").notNull(),
    villageCode: text("village_code").notNull(),
    street: text("street").notNull(),
    rt: text("rt").notNull().default(""),
    rw: text("rw").notNull().default(""),
    landmark: text("landmark").notNull().default(""),
    postcode: text("postcode").notNull().default(""),
    formKey: text("form_key").notNull().unique(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("saved_addresses_person").on(t.personId, t.createdAt)],
);

/** The groups whose goods somebody wants to hear of. */
export const savedGroups = table(
  "saved_groups",
  {
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    savedAt: instant("saved_at").notNull(),
    /** What was put on sale after this is new to them. */
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.groupId] })],
);
