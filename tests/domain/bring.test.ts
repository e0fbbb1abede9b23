import fc from "fast-check";
import { expect, it, test } from "vitest";
import { bringingWay, canBringTo } from "#app/domain/bring.ts";
import { deliveryOffers } from "#app/domain/checkout.ts";
import { rupiah } from "#app/domain/money.ts";
import { NO_LIMIT } from "#app/domain/run-room.ts";
import { airTariff } from "#tests/world/shipping.ts";

const hub = { id: "pelantar", villageCode: "21.72.03.1001", servedGroupIds: ["mantang"] };

test.each([
  ["pangkil", "pelantar", "21.01.08.2002", "own"],
  ["dompak", null, "21.72.04.1002", "near"],
  ["dompak", "bintan-center", "21.72.04.1002", "near"],
  ["mantang", "kijang", "21.01.13.2001", "served"],
  ["toapaya", "kijang", "21.01.12.2003", null],
  // 21.7 and 217 are no regency of Tanjung Pinang's.
  ["other", null, "21.7", null],
])("%s of hub %s in %s brings there: %s", (groupId, hubId, fromVillage, way) => {
  expect(bringingWay({ groupId, hubId, fromVillage }, hub)).toBe(way);
});

it("naming a group opens the hub for it, and never closes it for another", () => {
  const village = fc.constantFrom("21.72.04.1002", "21.01.08.2002", "21.04.02.1010");
  const group = fc.record({
    groupId: fc.constantFrom("a", "b", "c"),
    hubId: fc.constantFrom(null, "h1", "h2"),
    fromVillage: village,
  });
  const place = fc.record({
    id: fc.constantFrom("h1", "h2"),
    villageCode: village,
    servedGroupIds: fc.subarray(["a", "b", "c"]),
  });
  fc.assert(
    fc.property(group, place, fc.constantFrom("a", "b", "c"), (bringer, at, named) => {
      const more = { ...at, servedGroupIds: [...at.servedGroupIds, named] };
      expect(canBringTo({ ...bringer, groupId: named }, more)).toBe(true);
      if (canBringTo(bringer, at)) expect(canBringTo(bringer, more)).toBe(true);
    }),
  );
});

it("a checkout leaves out the boats of a hub too far, and says so only where no boat is left", () => {
  const passage = { keepsCold: false, leavesOn: "2026-11-26", arrivesOn: "2026-11-28" };
  const tariff = { ...airTariff, volumeDivisor: 6000, maxSideMm: null };
  const goods = [
    {
      ...{ travels: "anywhere" as const, shelfDays: null, harvestUntil: null, fromVillage: "21.01.12.2003" },
      ...{ variantId: "v1", groupId: "toapaya", hubId: null, price: rupiah(5000), quantityMilli: 1000 },
      ...{ packedGrams: 260, lengthMm: 300, widthMm: 120, heightMm: 100 },
    },
  ];
  const far = {
    id: "far",
    hub,
    tariffId: "t1",
    tariff,
    passage,
    doorFee: rupiah(0),
    earlier: [],
    pickUpPointIds: ["p1"],
    limit: NO_LIMIT,
  };
  const near = { ...far, id: "near", hub: { ...hub, id: "kijang", villageCode: "21.01.06.1008" } };
  const ways = (runs: (typeof far)[]) =>
    deliveryOffers({
      goods,
      toVillage: "21.04.02.1010",
      runs,
      couriers: [{ ...tariff, tariffId: "t2", passage }],
      keeping: "warn",
    });
  expect(ways([far]).offers.map((offer) => offer.delivery)).toEqual(["courier", "fetch"]);
  expect(ways([far]).hindrances).toEqual([{ variantId: "v1", problem: "hub-far", by: "run" }]);
  expect(new Set(ways([far, near]).offers.map((offer) => offer.runId))).toEqual(new Set(["near", null]));
  expect(ways([far, near]).hindrances).toEqual([]);
});
