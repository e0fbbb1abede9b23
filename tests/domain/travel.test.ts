import { describe, expect, it, test } from "vitest";
import { daysBetween } from "#app/domain/calendar-day.ts";
import { deliveryOffers } from "#app/domain/checkout.ts";
import { rupiah } from "#app/domain/money.ts";
import { NO_LIMIT } from "#app/domain/run-room.ts";
import {
  freshnessOf,
  isNearZone,
  type Journey,
  type Travelling,
  travelProblem,
  travelsThatMay,
} from "#app/domain/travel.ts";
import { airTariff } from "#tests/world/shipping.ts";

const anything: Travelling = {
  travels: "anywhere",
  shelfDays: null,
  harvestUntil: null,
  fromVillage: "21.72.02.1005",
};
const byBoat: Journey = {
  ...{ by: "run", toVillage: "21.04.02.1010", keepsCold: false },
  ...{ leavesOn: "2026-11-26", arrivesOn: "2026-11-28" },
};

test.each([
  ["2026-02-28", "2026-03-01", 1],
  ["2028-02-28", "2028-03-01", 2],
  ["2026-12-31", "2027-01-01", 1],
  ["2026-11-24", "2026-11-24", 0],
  ["2026-11-24", "2026-11-20", -4],
  ["2024-01-01", "2026-01-01", 731],
])("from %s to %s are %i days", (first, second, days) => expect(daysBetween(first, second)).toBe(days));

describe("where goods may go", () => {
  it("anywhere, unless the group says otherwise", () => expect(travelProblem(anything, byBoat, "refuse")).toBeNull());

  it.each([
    ["21.72.04.1002", null],
    ["21.04.02.1010", "local-only"],
    ["21.01.12.2003", "local-only"],
  ] as const)("what is local goes from Tanjung Pinang to %s: %s", (toVillage, problem) =>
    expect(travelProblem({ ...anything, travels: "local" }, { ...byBoat, toVillage }, "refuse")).toBe(problem),
  );

  it("what must stay cold goes with a carrier that keeps it cold", () => {
    const frozen = { ...anything, travels: "chilled" as const };
    expect(travelProblem(frozen, byBoat, "refuse")).toBe("needs-cold");
    expect(travelProblem(frozen, { ...byBoat, keepsCold: true }, "refuse")).toBeNull();
  });

  it("cargo goes by boat and not by courier", () => {
    const sack = { ...anything, travels: "cargo" as const };
    expect(travelProblem(sack, byBoat, "refuse")).toBeNull();
    expect(travelProblem(sack, { ...byBoat, by: "courier" }, "refuse")).toBe("cargo-only");
  });

  it("what may go a way is what that way's own problems leave", () => {
    expect(travelsThatMay(byBoat)).toEqual(["anywhere", "local", "cargo"]);
    expect(travelsThatMay({ ...byBoat, by: "courier", keepsCold: true })).toEqual(["anywhere", "chilled", "local"]);
  });

  it.each([
    ["21.01.08.2002", "bintan", true],
    ["21.01.08.2002", "islands", true],
    ["21.01.08.2002", "province", false],
    ["21.04.02.1010", "province", true],
    ["21.04.02.1010", "bintan", false],
    ["21.0", "bintan", false],
  ])("goods of %s that stay near may go to %s: %s", (village, zoneId, isNear) => {
    const areas = Object.entries({ "21": "province", "21.01": "bintan", "21.01.13": "islands" });
    const all = areas.map(([regionCode, zone]) => ({ zoneId: zone, regionCode }));
    expect(isNearZone(village, zoneId, all)).toBe(isNear);
  });

  it("perishables arrive with a day in hand, counted from the last day that still catches the boat", () => {
    expect(travelProblem({ ...anything, shelfDays: 3 }, byBoat, "refuse")).toBeNull();
    expect(travelProblem({ ...anything, shelfDays: 2 }, byBoat, "refuse")).toBe("spoils");
    // Harvested no later than the 24th, it is four days old on arrival.
    const over = { ...anything, harvestUntil: "2026-11-24" };
    expect(travelProblem({ ...over, shelfDays: 5 }, byBoat, "refuse")).toBeNull();
    expect(travelProblem({ ...over, shelfDays: 4 }, byBoat, "refuse")).toBe("spoils");
    expect(travelProblem({ ...anything, harvestUntil: "2026-12-10", shelfDays: 2 }, byBoat, "refuse")).toBe("spoils");
  });

  it("perishables that may not keep travel where the network only warns", () => {
    expect(travelProblem({ ...anything, shelfDays: 2 }, byBoat, "warn")).toBeNull();
    expect(travelProblem({ ...anything, shelfDays: 2, travels: "chilled" }, byBoat, "warn")).toBe("needs-cold");
  });

  it.each([
    [{ shelfDays: null, harvestUntil: null }, null],
    [
      { shelfDays: 4, harvestUntil: null },
      { state: "keeps", shelfDays: 4, daysOld: 2 },
    ],
    [
      { shelfDays: 3, harvestUntil: null },
      { state: "tight", shelfDays: 3, daysOld: 2 },
    ],
    [
      { shelfDays: 2, harvestUntil: null },
      { state: "spoils", shelfDays: 2, daysOld: 2 },
    ],
    [
      { shelfDays: 5, harvestUntil: "2026-11-24" },
      { state: "tight", shelfDays: 5, daysOld: 4 },
    ],
    [
      { shelfDays: 5, harvestUntil: null, packedOn: "2026-11-23" },
      { state: "spoils", shelfDays: 5, daysOld: 5 },
    ],
  ])("%j arrives as %j", (goods, fresh) =>
    expect(freshnessOf(goods, byBoat)).toEqual(fresh && { ...fresh, arrivesOn: byBoat.arrivesOn }),
  );
});

describe("the offers of a checkout", () => {
  const passage = { keepsCold: false, leavesOn: "2026-11-26", arrivesOn: "2026-11-28" };
  const tariff = { ...airTariff, volumeDivisor: 6000, maxSideMm: null };
  const spinach = {
    ...anything,
    ...{ variantId: "v1", groupId: "g1", hubId: "h1", price: rupiah(5000), quantityMilli: 2000, packedGrams: 260 },
    ...{ lengthMm: 300, widthMm: 120, heightMm: 100 },
  };
  const hub = { id: "h1", villageCode: "21.72.04.1002", servedGroupIds: [] };
  const run = {
    id: "r1",
    hub,
    tariffId: "t1",
    tariff,
    passage,
    doorFee: rupiah(5000),
    earlier: [],
    pickUpPointIds: ["p1"],
    limit: NO_LIMIT,
  };
  const courier = { ...tariff, tariffId: "t2", passage };
  const keeping = "refuse";
  const offered = (goods: (typeof spinach)[]) =>
    deliveryOffers({ goods, toVillage: "21.04.02.1010", runs: [run], couriers: [courier], keeping });

  it("leave out a carrier that takes no side so long, and name the goods", () => {
    const long = { ...spinach, lengthMm: 120, heightMm: 1300 };
    const short = { ...run, tariff: { ...tariff, maxSideMm: 1299 } };
    const ways = deliveryOffers({
      goods: [long],
      toVillage: "21.04.02.1010",
      runs: [short],
      couriers: [courier],
      keeping,
    });
    expect(ways.offers.map((offer) => offer.delivery)).toEqual(["courier", "fetch"]);
    expect(ways.hindrances).toEqual([{ variantId: "v1", problem: "too-long", by: "run" }]);
    const just = { ...run, tariff: { ...tariff, maxSideMm: 1300 } };
    expect(
      deliveryOffers({ goods: [long], toVillage: "21.04.02.1010", runs: [just], couriers: [courier], keeping })
        .hindrances,
    ).toEqual([]);
  });

  it("take the courier that asks least for these very goods, whatever its price per kilogram", () => {
    // Cargo is Rp 10,000 a kilogram, but the first ten are Rp 100,000 together: dearer up to 2 kg, cheaper from 3 kg.
    const cargo = { ...courier, perKg: rupiah(10_000), minKg: 0, toleranceGrams: 0, stepGrams: 1 };
    const block = { ...cargo, firstBlockGrams: 10_000, firstBlockFee: rupiah(100_000) };
    const priceOf = (packedGrams: number, couriers = [block, courier]) =>
      deliveryOffers({
        ...{
          goods: [{ ...spinach, packedGrams, quantityMilli: 1000 }],
          toVillage: "21.04.02.1010",
          runs: [],
          couriers,
          keeping,
        },
      }).offers[0]?.price;
    expect([900, 2300, 2301, 11_000].map((grams) => priceOf(grams))).toEqual([38_000, 76_000, 100_000, 110_000]);
    expect(priceOf(900, [block, { ...courier, maxParcelGrams: 800 }])).toBe(100_000);
  });

  it("say nothing of a courier that is too short as long as another takes the goods", () => {
    const long = { ...spinach, heightMm: 1300 };
    const short = { ...courier, maxSideMm: 1299 };
    const ways = (couriers: (typeof short | typeof courier)[]) =>
      deliveryOffers({ goods: [long], toVillage: "21.04.02.1010", runs: [], couriers, keeping });
    expect(ways([short, courier])).toMatchObject({ hindrances: [], offers: [{ delivery: "courier" }, {}] });
    expect(ways([short])).toMatchObject({
      hindrances: [{ problem: "too-long", by: "courier" }],
      offers: [{ delivery: "fetch" }],
    });
  });

  it("hold every way for goods that travel", () => {
    const { offers, hindrances } = offered([spinach]);
    expect(offers.map((offer) => offer.delivery)).toEqual(["run-pickup", "run-door", "courier", "fetch"]);
    expect(hindrances).toEqual([]);
  });

  it("hold the boat for what may not keep, with its days, where the network only warns", () => {
    const ways = { toVillage: "21.04.02.1010", runs: [run], couriers: [courier] };
    const sent = (rule: "warn" | "refuse") =>
      deliveryOffers({ goods: [{ ...spinach, shelfDays: 2 }], ...ways, keeping: rule });
    expect(sent("warn").offers.map((offer) => [offer.delivery, offer.passage])).toEqual([
      ["run-pickup", passage],
      ["run-door", passage],
      ["courier", passage],
      ["fetch", null],
    ]);
    expect(sent("warn").hindrances).toEqual([]);
    expect(sent("refuse").offers.map((offer) => offer.delivery)).toEqual(["fetch"]);
    expect(sent("refuse").hindrances).toEqual([
      { variantId: "v1", problem: "spoils", by: "run" },
      { variantId: "v1", problem: "spoils", by: "courier" },
    ]);
  });

  it("leave out the ways that one of the goods cannot take, and say once which and why", () => {
    const { offers, hindrances } = offered([spinach, { ...spinach, variantId: "v2", travels: "local" }]);
    expect(offers.map((offer) => offer.delivery)).toEqual(["fetch"]);
    expect(hindrances).toEqual([
      { variantId: "v2", problem: "local-only", by: "run" },
      { variantId: "v2", problem: "local-only", by: "courier" },
    ]);
    const cargo = offered([{ ...spinach, travels: "cargo" }]);
    expect(cargo.offers.map((offer) => offer.delivery)).toEqual(["run-pickup", "run-door", "fetch"]);
    expect(cargo.hindrances).toEqual([{ variantId: "v1", problem: "cargo-only", by: "courier" }]);
  });
});
