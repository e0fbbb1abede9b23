import { execFile } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { PERMISSIONS } from "#app/domain/permission-rows.ts";

const run = promisify(execFile);

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));

const camel = (kebab: string): string => kebab.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());

/** Use cases that no person presses: jobs and machines call them. */
const BY_ITSELF = new Set([
  "expire-orders",
  "forget-held-photos",
  "hold-lease",
  "lock-due-runs",
  "open-due-runs",
  "order-standing",
  "open-scheduled-runs",
  "remind-uncollected",
  "process-webhook-events",
  "compare-with-provider",
  "read-missed-events",
  "receive-webhook",
  "send-mail",
  "send-outbox",
  "send-to-groups",
  "touch-session",
]);

/** Served to anybody by its own name, with nothing of a session: a photo that was published. */
const PUBLIC = new Set(["app/routes/buy/photo.tsx"]);

describe("the house", () => {
  const useCases = files("app/usecases").filter((file) => file !== "app/usecases/context.ts");

  it("keeps every file under 250 lines", () => {
    const long = [...files("app"), ...files("db").filter((file) => !file.includes("migrations"))].filter(
      (file) => readFileSync(file, "utf8").split("\n").length > 251,
    );
    expect(long).toEqual([]);
  });

  it("has one use case a file, named alike, that asks for its own permission first", () => {
    for (const file of useCases) {
      const name = basename(file, ".ts");
      const text = readFileSync(file, "utf8");
      expect(text, file).toMatch(new RegExp(`export (async )?function ${camel(name)}\\b`));
      if (BY_ITSELF.has(name)) continue;
      expect(Object.keys(PERMISSIONS), file).toContain(name);
      expect(text, `${file} must call permit or may with "${name}"`).toContain(`"${name}"`);
      expect(text, file).toMatch(/\b(permit|may)\(/);
    }
  });

  it("tests every use case", () => {
    const tests = files("tests")
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    const untested = useCases.filter((file) => !tests.includes(`/${basename(file)}"`));
    expect(untested).toEqual([]);
  });

  it("asks who is there in every loader and action", () => {
    const open = files("app/routes").filter((file) => {
      const text = readFileSync(file, "utf8");
      return (
        /export (const|async function) (loader|action)\b/.test(text) &&
        !/\b(door|openGroup)\(/.test(text) &&
        !PUBLIC.has(file)
      );
    });
    expect(open).toEqual([]);
  });

  // Each planted line breaks one rule of the house; the checker must name it.
  const plants: [folder: string, line: string, rule: string][] = [
    ["app/domain", 'import "#db/client.server.ts";', "domain-imports-only-what-it-may"],
    ["app/domain", 'import "node:fs";', "domain-is-pure"],
    [
      "app/domain",
      'import type { Context } from "#app/usecases/context.ts"; export type X = Context;',
      "domain-imports-only-what-it-may",
    ],
    ["app/routes/buy", 'import "#db/write/groups.ts";', "routes-imports-only-what-it-may"],
    ["app/routes/buy", 'import "drizzle-orm";', "drizzle-orm-stays-home"],
    ["app/routes/buy", 'import "#app/adapters/passwords/argon2.ts";', "routes-imports-only-what-it-may"],
    ["app/usecases/buy", 'import "stripe";', "stripe-stays-home"],
    ["app/usecases/buy", 'import "@remix-run/node";', "remix-run-stays-home"],
    ["app/usecases/buy", 'import "#app/usecases/operate/approve-group.ts";', "use-cases-do-not-call-each-other"],
    ["app/usecases/buy", 'import "#app/adapters/passwords/argon2.ts";', "usecases-imports-only-what-it-may"],
    ["app/ui", 'import "#db/read/groups.ts";', "ui-imports-only-what-it-may"],
    ["db/read", 'import "#app/usecases/context.ts";', "db-imports-only-what-it-may"],
  ];
  const planted = plants.map(([folder, line, rule], at) => ({ file: `${folder}/planted-${at}.ts`, line, rule }));

  it("is guarded: every planted wrong import is caught", async () => {
    for (const { file, line } of planted) writeFileSync(file, `${line}\n`);
    try {
      const checker = ["depcruise", ...planted.map(({ file }) => file), "--config", ".dependency-cruiser.cjs"];
      const report = await run("npx", checker).then(
        () => "nothing was caught",
        (failure: { stdout: string }) => failure.stdout,
      );
      for (const { file, line, rule } of planted)
        expect(report, `${line} in ${file}`).toMatch(new RegExp(`${rule}: ${file}`));
    } finally {
      for (const { file } of planted) rmSync(file, { force: true });
    }
  }, 120_000);
});
