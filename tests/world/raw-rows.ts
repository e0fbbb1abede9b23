import { connection } from "#db/client.server.ts";
import { isPostgres } from "#db/dialect.ts";

const TABLES = isPostgres
  ? "select table_name as name from information_schema.tables where table_schema = 'public'"
  : "select name from sqlite_master where type = 'table' and name not like 'listing_index%'";

/** Every row of every table, as the database itself gives it out. */
export async function rawRows(): Promise<{ table: string; rows: unknown[] }[]> {
  const { sqlite, pool } = connection();
  const ask = async (statement: string): Promise<unknown[]> =>
    isPostgres ? ((await pool?.query(statement))?.rows ?? []) : (sqlite?.prepare(statement).all() ?? []);
  const names = (await ask(TABLES)).map((row) => String(Object.values(row ?? {})[0]));
  return Promise.all(names.map(async (table) => ({ table, rows: await ask(`select * from "${table}"`) })));
}
