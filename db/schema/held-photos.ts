import { index, instant, integer, table, text } from "../dialect.ts";
import { people } from "./people.ts";

/** A photo that came with a form that was refused for another field: kept for whoever sent it until the form is right, or for a day. */
export const heldPhotos = table(
  "held_photos",
  {
    /** Also the id of its files, and of the photo that it becomes. */
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    preview: text("preview").notNull(),
    heldAt: instant("held_at").notNull(),
  },
  (t) => [index("held_photos_age").on(t.heldAt)],
);
