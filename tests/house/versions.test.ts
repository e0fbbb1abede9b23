import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Below these a known hole is open; the reason stands beside each. Extended at each release. */
const LOWEST: Record<string, { from: string; below?: string; why: string }> = {
  "@remix-run/node": {
    from: "2.17.5",
    below: "2.17.6",
    why: "CSRF for PUT, PATCH and DELETE; manifest denial of service",
  },
  "@remix-run/react": { from: "2.17.5", below: "2.17.6", why: "script injection through scroll restoration" },
  "@remix-run/server-runtime": { from: "2.17.5", below: "2.17.6", why: "port taken from a forwarded header" },
  "@remix-run/router": { from: "1.23.4", why: "script injection by redirects; // in paths" },
  "react-router": { from: "6.30.6", why: "the same, on the other side" },
  "react-router-dom": { from: "6.30.6", why: "the same, on the other side" },
  "drizzle-orm": { from: "0.45.2", why: "SQL injection through identifiers" },
  sharp: { from: "0.35.0", why: "four faults in its image library" },
  "better-sqlite3": {
    from: "12.11.1",
    below: "13.0.0",
    why: "SQLite's WAL-reset corruption; 13 does not run on Node 20",
  },
};

type Lock = { packages: Record<string, { version?: string }> };

const numbers = (version: string): number[] => version.split(/[.-]/).slice(0, 3).map(Number);

function isBefore(a: string, b: string): boolean {
  const [left, right] = [numbers(a), numbers(b)];
  for (let at = 0; at < 3; at++) if ((left[at] ?? 0) !== (right[at] ?? 0)) return (left[at] ?? 0) < (right[at] ?? 0);
  return false;
}

describe("the lock file", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;

  it("holds no package below its safe version, in no place of the tree", () => {
    const found = new Set<string>();
    for (const [path, { version }] of Object.entries(lock.packages)) {
      const name = path.split("node_modules/").at(-1) ?? "";
      const limit = LOWEST[name];
      if (!limit || !version) continue;
      found.add(name);
      expect(isBefore(version, limit.from), `${name} ${version}: ${limit.why}`).toBe(false);
      if (limit.below) expect(isBefore(version, limit.below), `${name} ${version}: ${limit.why}`).toBe(true);
    }
    expect([...found].sort()).toEqual(Object.keys(LOWEST).sort());
  });
});
