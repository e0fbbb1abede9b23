import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// npm run fault:kills -- N: kills the built app N times between two steps of a purchase, and says what was lost or doubled. Needs a build.
// With --forgetful the provider does not keep its keys: then it has to say that refunds were doubled, or it could not tell.
const kills = Number(process.argv[2] ?? 20);
const forgetsKeys = process.argv.includes("--forgetful");
if (!Number.isInteger(kills) || kills < 1) {
  console.error("fault:kills N [--forgetful], N a whole number from 1");
  process.exit(2);
}

// The engine is chosen when db/dialect.ts is first imported, so this comes before.
const folder = mkdtempSync(join(tmpdir(), "lumbung-kills-"));
process.env.DATA_DIR = folder;
process.env.DATABASE_URL = "";
const { migrate } = await import("#db/migrate.server.ts");
const { closeDatabase } = await import("#db/client.server.ts");
const { runKills } = await import("./run-kills.ts");
const { run: verify } = await import("#app/cli/verify.ts");
await migrate();
const started = Date.now();
try {
  const report = await runKills(kills, { forgetsKeys });
  console.log(JSON.stringify(report, null, 2));
  console.log(`${report.kills} kills in ${Math.round((Date.now() - started) / 1000)} s; the ledger:`);
  process.exitCode = (await verify()) || (report.wrong.length > 0 ? 1 : 0);
} finally {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}
