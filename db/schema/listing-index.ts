import { table, text } from "../dialect.ts";

/**
 * SQLite's full-text table, made by db/migrations/sqlite/always.sql and so left out of db/schema.ts, from which migrations are made.
 * PostgreSQL has a generated column in its place.
 */
export const listingIndex = table("listing_index", {
  listingId: text("listing_id").notNull(),
  title: text("title").notNull(),
  body: text("body").notNull(),
});
