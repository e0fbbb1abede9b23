import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { searchForgiving, searchListingIds } from "#db/read/listing-search.ts";
import { groups, listings, members } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { indexListing } from "#db/write/listing-index.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup } from "#tests/world/people.ts";

let group: Awaited<ReturnType<typeof aGroup>>;

beforeAll(async () => {
  group = await aGroup({ name: "Melati Pesisir" });
  await aListing({ group, id: "cabai", name: "Cabai rawit merah", kind: "harvest", unit: "kg" });
  await aListing({
    group,
    id: "sambal",
    name: "Sambal belacan",
    description: "Dari cabai rawit, café-style",
    kind: "food",
  });
  await aListing({ group, id: "songket", name: "Songket O'Brien 100% sutra", variants: [{ name: "Merah hati" }] });
});

describe("searching listings", () => {
  it("finds what begins with each word, a name before a description", async () => {
    expect(await searchListingIds("caba raw")).toEqual(["cabai", "sambal"]);
    expect(await searchListingIds("CABAI belacan")).toEqual(["sambal"]);
    expect(await searchListingIds("cabai songket")).toEqual([]);
  });

  it("finds by variant, group, place, kind and unit in both languages", async () => {
    expect(await searchListingIds("hati")).toEqual(["songket"]);
    expect((await searchListingIds("melati")).length).toBe(3);
    expect((await searchListingIds("unggat")).length).toBe(3);
    expect(await searchListingIds("harvest")).toEqual(["cabai"]);
    expect(await searchListingIds("hasil panen kg")).toEqual(["cabai"]);
  });

  it("takes no notice of accents and signs", async () => {
    expect(await searchListingIds("cafe")).toEqual(["sambal"]);
    expect(await searchListingIds("CAFÉ")).toEqual(["sambal"]);
    expect(await searchListingIds("o'brien")).toEqual(["songket"]);
    expect(await searchListingIds("100%")).toEqual(["songket"]);
  });

  it.each([
    "",
    "   ",
    "\u00a0\u3164",
    "\u0000",
    '"',
    "*",
    "%",
    "' OR 1=1--",
    '"; DROP TABLE listings;--',
    "NEAR(",
    "AND OR NOT",
    "title : cabaix",
    "a".repeat(10_000),
    "👩‍👩‍👧‍👦",
    "ꦤꦶꦔ꧀ꦱꦶꦃ",
    "كلثوم",
    "\ud800",
    "(((",
    "cabai & !rawit |",
  ])("answers %j with a list and no error", async (odd) => {
    expect(Array.isArray(await searchListingIds(odd))).toBe(true);
  });

  it("treats the engines' own operators as words", async () => {
    expect(await searchListingIds("cabai OR songket")).toEqual([]);
    expect(await searchListingIds("cabai NOT rawit")).toEqual([]);
    expect(await searchListingIds("cabai & !rawit")).toEqual(["cabai", "sambal"]);
  });

  it("leaves out drafts, hidden listings and suspended groups", async () => {
    const other = await aGroup();
    await aListing({ group: other, id: "kerupuk-1", name: "Kerupuk atom", state: "draft" });
    await aListing({ group: other, id: "kerupuk-2", name: "Kerupuk ikan", state: "hidden" });
    const shown = await aListing({ group: other, id: "kerupuk-3", name: "Kerupuk udang" });
    expect(await searchListingIds("kerupuk")).toEqual([shown.id]);
    await inTransaction((tx) => tx.update(groups).set({ state: "suspended" }).where(eq(groups.id, other.id)));
    expect(await searchListingIds("kerupuk")).toEqual([]);
  });

  it("follows a listing that changes", async () => {
    const listing = await aListing({ group, name: "Bakul pandan" });
    await inTransaction(async (tx) => {
      await tx.update(listings).set({ name: "Tudung saji" }).where(eq(listings.id, listing.id));
      await indexListing(tx, { listingId: listing.id, placeName: "" });
    });
    expect(await searchListingIds("bakul")).toEqual([]);
    expect(await searchListingIds("tudung")).toEqual([listing.id]);
  });
});

describe("searching as people speak", () => {
  beforeAll(async () => {
    const weavers = await aGroup({}, ["Zubaidah", "Rokiah"]);
    const makers = weavers.members.map((member) => ({ memberId: member.id }));
    await inTransaction((tx) =>
      tx
        .update(members)
        .set({ isNamed: true })
        .where(eq(members.id, weavers.members[0]?.id ?? "")),
    );
    await aListing({
      group: weavers,
      id: "gerabah",
      name: "Belanga",
      description: "Kami memahat dan mengukir sendiri",
      contributions: makers,
    });
    await aListing({ group: weavers, id: "onion", name: "Brambang goreng", kind: "food" });
    await aListing({ group: weavers, id: "peanuts", name: "Kacang bawang", description: "bumbu merah", kind: "food" });
  });

  it("finds by the root of a word", async () => {
    expect(await searchListingIds("pahat")).toEqual(["gerabah"]);
    expect(await searchListingIds("pemahat")).toEqual(["gerabah"]);
    expect(await searchListingIds("pahatan")).toEqual(["gerabah"]);
  });

  it("finds by other names of the same thing, word beside word", async () => {
    expect(await searchListingIds("lombok rawit")).toEqual(["cabai", "sambal"]);
    expect(await searchListingIds("bawang merah")).toEqual(["onion"]);
    expect(await searchListingIds("terasi")).toEqual(["sambal"]);
  });

  it("forgives a slip, and says what it looked for instead", async () => {
    expect(await searchForgiving("belanha")).toEqual({ ids: ["gerabah"], readAs: "belanga" });
    expect(await searchForgiving("cabbai rawit")).toMatchObject({ readAs: "cabai rawit" });
    expect(await searchForgiving("brambank goreng")).toMatchObject({ ids: ["onion"], readAs: "brambang goreng" });
    expect(await searchForgiving("lmbok rawit")).toMatchObject({ ids: ["cabai", "sambal"], readAs: "lombok rawit" });
    expect(await searchForgiving("belanga")).toEqual({ ids: ["gerabah"], readAs: null });
    expect(await searchForgiving("qqqqqq")).toEqual({ ids: [], readAs: null });
  });

  it("finds makers who agreed to be named, and no others", async () => {
    expect((await searchListingIds("zubaidah")).toSorted()).toEqual(["gerabah", "onion", "peanuts"]);
    expect(await searchListingIds("rokiah")).toEqual([]);
    expect(await searchForgiving("rokiaj")).toEqual({ ids: [], readAs: null });
  });
});
