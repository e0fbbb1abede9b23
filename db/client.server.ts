import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import pg from "pg";
import { isPostgres } from "./dialect.ts";
import * as schema from "./schema.ts";

/** What both engines have; anything else would work on one of them only. */
export type Db = Pick<
  BaseSQLiteDatabase<"async", unknown, typeof schema>,
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "query" | "$count" | "with"
>;

export const dataDir = process.env.DATA_DIR ?? "data";
export const databaseFile = join(dataDir, "lumbung.sqlite");

type Connection = {
  reader: Db;
  /** Runs fn in one transaction that nothing else can get between. */
  exclusive: <T>(fn: (tx: Db) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
  sqlite?: Database.Database;
  pool?: pg.Pool;
};

/** The transaction that the running code is inside of, if any. */
export const current = new AsyncLocalStorage<Db>();

let opened: Connection | undefined;

export function connection(): Connection {
  opened ??= isPostgres ? openPostgres(process.env.DATABASE_URL ?? "") : openSqlite(databaseFile);
  return opened;
}

/** For reading: inside a transaction it is that transaction. */
export function db(): Db {
  return current.getStore() ?? connection().reader;
}

export async function closeDatabase(): Promise<void> {
  await opened?.close();
  opened = undefined;
}

/** WAL with FULL: what was answered is on disk, even after a power cut (decision 0001). */
export function tuneSqlite(sqlite: Database.Database): void {
  sqlite.pragma("busy_timeout = 3000");
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
}

/**
 * Drizzle gives each engine types of its own for queries that are spelt alike. This is the one place that says they are: what a {@link Db}
 * offers is there on both, and the use cases' tests run on both.
 */
function onEitherEngine(database: Record<keyof Db, unknown>): Db {
  return database as Db;
}

function openSqlite(file: string): Connection {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Database(file);
  tuneSqlite(writer);
  const reading = new Database(file, { readonly: true });
  reading.pragma("busy_timeout = 3000");
  const writerDb = onEitherEngine(drizzleSqlite(writer, { schema }));
  // One writer at a time, first come first served: better-sqlite3 shares one connection, so a second BEGIN would join the first.
  let tail: Promise<unknown> = Promise.resolve();
  const exclusive = <T>(fn: (tx: Db) => Promise<T>): Promise<T> => {
    const turn = tail.then(async () => {
      writer.exec("BEGIN IMMEDIATE");
      try {
        const outcome = await fn(writerDb);
        writer.exec("COMMIT");
        return outcome;
      } catch (error) {
        if (writer.inTransaction) writer.exec("ROLLBACK");
        throw error;
      }
    });
    tail = turn.catch(() => undefined);
    return turn;
  };
  return {
    reader: onEitherEngine(drizzleSqlite(reading, { schema })),
    exclusive,
    sqlite: writer,
    close: async () => {
      await tail;
      reading.close();
      writer.close();
    },
  };
}

function openPostgres(url: string): Connection {
  // bigint and numeric come back as numbers: all of ours are safe integers, and a larger one must be noticed.
  const wholeNumber = (text: string): number => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${text}`);
    return value;
  };
  const types: pg.CustomTypesConfig = {
    getTypeParser: (id: number, format?: "text" | "binary") =>
      id === pg.types.builtins.INT8 || id === pg.types.builtins.NUMERIC
        ? (wholeNumber as never)
        : pg.types.getTypeParser(id, format as "text"),
  };
  const pool = new pg.Pool({ connectionString: url, max: 10, types });
  pool.on("connect", takeTurns);
  // An idle client that loses its server must not end the process; the next query reports it.
  pool.on("error", () => undefined);
  const database = drizzlePostgres(pool, { schema });
  const exclusive = async <T>(fn: (tx: Db) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await database.transaction((tx) => fn(onEitherEngine(tx)), { isolationLevel: "serializable" });
      } catch (error) {
        if (attempt >= 60 || !isSerializationFailure(error)) throw error;
        await new Promise((wake) => setTimeout(wake, Math.random() * Math.min(20 * attempt, 250)));
      }
    }
  };
  return { reader: onEitherEngine(database), exclusive, pool, close: () => pool.end() };
}

/**
 * One connection carries one query at a time, and a transaction has one connection: reads that are asked for together inside it are sent
 * one after the other. Outside, each has a connection of its own.
 */
function takeTurns(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
  let last: Promise<unknown> = Promise.resolve();
  const query = (...given: unknown[]): Promise<unknown> => {
    // The pool's own query, which has the connection to itself.
    if (typeof given.at(-1) === "function") return send(...given);
    const turn = last.then(() => send(...given));
    last = turn.catch(() => undefined);
    return turn;
  };
  client.query = query as typeof client.query;
}

function isSerializationFailure(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const code = (cause as { code?: string }).code;
  return code === "40001" || code === "40P01";
}
