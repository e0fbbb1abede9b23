import { expect, it } from "vitest";
import type { BasketGoods } from "#app/domain/checkout.ts";
import { rupiah } from "#app/domain/money.ts";
import { NO_LIMIT } from "#app/domain/run-room.ts";
import { compareShipping } from "#app/domain/shipping-comparison.ts";
import { NO_EXTRAS } from "#app/domain/tariff.ts";

const tariff = {
  ...NO_EXTRAS,
  perKg: rupiah(38_000),
  perParcel: rupiah(0),
  minKg: 1,
  toleranceGrams: 300,
  stepGrams: 1000,
  maxParcelGrams: 30_000,
  maxSideMm: null,
  volumeDivisor: 6000,
};
const passage = { keepsCold: false, leavesOn: "2026-11-26", arrivesOn: "2026-11-28" };
const couriers = [{ ...tariff, tariffId: "t2", passage }];
const toVillage = "21.71";
const keeping = "warn";
const goods: BasketGoods[] = [
  {
    ...{ groupId: "group", variantId: "variant", hubId: null, fromVillage: "21.72.04.1002" },
    ...{ travels: "anywhere", shelfDays: null, harvestUntil: null },
    price: rupiah(62_000),
    quantityMilli: 1000,
    packedGrams: 300,
    ...{ lengthMm: 100, widthMm: 100, heightMm: 100 },
  },
];
const run = {
  hub: { id: "hub", villageCode: "21.72.04.1002", servedGroupIds: [] },
  ...{ id: "run", tariffId: "t1", tariff, passage, doorFee: rupiah(10_000) },
  ...{ pickUpPointIds: ["point", "other-point"], limit: NO_LIMIT },
  earlier: [{ id: "earlier", grams: 700, volumetricGrams: 0, quote: rupiah(38_000) }],
};

it("sets the courier's price beside what joining a run costs at most", () => {
  // Together 1,000 g: the run's cost stays Rp 38,000, all of it promised already, so that equal saving asks for a part.
  const { alone, pooled, tooHeavy } = compareShipping({ goods, runs: [run], couriers, toVillage, keeping });
  expect(alone).toBe(38_000);
  expect(pooled?.runId).toBe("run");
  expect(pooled?.price).toBe(19_000);
  expect(tooHeavy).toBe(false);
});

it("leaves out a way that the goods may not take", () => {
  const local = goods.map((each) => ({ ...each, travels: "local" as const }));
  expect(compareShipping({ goods: local, runs: [run], couriers, toVillage, keeping })).toEqual({
    ...{ alone: null, pooled: null },
    tooHeavy: false,
  });
});

it("says which way is missing", () => {
  expect(compareShipping({ goods, runs: [], couriers, toVillage, keeping })).toMatchObject({
    alone: 38_000,
    pooled: null,
  });
  expect(compareShipping({ goods, runs: [run], couriers: [], toVillage, keeping })).toMatchObject({ alone: null });
  const heavy = goods.map((each) => ({ ...each, packedGrams: 31_000 }));
  expect(compareShipping({ goods: heavy, runs: [run], couriers, toVillage, keeping })).toEqual({
    ...{ alone: null, pooled: null },
    tooHeavy: true,
  });
});
