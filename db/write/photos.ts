import { and, asc, count, eq, sql } from "drizzle-orm";
import { MAX_PHOTOS } from "#app/domain/listing.ts";
import { photos } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type ListingPhoto = {
  id: string;
  listingId: string;
  alt: string;
  width: number;
  height: number;
  preview: string;
  now: Date;
};

/** Adds a public photo behind the others; false when the listing has as many as it may. */
export async function insertListingPhoto(tx: Tx, photo: ListingPhoto): Promise<boolean> {
  const { listingId, now, ...stored } = photo;
  const [row] = await tx
    .select({
      photos: count().mapWith(Number),
      last: sql<number>`coalesce(max(${photos.position}), 0)`.mapWith(Number),
    })
    .from(photos)
    .where(eq(photos.listingId, listingId));
  if ((row?.photos ?? 0) >= MAX_PHOTOS) return false;
  const position = (row?.last ?? 0) + 1;
  await tx.insert(photos).values({ ...stored, listingId, position, isPublic: true, createdAt: now });
  return true;
}

/** The blur of a photo whose row was there before its file. */
export async function keepPreview(tx: Tx, { id, preview }: { id: string; preview: string }): Promise<void> {
  await tx.update(photos).set({ preview }).where(eq(photos.id, id));
}

const isOf = (photoId: string, listingId: string) => and(eq(photos.id, photoId), eq(photos.listingId, listingId));

/** False when the listing has no such photo. */
export async function describePhoto(
  tx: Tx,
  { photoId, listingId, alt }: { photoId: string; listingId: string; alt: string },
): Promise<boolean> {
  const changed = await tx.update(photos).set({ alt }).where(isOf(photoId, listingId)).returning({ id: photos.id });
  return changed.length === 1;
}

/** Puts one photo before the others; false when the listing has no such photo. */
export async function movePhotoFirst(
  tx: Tx,
  { photoId, listingId }: { photoId: string; listingId: string },
): Promise<boolean> {
  const all = await tx
    .select({ id: photos.id })
    .from(photos)
    .where(eq(photos.listingId, listingId))
    .orderBy(asc(photos.position), asc(photos.id));
  const first = all.filter((photo) => photo.id === photoId);
  if (first.length === 0) return false;
  const order = [...first, ...all.filter((photo) => photo.id !== photoId)];
  for (const [at, photo] of order.entries())
    await tx
      .update(photos)
      .set({ position: at + 1 })
      .where(eq(photos.id, photo.id));
  return true;
}

/** False when the listing has no such photo. */
export async function deleteListingPhoto(
  tx: Tx,
  { photoId, listingId }: { photoId: string; listingId: string },
): Promise<boolean> {
  const gone = await tx.delete(photos).where(isOf(photoId, listingId)).returning({ id: photos.id });
  return gone.length === 1;
}
