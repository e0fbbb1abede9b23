import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { dataDir, tuneSqlite } from "./client.server.ts";
import { isPostgres } from "./dialect.ts";

/** One migration file, cut into statements. */
type Migration = { name: string; hash: string; statements: string[] };

export type MigrationReport = { applied: string[]; current: number };

const folder = join("db", "migrations", isPostgres ? "postgres" : "sqlite");

const sqlFiles = (): string[] =>
  readdirSync(folder)
    .filter((file) => /^\d{4}_.*\.sql$/.test(file))
    .sort();

function readMigration(name: string): Migration {
  const text = readFileSync(join(folder, name), "utf8");
  return {
    name,
    hash: createHash("sha256").update(text).digest("hex"),
    statements: text.split("--> statement-breakpoint").filter((statement) => statement.trim() !== ""),
  };
}

const LEDGER_OF_MIGRATIONS =
  "CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY NOT NULL, hash text NOT NULL, applied_at text NOT NULL)";

/**
 * Brings the database up to the newest schema: one process at a time, all or nothing, and never with a row lost.
 * A rebuilt SQLite table would cascade into its children, so foreign keys are off outside the transaction and checked before it ends.
 */
export function migrate(): Promise<MigrationReport> {
  return isPostgres ? migratePostgres(process.env.DATABASE_URL ?? "") : Promise.resolve(migrateSqlite());
}

/** How many migrations this program knows that the database has not seen; negative when the database is newer. */
export function pendingCount(applied: string[]): number {
  const known = sqlFiles();
  return applied.some((name) => !known.includes(name)) ? -1 : known.length - applied.length;
}

function pending(applied: Map<string, string>): Migration[] {
  const known = sqlFiles().map(readMigration);
  for (const name of applied.keys())
    if (!known.some((migration) => migration.name === name))
      throw new Error(`the database is newer than this program: it has seen ${name}`);
  for (const migration of known) {
    const seen = applied.get(migration.name);
    if (seen && seen !== migration.hash) throw new Error(`${migration.name} was edited after it was applied`);
  }
  return known.filter((migration) => !applied.has(migration.name));
}

function checkNothingLost(before: Map<string, number>, after: Map<string, number>): void {
  for (const [table, rows] of before) {
    const left = after.get(table);
    if (left !== undefined && left < rows)
      throw new Error(`the migration would lose ${rows - left} of ${rows} rows of ${table}: nothing was changed`);
  }
}

function migrateSqlite(): MigrationReport {
  const file = join(dataDir, "lumbung.sqlite");
  mkdirSync(dirname(file), { recursive: true });
  const sqlite = new Database(file);
  try {
    tuneSqlite(sqlite);
    sqlite.pragma("busy_timeout = 60000");
    sqlite.pragma("foreign_keys = OFF");
    const count = (): Map<string, number> => {
      const names = sqlite
        .prepare(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'listing_index%'",
        )
        .pluck()
        .all() as string[];
      return new Map(
        names.map((name) => [name, sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]),
      );
    };
    sqlite.exec("BEGIN IMMEDIATE");
    try {
      sqlite.exec(LEDGER_OF_MIGRATIONS);
      const applied = new Map(sqlite.prepare("SELECT name, hash FROM migrations").raw().all() as [string, string][]);
      const todo = pending(applied);
      const before = count();
      for (const migration of todo) {
        for (const statement of migration.statements) sqlite.exec(statement);
        sqlite
          .prepare("INSERT INTO migrations VALUES (?, ?, ?)")
          .run(migration.name, migration.hash, new Date().toISOString());
      }
      for (const statement of readMigration("always.sql").statements) sqlite.exec(statement);
      checkNothingLost(before, count());
      const broken = sqlite.pragma("foreign_key_check") as unknown[];
      if (broken.length > 0) throw new Error(`the migration would leave ${broken.length} broken references`);
      sqlite.exec("COMMIT");
      return { applied: todo.map((migration) => migration.name), current: applied.size + todo.length };
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec("ROLLBACK");
      throw error;
    }
  } finally {
    sqlite.close();
  }
}

async function migratePostgres(url: string): Promise<MigrationReport> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const count = async (): Promise<Map<string, number>> => {
    const names = await client.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    );
    const counts = new Map<string, number>();
    for (const { name } of names.rows) {
      const rows = await client.query<{ n: string }>(`SELECT count(*) AS n FROM "${name}"`);
      counts.set(name, Number(rows.rows[0]?.n));
    }
    return counts;
  };
  try {
    await client.query("SELECT pg_advisory_lock(7262844)");
    await client.query("BEGIN");
    await client.query(LEDGER_OF_MIGRATIONS);
    const seen = await client.query<{ name: string; hash: string }>("SELECT name, hash FROM migrations");
    const applied = new Map(seen.rows.map((row) => [row.name, row.hash]));
    const todo = pending(applied);
    const before = await count();
    for (const migration of todo) {
      for (const statement of migration.statements) await client.query(statement);
      await client.query("INSERT INTO migrations VALUES ($1, $2, $3)", [
        migration.name,
        migration.hash,
        new Date().toISOString(),
      ]);
    }
    for (const statement of readMigration("always.sql").statements) await client.query(statement);
    checkNothingLost(before, await count());
    await client.query("COMMIT");
    return { applied: todo.map((migration) => migration.name), current: applied.size + todo.length };
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    await client.end();
  }
}
