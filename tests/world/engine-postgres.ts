import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { oneQueryAtATime } from "./one-query-at-a-time.ts";
import { createDatabase, MIGRATED } from "./postgres-server.ts";

oneQueryAtATime();

// As engine-sqlite.ts: each test file has a database of its own, chosen before db/dialect.ts is first imported.
const folder = mkdtempSync(join(tmpdir(), "lumbung-test-"));
process.env.DATA_DIR = folder;
process.env.DATABASE_URL = await createDatabase(inject("postgresUrl"), `test_${randomUUID().slice(0, 8)}`, MIGRATED);

const { closeDatabase } = await import("#db/client.server.ts");

afterAll(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});
