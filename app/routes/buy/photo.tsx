import type { LoaderFunctionArgs } from "@remix-run/node";
import { openContext } from "#app/context.server.ts";
import { PHOTO_WIDTHS } from "#app/domain/photo.ts";
import { isPublicPhoto } from "#db/read/photos.ts";

/**
 * A public photo as WebP. An id never gets another picture, so every cache may keep it; nobody's session is looked up for it.
 */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const { id = "" } = params;
  const width = PHOTO_WIDTHS.find((known) => String(known) === params.width);
  const bytes = width && (await isPublicPhoto(id)) ? await openContext().photos.read(id, width) : null;
  if (!bytes) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "image/webp",
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
