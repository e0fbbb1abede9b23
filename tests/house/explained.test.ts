import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const BOOKS = "app/routes/books";
const pages = readdirSync(BOOKS)
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => [file, readFileSync(join(BOOKS, file), "utf8")] as const);

describe("an amount in the books", () => {
  it("is shown by the component that opens it, or that says why it does not", () => {
    const bare = pages.filter(([, text]) => /<(Money|Price)\b|data-rupiah/.test(text)).map(([file]) => file);
    expect(bare).toEqual([]);
  });

  it("says so only for a reason that docs/money.md gives", () => {
    const said = new Set(
      pages.flatMap(([, text]) => [...text.matchAll(/plain(?:=|: )"([\w-]+)"/g)].map(([, why]) => why)),
    );
    const explained = [...readFileSync("docs/money.md", "utf8").matchAll(/^\| `([\w-]+)` \|/gm)].map(([, why]) => why);
    expect([...said].sort()).toEqual(explained.sort());
  });
});
