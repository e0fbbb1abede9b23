import { beforeEach, describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { addListingPhoto } from "#app/usecases/sell/add-listing-photo.ts";
import { editListingPhoto } from "#app/usecases/sell/edit-listing-photo.ts";
import { findGroupListing } from "#db/read/group-listings.ts";
import { isPublicPhoto } from "#db/read/photos.ts";
import { testContext } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup } from "#tests/world/people.ts";

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
const HEIC = new TextEncoder().encode("\0\0\0\x18ftypheic\0\0\0\0mif1heic");

let group: Awaited<ReturnType<typeof aGroup>>;
let listing: Awaited<ReturnType<typeof aListing>>;
let ctx: ReturnType<typeof testContext>;

beforeEach(async () => {
  group = await aGroup();
  listing = await aListing({ group, state: "draft" });
  ctx = testContext({ actor: group.officer });
});

const add = (alt: string, upload = JPEG) => addListingPhoto(ctx, { listingId: listing.id, upload, alt });
const alts = async () =>
  (await findGroupListing(group.officer, { groupId: group.id, slug: listing.slug }))?.photos.map((photo) => photo.alt);

const SEVEN = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh"];

describe("a listing's photos", () => {
  it("are public, eight at most, and a ninth leaves no file behind", async () => {
    const first = await add("satu");
    for (const alt of [...SEVEN.slice(1), "delapan"]) expect(await add(alt)).toMatchObject({ ok: true });
    if (!first.ok) throw new Error(first.reason);
    expect(await isPublicPhoto(first.photoId)).toBe(true);
    const kept: string[] = [];
    const spied = { ...ctx.photos, remove: async (id: string) => void kept.push(id) };
    const ninth = await addListingPhoto(
      { ...ctx, photos: spied },
      { listingId: listing.id, upload: JPEG, alt: "sembilan" },
    );
    expect(ninth).toEqual({ ok: false, reason: "photos-full", fields: { photo: "photos-full" } });
    expect(kept).toHaveLength(1);
    expect(await alts()).toEqual([...SEVEN, "delapan"]);
  });

  it("stay eight when two are added at once to seven", async () => {
    for (const alt of SEVEN) await add(alt);
    const both = await Promise.all([add("delapan"), add("juga delapan")]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await alts()).toHaveLength(8);
  });

  it("can be described, put first and removed, file and all", async () => {
    const [one, two] = [await add(""), await add("dua")];
    if (!one.ok || !two.ok) throw new Error("not added");
    const change = (photoId: string, what: Parameters<typeof editListingPhoto>[1]["change"]) =>
      editListingPhoto(ctx, { listingId: listing.id, photoId, change: what });
    await change(one.photoId, { do: "describe", alt: "tas dari samping" });
    await change(two.photoId, { do: "first" });
    expect(await alts()).toEqual(["dua", "tas dari samping"]);
    expect(await change(two.photoId, { do: "remove" })).toEqual({ ok: true });
    expect(await ctx.photos.read(two.photoId, 320)).toBeNull();
    expect(await change(two.photoId, { do: "remove" })).toMatchObject({ reason: "photo-unknown" });
  });

  it("say which kind of file cannot be read", async () => {
    expect(await add("x", HEIC)).toMatchObject({ reason: "photo-heic", fields: { photo: "photo-heic" } });
    expect(await add("x", new Uint8Array())).toMatchObject({ reason: "photo-not-image" });
  });

  it("need words once buyers see them", async () => {
    const shown = await aListing({ group });
    expect(await addListingPhoto(ctx, { listingId: shown.id, upload: JPEG, alt: "" })).toMatchObject({
      fields: { alt: "missing-alt" },
    });
  });

  it("are the group's own affair", async () => {
    const photo = await add("satu");
    if (!photo.ok) throw new Error(photo.reason);
    const other = await aGroup();
    const theirs = await aListing({ group: other });
    const foreign = testContext({ actor: other.officer });
    await expect(addListingPhoto(foreign, { listingId: listing.id, upload: JPEG, alt: "x" })).rejects.toThrow(
      NotAllowed,
    );
    // Their own listing's address with our photo's id reaches nothing.
    expect(
      await editListingPhoto(foreign, { listingId: theirs.id, photoId: photo.photoId, change: { do: "remove" } }),
    ).toMatchObject({ reason: "photo-unknown" });
    expect(await alts()).toEqual(["satu"]);
  });
});
