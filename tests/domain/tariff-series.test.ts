import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { priceSteps, pricesByKilogram, TABLE_KILOGRAMS } from "#app/domain/tariff-prices.ts";
import { type Dated, flawsOf, placeInSeries } from "#app/domain/tariff-series.ts";
import { airTariff, aTariff } from "#tests/world/shipping.ts";

const dated = (validFromMs: number, validToMs: number | null): Dated => ({
  id: `t${validFromMs}`,
  validFromMs,
  validToMs,
});

describe("the tariffs of a service", () => {
  it("have a gap where one ends before the next begins, and after the last that ends", () => {
    expect(flawsOf([dated(0, 10), dated(15, 20), dated(20, null)], 0)).toEqual([{ kind: "gap", fromMs: 10, toMs: 15 }]);
    expect(flawsOf([dated(0, 10)], 0)).toEqual([{ kind: "gap", fromMs: 10, toMs: null }]);
    expect(flawsOf([dated(0, 10)], 99)).toEqual([{ kind: "gap", fromMs: 10, toMs: null }]);
  });

  it("overlap where one begins before another has ended", () => {
    expect(flawsOf([dated(15, null), dated(0, 20)], 0)).toEqual([{ kind: "overlap", fromMs: 15, toMs: 20 }]);
    expect(flawsOf([dated(0, null), dated(5, null)], 0)).toEqual([{ kind: "overlap", fromMs: 5, toMs: null }]);
    expect(flawsOf([dated(0, 50), dated(5, 10), dated(20, null)], 0)).toEqual([
      { kind: "overlap", fromMs: 5, toMs: 10 },
      { kind: "overlap", fromMs: 20, toMs: 50 },
    ]);
  });

  it("say nothing of what is over, of none, and of one that has no end", () => {
    expect(flawsOf([dated(0, 10), dated(15, null)], 15)).toEqual([]);
    expect(flawsOf([], 0)).toEqual([]);
    expect(flawsOf([dated(50, null)], 0)).toEqual([]);
  });

  it("never overlap however they are entered, and have gaps only where an end was asked for", () => {
    const entries = fc.array(fc.record({ from: fc.nat(100), to: fc.option(fc.nat(60)) }), { maxLength: 12 });
    fc.assert(
      fc.property(entries, (all) => {
        let series: Dated[] = [];
        for (const { from, to } of all) {
          const place = placeInSeries(series, { fromMs: from, toMs: to === null ? null : from + 1 + to });
          if (!place) continue;
          series = series.map((each) => (each.id === place.ends ? { ...each, validToMs: from } : each));
          series.push(dated(from, place.untilMs));
        }
        const flaws = flawsOf(series, 0);
        expect(flaws.filter((flaw) => flaw.kind === "overlap")).toEqual([]);
        if (all.every((each) => each.to === null)) expect(flaws).toEqual([]);
      }),
    );
  });
});

describe("the price table of a tariff", () => {
  it("goes from 1 to 30 kg, in several parcels where the carrier takes no heavier one", () => {
    const prices = pricesByKilogram({ ...airTariff, maxParcelGrams: 20_000, perParcel: rupiah(5000) });
    expect(prices).toHaveLength(TABLE_KILOGRAMS);
    expect([prices[0], prices[19], prices[20]]).toEqual([43_000, 765_000, 808_000]);
  });

  it("is drawn in level pieces, the next of which begins where the tolerance ends", () => {
    expect(priceSteps(airTariff).slice(0, 3)).toEqual([
      { fromGrams: 0, price: 38_000 },
      { fromGrams: 1300, price: 76_000 },
      { fromGrams: 2300, price: 114_000 },
    ]);
    fc.assert(
      fc.property(aTariff, (tariff) => {
        const steps = priceSteps(tariff);
        expect(steps.map((step) => step.price)).toEqual(steps.map((step) => step.price).toSorted((a, b) => a - b));
        expect(steps.at(-1)?.price).toBe(pricesByKilogram(tariff).at(-1));
      }),
    );
  });
});
