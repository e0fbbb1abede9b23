import { access, constants, statfs } from "node:fs/promises";
import { connection, databaseFile, dataDir } from "../client.server.ts";
import { pendingCount } from "../migrate.server.ts";

/** Less than this on the disk, and the next photo or order may no longer fit. */
const MIN_FREE_BYTES = 8 * 1024 * 1024;
const PATIENCE_MS = 2_000;
const APPLIED = "SELECT name FROM migrations";

/** Whether visitors may be sent here: the database answers and can be written, its schema is ours, and the disk has room. */
export async function isReady(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([looksReady(), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function looksReady(): Promise<boolean> {
  const { bavail, bsize } = await statfs(dataDir);
  if (bavail * bsize < MIN_FREE_BYTES) return false;
  const { sqlite, pool } = connection();
  // An open file answers even after it was moved away or made read-only: what counts is whether it is still there to write to.
  if (sqlite) await access(databaseFile, constants.R_OK | constants.W_OK);
  const rows = sqlite
    ? sqlite.prepare<[], { name: string }>(APPLIED).all()
    : ((await pool?.query<{ name: string }>(APPLIED))?.rows ?? []);
  return pendingCount(rows.map((row) => row.name)) === 0;
}
