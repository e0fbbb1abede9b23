import type { LoaderFunctionArgs } from "@remix-run/node";
import { openContext } from "#app/context.server.ts";
import { PHOTO_WIDTHS } from "#app/domain/photo.ts";
import { isPublicPhoto } from "#db/read/photos.ts";

/**
 * A public photo, as AVIF where the browser asks for it and there is one, else as WebP. An id never gets another picture, so every cache may keep it; nobody's session is looked up for it.
 */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<Response> {
  const { id = "" } = params;
  const width = PHOTO_WIDTHS.find((known) => String(known) === params.width);
  const { photos } = openContext();
  const isShown = width !== undefined && (await isPublicPhoto(id));
  const wantsAvif = request.headers.get("Accept")?.includes("image/avif") ?? false;
  const avif = isShown && wantsAvif ? await photos.read(id, width, "avif") : null;
  const bytes = avif ?? (isShown ? await photos.read(id, width) : null);
  if (!bytes) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": avif ? "image/avif" : "image/webp",
      Vary: "Accept",
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
