import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { calculate } from "#app/cli/calculate.ts";

const paper = readFileSync("docs/money.md", "utf8");
const example = /```sh\necho '(.*)' \| npm run -s calc -- (\w+)\n```\n\n```json\n(.*)\n```/g;
const examples = [...paper.matchAll(example)].map(([, input = "", calculation = "", output = ""]) => ({
  calculation,
  input,
  output,
}));

describe("docs/money.md", () => {
  it("shows each calculation, the pool once more with a first block", () => {
    expect(examples.map((each) => each.calculation)).toEqual(["split", "pool", "pool", "shu"]);
  });

  it.each(examples)("prints what $calculation really answers", ({ calculation, input, output }) => {
    expect(calculate(calculation, input)).toEqual({ exitCode: 0, output });
  });
});
