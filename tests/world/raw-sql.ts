import { connection } from "#db/client.server.ts";
import { isPostgres } from "#db/dialect.ts";

/** Past all of our code, as somebody with the database's password would: only the database's own guards are left. */
export async function rawSql(statement: string): Promise<void> {
  const { sqlite, pool } = connection();
  if (isPostgres) await pool?.query(statement);
  else sqlite?.exec(statement);
}
