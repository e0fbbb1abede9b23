import { index, instant, table, text } from "../dialect.ts";

/** A photo that came with a form that was refused for another field: kept for whoever sent it until the form is right, or for a day. */
export const heldPhotos = table(
  "held_photos",
  {
    /** Also the id of its files. */
    id: text("id").primaryKey(),
    /** A person, or the order of a buyer without an account. */
    holder: text("holder").notNull(),
    heldAt: instant("held_at").notNull(),
  },
  (t) => [index("held_photos_age").on(t.heldAt)],
);
