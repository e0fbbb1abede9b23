import { connection, current, type Db } from "./client.server.ts";

/** A handle that can write; only {@link inTransaction} makes one. */
export type Tx = Db & { readonly __transaction?: true };

/**
 * The one way to write. All of fn happens, or none of it, with nothing else in between.
 * On PostgreSQL fn may run again after a serialization failure, so it must touch nothing outside the database:
 * no mail, no payment provider, no file.
 */
export function inTransaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
  if (current.getStore()) throw new Error("a transaction is already running: pass its tx on");
  return connection().exclusive((tx) => current.run(tx, () => fn(tx)));
}

/** True inside {@link inTransaction}: adapters refuse to reach the outside then. */
export function isInTransaction(): boolean {
  return current.getStore() !== undefined;
}

export type DatabaseProblem = "duplicate" | "refused" | "busy" | "full" | "other";

/** What a database error means, for both engines. */
export function databaseProblem(error: unknown): DatabaseProblem {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const code = String((cause as { code?: unknown } | null)?.code ?? "");
  if (code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY" || code === "23505")
    return "duplicate";
  if (code.startsWith("SQLITE_CONSTRAINT") || code.startsWith("23") || code === "P0001") return "refused";
  if (
    code.startsWith("SQLITE_BUSY") ||
    code === "SQLITE_LOCKED" ||
    code === "40001" ||
    code === "40P01" ||
    code === "55P03"
  )
    return "busy";
  if (code === "SQLITE_FULL" || code.startsWith("SQLITE_IOERR") || code === "53100") return "full";
  return "other";
}
