import { describe, expect, it, test } from "vitest";
import { dayInWib, parseDay } from "#app/domain/calendar-day.ts";
import {
  MAX_PACKED_GRAMS,
  readCentimetres,
  readCount,
  readPrice,
  readQuantity,
  readStock,
  readWeight,
} from "#app/domain/listing-numbers.ts";

const good = (value: number) => ({ ok: true, value });
const bad = (reason: string) => ({ ok: false, reason });

/** What no number field may take for a number. */
const ODD = [
  ...["-1", "-0", "1e3", "1e309", "Infinity", "NaN", "0x10", "٣", "１２", "+7", "7abc", "[]", "{}", "null", "true"],
  ...["9007199254740991", "9007199254740992", "9007199254740993", "9223372036854775807", "9223372036854775808"],
  ...["99999999999999999999", "1,2,3", "1.2.3", "--1", "12 34", "=1+1", "1\u0000", "१२", "½", "1_000"],
];

describe("prices", () => {
  test.each([
    ["62000", 62_000],
    ["62.000", 62_000],
    [" 7 ", 7],
    ["Rp 15.000,00", 15_000],
    ["Rp15.000,-", 15_000],
    ["00012", 12],
    ["1.000.000", 1_000_000],
  ])("%j is %i rupiah", (text, value) => expect(readPrice(text)).toEqual(good(value)));

  test.each([...ODD, "0", "0.5", "1,5", "15,000", "1000000000001"])("%j is no price", (text) =>
    expect(readPrice(text)).toEqual(bad("price-invalid")),
  );
  test("nothing is asked for", () => expect(readPrice("  ")).toEqual(bad("required")));
});

describe("quantities", () => {
  test.each([
    ["12,5", 12_500],
    ["12.5", 12_500],
    ["12,5 kg", 12_500],
    ["12,5KG", 12_500],
    ["0,500", 500],
    ["0.5", 500],
    ["1000", 1_000_000],
    ["00012", 12_000],
    [" 7 ", 7000],
  ])("%j kg is %i thousandths", (text, value) => expect(readQuantity(text, "kg")).toEqual(good(value)));

  test.each(["1.000", "1,000", "15.000", "15,000"])("%j is asked again: one or a thousand?", (text) =>
    expect(readQuantity(text, "kg")).toEqual(bad("quantity-ambiguous")),
  );
  test.each([...ODD, "0", "0,0", "1,55", "1.000.000", "12,5 buah"])("%j is no quantity of kg", (text) =>
    expect(readQuantity(text, "kg")).toEqual(bad("quantity-invalid")),
  );
  test("half a cloth cannot be sold", () => expect(readQuantity("0,5", "lembar")).toEqual(bad("quantity-invalid")));
  test("a stock may be zero", () => {
    expect(readStock("0", "buah")).toEqual(good(0));
    expect(readStock("-0", "buah")).toEqual(bad("quantity-invalid"));
    expect(readStock("3 buah", "buah")).toEqual(good(3000));
  });
});

describe("weights", () => {
  test.each([
    ["300", 300],
    ["300 g", 300],
    ["300gram", 300],
    ["5 g", 5],
    ["1,2 kg", 1200],
    ["1.2kg", 1200],
    ["1,2", 1200],
    ["1.200", 1200],
    ["1.200 g", 1200],
    ["1,200 kg", 1200],
    ["0,25 kg", 250],
    ["50 kilo", 50_000],
  ])("%j is %i grams", (text, value) => expect(readWeight(text)).toEqual(good(value)));

  test.each(["2", "20", "1.200 kg"])("%j is asked again: gram or kilogram?", (text) =>
    expect(readWeight(text)).toEqual(bad("weight-unit")),
  );
  test.each([...ODD, "1,5 g", "0 kg", "0 g", `${MAX_PACKED_GRAMS + 1} g`])("%j is no weight", (text) =>
    expect(readWeight(text).ok).toBe(false),
  );
});

describe("sizes and counts", () => {
  test.each([
    ["25", 250],
    ["25,5", 255],
    ["25.5 cm", 255],
  ])("%j cm is %i mm", (text, value) => expect(readCentimetres(text)).toEqual(good(value)));
  test.each([...ODD, "0", "501", "2,55"])("%j is no side", (text) =>
    expect(readCentimetres(text)).toEqual(bad("size-invalid")),
  );
  test.each([...ODD, "0", "0.5", "1,5", "1.000", "366"])("%j is no count of days in a year", (text) =>
    expect(readCount(text, 365)).toEqual(bad("count-invalid")),
  );
});

describe("days", () => {
  test.each(["2026-02-28", "2028-02-29", "2026-12-31", "2038-01-20"])("%s is a day", (text) =>
    expect(parseDay(text)).toBe(text),
  );
  test.each([
    ...["1970-01-01", "0000-00-00", "2026-02-30", "2026-02-29", "2026-04-31", "2026-13-01", "9999-12-31", "2026-W53"],
    ...["2026-11-01T01:30", "31/12/26", "1764000000", "1764000000000", "2026-1-1", "", "kemarin", "-026-01-01"],
    ...["２０２６-01-01", "2026-00-10", "2026-01-00"],
  ])("%j is none", (text) => expect(parseDay(text)).toBeNull());

  it("turns at midnight in the islands, not in London", () => {
    expect(dayInWib(Date.UTC(2026, 11, 31, 16, 59, 59, 999))).toBe("2026-12-31");
    expect(dayInWib(Date.UTC(2026, 11, 31, 17))).toBe("2027-01-01");
  });

  it("agrees with the platform's calendar for a century", () => {
    for (let day = Date.UTC(2000, 0, 1); day < Date.UTC(2100, 0, 1); day += 86_400_000) {
      const expected = new Date(day).toISOString().slice(0, 10);
      if (dayInWib(day) !== expected) expect(dayInWib(day)).toBe(expected);
      if (expected >= "2020" && parseDay(expected) !== expected) expect(parseDay(expected)).toBe(expected);
    }
  });
});
