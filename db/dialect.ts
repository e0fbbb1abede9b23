export { sql } from "drizzle-orm";

import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import type { Rupiah } from "#app/domain/money.ts";

// One vocabulary of tables and columns for two engines (docs/decisions/0001).
// SQLite's types are the canonical ones; PostgreSQL's builders are cast to them.

export const isPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "");

const pick = <T>(sqlite: T, postgres: unknown): T => (isPostgres ? (postgres as T) : sqlite);

export const table = pick(lite.sqliteTable, pg.pgTable);
export const index = pick(lite.index, pg.index);
export const uniqueIndex = pick(lite.uniqueIndex, pg.uniqueIndex);
export const primaryKey = pick(lite.primaryKey, pg.primaryKey);
export const check = pick(lite.check, pg.check);
export const alias = pick(lite.alias, pg.alias);
export const text = pick(lite.text, pg.text);
/** A count, a weight in grams, a quantity in thousandths: whole and below 2^31. */
export const integer = pick(
  (name: string) => lite.integer(name),
  (name: string) => pg.integer(name),
);
/** A whole number that may pass 2^31: a contribution's weight, a figure behind a share. */
export const whole = pick(
  (name: string) => lite.integer(name),
  (name: string) => pg.bigint(name, { mode: "number" }),
);
/** Whole rupiah. */
export const money = pick(
  (name: string) => lite.integer(name).$type<Rupiah>(),
  (name: string) => pg.bigint(name, { mode: "number" }),
);
export const boolean = pick(
  (name: string) => lite.integer(name, { mode: "boolean" }),
  (name: string) => pg.boolean(name),
);
export const instant = pick(
  (name: string) => lite.integer(name, { mode: "timestamp_ms" }),
  (name: string) => pg.timestamp(name, { withTimezone: true, precision: 3, mode: "date" }),
);
export const json = pick(
  (name: string) => lite.text(name, { mode: "json" }),
  (name: string) => pg.jsonb(name),
);
