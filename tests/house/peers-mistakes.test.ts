import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folder = "tests/usecases";

/** What the tests call each mistake, by file. */
function tested(): string[] {
  const files = readdirSync(folder).filter((name) => name.startsWith("peers-mistakes"));
  return files.flatMap((name) =>
    [...readFileSync(`${folder}/${name}`, "utf8").matchAll(/^ {2}it\("([^"]+)"/gm)].map(([, said]) => said ?? ""),
  );
}

it("every mistake of other shops in docs/peers-mistakes.md has a test of that name, and every such test a row", () => {
  const page = readFileSync("docs/peers-mistakes.md", "utf8");
  const rows = [...page.matchAll(/^\| ([^|]+?) \| ([^|]+?) \| ([^|]+?) \|$/gm)].slice(2);
  const said = rows.map(([, who, what]) => `${who}: ${what}`);
  expect(said.toSorted()).toEqual(tested().toSorted());
});
