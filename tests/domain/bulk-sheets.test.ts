import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planListings } from "#app/domain/bulk-listing-plan.ts";
import { makersCell, readMakers } from "#app/domain/bulk-makers.ts";
import { planMembers } from "#app/domain/bulk-members.ts";
import { guardedCell, plainCell } from "#app/domain/bulk-sheet.ts";

describe("a guarded cell", () => {
  it("is no formula, and gives back what was there", () => {
    const odd = fc.oneof(
      fc.string(),
      fc.string().map((text) => `=${text}`),
      fc.string().map((text) => `'${text}`),
    );
    fc.assert(
      fc.property(odd, (text) => {
        expect(guardedCell(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(plainCell(guardedCell(text))).toBe(text);
      }),
    );
  });

  it("leaves what people typed alone", () => {
    expect(plainCell("'Ain")).toBe("'Ain");
    expect(plainCell("12,5")).toBe("12,5");
  });
});

describe("the makers in a cell", () => {
  const idOf = (number: string) => (Number(number) <= 20 ? `m${number}` : undefined);

  it("read back as they were written, whatever the step is called", () => {
    const one = fc.record({
      number: fc.integer({ min: 1, max: 20 }),
      step: fc.string({ maxLength: 12 }),
      weight: fc.integer({ min: 1, max: 1e9 }),
    });
    const unique = fc.uniqueArray(one, { maxLength: 5, selector: ({ number, step }) => `${number} ${step}` });
    fc.assert(
      fc.property(unique, (makers) => {
        const written = makers
          .filter(({ step }) => step === step.trim())
          .map((maker) => ({ ...maker, memberId: `m${maker.number}` }));
        const read = readMakers(makersCell(written), idOf);
        expect(read).toEqual({ ok: true, contributions: written.map(({ number: _, ...maker }) => maker) });
      }),
    );
  });

  it.each([
    ["1; 2", [1, 1]],
    ["", []],
    ["1=3;2=4", [3, 4]],
  ])("are understood as people type them: %j", (text, weights) => {
    const read = readMakers(text, idOf);
    expect(read.ok && read.contributions.map((one) => one.weight)).toEqual(weights);
  });

  it.each([
    ["x", "sheet-makers"],
    ["1=0", "sheet-makers"],
    ["1=-1", "sheet-makers"],
    ["99", "member-not-here"],
    ["1;1", "sheet-twice"],
  ])("are refused with a reason: %j", (text, reason) => {
    expect(readMakers(text, idOf)).toEqual({ ok: false, reason });
  });
});

const HEADER = [
  "listing",
  "kind",
  "name",
  "unit",
  "variantName",
  "price",
  "stock",
  "packedGrams",
  "lengthMm",
  "widthMm",
  "heightMm",
];
const facts = { listings: [], memberIdOf: () => undefined, ruleIdOf: () => undefined };
const row = (over: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string | undefined> = {
    ...{ listing: "", kind: "craft", name: "Tas", unit: "buah", variantName: "", price: "1000", stock: "1" },
    ...{ packedGrams: "100", lengthMm: "10", widthMm: "10", heightMm: "10" },
    ...over,
  };
  return HEADER.map((column) => cells[column] ?? "");
};
const errorsOf = (...rows: string[][]) =>
  planListings([HEADER, ...rows], facts).errors.map(({ row: at, column, reason }) => [at, column, reason]);

describe("mistakes in a sheet of goods", () => {
  it("are all found, by row and column", () => {
    expect(
      errorsOf(
        row(),
        row({ name: "", unit: "hasta", price: "gratis", stock: "1.000", kind: "emas" }),
        row({ name: "Topi", listing: "no-such-code", packedGrams: "0" }),
      ),
    ).toEqual([
      [3, "kind", "sheet-kind"],
      [3, "name", "required"],
      [3, "unit", "unit-unknown"],
      [3, "price", "price-invalid"],
      [3, "stock", "quantity-ambiguous"],
      [4, "listing", "listing-unknown"],
      [4, "packedGrams", "count-invalid"],
    ]);
  });

  it("are found between the rows of one listing", () => {
    expect(
      errorsOf(row({ variantName: "M" }), row({ variantName: "m" }), row({ variantName: "L", unit: "lusin" })),
    ).toEqual([
      [4, "unit", "sheet-differs"],
      [3, "variantName", "variant-name-twice"],
    ]);
    const many = Array.from({ length: 13 }, (_, at) => row({ variantName: `v${at}` }));
    expect(errorsOf(...many)).toEqual([[14, "variantName", "sheet-variants"]]);
  });

  it("are found in the names of the columns", () => {
    const plan = planListings(
      [
        ["name", "harga", "name"],
        ["a", "b", "c"],
      ],
      facts,
    );
    expect(plan.errors.map((error) => error.reason)).toEqual([
      "sheet-column-unknown",
      "sheet-column-twice",
      ...Array(4).fill("sheet-column-missing"),
    ]);
  });
});

describe("a sheet of members", () => {
  const members = [{ id: "a", number: 1, name: "Aminah", phone: null }];

  it("adds, changes and leaves alone", () => {
    const plan = planMembers(
      [
        ["number", "name", "phone"],
        ["1", "Aminah binti Ali", ""],
        ["", "Dara", "0812-3456-7890"],
        ["", "", ""],
      ],
      members,
    );
    expect(plan).toMatchObject({
      added: [{ name: "Dara", phone: "+6281234567890" }],
      changed: [{ memberId: "a", name: "Aminah binti Ali" }],
      same: 0,
      errors: [],
    });
  });

  it("names every mistake", () => {
    const plan = planMembers(
      [
        ["number", "name", "phone"],
        ["7", "Budi", ""],
        ["1", "", "12"],
        ["1", "Aminah", ""],
      ],
      members,
    );
    expect(plan.errors).toEqual([
      { row: 2, column: "number", reason: "member-not-here" },
      { row: 3, column: "name", reason: "required" },
      { row: 3, column: "phone", reason: "phone" },
      { row: 4, column: "number", reason: "sheet-twice" },
    ]);
  });
});
