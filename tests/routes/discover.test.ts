import { beforeAll, describe, expect, it } from "vitest";
import { loader as openGroup } from "#app/routes/buy/group.tsx";
import { loader as openGroups } from "#app/routes/buy/groups.tsx";
import { loader as openHome } from "#app/routes/buy/home.tsx";
import { loader as openListing } from "#app/routes/buy/listing.tsx";
import { loader as openListings } from "#app/routes/buy/listings.tsx";
import { splitRules } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { MARKET_DAY } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup } from "#tests/world/people.ts";
import { anOpenRun, hoursLater } from "#tests/world/runs.ts";

const NASTY = [
  "' OR 1=1--",
  '"; DROP TABLE listings;--',
  "%' ESCAPE '",
  "%",
  "_",
  "100%",
  "AND",
  "pandan AND",
  "OR OR",
  "NEAR(pandan, 2)",
  "NOT pandan",
  '"*',
  "*",
  "pandan*",
  "title:pandan",
  "^pandan",
  "-pandan",
  "pandan | !pandan & (",
  ":* <-> ''",
  "\\",
  "\u0000",
  "pandan\u0000tikar",
  "👩🏽‍🌾",
  "👩‍👩‍👧‍👦".repeat(2000),
  "كلثوم بنت أحمد",
  "ꦤꦶꦔ꧀ꦱꦶꦃ",
  "ᯅᯖᯂ᯲",
  "İ",
  "\u202epandan",
  "\ufffd",
  "\u3164",
  "\u00a0",
  "__proto__",
  "constructor",
  "<script>window.__xss=1</script>",
  "../../etc/passwd",
  "{{7*7}}",
  "a".repeat(10_000),
  "kata ".repeat(500),
];

function search(values: Record<string, string>) {
  return openListings(opening({ path: `/listings?${new URLSearchParams(values)}` }));
}

async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => "nothing",
    (problem) => (problem instanceof Response ? problem.status : problem),
  );
}

let group: Awaited<ReturnType<typeof aGroup>>;

beforeAll(async () => {
  group = await aGroup({ name: "Penganyam Dompak", slug: "penganyam", story: "Kami menganyam." });
  await inTransaction((tx) =>
    tx.insert(splitRules).values({
      id: "rule",
      groupId: group.id,
      name: "Aturan umum",
      version: 1,
      rule: { method: "contribution", fundBasisPoints: 1000, fixedCosts: [], fixedShares: [], pieceRates: [] },
      isDefault: 1,
      createdBy: group.appliedBy,
      effectiveFrom: MARKET_DAY,
    }),
  );
  const [first, second] = group.members;
  await aListing({
    group,
    slug: "tikar-pandan",
    name: "Tikar pandan",
    contributions: [{ memberId: first?.id ?? "" }, { memberId: second?.id ?? "" }],
    photos: [{ id: "photo-of-mat" }],
  });
  await aListing({ group, slug: "rancangan", name: "Rancangan pandan", state: "draft" });
  await aListing({ group, slug: "tersembunyi", name: "Pandan tersembunyi", state: "hidden" });
  await aGroup({ slug: "menunggu", state: "waiting" });
});

describe("the catalogue's page", () => {
  it.each(NASTY)("answers the search %j", async (q) => {
    const page = await search({ q });
    expect(page.listings.every(({ slug }) => slug === "tikar-pandan")).toBe(true);
    expect(page.count).toBe(page.listings.length);
    if (page.count === 0) expect(page.suggestions.map(({ slug }) => slug)).toEqual(["tikar-pandan"]);
  });

  it.each(NASTY)("ignores the filters %j", async (value) => {
    const page = await search({ kind: value, groupKind: value, place: value, ready: value, sort: value, page: value });
    expect(page.listings.map(({ slug }) => slug)).toEqual(["tikar-pandan"]);
    const priced = await search({ priceFrom: value, priceTo: value });
    expect(priced.count).toBe(1);
  });

  it.each(["-1", "0.5", "1e3", "1e309", "Infinity", "NaN", "0x10", "٣", "99999999999999999999", "9223372036854775808"])(
    "says that it cannot read the price %s",
    async (price) => {
      expect(await search({ priceFrom: price })).toMatchObject({ count: 1, unread: ["priceFrom"] });
    },
  );

  it("finds by a word and by its beginning, and names the place", async () => {
    expect((await search({ q: "PANDAN tik" })).listings).toMatchObject([
      { slug: "tikar-pandan", groupName: "Penganyam Dompak", place: "Bukit Bestari, Tanjung Pinang" },
    ]);
  });

  it("offers what there is when nothing fits", async () => {
    const page = await search({ q: "pandan", priceTo: "5" });
    expect(page).toMatchObject({ count: 0, listings: [], suggestions: [{ slug: "tikar-pandan" }] });
  });
});

describe("a listing's page", () => {
  const open = (slug: string) => openListing(opening({ path: `/listings/${slug}`, params: { slug } }));

  it("shows what anybody may know, and no member's name", async () => {
    const page = await (await open("tikar-pandan")).json();
    expect(page).toMatchObject({
      listing: { name: "Tikar pandan" },
      variants: [{ price: 62_000, stockMilli: 10_000 }],
      makers: 2,
      group: { slug: "penganyam", place: expect.stringContaining("Kepulauan Riau") },
      parts: {
        price: 62_000,
        shares: [
          { party: "members", amount: 55_800 },
          { party: "group-fund", amount: 6_200 },
        ],
      },
      share: {
        url: "http://localhost:3000/listings/tikar-pandan",
        photo: { url: expect.stringMatching(/^http:\/\/localhost:3000\/listings\/tikar-pandan\/card\.jpg\?v=\w+$/) },
      },
    });
    const text = JSON.stringify(page);
    for (const { name, id } of group.members) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(id);
    }
  });

  it.each(["rancangan", "tidak-ada", "\u0000", "' OR 1=1--", "%", "__proto__"])("is a 404 for %j", async (slug) => {
    expect(await thrownBy(open(slug))).toBe(404);
  });

  it("of something hidden says that it is no longer sold, and by whom it was, without its name", async () => {
    const answer = await open("tersembunyi");
    expect(answer.status).toBe(410);
    expect(await answer.json()).toEqual({ listing: null, seller: { slug: "penganyam", name: "Penganyam Dompak" } });
  });
});

describe("the groups' pages", () => {
  it("show active groups only", async () => {
    const { groups } = await openGroups(opening({ path: "/groups" }));
    expect(groups.map(({ slug, goods }) => ({ slug, goods }))).toEqual([{ slug: "penganyam", goods: 1 }]);
    expect((await openGroups(opening({ path: "/groups?kind=farm" }))).groups).toEqual([]);
    expect((await openGroups(opening({ path: "/groups?place=21.72&kind=craft" }))).count).toBe(1);
    expect((await openGroups(opening({ path: "/groups?madeByDisabled=yes" }))).count).toBe(0);
  });

  it("show a group with its published goods; a group that waits is a 404", async () => {
    const open = (slug: string) => openGroup(opening({ path: `/groups/${slug}`, params: { slug } }));
    expect(await open("penganyam")).toMatchObject({
      group: { story: "Kami menganyam." },
      listings: [{ slug: "tikar-pandan" }],
    });
    expect(await thrownBy(open("menunggu"))).toBe(404);
    expect(await thrownBy(open("\u0000"))).toBe(404);
  });
});

describe("the home page", () => {
  it("shows goods, groups and the runs that still take orders, nearest cut-off first", async () => {
    const later = await anOpenRun({ cutOffAt: hoursLater(30), departsAt: hoursLater(40) });
    const sooner = await anOpenRun({ cutOffAt: hoursLater(5), departsAt: hoursLater(9) });
    await anOpenRun({ cutOffAt: hoursLater(-1), departsAt: hoursLater(2) });
    await anOpenRun({ cutOffAt: hoursLater(3), departsAt: hoursLater(9), state: "locked" });
    const page = await openHome(opening({ path: "/" }));
    expect(page.crafts.map(({ slug }) => slug)).toEqual(["tikar-pandan"]);
    expect(page.groupCount).toBe(1);
    expect(page.runs.map(({ code }) => code)).toEqual([sooner.code, later.code]);
    expect(page.runs[0]).toMatchObject({ joined: 0, saved: 0 });
    expect(page.savings).toEqual({ consignments: 0, saved: 0 });
    expect(page.example).toMatchObject({ slug: "tikar-pandan", groupName: "Penganyam Dompak", price: 62_000 });
  });

  it("shows what is harvested today, the window that closes first before the others, else what comes next", async () => {
    const harvest = (slug: string, harvestFrom: string, harvestUntil: string) =>
      aListing({ group, slug, kind: "harvest", unit: "kg", harvestFrom, harvestUntil });
    const shown = async () => (await openHome(opening({ path: "/" }))).harvest;
    await harvest("nanas", "2026-11-26", "2026-11-30");
    await harvest("durian", "2026-11-25", "2026-11-30");
    await harvest("pisang", "2026-11-10", "2026-11-23");
    expect(await shown()).toMatchObject({ when: "soon", listings: [{ slug: "durian" }, { slug: "nanas" }] });
    await harvest("cabai", "2026-11-20", "2026-11-28");
    await harvest("terong", "2026-11-24", "2026-11-24");
    expect(await shown()).toMatchObject({ when: "now", listings: [{ slug: "terong" }, { slug: "cabai" }] });
  });
});
