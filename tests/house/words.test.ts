import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { en } from "#app/i18n/en.ts";
import { id } from "#app/i18n/id.ts";

const source = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/^i18n\/(id|en)[/.]/.test(file))
  .map((file) => readFileSync(join("app", file), "utf8"))
  .join("\n");

/** Keys named whole, and the fixed beginnings of keys that end in a value: t(`order.state.${state}`). */
const named = new Set([...source.matchAll(/["'`]([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)["'`]/g)].map((match) => match[1]));
const beginnings = [...source.matchAll(/`([a-z][a-z0-9.-]*\.(?:[a-z0-9-]*)?)\$\{/g)].map((match) => match[1] ?? "");

/** Every reason that the code can give: refuse("…"), zod messages, and unions of reasons in types all write it as a text. */
const texts = new Set([...source.matchAll(/"([a-z][a-z0-9-]*)"/g)].map((match) => match[1]));

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The names of a message's {values}, those inside plurals too. */
function valueNames(elements: Element[]): string[] {
  return elements.flatMap((element) => [
    ...("value" in element && element.type !== 0 && typeof element.value === "string" ? [element.value] : []),
    ...("options" in element ? Object.values(element.options).flatMap((option) => valueNames(option.value)) : []),
  ]);
}

const valuesOf = (message: string, locale: string): string[] =>
  [...new Set(valueNames(new IntlMessageFormat(message, locale).getAst()))].sort();

describe("the words of both languages", () => {
  it("have the same keys", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort());
  });

  it("are all used somewhere", () => {
    const unused = Object.keys(id).filter((key) => {
      if (key.startsWith("reason.")) return !texts.has(key.slice("reason.".length));
      return !named.has(key) && !texts.has(key) && !beginnings.some((beginning) => key.startsWith(beginning));
    });
    expect(unused).toEqual([]);
  });

  it("are none of them missing where the code names them", () => {
    const wings = new Set(Object.keys(id).map((key) => key.split(".")[0]));
    const called = [...source.matchAll(/\bt\(\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "");
    expect(called.filter((key) => !Object.hasOwn(id, key))).toEqual([]);
    expect(wings.size).toBeGreaterThan(3);
  });

  it("are well-formed, not empty, and take the same values in both languages", () => {
    for (const key of Object.keys(id) as (keyof typeof id)[]) {
      expect(id[key].trim(), key).not.toBe("");
      expect(en[key].trim(), key).not.toBe("");
      expect(valuesOf(en[key], "en-SG"), key).toEqual(valuesOf(id[key], "id-ID"));
    }
  });
});
