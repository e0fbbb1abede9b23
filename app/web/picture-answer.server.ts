/** A picture or sheet that is made anew when what it shows changes: kept for a day by whoever asks. */
export function pictureAnswer(bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "image/jpeg",
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "public, max-age=86400",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** A PDF to look at and print, under a name of its own when saved. */
export function sheetAnswer(bytes: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `inline; filename="${name.replace(/[^\w-]/g, "")}.pdf"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

type ReadPhoto = (id: string, width: 320 | 640 | 1280) => Promise<Uint8Array | null>;

/** A stored picture as large as there is, for the eyes of whoever was let in; null when there is none. */
export async function privatePicture(photos: { read: ReadPhoto }, id: string): Promise<Response | null> {
  const picture = (await photos.read(id, 1280)) ?? (await photos.read(id, 640)) ?? (await photos.read(id, 320));
  if (!picture) return null;
  return new Response(Uint8Array.from(picture), {
    headers: { "Content-Type": "image/webp", "Cache-Control": "private, no-store", "Content-Disposition": "inline" },
  });
}
