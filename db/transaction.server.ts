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
