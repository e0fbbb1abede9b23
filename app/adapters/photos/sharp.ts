import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { PHOTO_WIDTHS, type PhotoFormat, type PhotoWidth } from "#app/domain/photo.ts";
import { turnstile } from "../turnstile.ts";
import type { Photos, StoredPhoto } from "./port.ts";
import { formatOf, isPhotoId, MAX_PIXELS, MAX_UPLOAD_BYTES } from "./upload.ts";

/** What a phone on a slow line should load; the largest is only opened on purpose. */
const BYTES_AT_MOST: Record<PhotoWidth, number> = { 320: 20_000, 640: 60_000, 1280: 220_000 };
const QUALITIES = [80, 70, 60, 48, 36, 24];
/** AVIF at so much of WebP's quality looks alike. */
const AVIF_OF_WEBP = 0.65;
/** A higher one takes many times as long and saves a hundredth. */
const AVIF_EFFORT = 2;
/** Pixels of the blur that stands where a photo will be, along its longer side. */
const PREVIEW_SIDE = 12;
/** A strip longer than this many times its width is narrowed instead: WebP ends at 16,383 pixels. */
const TALLEST = 3;

// Only formats that the sharp build reads but nobody uploads; the first bytes decide before any of them could be asked.
sharp.block({
  operation: [
    ...["VipsForeignLoadNsgif", "VipsForeignLoadTiff", "VipsForeignLoadPdf", "VipsForeignLoadMagick"],
    ...["VipsForeignLoadVips", "VipsForeignLoadOpenslide", "VipsForeignLoadRad", "VipsForeignLoadPpm"],
  ],
});
// Two pictures at a time, one thread each, nothing kept: the smallest machine we run on has two cores and little memory.
sharp.concurrency(1);
sharp.cache(false);
const atMostTwo = turnstile(2);

interface Rendition {
  readonly webp: Buffer;
  /** Null where it would be larger than the WebP. */
  readonly avif: Buffer | null;
  readonly width: number;
  readonly height: number;
}

/** Keeps pictures as files `<directory>/<id>-<width>.webp` and `.avif`. */
export function sharpPhotos({ directory }: { directory: string }): Photos {
  const pathOf = pathsIn(directory);
  return {
    async store(id, upload): Promise<StoredPhoto> {
      if (!isPhotoId(id)) throw new RangeError("not a photo id");
      if ("heldId" in upload) return copy({ directory, from: upload.heldId, to: id });
      if (upload.length > MAX_UPLOAD_BYTES) return { ok: false, reason: "photo-too-large" };
      const format = formatOf(upload);
      if (format === "photo-heic" || format === "photo-not-image") return { ok: false, reason: format };
      const rendered = await atMostTwo(() => render(upload));
      if (!rendered.ok) return rendered;
      await mkdir(directory, { recursive: true });
      for (const width of PHOTO_WIDTHS) {
        const { webp, avif } = rendered.renditions[width];
        await writeWhole(pathOf(id, width, "webp"), webp);
        if (avif) await writeWhole(pathOf(id, width, "avif"), avif);
        else await rm(pathOf(id, width, "avif"), { force: true });
      }
      const { width, height } = rendered.renditions[1280];
      return { ok: true, width, height, preview: rendered.preview };
    },
    async read(id, width, format = "webp") {
      if (!isPhotoId(id)) return null;
      return readIfThere(pathOf(id, width, format));
    },
    async remove(id) {
      if (!isPhotoId(id)) throw new RangeError("not a photo id");
      for (const width of PHOTO_WIDTHS) {
        await rm(pathOf(id, width, "webp"), { force: true });
        await rm(pathOf(id, width, "avif"), { force: true });
      }
    },
  };
}

function pathsIn(directory: string) {
  return (id: string, width: PhotoWidth, format: PhotoFormat): string => join(directory, `${id}-${width}.${format}`);
}

/** A photo under one more id, as it is: encoded a second time it would only get worse. */
async function copy({ directory, from, to }: { directory: string; from: string; to: string }): Promise<StoredPhoto> {
  const pathOf = pathsIn(directory);
  const largest = isPhotoId(from) ? await readIfThere(pathOf(from, 1280, "webp")) : null;
  if (!largest) return { ok: false, reason: "photo-missing" };
  for (const size of PHOTO_WIDTHS)
    for (const format of ["webp", "avif"] as const) {
      const bytes = await readIfThere(pathOf(from, size, format));
      if (bytes) await writeWhole(pathOf(to, size, format), bytes);
    }
  const { width, height } = await sharp(largest).metadata();
  return { ok: true, width, height, preview: await blur(sharp(largest)) };
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

type Rendered =
  | { ok: true; renditions: Record<PhotoWidth, Rendition>; preview: string }
  | { ok: false; reason: "photo-too-large" | "photo-broken" };

async function render(upload: Uint8Array): Promise<Rendered> {
  try {
    // `pages: 1` is the first frame; `failOn: "error"` refuses truncated files too, which "none" would paint grey.
    const source = sharp(upload, { pages: 1, limitInputPixels: MAX_PIXELS, failOn: "error", sequentialRead: true });
    const { width, height } = await source.metadata();
    if (width * height > MAX_PIXELS) return { ok: false, reason: "photo-too-large" };
    const { data, info } = await within(source.autoOrient(), 1280)
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const upright = { raw: { width: info.width, height: info.height, channels: info.channels } };
    const at = async (width: PhotoWidth): Promise<Rendition> => encode(within(sharp(data, upright), width), width);
    const renditions = { 320: await at(320), 640: await at(640), 1280: await at(1280) };
    return { ok: true, renditions, preview: await blur(sharp(data, upright)) };
  } catch (error) {
    const isBomb = error instanceof Error && /exceeds pixel limit/i.test(error.message);
    return { ok: false, reason: isBomb ? "photo-too-large" : "photo-broken" };
  }
}

function within(picture: Sharp, width: PhotoWidth): Sharp {
  return picture.resize({ width, height: width * TALLEST, fit: "inside", withoutEnlargement: true });
}

async function blur(picture: Sharp): Promise<string> {
  const tiny = picture
    .resize({ width: PREVIEW_SIDE, height: PREVIEW_SIDE, fit: "inside" })
    .webp({ quality: 20, effort: 6 });
  return (await tiny.toBuffer()).toString("base64");
}

/** AVIF, and WebP with as much quality as fits the width's bytes; sharp writes no metadata unless asked to. */
async function encode(picture: Sharp, width: PhotoWidth): Promise<Rendition> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
  let webp = Buffer.alloc(0);
  let used = 0;
  for (const quality of QUALITIES) {
    used = quality;
    webp = await sharp(data, raw).webp({ quality, effort: 4 }).toBuffer();
    if (webp.length <= BYTES_AT_MOST[width]) break;
  }
  const avif = await sharp(data, raw)
    .avif({ quality: Math.round(used * AVIF_OF_WEBP), effort: AVIF_EFFORT })
    .toBuffer();
  return { webp, avif: avif.length < webp.length ? avif : null, width: info.width, height: info.height };
}

/** A reader sees the old file or the new one, never half of it; after a power cut too. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
