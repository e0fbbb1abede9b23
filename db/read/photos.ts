import { and, eq } from "drizzle-orm";
import { db } from "../client.server.ts";
import { photos } from "../schema.ts";

/** Whether anybody may see this photo. */
export async function isPublicPhoto(photoId: string): Promise<boolean> {
  const rows = await db()
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.id, photoId), eq(photos.isPublic, true)));
  return rows.length === 1;
}
