import type { PhotoRefusal } from "./port.ts";

export const MAX_UPLOAD_BYTES = 8 * 1024 * 1024;
/** Forty million: a good phone camera, but no pixel bomb. */
export const MAX_PIXELS = 40_000_000;

export type PhotoFormat = "jpeg" | "png" | "webp" | "avif";

const PHOTO_ID = /^[a-z0-9-]{1,64}$/i;

/** Ids become file names, so nothing may climb out of the folder by one. */
export function isPhotoId(id: string): boolean {
  return PHOTO_ID.test(id);
}

/** Reads the format from the first bytes alone: neither a file name nor a Content-Type is believed. */
export function formatOf(upload: Uint8Array): PhotoFormat | Extract<PhotoRefusal, "photo-heic" | "photo-not-image"> {
  const text = (from: number, to: number): string => String.fromCharCode(...upload.subarray(from, to));
  if (text(0, 3) === "\xff\xd8\xff") return "jpeg";
  if (text(0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "webp";
  if (text(4, 8) === "ftyp") return formatOfBrands(upload, text);
  return "photo-not-image";
}

/** AVIF and HEIC share one container and differ in the brands it names: the main one, then the compatible ones. */
function formatOfBrands(upload: Uint8Array, text: (from: number, to: number) => string): ReturnType<typeof formatOf> {
  const boxEnd = Math.min(new DataView(upload.buffer, upload.byteOffset).getUint32(0), 128, upload.length);
  const brands = [text(8, 12)];
  for (let at = 16; at + 4 <= boxEnd; at += 4) brands.push(text(at, at + 4));
  if (brands.some((brand) => brand === "avif" || brand === "avis")) return "avif";
  if (brands.some((brand) => /^(he(ic|ix|vc|vx|im|is|vm|vs)|mif1|msf1)$/.test(brand))) return "photo-heic";
  return "photo-not-image";
}
