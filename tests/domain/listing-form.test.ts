import { describe, expect, it, test } from "vitest";
import { amountText, contributionTexts, readContributions } from "#app/domain/contribution.ts";
import { LISTING_STATES, listingSlug, stateAfter, stockProblems } from "#app/domain/listing.ts";
import { NO_VARIANT_FACTS } from "#app/domain/listing-facts.ts";
import { EditListingForm, NewListingForm } from "#app/domain/listing-form.ts";
import { LISTING_KINDS } from "#app/domain/listing-kind.ts";
import { type FormTexts, readVariants } from "#app/domain/listing-rows.ts";
import { variantTexts } from "#app/domain/listing-texts.ts";
import { rupiah } from "#app/domain/money.ts";
import { kindAndUnitWords, wordsOf } from "#app/domain/search-words.ts";
import { translator } from "#app/i18n/translate.ts";

const row = (at: number, texts: Record<string, string>): FormTexts =>
  Object.fromEntries(Object.entries(texts).map(([field, text]) => [`${field}-${at}`, [text]]));
const plain = { price: "62.000", stock: "3", weight: "300 g", box: "medium" };

describe("the rows of a listing's form", () => {
  it("read a price, a stock, a weight and a box", () => {
    expect(readVariants({ texts: row(0, plain), rows: 1, unit: "buah" })).toMatchObject({
      variants: [{ id: null, price: 62_000, stockMilli: 3000, packedGrams: 300, lengthMm: 350, isRetired: false }],
    });
  });

  it("take exact centimetres before the box, all three or none", () => {
    const exact = { ...plain, length: "25,5", width: "10", height: "4" };
    expect(readVariants({ texts: row(0, exact), rows: 1, unit: "buah" })).toMatchObject({
      variants: [{ lengthMm: 255, widthMm: 100, heightMm: 40 }],
    });
    expect(readVariants({ texts: row(0, { ...exact, height: "" }), rows: 1, unit: "buah" })).toEqual({
      ok: false,
      fields: { "height-0": "size-missing" },
    });
  });

  it("know the weight of a kilogram, but of no basket", () => {
    const unweighed = { ...plain, weight: "" };
    expect(readVariants({ texts: row(0, unweighed), rows: 1, unit: "kg" })).toMatchObject({
      variants: [{ packedGrams: 1050 }],
    });
    expect(readVariants({ texts: row(0, unweighed), rows: 1, unit: "buah" })).toMatchObject({
      fields: { "weight-0": "required" },
    });
  });

  it("pass over an empty row, keep each error at its own field, and want a name where there is a choice", () => {
    const texts = {
      ...row(0, { ...plain, "variant-name": "Merah" }),
      ...row(2, { ...plain, "variant-name": "merah" }),
    };
    expect(readVariants({ texts, rows: 3, unit: "buah" })).toEqual({
      ok: false,
      fields: { "variant-name-2": "variant-name-twice" },
    });
    expect(readVariants({ texts: { ...texts, ...row(1, { stock: "x" }) }, rows: 3, unit: "buah" })).toMatchObject({
      fields: { "price-1": "required", "stock-1": "quantity-invalid", "weight-1": "required" },
    });
    const oneLeft = { ...texts, ...row(2, { ...plain, retire: "yes", "variant-id": "v" }) };
    expect(readVariants({ texts: oneLeft, rows: 3, unit: "buah" }).ok).toBe(true);
  });

  it("show a stored variant so that it is read back the same", () => {
    const words = { ...NO_VARIANT_FACTS, sku: "TAS-M", netGrams: 950, grade: "B" as const, gradeText: "sedang" };
    const variant = { ...words, id: "v", name: "M", price: rupiah(62_000), stockMilli: 12_500, packedGrams: 1050 };
    for (const size of [
      { lengthMm: 250, widthMm: 200, heightMm: 100 },
      { lengthMm: 255, widthMm: 3, heightMm: 5000 },
    ]) {
      const texts = Object.fromEntries(
        Object.entries(variantTexts({ ...variant, ...size }, 0)).map(([name, text]) => [name, [text]]),
      );
      const read = readVariants({ texts, rows: 1, unit: "kg" });
      expect(read).toMatchObject({ variants: [{ ...variant, ...size, stockWasMilli: 12_500 }] });
    }
  });
});

describe("the other fields", () => {
  const fields = { name: "Tas", unit: "buah", formKey: "k".repeat(43) };
  test.each([
    ["name", "\u00a0\u3164 "],
    ["name", "x".repeat(101)],
    ["unit", "constructor"],
    ["harvestFrom", "2026-02-30"],
    ["harvestUntil", "9999-12-31"],
    ["formKey", "short"],
  ])("%s %j is refused", (name, text) => {
    const checked = NewListingForm.safeParse({ ...fields, [name]: text });
    expect(checked.error?.issues.map((issue) => issue.path[0])).toEqual([name]);
  });
  it("may stay empty, and days are whole", () => {
    const empty = { ...fields, harvestFrom: "", shelfDays: "", splitRuleId: "" };
    expect(EditListingForm.parse(empty)).toMatchObject({ harvestFrom: null, shelfDays: null, splitRuleId: null });
    expect(EditListingForm.safeParse({ ...fields, shelfDays: "1,5" }).success).toBe(false);
  });
});

describe("who made or brought it", () => {
  const base = { makers: ["a", "b"], amountOf: ["a", "b", "c"], unit: "kg" as const, steps: [] };
  const read = (over: Partial<Parameters<typeof readContributions>[0]>) =>
    readContributions({ ...base, amounts: ["", "", ""], measure: "quantity", ...over });
  const weights = (answer: ReturnType<typeof read>) =>
    answer.ok ? answer.contributions.map((one) => [one.memberId, one.step, one.weight]) : answer.fields;

  it("is equal when no figure is given", () => {
    expect(weights(read({}))).toEqual([
      ["a", "", 1000],
      ["b", "", 1000],
    ]);
    expect(weights(read({ measure: "parts", makers: ["b"] }))).toEqual([["b", "", 1]]);
  });
  it("counts what each brought, or worked; a figure alone means that person too", () => {
    expect(weights(read({ makers: ["a"], amounts: ["7,5", "", "5 kg"] }))).toEqual([
      ["a", "", 7500],
      ["c", "", 5000],
    ]);
    expect(weights(read({ measure: "hours", makers: [], amounts: ["2,5", "", ""] }))).toEqual([["a", "", 150]]);
    expect(amountText(150, "hours")).toBe("2,5");
  });
  it("asks again when only some have a figure, or one cannot be read", () => {
    expect(weights(read({ amounts: ["5", "", ""] }))).toEqual({ maker: "amount-missing" });
    expect(weights(read({ amounts: ["5", "-1", ""] }))).toEqual({ maker: "quantity-invalid" });
  });
  it("counts whoever is ticked without a step in each step that names nobody", () => {
    const steps = ["Potong", "Jahit"];
    expect(weights(read({ steps, measure: "parts", makers: ["a"] }))).toEqual([
      ["a", "Potong", 1],
      ["a", "Jahit", 1],
    ]);
    expect(weights(read({ steps, measure: "parts", makers: ["a", "1:b"] }))).toEqual([
      ["a", "Potong", 1],
      ["b", "Jahit", 1],
    ]);
    // Nobody's share is lost silently.
    const named = { steps, measure: "parts" as const, makers: ["a", "0:b", "1:b"] };
    expect(weights(read(named))).toEqual({ maker: "maker-no-step" });
  });
  it("stands in the form once where all steps are the same, and step by step where not", () => {
    const one = (memberId: string, step: string) => ({ memberId, step, weight: 1 });
    const asked = { steps: ["Potong", "Jahit"], measure: "parts" as const };
    expect(contributionTexts([one("a", "Potong"), one("a", "Jahit")], asked)).toEqual({ a: "1" });
    expect(contributionTexts([one("a", "Potong"), one("b", "Jahit")], asked)).toEqual({ "0:a": "1", "1:b": "1" });
    expect(contributionTexts([one("a", "")], { ...asked, steps: [] })).toEqual({ a: "1" });
  });
  it("follows the rule's work steps, and no other", () => {
    const steps = ["Potong", "Jahit"];
    expect(weights(read({ steps, measure: "parts", makers: ["1:a", "0:b"] }))).toEqual([
      ["a", "Jahit", 1],
      ["b", "Potong", 1],
    ]);
    for (const odd of ["2:a", "__proto__:a", ":a"])
      expect(weights(read({ steps, measure: "parts", makers: [odd] }))).toEqual({ maker: "maker-unknown" });
  });
});

describe("a listing's life", () => {
  it("moves only along its table", () => {
    expect(LISTING_STATES.map((state) => [stateAfter("publish", state), stateAfter("hide", state)])).toEqual([
      ["published", null],
      [null, "hidden"],
      ["published", null],
    ]);
  });
  it("has an address that can be read, whatever its name", () => {
    expect(listingSlug("Kain Tenun 'Biru' é", "7KQ2MP")).toBe("kain-tenun-biru-e-7kq2mp");
    expect(listingSlug("ꦤꦶꦔ꧀ꦱꦶꦃ 👩🏽‍🌾", "7KQ2MP")).toBe("7kq2mp");
    expect(listingSlug("../../etc/passwd", "AB")).toBe("etc-passwd-ab");
    expect(listingSlug("a".repeat(500), "AB").length).toBeLessThan(70);
  });
  it("keeps what was sold while the form stood open", () => {
    const edit = { id: "v", stockMilli: 1000, stockWasMilli: 5000, isRetired: false, row: 2, name: "" };
    const sizes = { ...NO_VARIANT_FACTS, price: rupiah(1), packedGrams: 1, lengthMm: 1, widthMm: 1, heightMm: 1 };
    expect(stockProblems([{ ...edit, ...sizes }], { stockNow: new Map([["v", 4000]]) })).toEqual({});
    expect(stockProblems([{ ...edit, ...sizes }], { stockNow: new Map([["v", 3999]]) })).toEqual({
      "stock-2": "stock-sold",
    });
    expect(stockProblems([{ ...edit, ...sizes }], { stockNow: new Map() })).toEqual({ "price-2": "variant-unknown" });
  });
  it("is found by the very words that pages show for its kind, in both languages", () => {
    for (const kind of LISTING_KINDS)
      for (const locale of ["id", "en"] as const) {
        const shown = wordsOf(translator(locale)(`listing-kind.${kind}`));
        expect(wordsOf(kindAndUnitWords(kind, "kg"))).toEqual(expect.arrayContaining(shown));
      }
  });
});
