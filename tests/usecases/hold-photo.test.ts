import { describe, expect, it } from "vitest";
import { memoryPhotos } from "#app/adapters/photos/memory.ts";
import { NOBODY, NotAllowed } from "#app/domain/permissions.ts";
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
  const later = (ms: number) => forgetHeldPhotos({ ...ctx, now: new Date(MARKET_DAY.getTime() + ms) });
  return { ctx, listing, photos, id: held.photoId, later };
}

describe("a photo whose form was refused for something else", () => {
  it("is seen by nobody, and what is made of it is a copy that stays", async () => {
    const { ctx, listing, photos, id, later } = await aHeldPhoto();
    expect(await isPublicPhoto(id)).toBe(false);
    const added = await addListingPhoto(ctx, { listingId: listing.id, upload: { heldId: id }, alt: "tas" });
    const photoId = added.ok ? added.photoId : "";
    expect([await isPublicPhoto(id), await isPublicPhoto(photoId)]).toEqual([false, true]);
    await later(DAY_MS + 1);
    expect(await photos.read(photoId, 320)).toEqual(JPEG);
    const tooLate = await addListingPhoto(ctx, { listingId: listing.id, upload: { heldId: id }, alt: "tas" });
    expect(tooLate).toMatchObject({ fields: { photo: "photo-missing" } });
  });

  it("is held for whoever sent it: a person, or a buyer without an account who knows the order", async () => {
    const { ctx, id } = await aHeldPhoto();
    const other = await aGroup();
    expect([await isHeldPhoto(ctx.actor, id), await isHeldPhoto(other.officer, id)]).toEqual([true, false]);
    const guest = { ...NOBODY, orderPasses: ["order-1", "order-2"] };
    const held = await holdPhoto(as(ctx, guest), { upload: JPEG });
    const guestsId = held.ok ? held.photoId : "";
    const reads = [guest, { ...other.officer, orderPasses: ["order-1"] }, other.officer];
    expect(await Promise.all(reads.map((actor) => isHeldPhoto(actor, guestsId)))).toEqual([true, true, false]);
    await expect(holdPhoto(as(ctx, NOBODY), { upload: JPEG })).rejects.toThrow(NotAllowed);
  });

  it("is thrown away after a day, file and all, when nobody comes back", async () => {
    const { ctx, photos, id, later } = await aHeldPhoto();
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
