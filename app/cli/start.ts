import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// `npm start`: build what changed, migrate, fill an empty network with the demo, serve.
// With NODE_ENV=production it is a real network: no demo, and the settings that protect it must be there.

const BUILT = join("build", "server", "index.js");
const SOURCES = ["app", "db", "public", "server.ts", "vite.config.ts", "remix.config.js", "package-lock.json"];

function newestChange(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

const isBuilt = existsSync(BUILT) && SOURCES.every((path) => newestChange(path) < statSync(BUILT).mtimeMs);
if (!isBuilt) {
  console.log("Building …");
  const build = spawnSync(
    process.execPath,
    ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "error"],
    {
      stdio: "inherit",
      env: { ...process.env, NODE_ENV: "production" },
    },
  );
  if (build.status !== 0) process.exit(build.status ?? 1);
}

const isReal = process.env.NODE_ENV === "production";
if (!isReal) process.env.LUMBUNG_DEMO = "1";

const { migrate } = await import("#db/migrate.server.ts");
await migrate();
if (!isReal) {
  const { seedDemo } = await import("./seed/seed-demo.ts");
  await seedDemo({ onlyIfEmpty: true });
}
const { closeDatabase } = await import("#db/client.server.ts");
await closeDatabase();

const server = spawn(process.execPath, [BUILT], { stdio: "inherit", env: { ...process.env, NODE_ENV: "production" } });
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
