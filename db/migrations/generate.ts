import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Writes the next migration for both engines from db/schema: `npm run db:generate -- NAME`.
// SQLite's file is then tightened in ways drizzle-kit cannot say: STRICT tables (an INTEGER column really refuses 1.5),
// and the one deferred key that lets an entry be checked against postings written before it.
const name = process.argv[2];
if (!name) throw new Error("usage: npm run db:generate -- NAME");
for (const engine of ["sqlite", "postgres"])
  execFileSync("npx", ["drizzle-kit", "generate", "--config", `db/drizzle.${engine}.config.ts`, "--name", name], {
    stdio: "inherit",
  });

const folder = "db/migrations/sqlite";
const newest = readdirSync(folder)
  .filter((file) => /^\d{4}_/.test(file))
  .sort()
  .at(-1);
if (newest) {
  const path = join(folder, newest);
  const tightened = readFileSync(path, "utf8")
    .replace(/^\);$/gm, ") STRICT;")
    .replace(/^\);(\n?--> statement-breakpoint)/gm, ") STRICT;$1")
    .replace(
      /(FOREIGN KEY \(`entry_id`\) REFERENCES `entries`\(`id`\) ON UPDATE no action ON DELETE no action)(?! DEFERRABLE)/g,
      "$1 DEFERRABLE INITIALLY DEFERRED",
    );
  writeFileSync(path, tightened);
}
