import { readFileSync } from "node:fs";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { describe, expect, it } from "vitest";
import routes from "#app/routes.ts";

function paths(entries: RouteConfigEntry[], above = ""): { path: string; file: string }[] {
  return entries.flatMap((entry) => {
    const path = `${above}/${entry.path ?? ""}`.replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
    return [{ path, file: entry.file }, ...paths(entry.children ?? [], path)];
  });
}

/** Rows of the table: | method | path | who |. */
const listed = readFileSync("docs/routes.md", "utf8")
  .split("\n")
  .map((line) => /^\| (GET|POST|GET, POST) \| `([^`]+)` \| (.+) \|$/.exec(line))
  .filter((row) => row !== null)
  .map(([, method, path, who]) => ({ method: method ?? "", path: path ?? "", who: who ?? "" }));

/** Served by server.ts itself. */
const BESIDE_REMIX = ["/healthz", "/readyz", "/assets/*"];

const entries = await routes;

describe("docs/routes.md", () => {
  const known = paths(entries).filter((route) => route.path !== "/*");

  it("lists every route, and none that is not there", () => {
    const inCode = [...known.map((route) => route.path), ...BESIDE_REMIX].sort();
    expect(listed.map((row) => row.path).sort()).toEqual(inCode);
  });

  it("says POST exactly where there is an action", () => {
    for (const { path, file } of known) {
      const text = readFileSync(`app/${file}`, "utf8");
      const method = listed.find((row) => row.path === path)?.method ?? "";
      expect(`${path} ${method.includes("POST")}`).toBe(`${path} ${/export const action\b/.test(text)}`);
    }
  });

  it("says who for each", () => {
    expect(listed.filter((row) => row.who.trim() === "")).toEqual([]);
  });
});
