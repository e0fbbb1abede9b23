import { check, instant, integer, primaryKey, sql, table, text, uniqueIndex } from "../dialect.ts";
import { variants } from "./listings.ts";
import { people } from "./people.ts";

/** What somebody, signed in or not, means to buy. Holds no price and no stock. */
export const baskets = table(
  "baskets",
  {
    id: text("id").primaryKey(),
    personId: text("person_id").references(() => people.id),
    createdAt: instant("created_at").notNull(),
    touchedAt: instant("touched_at").notNull(),
  },
  (t) => [uniqueIndex("baskets_person").on(t.personId)],
);

export const basketLines = table(
  "basket_lines",
  {
    basketId: text("basket_id")
      .notNull()
      .references(() => baskets.id),
    variantId: text("variant_id")
      .notNull()
      .references(() => variants.id),
    quantityMilli: integer("quantity_milli").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.basketId, t.variantId] }),
    check("basket_lines_quantity", sql`${t.quantityMilli} > 0`),
  ],
);
