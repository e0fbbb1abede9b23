import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planListings } from "#app/domain/bulk-listing-plan.ts";
import { type BulkListing, LISTING_COLUMNS, type ListingColumn, listingRows } from "#app/domain/bulk-listings.ts";
import { makersCell, readMakers } from "#app/domain/bulk-makers.ts";
import { planMembers } from "#app/domain/bulk-members.ts";
import { guardedCell, plainCell } from "#app/domain/bulk-sheet.ts";
import { MAX_VARIANTS } from "#app/domain/listing.ts";
import { factsOfKind, GRADES, HALAL, variantName } from "#app/domain/listing-facts.ts";
import { LISTING_KINDS } from "#app/domain/listing-kind.ts";
import { LOCALES } from "#app/domain/locale.ts";
import { rupiah } from "#app/domain/money.ts";
import { TRAVELS } from "#app/domain/travel.ts";
import { reasonText, translator } from "#app/i18n/translate.ts";

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

  it("are found in all that is said of goods, each with a reason in both languages", () => {
    const cells: Partial<Record<ListingColumn, string>> = {
      ...{ kind: "food", name: "Dodol", unit: "buah", price: "1000", stock: "1", packedGrams: "100" },
      ...{ lengthMm: "10", widthMm: "10", heightMm: "10", madeToOrderDays: "-1", openPiecesPerMaker: "banyak" },
      ...{ fragile: "mungkin", bulky: "2", catchWeight: "x", travels: "udara", option1: "o".repeat(31) },
      ...{ permitKind: "pirt", permitNumber: "12", halal: "certified", halalNumber: "halal", halalUntil: "2026-02-30" },
      ...{ ingredients: "i".repeat(1001), allergens: "a".repeat(201), batch: "b".repeat(61), storage: "s".repeat(201) },
      ...{ shelfDays: "1,5", harvestFrom: "besok", value1: "v".repeat(61), sku: "k".repeat(61), netGrams: "0,5" },
      ...{ grade: "D", gradeText: "g".repeat(61) },
    };
    const sheet = [[...LISTING_COLUMNS], LISTING_COLUMNS.map((column) => cells[column] ?? "")];
    const { errors } = planListings(sheet, facts);
    expect(Object.fromEntries(errors.map(({ column, reason }) => [column, reason]))).toEqual({
      ...{ madeToOrderDays: "count-invalid", openPiecesPerMaker: "count-invalid", shelfDays: "count-invalid" },
      ...{ fragile: "sheet-yes-no", bulky: "sheet-yes-no", catchWeight: "sheet-yes-no", travels: "sheet-choice" },
      ...{ permitNumber: "permit-pirt", halalNumber: "halal-number", halalUntil: "date-invalid" },
      ...{
        option1: "too-long",
        ingredients: "too-long",
        allergens: "too-long",
        batch: "too-long",
        storage: "too-long",
      },
      ...{ harvestFrom: "date-invalid", value1: "too-long", sku: "too-long", netGrams: "count-invalid" },
      ...{ grade: "sheet-choice", gradeText: "too-long" },
    });
    expect(new Set(errors.map((error) => error.row))).toEqual(new Set([2]));
    for (const locale of LOCALES)
      for (const { column, reason } of errors) {
        const t = translator(locale);
        expect(t(`bulk.column.${column as ListingColumn}`)).not.toBe("");
        expect(reasonText(t, reason)).not.toBe(reasonText(t, "no-such-reason"));
      }
  });

  it("are found between the rows of one listing", () => {
    expect(
      errorsOf(row({ variantName: "M" }), row({ variantName: "m" }), row({ variantName: "L", unit: "lusin" })),
    ).toEqual([
      [4, "unit", "sheet-differs"],
      [3, "variantName", "variant-name-twice"],
    ]);
    const many = Array.from({ length: MAX_VARIANTS + 1 }, (_, at) => row({ variantName: `v${at}` }));
    expect(errorsOf(...many)).toEqual([[MAX_VARIANTS + 2, "variantName", "sheet-variants"]]);
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

describe("a sheet of goods that goes out and comes back", () => {
  const word = fc
    .string({ unit: fc.constantFrom(..."abz 09=-+@'.,é"), maxLength: 20 })
    .map((text) => text.replace(/\s+/g, " ").trim());
  const day = fc.option(fc.integer({ min: 1, max: 28 }).map((n) => `2026-12-${String(n).padStart(2, "0")}`));
  const count = fc.option(fc.integer({ min: 1, max: 3650 }));
  const measures = { packedGrams: 100, lengthMm: 10, widthMm: 20, heightMm: 30 };
  const listing = fc
    .record({
      kind: fc.constantFrom(...LISTING_KINDS),
      words: fc.array(word, { minLength: 11, maxLength: 11 }),
      counts: fc.array(count, { minLength: 4, maxLength: 4 }),
      yes: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      from: day,
      until: day,
      travels: fc.constantFrom(...TRAVELS),
      halal: fc.option(fc.constantFrom(...HALAL)),
      isPermitted: fc.boolean(),
      grade: fc.option(fc.constantFrom(...GRADES)),
      price: fc.integer({ min: 1, max: 1e9 }),
      stockMilli: fc.integer({ min: 0, max: 9000 }).map((steps) => steps * 100),
    })
    .map(
      ({
        kind,
        words,
        counts,
        yes,
        from,
        until,
        travels,
        halal,
        isPermitted,
        grade,
        price,
        stockMilli,
      }): BulkListing => {
        const [a = "", b = "", c = "", d = "", e = "", f = "", g = "", h = "", i = "", j = "", k = ""] = words;
        const facts = factsOfKind(kind, "kg", {
          ...{
            madeToOrderDays: counts[0] ?? null,
            openPiecesPerMaker: counts[1] ?? null,
            shelfDays: counts[2] ?? null,
          },
          ...{ fragile: yes[0] ?? false, bulky: yes[1] ?? false, catchWeight: yes[2] ?? false, travels },
          ...{ option1: a, option2: b, option3: c, ingredients: d, allergens: e, batch: f, storage: g },
          ...{ permitKind: isPermitted ? "pirt" : null, permitNumber: isPermitted ? "123456789012345" : "" },
          ...{ halal, halalNumber: halal === "certified" ? "ID00110000012345" : "", halalUntil: from },
          ...{ harvestFrom: from, harvestUntil: from && until && until < from ? from : until },
        });
        const told = {
          value1: h,
          value2: i,
          value3: "",
          sku: j,
          netGrams: counts[3] ?? null,
          grade,
          gradeText: k,
          splitRuleName: "",
        };
        return {
          ...facts,
          ...{ id: "l", slug: "kain-1", version: 1, kind, name: "Kain", description: "", unit: "kg" },
          ...{ ruleName: "", splitRuleId: null, contributions: [] },
          variants: [
            {
              ...{ ...told, ...measures, id: "v", position: 1, lotMilli: null, price: rupiah(price), stockMilli },
              name: variantName({ ...told, name: "" }),
            },
          ],
        };
      },
    );

  it("changes nothing, whatever stands in it", () => {
    fc.assert(
      fc.property(listing, (before) => {
        const cells = listingRows([before]).map((row) => row.map(guardedCell));
        const plan = planListings([[...LISTING_COLUMNS], ...cells], { ...facts, listings: [before] });
        expect(plan).toMatchObject({ added: [], changed: [], same: 1, errors: [] });
      }),
      { numRuns: 200 },
    );
  });

  it("leaves alone what it has no column for, and names a code that stands twice", () => {
    const [before] = fc.sample(listing, { numRuns: 1, seed: 7 });
    if (!before) throw new Error("no sample");
    const kept = { ...before, bulky: true };
    const plan = planListings(
      [
        [
          "listing",
          "kind",
          "name",
          "unit",
          "variant",
          "price",
          "stock",
          "packedGrams",
          "lengthMm",
          "widthMm",
          "heightMm",
        ],
        ["kain-1", kept.kind, "Kain baru", "kg", "v", "5000", "1", "100", "10", "20", "30"],
      ],
      { ...facts, listings: [kept] },
    );
    expect(plan.errors).toEqual([]);
    expect(plan.changed[0]?.fields).toMatchObject({ bulky: true, name: "Kain baru" });
    const coded = [...HEADER, "sku"];
    const twice = planListings([coded, [...row(), "T1"], [...row({ name: "Topi" }), "t1"]], facts);
    expect(twice.errors).toEqual([{ row: 3, column: "sku", reason: "sku-twice" }]);
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
