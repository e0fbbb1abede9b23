import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { roomMilli } from "#app/domain/capacity.ts";
import { missingToPublish, type PublishFacts } from "#app/domain/listing.ts";
import { readLabel, restoreErrors, skuErrors } from "#app/domain/listing-checks.ts";
import {
  factsOfKind,
  type ListingFacts,
  labelsOf,
  NO_FACTS,
  NO_VARIANT_FACTS,
  readHalalNumber,
  readPermit,
  skuKey,
  variantName,
} from "#app/domain/listing-facts.ts";
import { readPacked } from "#app/domain/listing-numbers.ts";
import { rupiah } from "#app/domain/money.ts";
import { comparisonPrice, isWeighed, UNIT_NAMES, UNITS } from "#app/domain/unit.ts";

describe("numbers on a label", () => {
  test.each([
    ["pirt", "P-IRT No. 2062172 03 1001-29", "206217203100129"],
    ["pirt", "206217203100129", "206217203100129"],
    ["pirt", "20621720310012", null],
    ["pirt", "12 tahun", null],
    ["bpom-md", "BPOM RI MD 243721001172", "243721001172"],
    ["bpom-md", "MD 1234", null],
    ["bpom-cosmetic", "na18261700012", "NA18261700012"],
    ["bpom-cosmetic", "206217203100129", null],
  ] as const)("%s %j is read as %j", (kind, text, number) => expect(readPermit(kind, text)).toBe(number));

  test("a halal number has letters before its digits, or none", () => {
    expect(readHalalNumber("ID 21110000123450121")).toBe("ID21110000123450121");
    expect(readHalalNumber("07100012345678")).toBe("07100012345678");
    expect([readHalalNumber("halal"), readHalalNumber("1234567"), readHalalNumber("")]).toEqual([null, null, null]);
  });

  const label = { permitKind: null, permitNumber: "", halal: null, halalNumber: "" };
  test("a number needs its kind, a kind its number, and only a certificate a halal number", () => {
    expect(readLabel(label)).toEqual({ ok: true, permitNumber: "", halalNumber: "" });
    expect(readLabel({ ...label, permitNumber: "206217203100129" })).toEqual({
      ok: false,
      fields: { permitKind: "permit-kind-missing" },
    });
    expect(readLabel({ ...label, permitKind: "pirt", halal: "certified" })).toEqual({
      ok: false,
      fields: { permitNumber: "permit-pirt", halalNumber: "halal-number" },
    });
    expect(readLabel({ ...label, halal: "non-halal", halalNumber: "x" })).toMatchObject({ halalNumber: "" });
  });
});

describe("what food needs before buyers see it", () => {
  const ready: PublishFacts = {
    ...{ isGroupActive: true, kind: "food", name: "Kerupuk", variantCount: 1, contributorCount: 1, method: "equal" },
    ...{ harvestFrom: null, harvestUntil: null, photoAlts: [], today: "2026-11-24" },
    ...{ permitKind: null, halal: null, halalUntil: null, policy: { needsPermit: false, needsHalal: false } },
  };
  const strict = { needsPermit: true, needsHalal: true };

  it("is what the network asks, of food alone", () => {
    expect(missingToPublish(ready)).toEqual([]);
    expect(missingToPublish({ ...ready, policy: strict })).toEqual(["missing-permit", "missing-halal"]);
    expect(missingToPublish({ ...ready, policy: strict, kind: "craft" })).toEqual([]);
    const honest = { ...ready, policy: strict, permitKind: "pirt" as const, halal: "non-halal" as const };
    expect(missingToPublish(honest)).toEqual([]);
  });

  it("is a certificate that has not run out, to its last day", () => {
    const certified = { ...ready, halal: "certified" as const, halalUntil: "2026-11-24" };
    expect(missingToPublish(certified)).toEqual([]);
    expect(missingToPublish({ ...certified, today: "2026-11-25" })).toEqual(["missing-halal-over"]);
    expect(missingToPublish({ ...certified, halalUntil: null, today: "2030-01-01" })).toEqual([]);
  });
});

describe("a listing's facts", () => {
  const all: ListingFacts = {
    ...{ madeToOrderDays: 7, openPiecesPerMaker: 2, fragile: true, bulky: true, catchWeight: true, travels: "local" },
    ...{ option1: "Ukuran", option2: "Warna", option3: "Motif", permitKind: "pirt", permitNumber: "1" },
    ...{ halal: "certified", halalNumber: "2", halalUntil: "2027-01-01", ingredients: "a", allergens: "b" },
    ...{ batch: "c", storage: "d", shelfDays: 9, harvestFrom: "2026-12-01", harvestUntil: "2026-12-05" },
  };

  it("leave out what a kind has no room for", () => {
    expect(factsOfKind("craft", "buah", all)).toMatchObject({ halal: null, shelfDays: null, harvestFrom: null });
    expect(factsOfKind("craft", "buah", all)).toMatchObject({ madeToOrderDays: 7, openPiecesPerMaker: 2 });
    const harvest = factsOfKind("harvest", "kg", all);
    expect(harvest).toMatchObject({ madeToOrderDays: null, openPiecesPerMaker: null, permitKind: null, batch: "" });
    expect(harvest).toMatchObject({ catchWeight: true, shelfDays: 9, harvestFrom: "2026-12-01" });
    expect(factsOfKind("harvest", "ikat", all).catchWeight).toBe(false);
    expect(factsOfKind("food", "bungkus", { ...all, madeToOrderDays: null }).openPiecesPerMaker).toBeNull();
  });

  it("become labels, and silence about halal is never a halal label", () => {
    expect(labelsOf({ ...NO_FACTS, kind: "food" }, "2026-11-25")).toEqual(["halal-not-certified"]);
    expect(labelsOf({ ...NO_FACTS, kind: "food", halal: "non-halal" }, "2026-11-25")).toEqual(["non-halal"]);
    expect(labelsOf({ ...NO_FACTS, kind: "craft" }, "2026-11-25")).toEqual(["ready"]);
    expect(labelsOf({ ...all, kind: "food" }, "2027-01-01")).toEqual([
      ...["halal", "pirt", "made-to-order", "catch-weight", "local", "fragile", "bulky"],
    ]);
    expect(labelsOf({ ...all, kind: "food" }, "2027-01-02").slice(0, 2)).toEqual(["halal-not-certified", "pirt"]);
  });
});

describe("variants", () => {
  it("are called by their choices, or their grade, or the name they were given", () => {
    const named = { ...NO_VARIANT_FACTS, name: "" };
    expect(variantName({ ...named, value1: "M", value2: "merah" })).toBe("M, merah");
    expect(variantName({ ...named, grade: "A" })).toBe("A");
    expect(variantName({ ...named, name: "A", grade: "B" })).toBe("B");
    expect(variantName({ ...named, name: "Halus", grade: "B" })).toBe("Halus");
    expect(variantName({ ...named, value2: "merah", name: "lama" })).toBe("merah");
  });

  it("have a code that no other goods of the group have, whatever the size of its letters", () => {
    expect(skuKey("g", "Tas-01")).toBe(skuKey("g", "tas-01"));
    expect(skuKey("g", "")).toBeNull();
    const rows = ["a", "b", "a", null, null].map((key, row) => ({ key, row }));
    expect(skuErrors(rows, new Set(["b"]))).toEqual({ "sku-1": "sku-twice", "sku-2": "sku-twice" });
    expect(skuErrors([{ key: "b", row: null }], new Set(["b"]))).toEqual({ restore: "sku-twice" });
  });

  it("come back under a name of their own, while there is room", () => {
    const onSale = { ...NO_VARIANT_FACTS, name: "M", isRetired: false } as Parameters<
      typeof restoreErrors
    >[0]["variants"][number];
    expect(restoreErrors({ variants: [onSale], back: [{ name: "L" }] })).toEqual({});
    expect(restoreErrors({ variants: [onSale], back: [{ name: "m" }] })).toEqual({ restore: "variant-name-twice" });
    expect(restoreErrors({ variants: [{ ...onSale, isRetired: true }], back: [{ name: "M" }] })).toEqual({});
    const many = Array.from({ length: 24 }, (_, at) => ({ ...onSale, name: `V${at}` }));
    expect(restoreErrors({ variants: many, back: [{ name: "L" }] })).toEqual({ restore: "too-many-variants" });
  });
});

describe("units", () => {
  test.each([
    [62_000, "kg", null, null],
    [2_500_000, "kuintal", null, { amount: 25_000, per: "kg" }],
    [9_000_000, "ton", null, { amount: 9000, per: "kg" }],
    [65, "g", null, { amount: 65_000, per: "kg" }],
    [22_000, "bungkus", 250, { amount: 88_000, per: "kg" }],
    [22_000, "bungkus", null, null],
    [175_000, "karung", 50_000, { amount: 3500, per: "kg" }],
    [1_500_000, "kodi", null, { amount: 75_000, per: "piece" }],
    [100_000, "lusin", null, { amount: 8333, per: "piece" }],
    [23_000, "kg", 1000, null],
    [10_000, "pasang", null, null],
  ] as const)("Rp %i a %s of %s g compares as %j", (price, unit, netGrams, compared) =>
    expect(comparisonPrice({ price: rupiah(price), unit, netGrams })).toEqual(compared),
  );

  it("compare exactly, half up, whatever the price", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 1, max: 60_000 }), (price, netGrams) => {
        const compared = comparisonPrice({ price: rupiah(price), unit: "pak", netGrams });
        if (netGrams === 1000) {
          expect(compared).toBeNull();
          return;
        }
        const twice = 2n * BigInt(compared?.amount ?? 0) * BigInt(netGrams) - 2n * BigInt(price) * 1000n;
        expect(twice <= BigInt(netGrams) && twice > -BigInt(netGrams)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("are cut only where they are weighed", () => {
    for (const unit of UNIT_NAMES) if (!isWeighed(unit)) expect(UNITS[unit].stepMilli, unit).toBe(1000);
    expect(UNIT_NAMES.filter(isWeighed)).toEqual(["kg", "kuintal", "ton"]);
  });

  test.each([
    ["0,95", 950],
    ["0,950 kg", 950],
    ["1.035", 1035],
    ["1,035", 1035],
    ["950 g", 950],
    ["12", 12_000],
  ])("a scale's %j is %i grams", (text, value) => expect(readPacked(text, "kg")).toEqual({ ok: true, value }));
  test.each(["0", "0 g", "", "satu", "1,0355"])("a scale's %j is asked again", (text) =>
    expect(readPacked(text, "kg").ok).toBe(false),
  );
});

test("makers take on so much each, and no more than is left", () => {
  const limited = { madeToOrderDays: 7, openPiecesPerMaker: 3, makers: 2, openMilli: 4000 };
  expect(roomMilli(limited)).toBe(2000);
  expect(roomMilli({ ...limited, openMilli: 9000 })).toBe(0);
  expect(roomMilli({ ...limited, openPiecesPerMaker: null })).toBeNull();
  expect(roomMilli({ ...limited, madeToOrderDays: null })).toBeNull();
});
