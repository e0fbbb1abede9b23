import fc from "fast-check";
import { sum, ZERO } from "#app/domain/money.ts";
import { cheapestPacking, type Packable } from "#app/domain/packing.ts";
import { lowerBoundOf } from "#app/domain/packing-floor.ts";
import { packNearly } from "#app/domain/packing-heuristic.ts";
import { poolShares, quoteConsignment, settleRun } from "#app/domain/pooling.ts";
import { NO_EXTRAS, type Tariff } from "#app/domain/tariff.ts";
import { aTariff, someConsignments } from "#tests/world/shipping.ts";
import { pricedTogether } from "./mixed-goods.ts";

// What docs/money.md promises of pooled shipping, on as many random runs as one likes: npm run bench:promises -- 100000
const numRuns = Number(process.argv[2] ?? 100_000);

function holds(name: string, promise: (tariff: Tariff, loads: Packable[]) => boolean): void {
  const started = performance.now();
  fc.assert(fc.property(aTariff, someConsignments({ min: 1, max: 7 }), promise), { numRuns });
  console.log(`${name}: held in ${numRuns} runs, ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

holds("the shares sum to the price of the cheapest packing, and none is above alone", (tariff, loads) => {
  const pool = poolShares(tariff, loads);
  return sum(pool.shares.values()) === pool.total && loads.every(({ id }) => at(pool.shares, id) <= at(pool.alone, id));
});

holds(
  "who costs the same alone pays the same, to a rupiah, and order decides over no more than that",
  (tariff, loads) => {
    const { alone, shares } = poolShares(tariff, loads);
    const turned = poolShares(tariff, loads.toReversed()).shares;
    const isFair = (one: string, other: string): boolean =>
      at(alone, one) !== at(alone, other) || Math.abs(at(shares, one) - at(shares, other)) <= 1;
    return loads.every(
      ({ id }) => Math.abs(at(shares, id) - at(turned, id)) <= 1 && loads.every((other) => isFair(id, other.id)),
    );
  },
);

holds("a free rider of 0 g changes nothing where the carrier takes it for nothing", (any, loads) => {
  const tariff = { ...any, ...NO_EXTRAS, minKg: 0, perParcel: ZERO };
  const with0 = poolShares(tariff, [...loads, { id: "zzz", grams: 0, volumetricGrams: 0 }]).shares;
  const without = poolShares(tariff, loads).shares;
  return at(with0, "zzz") === 0 && loads.every(({ id }) => at(with0, id) === at(without, id));
});

holds("quotes always cover the cheapest packing, and the final share is never above the quote", (tariff, loads) => {
  const run: (Packable & { alone: typeof ZERO; quote: typeof ZERO })[] = [];
  for (const joining of loads) {
    run.push({ ...joining, ...quoteConsignment({ tariff, earlier: run, joining }) });
    const bill = cheapestPacking(tariff, run).total;
    const { shares, reserve } = settleRun({ bill, consignments: run });
    const isKept = run.every(({ id, alone, quote }) => at(shares, id) <= quote && quote <= alone);
    if (!isKept || reserve !== 0 || sum(run.map((each) => each.quote)) < bill) return false;
  }
  return true;
});

holds("a bill above all quotes raises nobody: the reserve carries it", (tariff, loads) => {
  const { alone } = poolShares(tariff, loads);
  const consignments = loads.map(({ id }) => ({ id, alone: at(alone, id), quote: at(alone, id) }));
  const quotes = sum(alone.values());
  const { shares, reserve } = settleRun({ bill: sum([quotes, quotes, sum(alone.values())]), consignments });
  return reserve === -2 * quotes && loads.every(({ id }) => at(shares, id) === at(alone, id));
});

holds("a packing of many is never below the bound, never above alone", (tariff, loads) => {
  const near = packNearly(tariff, loads).reduce((all, parcel) => all + pricedTogether(tariff, parcel), 0);
  const alone = loads.reduce((all, load) => all + pricedTogether(tariff, [load]), 0);
  const exact = cheapestPacking(tariff, loads).total;
  return lowerBoundOf(tariff, loads) <= exact && exact <= near && near <= alone;
});

function at(amounts: ReadonlyMap<string, typeof ZERO>, id: string): typeof ZERO {
  return amounts.get(id) ?? ZERO;
}
