import { beforeAll, describe, expect, it } from "vitest";
import { readCatalogueQuery } from "#app/domain/catalogue.ts";
import { rupiah } from "#app/domain/money.ts";
import { listCataloguePage, listVillagesWithGoods } from "#db/read/catalogue.ts";
import { listCards, listGroupListingIds, listNewestIds } from "#db/read/listing-cards.ts";
import { MARKET_DAY } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup } from "#tests/world/people.ts";

const TODAY = "2026-11-24";

async function found(address: string): Promise<string[]> {
  const { query } = readCatalogueQuery(new URLSearchParams(address));
  return (await listCataloguePage(query, TODAY)).ids;
}

function minutesAgo(minutes: number): Date {
  return new Date(MARKET_DAY.getTime() - minutes * 60_000);
}

const price = (amount: number) => [{ price: rupiah(amount) }];

beforeAll(async () => {
  const weavers = await aGroup({ kind: "craft", villageCode: "21.72.04.1002", madeByDisabled: true });
  const growers = await aGroup({ kind: "farm", villageCode: "21.01.08.2002" });
  const suspended = await aGroup({ state: "suspended" });
  await aListing({
    id: "mat",
    group: weavers,
    name: "Tikar pandan",
    variants: price(90_000),
    publishedAt: minutesAgo(5),
  });
  await aListing({
    id: "bag",
    group: weavers,
    name: "Tas pandan anyam",
    variants: [{ price: rupiah(30_000), stockMilli: 0 }, { price: rupiah(120_000) }],
    publishedAt: minutesAgo(4),
  });
  await aListing({
    id: "order",
    group: weavers,
    name: "Tudung manto",
    madeToOrderDays: 30,
    variants: price(500_000),
    publishedAt: minutesAgo(3),
    photos: [
      { id: "second", position: 2 },
      { id: "first", position: 1 },
      { id: "secret", position: 0, isPublic: false },
    ],
  });
  await aListing({
    id: "pineapple",
    group: growers,
    kind: "harvest",
    name: "Nanas",
    description: "Ditanam di sela pandan",
    harvestFrom: "2026-11-25",
    variants: price(9_000),
    publishedAt: minutesAgo(2),
  });
  await aListing({
    id: "gone",
    group: growers,
    kind: "food",
    name: "Dodol",
    variants: [{ stockMilli: 0 }],
    publishedAt: minutesAgo(1),
  });
  await aListing({ group: weavers, name: "Rancangan pandan", state: "draft" });
  await aListing({ group: weavers, name: "Pandan tersembunyi", state: "hidden" });
  await aListing({ group: suspended, name: "Pandan" });
  await aListing({ group: weavers, name: "Pandan tanpa varian", variants: [{ retiredAt: MARKET_DAY }] });
});

describe("the catalogue", () => {
  it("shows the published goods of active groups that have something to buy, newest first", async () => {
    expect(await found("")).toEqual(["gone", "pineapple", "order", "bag", "mat"]);
  });

  it.each([
    ["kind=harvest", ["pineapple"]],
    ["groupKind=farm", ["gone", "pineapple"]],
    ["place=21.72", ["order", "bag", "mat"]],
    ["place=21.01.08", ["gone", "pineapple"]],
    ["place=21.01.80", []],
    ["madeByDisabled=yes", ["order", "bag", "mat"]],
    ["ready=yes", ["bag", "mat"]],
    ["priceFrom=100.000", ["order", "bag"]],
    ["priceTo=30000&kind=craft", ["bag"]],
    ["priceFrom=40000&priceTo=100000&kind=craft", ["mat"]],
    ["ready=yes&priceTo=50000", []],
    ["sort=cheapest", ["pineapple", "bag", "gone", "mat", "order"]],
    ["sort=dearest", ["order", "mat", "gone", "bag", "pineapple"]],
    ["q=pandan&sort=cheapest", ["pineapple", "bag", "mat"]],
    ["q=pandan&kind=craft&sort=newest", ["bag", "mat"]],
    ["q=tidakada", []],
  ])("%s", async (address, ids) => {
    expect(await found(address)).toEqual(ids);
  });

  it("puts a hit in the name before one in the text", async () => {
    const ids = await found("q=pandan");
    expect(ids.toSorted()).toEqual(["bag", "mat", "pineapple"]);
    expect(ids.at(-1)).toBe("pineapple");
  });

  it("names the villages where its goods come from", async () => {
    expect(await listVillagesWithGoods()).toEqual(["21.01.08.2002", "21.72.04.1002"]);
  });
});

describe("cards", () => {
  it("show the span of prices, whether all is sold out, and the first public photo, in the order asked for", async () => {
    const cards = await listCards(["gone", "order", "bag"]);
    expect(
      cards.map(({ slug, priceFrom, priceTo, isSoldOut, photo }) => ({ slug, priceFrom, priceTo, isSoldOut, photo })),
    ).toEqual([
      { slug: "barang-gone", priceFrom: 62_000, priceTo: 62_000, isSoldOut: true, photo: null },
      {
        slug: "barang-order",
        priceFrom: 500_000,
        priceTo: 500_000,
        isSoldOut: false,
        photo: { id: "first", alt: "Foto 2", width: 1280, height: 960 },
      },
      { slug: "barang-bag", priceFrom: 30_000, priceTo: 120_000, isSoldOut: false, photo: null },
    ]);
  });

  it("of the newest leave out what is sold out; a group's own come last when sold out", async () => {
    expect(await listNewestIds({ kinds: ["harvest", "food"], limit: 4 })).toEqual(["pineapple"]);
    const [gone] = await listCards(["gone"]);
    expect(gone?.isSoldOut).toBe(true);
    const group = await aGroup();
    await aListing({ id: "old", group, publishedAt: minutesAgo(60) });
    await aListing({ id: "empty", group, variants: [{ stockMilli: 0 }] });
    expect(await listGroupListingIds({ groupId: group.id, limit: 5 })).toEqual(["old", "empty"]);
  });
});

describe("a long catalogue", () => {
  it("is cut into pages that leave nothing out and show nothing twice", async () => {
    const group = await aGroup({ kind: "food", villageCode: "21.04.01.1001" });
    for (let at = 0; at < 50; at += 1)
      await aListing({ group, name: `Sagu ${at}`, publishedAt: minutesAgo(1000), variants: price(1000 + (at % 3)) });
    for (const address of ["groupKind=food", "groupKind=food&sort=cheapest", "q=sagu"]) {
      const pages = [];
      for (const page of [1, 2, 3, 4]) {
        const { query } = readCatalogueQuery(new URLSearchParams(`${address}&page=${page}`));
        pages.push(await listCataloguePage(query, TODAY));
      }
      expect(pages.map(({ ids, count, hasNext }) => [ids.length, count, hasNext])).toEqual([
        [24, 50, true],
        [24, 50, true],
        [2, 50, false],
        [0, 50, false],
      ]);
      expect(new Set(pages.flatMap(({ ids }) => ids)).size).toBe(50);
    }
  });
});
