import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

/** The key that the built servers of the tests sign and hash with: give it to cryptoSecrets to name their baskets and sessions. */
export const BUILT_SECRET = "only-for-tests-only-for-tests-only-for-tests";

const root = fileURLToPath(new URL("../..", import.meta.url));
const entry = `${root}build/server/index.js`;

export type BuiltServer = {
  origin: string;
  port: number;
  process: ChildProcess;
  /** What it wrote so far: JSON lines, and whatever went wrong. */
  output: () => string;
  /** Asks it to end, and waits until it has; its exit code. */
  stop: () => Promise<number | null>;
};

/** What the settings of one start may be; DATA_DIR and DATABASE_URL are this test's own unless said otherwise. */
export type Start = { environment?: Record<string, string>; port?: number };

/** Starts the built app as it runs in production, on a port of its own, and waits until it is ready. */
export async function startBuiltServer({ environment = {}, port: wanted }: Start = {}): Promise<BuiltServer> {
  if (!existsSync(entry)) throw new Error("the app is not built: run `npm run build` first");
  const port = wanted ?? (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [entry], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      APP_ORIGIN: origin,
      SESSION_SECRET: BUILT_SECRET,
      DATA_DIR: process.env.DATA_DIR,
      DATABASE_URL: process.env.DATABASE_URL,
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const server: BuiltServer = {
    origin,
    port,
    process: child,
    output: () => output,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
  await untilReady(server, ended);
  return server;
}

async function untilReady(
  { origin, output, process: child }: BuiltServer,
  ended: Promise<number | null>,
): Promise<void> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    if (isOver) throw new Error(`the built app ended at its start:\n${output()}`);
    const ready = await fetch(`${origin}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`the built app was not ready in 30 seconds:\n${output()}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
