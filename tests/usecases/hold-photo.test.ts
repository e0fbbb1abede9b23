import { describe, expect, it } from "vitest";
import { memoryPhotos } from "#app/adapters/photos/memory.ts";
import { addListingPhoto } from "#app/usecases/sell/add-listing-photo.ts";
import { forgetHeldPhotos } from "#app/usecases/sell/forget-held-photos.ts";
import { holdPhoto } from "#app/usecases/sell/hold-photo.ts";
import { isHeldPhoto } from "#db/read/held-photos.ts";
import { isPublicPhoto } from "#db/read/photos.ts";
import { as, MARKET_DAY, testContext } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup } from "#tests/world/people.ts";

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
const DAY_MS = 86_400_000;

async function aHeldPhoto() {
  const group = await aGroup();
  const listing = await aListing({ group, state: "draft" });
  const photos = memoryPhotos();
  const ctx = testContext({ actor: group.officer, photos });
  const held = await holdPhoto(ctx, { upload: JPEG });
  if (!held.ok) throw new Error(held.reason);
  return { ctx, listing, photos, id: held.photoId };
}

describe("a photo whose form was refused for something else", () => {
  it("is seen by nobody until it is added by whoever sent it, and then once", async () => {
    const { ctx, listing, id } = await aHeldPhoto();
    expect(await isPublicPhoto(id)).toBe(false);
    const add = (by = ctx) => addListingPhoto(by, { listingId: listing.id, upload: { heldId: id }, alt: "tas" });
    const other = await aGroup();
    expect(await isHeldPhoto(other.officer, id)).toBe(false);
    const foreign = as(ctx, { ...ctx.actor, personId: other.officer.personId });
    expect(await add(foreign)).toMatchObject({ reason: "photo-missing" });
    const both = await Promise.all([add(), add()]);
    expect(both.map((answer) => answer.ok).toSorted()).toEqual([false, true]);
    expect(await isPublicPhoto(id)).toBe(true);
  });

  it("is thrown away after a day, file and all, when nobody comes back", async () => {
    const { ctx, photos, id } = await aHeldPhoto();
    const later = (ms: number) => forgetHeldPhotos({ ...ctx, now: new Date(MARKET_DAY.getTime() + ms) });
    await later(DAY_MS);
    expect(await photos.read(id, 320)).not.toBeNull();
    expect(await later(DAY_MS + 1)).toBeGreaterThan(0);
    expect(await photos.read(id, 320)).toBeNull();
    expect(await isHeldPhoto(ctx.actor, id)).toBe(false);
  });

  it("is told what is wrong with it at once", async () => {
    const ctx = testContext({ actor: (await aGroup()).officer });
    const heic = new TextEncoder().encode("\0\0\0\x18ftypheic\0\0\0\0mif1heic");
    expect(await holdPhoto(ctx, { upload: heic })).toMatchObject({ fields: { photo: "photo-heic" } });
  });
});
