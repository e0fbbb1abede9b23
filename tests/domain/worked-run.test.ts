import { describe, expect, it } from "vitest";
import { type Rupiah, rupiah, subtract, sum } from "#app/domain/money.ts";
import type { Packable } from "#app/domain/packing.ts";
import { poolShares, quoteConsignment, settleRun } from "#app/domain/pooling.ts";
import { runSettledEntry } from "#app/domain/postings.ts";
import { balancesAfter } from "#tests/world/balances.ts";
import { airTariff, consignmentsOf } from "#tests/world/shipping.ts";

// The worked run of docs/money.md: three buyers join one after the other, then the carrier's bill comes.
function join(): (Packable & { alone: Rupiah; quote: Rupiah })[] {
  const run: ReturnType<typeof join> = [];
  for (const joining of consignmentsOf([1300, 500, 450]))
    run.push({ ...joining, ...quoteConsignment({ tariff: airTariff, earlier: run, joining }) });
  return run;
}

function settledWith(bill: number) {
  const run = join();
  const { shares, reserve } = settleRun({ bill: rupiah(bill), consignments: run });
  const savings = run.map((each) => ({
    orderId: `o-${each.id}`,
    buyerId: each.id,
    as: "credit" as const,
    amount: subtract(each.quote, shares.get(each.id) ?? rupiah(0)),
  }));
  const held = sum(run.map((each) => each.quote));
  const entry = runSettledEntry({ runId: "r", held, bill: rupiah(bill), savings });
  return { shares: [...shares.values()], reserve, balances: balancesAfter([entry]) };
}

describe("the worked run", () => {
  it("promises 38,000, 38,000 and 25,333 at checkout: never more than alone, and never less than the run needs", () => {
    const run = join();
    expect(run.map((each) => each.alone)).toEqual([38_000, 38_000, 38_000]);
    expect(run.map((each) => each.quote)).toEqual([38_000, 38_000, 25_333]);
    expect(poolShares(airTariff, run)).toMatchObject({ total: 76_000, parcels: [["a", "b", "c"]] });
  });

  it("billed as planned, 76,000, gives 25,333 of the 101,333 held back", () => {
    expect(settledWith(76_000)).toEqual({
      shares: [25_334, 25_333, 25_333],
      reserve: 0,
      balances: {
        "shipping-held:network:network": 101_333,
        "bank:network:network": -76_000,
        "buyer-credit:buyer:a": -12_666,
        "buyer-credit:buyer:b": -12_667,
      },
    });
  });

  it("billed a kilogram more, 114,000, costs nobody more than the quote: the reserve carries 12,667", () => {
    expect(settledWith(114_000)).toEqual({
      shares: [38_000, 38_000, 25_333],
      reserve: -12_667,
      balances: {
        "shipping-held:network:network": 101_333,
        "bank:network:network": -114_000,
        "shipping-reserve:network:network": 12_667,
      },
    });
  });
});
