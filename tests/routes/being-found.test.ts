import { beforeAll, describe, expect, it } from "vitest";
import { loader as openFeed } from "#app/routes/buy/group-feed.ts";
import { loader as openCard } from "#app/routes/buy/listing-card.ts";
import { loader as openPlace } from "#app/routes/buy/place.tsx";
import { loader as openPlaces } from "#app/routes/buy/places.tsx";
import { loader as openRobots } from "#app/routes/buy/robots.ts";
import { loader as openSitemap } from "#app/routes/buy/sitemap.ts";
import { loader as openPoster } from "#app/routes/sell/print-listing-poster.ts";
import { testContext } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup } from "#tests/world/people.ts";

const NASTY = `</title><script>alert(1)</script> & "kata" ]]>\u0007`;

let group: Awaited<ReturnType<typeof aGroup>>;

beforeAll(async () => {
  group = await aGroup({ slug: "penganyam", name: "Penganyam & Anak", story: NASTY });
  await aListing({ group, slug: "tikar", name: NASTY, description: NASTY, photos: [{ id: "photo-of-mat" }] });
  await aListing({ group, slug: "rancangan", name: "Rancangan", state: "draft" });
  await aListing({ group: await aGroup({ slug: "ditutup", state: "suspended" }), slug: "tertutup" });
});

async function statusOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 200,
    (problem) => (problem instanceof Response ? problem.status : problem),
  );
}

describe("the sitemap", () => {
  it("names what anybody may see, and nothing else", async () => {
    const answer = await openSitemap(opening({ path: "/sitemap.xml" }));
    expect(answer.headers.get("Content-Type")).toContain("xml");
    const text = await answer.text();
    for (const path of ["/", "/calendar", "/places/21.72.04", "/groups/penganyam", "/listings/tikar"])
      expect(text).toContain(`<loc>http://localhost:3000${path}</loc>`);
    for (const path of ["rancangan", "tertutup", "ditutup", "/desk"]) expect(text).not.toContain(path);
  });

  it("is named by robots.txt, which keeps engines from pages of one's own", async () => {
    const text = await (await openRobots(opening({ path: "/robots.txt" }))).text();
    expect(text).toContain("Sitemap: http://localhost:3000/sitemap.xml");
    expect(text).toContain("Disallow: /desk");
  });
});

describe("a group's feed", () => {
  const feed = (slug: string) => openFeed(opening({ path: `/groups/${slug}/feed.xml`, params: { slug } }));

  it("is well-formed whatever a name holds", async () => {
    const text = await (await feed("penganyam")).text();
    expect(text).toContain("<link>http://localhost:3000/listings/tikar</link>");
    expect(text).toContain("Penganyam &amp; Anak");
    expect(text).toContain("&lt;script&gt;");
    for (const no of ["<script", "\u0007", "rancangan"]) expect(text).not.toContain(no);
    expect(text.match(/<item>/g)).toHaveLength(1);
  });

  it.each(["ditutup", "tidak-ada", "\u0000", "%"])("is a 404 for %j", async (slug) => {
    expect(await statusOf(feed(slug))).toBe(404);
  });
});

describe("a card for chats", () => {
  const card = (slug: string) => openCard(opening({ path: `/listings/${slug}/card.jpg`, params: { slug } }));

  it("shows name, price, group, place and the first photo", async () => {
    const answer = await card("tikar");
    expect(answer.headers.get("Content-Type")).toBe("image/jpeg");
    expect(JSON.parse(await answer.text())).toMatchObject({
      title: NASTY,
      price: "Rp 62.000 / buah",
      lines: ["Penganyam & Anak", "Bukit Bestari, Tanjung Pinang"],
      photoId: "photo-of-mat",
    });
  });

  it.each(["rancangan", "tertutup", "tidak-ada", "\u0000"])("is a 404 for %j", async (slug) => {
    expect(await statusOf(card(slug))).toBe(404);
  });
});

describe("a listing's poster", () => {
  const poster = (slug: string, ctx = testContext({ actor: group.officer })) =>
    openPoster(opening({ path: "/poster.pdf", params: { group: "penganyam", listing: slug }, ctx }));

  it("leads to the listing, and is for the group's officers", async () => {
    const answer = await poster("tikar");
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    expect(JSON.parse(await answer.text())).toMatchObject({ url: "http://localhost:3000/listings/tikar" });
    expect(await statusOf(poster("rancangan"))).toBe(404);
    expect(await statusOf(poster("tertutup"))).toBe(404);
    const stranger = testContext({ actor: (await aGroup({ villageCode: "21.01.08.2002" })).officer });
    expect(await statusOf(poster("tikar", stranger))).toBe(404);
    expect(await statusOf(poster("tikar", testContext()))).toBe(302);
  });
});

describe("a place's page", () => {
  const place = (region: string) => openPlace(opening({ path: `/places/${region}`, params: { region } }));

  it("shows its groups and goods", async () => {
    expect(await place("21.72.04")).toMatchObject({
      name: "Bukit Bestari",
      groups: [{ slug: "penganyam" }],
      listings: [{ slug: "tikar" }],
      count: 1,
    });
    expect(await place("21.05")).toMatchObject({ groups: [], listings: [], count: 0 });
  });

  it("is named among all places, with how many goods it has", async () => {
    const { regencies } = await openPlaces(opening({ path: "/places" }));
    expect(regencies.at(-1)).toMatchObject({ code: "21.72", districts: [{ code: "21.72.04", goods: 1 }] });
  });

  it.each(["21", "21.72.04.1002", "99.99", "x", "%"])("is a 404 for %s", async (region) => {
    expect(await statusOf(place(region))).toBe(404);
  });
});
