import { describe, expect, test } from "vitest";
import { idnAreaRegions } from "#app/adapters/regions/idn-area.ts";
import { demoFacts } from "#app/cli/seed/data/facts.ts";
import { demoGroups } from "#app/cli/seed/data/groups.ts";
import { demoBuyers, demoNetwork } from "#app/cli/seed/data/network.ts";
import { demoHubs, demoPickUpPoints, demoSailings } from "#app/cli/seed/data/shipping.ts";
import { demoZones } from "#app/cli/seed/data/zones.ts";
import { readLabel } from "#app/domain/listing-checks.ts";
import { NO_VARIANT_FACTS, variantName } from "#app/domain/listing-facts.ts";
import { MAX_PRICE, rupiah, times } from "#app/domain/money.ts";
import { normalisePhone } from "#app/domain/phone.ts";
import { longestPrefix } from "#app/domain/region.ts";
import { SplitRule } from "#app/domain/split-rule.ts";
import { NO_EXTRAS, parcelCost, volumetricGrams } from "#app/domain/tariff.ts";
import { isWeighed } from "#app/domain/unit.ts";

const regions = idnAreaRegions();
const listings = demoGroups.flatMap((group) => group.listings.map((listing) => ({ group, listing })));
const zoneOf = new Map(demoZones.flatMap((zone) => zone.regionCodes.map((code) => [code, zone] as const)));

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe("the demo network", () => {
  test("has 12 groups with 60 listings, each under its own slug", () => {
    expect(demoGroups).toHaveLength(12);
    expect(listings).toHaveLength(60);
    const slugs = [...demoGroups.map((group) => group.slug), ...listings.map(({ listing }) => listing.slug)];
    expect(repeated(slugs)).toEqual([]);
    expect(slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
    expect(repeated([...demoHubs, ...demoPickUpPoints, ...demoZones].map((place) => place.slug))).toEqual([]);
  });

  test("lies in villages that exist", async () => {
    const codes = [
      ...[...demoGroups, ...demoHubs, ...demoPickUpPoints].map((place) => place.villageCode),
      ...demoBuyers.map((buyer) => buyer.address.villageCode),
    ];
    for (const code of codes) expect((await regions.describe(code))?.village, code).toBeDefined();
    for (const code of zoneOf.keys()) expect(await regions.exists(code), code).toBe(true);
  });

  test("gives every phone number to one person only, written as the accounts keep it", () => {
    const phones = [
      demoNetwork.operator.phone,
      ...demoGroups.flatMap((group) => group.members.flatMap((member) => member.phone ?? [])),
      ...demoBuyers.map((buyer) => buyer.phone),
    ];
    expect(repeated(phones)).toEqual([]);
    expect(phones.filter((phone) => normalisePhone(phone) !== phone || !phone.startsWith("+628120000"))).toEqual([]);
  });
});

describe.each(demoGroups)("$name", (group) => {
  const isMember = (number: number) => Number.isInteger(number) && number >= 1 && number <= group.members.length;

  test("has 8 to 14 members, some without a phone, and the officers a period needs", () => {
    expect(group.members.length).toBeGreaterThanOrEqual(8);
    expect(group.members.length).toBeLessThanOrEqual(14);
    expect(repeated(group.members.map((member) => member.name))).toEqual([]);
    expect(group.members.some((member) => member.phone === undefined)).toBe(true);
    const offices = group.members.flatMap((member) => member.offices ?? []);
    expect([...offices].sort()).toEqual(["auditor", "chair", "secretary", "treasurer"]);
    for (const office of ["chair", "treasurer"] as const)
      expect(group.members.find((member) => member.offices?.includes(office))?.phone).toBeDefined();
  });

  test("tells its story in two to four sentences and brings its goods to a hub", () => {
    const sentences = group.story.split(/(?<=[.?!])\s/);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(4);
    expect(demoHubs.map((hub) => hub.slug)).toContain(group.hub);
  });

  test("has rules that may be saved", () => {
    for (const { method, fundBasisPoints, fixedCosts, fixedShares, pieceRates } of group.rules) {
      const rule = {
        method,
        fundBasisPoints,
        fixedCosts: fixedCosts ?? [],
        fixedShares: (fixedShares ?? []).map(({ member, basisPoints }) => ({ memberId: `${member}`, basisPoints })),
        pieceRates: pieceRates ?? [],
      };
      expect(SplitRule.safeParse(rule).error).toBeUndefined();
      expect((fixedShares ?? []).every((share) => isMember(share.member))).toBe(true);
    }
  });

  test.each(group.listings)("sells $slug by a rule that fits", ({ rule: ruleName, contributions, variants }) => {
    const rule = group.rules.find((candidate) => candidate.name === ruleName);
    if (!rule) return expect.fail(`the group has no rule ${ruleName}`);
    expect(contributions.length).toBeGreaterThan(0);
    expect(contributions.filter(({ member, weight }) => !isMember(member) || !(weight > 0))).toEqual([]);
    expect(contributions.every(({ weight }) => Number.isInteger(weight))).toBe(true);
    expect(repeated(contributions.map(({ member, step }) => `${member}/${step ?? ""}`))).toEqual([]);
    if (rule.method === "sole") expect(contributions).toHaveLength(1);
    if (rule.method === "fixed") {
      const sharers = (rule.fixedShares ?? []).map((share) => share.member);
      expect(contributions.map(({ member }) => member)).toEqual(sharers);
    }
    const steps = new Set((rule.pieceRates ?? []).map((rate) => rate.step));
    expect(new Set(contributions.flatMap(({ step }) => step ?? []))).toEqual(steps);

    // What is taken from the cheapest variant first must leave the members something.
    const cheapest = rupiah(Math.min(...variants.map((variant) => variant.price)));
    const shares = rule.fundBasisPoints + demoNetwork.feeBasisPoints + demoNetwork.qrisFeeBasisPoints;
    const perUnit = [...(rule.fixedCosts ?? []), ...(rule.pieceRates ?? [])].reduce(
      (all, c) => all + c.rupiahPerUnit,
      0,
    );
    expect(cheapest - times(cheapest, shares, 10_000) - perUnit).toBeGreaterThan(0);
  });
});

describe.each(listings)("$listing.slug", ({ listing }) => {
  test("has a price, a stock, a weight and a size", () => {
    expect(listing.variants.length).toBeGreaterThan(0);
    for (const { price, stockMilli, packedGrams, sizeMm } of listing.variants) {
      for (const number of [price, stockMilli, packedGrams, ...sizeMm])
        expect(Number.isSafeInteger(number) && number > 0).toBe(true);
      expect(price).toBeLessThanOrEqual(MAX_PRICE);
    }
    expect(repeated(listing.variants.map((variant) => variant.name))).toEqual([]);
    expect(listing.variants.length === 1).toBe(listing.variants[0]?.name === "");
  });

  test("says in one to four sentences what it is, and what its picture shows", () => {
    expect(listing.description.split(/(?<=[.?!])\s/).length).toBeLessThanOrEqual(4);
    expect(listing.description.length).toBeGreaterThan(30);
    expect(listing.picture.alt.length).toBeGreaterThan(12);
  });

  test("has harvest days if it is a harvest, and shelf days if it spoils", () => {
    expect(listing.harvest !== undefined).toBe(listing.kind === "harvest");
    if (listing.harvest) expect(listing.harvest.fromDay).toBeLessThan(listing.harvest.untilDay);
    if (listing.kind !== "craft") expect(listing.shelfDays).toBeGreaterThan(0);
  });

  test("fits into a parcel of the boat", () => {
    const boat = demoZones.find((zone) => zone.slug === "batam")?.tariffs[0];
    for (const { packedGrams, sizeMm } of listing.variants) {
      const [lengthMm, widthMm, heightMm] = sizeMm;
      const volume = volumetricGrams({ lengthMm, widthMm, heightMm }, boat?.volumeDivisor ?? 1);
      expect(Math.max(packedGrams, volume)).toBeLessThanOrEqual(boat?.maxParcelGrams ?? 0);
    }
  });
});

describe("what is said of the goods", () => {
  test("is said of goods that exist, variant by variant, and by their names", () => {
    const known = new Map(listings.map(({ listing }) => [listing.slug, listing]));
    for (const [slug, facts] of Object.entries(demoFacts)) {
      const listing = known.get(slug);
      if (!listing) return expect.fail(`there are no goods ${slug}`);
      if (facts.listing?.catchWeight) expect(isWeighed(listing.unit), slug).toBe(true);
      if (!facts.variants) continue;
      expect(facts.variants, slug).toHaveLength(listing.variants.length);
      for (const [at, said] of facts.variants.entries()) {
        const name = listing.variants[at]?.name ?? "";
        expect(variantName({ ...NO_VARIANT_FACTS, ...said, name }), slug).toBe(name || (said.grade ?? ""));
      }
    }
    const skus = Object.values(demoFacts).flatMap((facts) => (facts.variants ?? []).flatMap((said) => said.sku ?? []));
    expect(repeated(skus)).toEqual([]);
  });

  test("has a permit and a halal statement for all food, as this network asks, with numbers that can be", () => {
    expect(demoNetwork).toMatchObject({ foodNeedsPermit: true, foodNeedsHalal: true });
    for (const { listing } of listings) {
      const {
        permitKind = null,
        permitNumber = "",
        halal = null,
        halalNumber = "",
      } = demoFacts[listing.slug]?.listing ?? {};
      if (listing.kind === "food") expect([permitKind, halal], listing.slug).not.toContain(null);
      expect(readLabel({ permitKind, permitNumber, halal, halalNumber }), listing.slug).toEqual({
        ...{ ok: true, permitNumber, halalNumber },
      });
    }
  });
});

describe("shipping", () => {
  test("reaches every village of the country by exactly one zone", async () => {
    expect(repeated(demoZones.flatMap((zone) => zone.regionCodes))).toEqual([]);
    for (const province of await regions.provinces())
      for (const regency of await regions.regencies(province.code))
        expect(longestPrefix(regency.code, zoneOf.keys()), regency.name).not.toBeNull();
    expect(zoneOf.get(longestPrefix("21.01.13.2001", zoneOf.keys()) ?? "")?.slug).toBe("bintan-pulau");
    expect(zoneOf.get(longestPrefix("21.01.12.2003", zoneOf.keys()) ?? "")?.slug).toBe("bintan");
  });

  test("sails from hubs that exist, to zones by a service that they have", () => {
    for (const sailing of demoSailings) {
      const zone = demoZones.find((candidate) => candidate.slug === sailing.zone);
      expect(zone?.tariffs.map((tariff) => tariff.service)).toContain(sailing.service);
      expect(demoHubs.map((hub) => hub.slug)).toContain(sailing.hub);
      expect(sailing.departsAt).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      expect(sailing.weekdays.every((day) => day >= 0 && day <= 6)).toBe(true);
    }
  });

  test("has pick-up points that lie in their zone", () => {
    for (const point of demoPickUpPoints)
      expect(zoneOf.get(longestPrefix(point.villageCode, zoneOf.keys()) ?? "")?.slug, point.slug).toBe(point.zone);
  });

  test.each(demoSailings)(
    "saves more than two fifths on three small parcels that sail together to $zone",
    ({ zone, service }) => {
      const tariff = demoZones.find(({ slug }) => slug === zone)?.tariffs.find((one) => one.service === service);
      if (!tariff) return expect.fail("no such tariff");
      const priced = { ...NO_EXTRAS, ...tariff, perKg: rupiah(tariff.perKg), perParcel: rupiah(tariff.perParcel) };
      const bill = (grams: number) => parcelCost(priced, { grams, volumetricGrams: 0 });
      expect(bill(3 * 700)).toBeLessThan(3 * bill(700) * 0.6);
    },
  );
});
