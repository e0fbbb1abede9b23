import { expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { compareShipping } from "#app/domain/shipping-comparison.ts";

const tariff = {
  perKg: rupiah(38_000),
  perParcel: rupiah(0),
  minKg: 1,
  toleranceGrams: 300,
  stepGrams: 1000,
  maxParcelGrams: 30_000,
  volumeDivisor: 6000,
};
const goods = [
  {
    groupId: "group",
    price: rupiah(62_000),
    quantityMilli: 1000,
    packedGrams: 300,
    ...{ lengthMm: 100, widthMm: 100, heightMm: 100 },
  },
];
const run = {
  ...{ id: "run", tariff, doorFee: rupiah(10_000), pickUpPointIds: ["point", "other-point"] },
  earlier: [{ id: "earlier", grams: 700, volumetricGrams: 0, quote: rupiah(38_000) }],
};

it("sets the courier's price beside what joining a run costs at most", () => {
  // Together 1,000 g: the run's cost stays Rp 38,000, all of it promised already, so that equal saving asks for a part.
  const { alone, pooled, tooHeavy } = compareShipping({ goods, runs: [run], courier: tariff });
  expect(alone).toBe(38_000);
  expect(pooled?.runId).toBe("run");
  expect(pooled?.price).toBe(19_000);
  expect(tooHeavy).toBe(false);
});

it("says which way is missing", () => {
  expect(compareShipping({ goods, runs: [], courier: tariff })).toMatchObject({ alone: 38_000, pooled: null });
  expect(compareShipping({ goods, runs: [run], courier: null })).toMatchObject({ alone: null });
  const heavy = goods.map((each) => ({ ...each, packedGrams: 31_000 }));
  expect(compareShipping({ goods: heavy, runs: [run], courier: tariff })).toEqual({
    ...{ alone: null, pooled: null },
    tooHeavy: true,
  });
});
