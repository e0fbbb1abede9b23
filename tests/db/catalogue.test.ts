import { beforeAll, describe, expect, it } from "vitest";
import { readCatalogueQuery } from "#app/domain/catalogue.ts";
import { rupiah } from "#app/domain/money.ts";
import { listCataloguePage, listVillagesWithGoods } from "#db/read/catalogue.ts";
import { listCards, listGroupListingIds, listNewestIds } from "#db/read/listing-cards.ts";
import { tariffs, zones } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { MARKET_DAY } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup } from "#tests/world/people.ts";

function pageAt(address: string) {
  return listCataloguePage(readCatalogueQuery(new URLSearchParams(address)).query, MARKET_DAY);
}

async function found(address: string): Promise<string[]> {
  return (await pageAt(address)).ids;
}

function minutesAgo(minutes: number): Date {
  return new Date(MARKET_DAY.getTime() - minutes * 60_000);
}

/** A zone to which, if served, parcels of at most 50 kg go. */
async function aZone(id: string, isServed: boolean) {
  const size = { minKg: 1, toleranceGrams: 0, stepGrams: 1000, maxParcelGrams: 50_000, volumeDivisor: 6000 };
  const tariff = { id, service: "Kurir", zoneId: id, perKg: rupiah(1000), perParcel: rupiah(0), ...size };
  await inTransaction(async (tx) => {
    await tx.insert(zones).values({ id, name: id });
    if (isServed) await tx.insert(tariffs).values({ ...tariff, validFrom: new Date(0) });
  });
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
    variants: [{ price: rupiah(9_000), packedGrams: 60_000 }],
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
  await aZone("near", true);
  await aZone("unserved", false);
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
    ["harvestSoon=yes", ["pineapple"]],
    ["sendTo=near", ["gone", "order", "bag", "mat"]],
    ["sendTo=unserved", []],
    ["sendTo=nowhere-at-all", ["gone", "pineapple", "order", "bag", "mat"]],
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

  it("counts what each filter would leave", async () => {
    const { facets } = await pageAt("kind=craft");
    expect(facets).toMatchObject({
      all: 3,
      kind: { craft: 3, food: 1, harvest: 1 },
      groupKind: { craft: 3 },
      place: { "21.72": 3, "21.72.04": 3 },
      madeByDisabled: 3,
      ready: 2,
      harvestSoon: 0,
      without: { kind: 5 },
    });
    const searched = (await pageAt("q=pandan&priceTo=100000")).facets;
    expect(searched).toMatchObject({ all: 3, kind: { craft: 2, harvest: 1 }, harvestSoon: 1 });
  });

  it("reads a search that nobody uses as the nearest one, and says so", async () => {
    expect(await pageAt("q=pamdan&kind=harvest")).toMatchObject({ ids: ["pineapple"], readAs: "pandan" });
    expect(await pageAt("q=pandan")).toMatchObject({ readAs: null });
    expect(await pageAt("q=xyzxyzxyz")).toMatchObject({ ids: [], readAs: null, facets: { all: 0 } });
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
        photo: { id: "first", alt: "Foto 2", width: 1280, height: 960, preview: "" },
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
  it("is cut into pages that leave nothing out and show nothing twice, forwards and backwards", async () => {
    const group = await aGroup({ kind: "food", villageCode: "21.04.01.1001" });
    for (let at = 0; at < 50; at += 1)
      await aListing({ group, name: `Sagu ${at}`, publishedAt: minutesAgo(1000), variants: price(1000 + (at % 3)) });
    for (const address of ["groupKind=food", "groupKind=food&sort=cheapest", "groupKind=food&sort=dearest", "q=sagu"]) {
      const forwards = [await pageAt(address)];
      for (let last = forwards[0]; last?.after; last = forwards.at(-1))
        forwards.push(await pageAt(`${address}&after=${last.after.key}.${last.after.id}`));
      expect(forwards.map(({ ids, facets, before }) => [ids.length, facets.all, before !== null])).toEqual([
        [24, 50, false],
        [24, 50, true],
        [2, 50, true],
      ]);
      expect(new Set(forwards.flatMap(({ ids }) => ids)).size).toBe(50);
      const backwards = [];
      for (let next = forwards.at(-1); next?.before; next = backwards.at(-1))
        backwards.push(await pageAt(`${address}&before=${next.before.key}.${next.before.id}`));
      expect(backwards.map(({ ids }) => ids)).toEqual([forwards[1]?.ids, forwards[0]?.ids]);
    }
  });

  it("stays in place while goods come and go", async () => {
    const group = await aGroup({ kind: "fishery", villageCode: "21.04.01.1001" });
    for (let at = 0; at < 26; at += 1) await aListing({ group, id: `bilis-${at}`, publishedAt: minutesAgo(2000 + at) });
    const first = await pageAt("groupKind=fishery");
    await aListing({ group, id: "newest", publishedAt: minutesAgo(0) });
    const second = await pageAt(`groupKind=fishery&after=${first.after?.key}.${first.after?.id}`);
    expect(second.ids).toEqual(["bilis-24", "bilis-25"]);
  });
});

describe("permits and halal certificates", () => {
  it("narrow the catalogue, and a certificate counts to its last day", async () => {
    const group = await aGroup({ kind: "cooperative", villageCode: "21.04.01.1001" });
    const foods = {
      lasting: { halal: "certified", permitKind: "pirt" },
      "last-day": { halal: "certified", halalUntil: "2026-11-24", permitKind: "bpom-md" },
      "run-out": { halal: "certified", halalUntil: "2026-11-23", permitKind: "pirt" },
      pork: { halal: "non-halal", permitKind: "bpom-md" },
      silent: {},
    } as const;
    for (const [id, over] of Object.entries(foods))
      await aListing({ group, id, kind: "food", ...over, publishedAt: minutesAgo(3000) });
    await aListing({ group, id: "soap", permitKind: "bpom-cosmetic", publishedAt: minutesAgo(3000) });
    const ids = async (address: string) => (await found(`groupKind=cooperative&${address}`)).toSorted();
    expect(await ids("halal=yes")).toEqual(["last-day", "lasting"]);
    expect(await ids("permit=pirt")).toEqual(["lasting", "run-out"]);
    expect(await ids("permit=bpom-md&halal=yes")).toEqual(["last-day"]);
    expect(await ids("permit=bpom-cosmetic")).toEqual(["soap"]);
    const { facets } = await pageAt("groupKind=cooperative&permit=bpom-md");
    expect(facets).toMatchObject({ all: 2, permit: { pirt: 2, "bpom-md": 2, "bpom-cosmetic": 1 }, halal: 1 });
    expect(facets.without).toEqual({ groupKind: 2, permit: 6 });
    const tomorrow = new Date(MARKET_DAY.getTime() + 86_400_000);
    const { query } = readCatalogueQuery(new URLSearchParams("groupKind=cooperative&halal=yes"));
    expect((await listCataloguePage(query, tomorrow)).ids).toEqual(["lasting"]);
  });
});
