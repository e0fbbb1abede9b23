import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

// Each test file has a database of its own. Engine and folder are chosen when db/ is first imported, so this comes before; the files that
// one process tests share what they import, so its folder stays, and is emptied after each.
const folder = process.env.DATA_DIR_OF_TESTS ?? mkdtempSync(join(tmpdir(), "lumbung-test-"));
process.env.DATA_DIR_OF_TESTS = folder;
process.env.DATABASE_URL = "";
process.env.DATA_DIR = folder;
mkdirSync(folder, { recursive: true });

const { migrate } = await import("#db/migrate.server.ts");
const { closeDatabase } = await import("#db/client.server.ts");
await migrate();

afterAll(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});
