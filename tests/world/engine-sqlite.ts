import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

// Each test file has a database of its own. The engine is chosen when db/dialect.ts is first imported, so this comes before.
const folder = mkdtempSync(join(tmpdir(), "lumbung-test-"));
process.env.DATABASE_URL = "";
process.env.DATA_DIR = folder;

const { migrate } = await import("#db/migrate.server.ts");
const { closeDatabase } = await import("#db/client.server.ts");
await migrate();

afterAll(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});
