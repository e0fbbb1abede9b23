import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// A market of its own for the browser tests: the built app on the demo network, in a folder that is thrown away.
const folder = mkdtempSync(join(tmpdir(), "lumbung-e2e-"));
const server = spawn("npx", ["tsx", "app/cli/start.ts"], {
  stdio: "inherit",
  env: {
    ...process.env,
    NODE_ENV: "test",
    DATABASE_URL: "",
    DATA_DIR: folder,
    APP_ORIGIN: `http://localhost:${process.env.PORT}`,
    LOG_LEVEL: "warn",
  },
  detached: true,
});
const stop = () => {
  if (server.pid) process.kill(-server.pid, "SIGTERM");
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
server.on("exit", () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
