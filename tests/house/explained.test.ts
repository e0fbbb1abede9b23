import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROUTES = "app/routes";
/** The page that shows what each component looks like has amounts of nobody. */
const SAMPLES = "style";
const pages = readdirSync(ROUTES, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx") && !file.startsWith(SAMPLES))
  .map((file) => [file, readFileSync(join(ROUTES, file), "utf8")] as const);

describe("an amount on a page", () => {
  it("is shown by the component that opens it, or that says why it does not", () => {
    const bare = pages.filter(([, text]) => /<Money\b|ui\/money\.tsx|data-rupiah/.test(text)).map(([file]) => file);
    expect(bare).toEqual([]);
  });

  it("is no price without its books, in the books", () => {
    const priced = pages
      .filter(([file, text]) => file.startsWith("books") && /<Price\b/.test(text))
      .map(([file]) => file);
    expect(priced).toEqual([]);
  });

  it("stays shut only for a reason that docs/money.md gives", () => {
    const said = new Set(
      pages.flatMap(([, text]) => [...text.matchAll(/plain(?:=|: )"([\w-]+)"/g)].map(([, why]) => why)),
    );
    const explained = [...readFileSync("docs/money.md", "utf8").matchAll(/^\| `([\w-]+)` \|/gm)].map(([, why]) => why);
    expect([...said].sort()).toEqual(explained.sort());
  });
});
