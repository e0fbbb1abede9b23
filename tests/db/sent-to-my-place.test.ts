import { beforeAll, expect, it } from "vitest";
import { readCatalogueQuery } from "#app/domain/catalogue.ts";
import { writeCursor } from "#app/domain/catalogue-cursor.ts";
import { deliveryOffers } from "#app/domain/checkout.ts";
import { rupiah } from "#app/domain/money.ts";
import { TRAVELS } from "#app/domain/travel.ts";
import { listCataloguePage } from "#db/read/catalogue.ts";
import { findDeliveryFacts } from "#db/read/delivery-offers.ts";
import { MARKET_DAY } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aNetwork } from "#tests/world/orders.ts";
import { aGroup } from "#tests/world/people.ts";
import { anOpenRun, aTariff, aZone, hoursLater, namedAt } from "#tests/world/runs.ts";

type Goods = Awaited<ReturnType<typeof aListing>> & { fromVillage: string; hubId: string | null };

const offered: Goods[] = [];

/** Each area with a village in it. Bintan's islands are an area of their own within its regency, and the province is the rest. */
const PLACES = [
  ["pinang", "21.72.04.1002"],
  ["bintan", "21.01.08.2002"],
  ["bintan-islands", "21.01.13.2001"],
  ["lingga", "21.04.02.1010"],
  ["province", "21.03.01.2001"],
  ["unserved", "21.02.01.1001"],
] as const;

beforeAll(async () => {
  await aZone({ id: "pinang", areas: ["21.72"] });
  await aZone({ id: "bintan", areas: ["21.01"] });
  await aZone({ id: "bintan-islands", areas: ["21.01.13"] });
  const lingga = await aZone({ id: "lingga", areas: ["21.04"] });
  const province = await aZone({ id: "province", areas: ["21"] });
  await aZone({ id: "unserved", areas: ["21.02"] });
  await aTariff({ zoneId: "pinang", keepsCold: true, daysUnderWay: 0 });
  // Checkout sends a parcel by whoever takes it for least: a dearer one that takes more, or keeps cold, takes the rest.
  await aTariff({ zoneId: "bintan", perKg: rupiah(9_000), daysUnderWay: 2, maxParcelGrams: 20_000 });
  await aTariff({ zoneId: "bintan", perKg: rupiah(90_000), keepsCold: true, maxParcelGrams: 90_000 });
  await aTariff({ zoneId: "bintan-islands", maxParcelGrams: 500 });
  await aTariff({ zoneId: "province", perKg: rupiah(9_000), daysUnderWay: 4, maxSideMm: 700 });
  // The boat keeps cold and takes more than the courier does; the province's boat takes no orders any more.
  const boat = { maxParcelGrams: 60_000, keepsCold: true, validTo: hoursLater(-1) };
  const { hub } = await anOpenRun({ zone: lingga, tariffId: (await aTariff({ zoneId: "lingga", ...boat })).id });
  const late = await aTariff({ zoneId: "province", ...boat });
  await anOpenRun({ zone: province, tariffId: late.id, cutOffAt: hoursLater(-1) });
  for (const villageCode of ["21.72.04.1002", "21.01.08.2002", "21.03.01.2001"]) {
    const group = await aGroup({ villageCode });
    // The boat leaves from Tanjung Pinang: Bintan's group is served there by name, Natuna's is not.
    if (villageCode.startsWith("21.01")) await namedAt(hub, group);
    const put = async (over: Omit<Parameters<typeof aListing>[0], "group">) =>
      offered.push({ ...(await aListing({ group, ...over })), fromVillage: villageCode, hubId: null });
    for (const travels of TRAVELS) await put({ travels });
    for (const shelfDays of [1, 3, 5, 6, 9])
      for (const harvestUntil of [null, "2026-11-20", "2026-11-26", "2026-12-09"])
        await put({ kind: "harvest", shelfDays, harvestUntil });
    await put({ variants: [{ packedGrams: 25_000 }] });
    await put({ travels: "cargo", variants: [{ packedGrams: 55_000 }] });
    await put({ variants: [{ packedGrams: 90_000 }, { packedGrams: 400, lengthMm: 10, retiredAt: MARKET_DAY }] });
    // Light, but as large as 24 kg; and to the gram the largest parcel that the islands get.
    await put({ variants: [{ lengthMm: 600, widthMm: 600, heightMm: 400 }] });
    await put({ variants: [{ packedGrams: 500, lengthMm: 100, widthMm: 300, heightMm: 100 }] });
    // As long as the province's courier takes, and a hair longer, whichever way it lies.
    await put({ variants: [{ packedGrams: 400, lengthMm: 20, widthMm: 700, heightMm: 20 }] });
    await put({ variants: [{ packedGrams: 400, lengthMm: 20, widthMm: 20, heightMm: 701 }] });
    await put({ variants: [{ packedGrams: 500, lengthMm: 101, widthMm: 300, heightMm: 100 }] });
  }
});

async function found(sendTo: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const { query } = readCatalogueQuery(new URLSearchParams({ sendTo, ...(after ? { after } : {}) }));
    const page = await listCataloguePage(query, MARKET_DAY);
    ids.push(...page.ids);
    after = page.after && writeCursor(page.after);
  }
  return ids.sort();
}

it.each([...PLACES.map((place) => [...place, "refuse"] as const), ["lingga", "21.04.02.1010", "warn"] as const])(
  "what can be sent to %s (%s) is what checkout can send there: %s",
  async (zoneId, toVillage, keepingRule) => {
    await aNetwork({ keepingRule });
    const { runs, couriers, keeping } = await findDeliveryFacts(toVillage, MARKET_DAY);
    const sendable = offered.filter(({ variants, groupId, hubId, fromVillage, travels, shelfDays, harvestUntil }) =>
      variants.some((variant) => {
        const { id: variantId, price, packedGrams, lengthMm, widthMm, heightMm, retiredAt } = variant;
        const size = { price, packedGrams, lengthMm, widthMm, heightMm, quantityMilli: 1000 };
        const goods = { ...size, variantId, groupId, hubId, fromVillage, harvestUntil: harvestUntil ?? null };
        const all = [{ ...goods, travels: travels ?? "anywhere", shelfDays: shelfDays ?? null }];
        const { offers } = deliveryOffers({ goods: all, toVillage, runs, couriers, keeping });
        return retiredAt === null && offers.some((offer) => offer.delivery !== "fetch");
      }),
    );
    expect(await found(zoneId)).toEqual(sendable.map((listing) => listing.id).sort());
    expect(sendable.length > 0).toBe(zoneId !== "unserved");
    expect(sendable.length).toBeLessThan(offered.length);
  },
);

it("counts only what can be sent", async () => {
  const { query } = readCatalogueQuery(new URLSearchParams("sendTo=lingga"));
  expect((await listCataloguePage(query, MARKET_DAY)).facets.all).toBe((await found("lingga")).length);
});
