import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Measured } from "./month-measured.ts";

// How long a month of so many sold lines takes to be reviewed and closed, and what memory: npm run bench:month -- 100000. Beside it a month
// of a tenth, so that the ratio shows how it grows. Nothing here passes or fails; it prints what is.

const lines = Number(process.argv[2] ?? "10000");

function run(file: string, folder: string, ...more: string[]): string {
  const path = new URL(file, import.meta.url).pathname;
  const env = { ...process.env, DATABASE_URL: "", DATA_DIR: folder };
  return execFileSync(process.execPath, [...process.execArgv, path, ...more], { env, encoding: "utf8" });
}

function measure(count: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), "lumbung-month-"));
  const start = performance.now();
  try {
    run("month-world.ts", folder, String(count));
    console.log(`a month of ${count} lines, made in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return JSON.parse(run("month-measured.ts", folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [tenth, whole] = [measure(lines / 10), measure(lines)];
console.log(`${"".padEnd(36)} ${String(tenth.lines).padStart(9)} ${String(whole.lines).padStart(9)}  ratio`);
for (const [what, took] of Object.entries(whole.seconds)) {
  const before = tenth.seconds[what] ?? Number.NaN;
  const figures = `${before.toFixed(2).padStart(7)} s ${took.toFixed(2).padStart(7)} s`;
  console.log(`${what.padEnd(36)} ${figures}  ${(took / before).toFixed(1)}`);
}
const flagged = `${String(tenth.flagged).padStart(9)} ${String(whole.flagged).padStart(9)}`;
console.log(`${"flagged lines".padEnd(36)} ${flagged}  ${(whole.flagged / tenth.flagged).toFixed(1)}`);
const memory = `${String(tenth.megabytes).padStart(6)} MB ${String(whole.megabytes).padStart(6)} MB`;
console.log(`${"peak memory".padEnd(36)} ${memory}  ${(whole.megabytes / tenth.megabytes).toFixed(1)}`);
console.log(
  `${"of it before the first step".padEnd(36)} ${String(tenth.atRest).padStart(6)} MB ${String(whole.atRest).padStart(6)} MB`,
);
