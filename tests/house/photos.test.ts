import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memoryPhotos } from "#app/adapters/photos/memory.ts";
import type { Photos } from "#app/adapters/photos/port.ts";
import { sharpPhotos } from "#app/adapters/photos/sharp.ts";
import { turnstile } from "#app/adapters/turnstile.ts";

let home: string;
let directory: string;
let photos: Photos;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "photos-"));
  directory = join(home, "photos");
  await mkdir(directory);
  photos = sharpPhotos({ directory });
});
afterEach(() => rm(home, { recursive: true }));

/** A red left half and a blue right half, so that turning it shows. */
function halves(width: number, height: number): Sharp {
  const red = { create: { width: width / 2, height, channels: 3 as const, background: "#d02020" } };
  return sharp({ create: { width, height, channels: 3, background: "#2020d0" } }).composite([
    { input: red, left: 0, top: 0 },
  ]);
}

/** As busy as a photo gets: every pixel its own colour. */
async function noise(width: number, height: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0, seed = 1; at < pixels.length; at += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    pixels[at] = seed & 255;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
}

async function kept(id: string, width: 320 | 640 | 1280): Promise<Buffer> {
  const bytes = await photos.read(id, width);
  if (bytes === null) throw new Error(`no picture ${id} at ${width}`);
  return Buffer.from(bytes);
}

async function pixel(picture: Buffer, left: number, top: number): Promise<number[]> {
  const raw = await sharp(picture).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer();
  return [...raw];
}

/** A PNG whose header promises a size that no data stands behind. */
function pngBomb(width: number, height: number): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const crc = body.reduce((c, byte) => ((crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8)) >>> 0, 0xffffffff);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(64 * 1024))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function isoFile(...brands: string[]): Buffer {
  const [main = "", ...compatible] = brands;
  const box = Buffer.concat([Buffer.alloc(4), Buffer.from(`ftyp${main}\0\0\0\0${compatible.join("")}`, "latin1")]);
  box.writeUInt32BE(box.length, 0);
  return Buffer.concat([box, Buffer.alloc(200)]);
}

describe("a photo that is kept", () => {
  test("comes in three widths of WebP and of AVIF, and as a blur of a few bytes", async () => {
    const upload = await sharp(await noise(2000, 1500))
      .blur(3)
      .jpeg()
      .toBuffer();
    const stored = await photos.store("abc-1", upload);
    expect(stored).toMatchObject({ ok: true, width: 1280, height: 960 });
    const preview = Buffer.from(stored.ok ? stored.preview : "", "base64");
    expect(preview.length).toBeLessThanOrEqual(200);
    expect(await sharp(preview).metadata()).toMatchObject({ format: "webp", width: 12, height: 9 });
    for (const width of [320, 640, 1280] as const) {
      const { format, width: actual, height } = await sharp(await kept("abc-1", width)).metadata();
      expect({ format, actual, height }).toEqual({ format: "webp", actual: width, height: (width * 3) / 4 });
    }
    for (const width of [320, 640, 1280] as const) {
      const avif = Buffer.from((await photos.read("abc-1", width, "avif")) ?? []);
      const { format, compression, width: actual } = await sharp(avif).metadata();
      expect({ format, compression, actual }).toEqual({ format: "heif", compression: "av1", actual: width });
      expect(avif.length).toBeLessThan((await kept("abc-1", width)).length);
    }
    expect(await readdir(directory)).toHaveLength(6);
  });

  test("keeps no AVIF that is larger than its WebP, nor an older one", async () => {
    await photos.store(
      "plain",
      await sharp(await noise(400, 300))
        .blur(3)
        .jpeg()
        .toBuffer(),
    );
    expect(await photos.read("plain", 320, "avif")).not.toBeNull();
    const one = { create: { width: 8, height: 8, channels: 3 as const, background: "#808080" } };
    await photos.store("plain", await sharp(one).png().toBuffer());
    expect(await photos.read("plain", 320, "avif")).toBeNull();
    expect(await photos.read("plain", 320)).not.toBeNull();
  });

  test.each(["jpeg", "png", "webp", "avif"] as const)("may be uploaded as %s", async (format) => {
    const upload = await halves(400, 300).toFormat(format).toBuffer();
    expect(await photos.store("p", upload)).toMatchObject({ ok: true, width: 400, height: 300 });
  });

  test("is never enlarged", async () => {
    await photos.store("small", await halves(200, 100).png().toBuffer());
    expect(await sharp(await kept("small", 1280)).metadata()).toMatchObject({ width: 200, height: 100 });
  });

  test("is light enough for a slow phone, however busy it is", async () => {
    await photos.store("busy", await noise(1600, 1200));
    expect((await kept("busy", 320)).length).toBeLessThanOrEqual(20_000);
    expect((await kept("busy", 640)).length).toBeLessThanOrEqual(60_000);
  });

  test("has lost the place it was taken at, and every other word the camera wrote", async () => {
    const upload = await halves(800, 600)
      .withExif({
        IFD0: { Make: "Kamera Rahasia" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "0/1 55/1 1/1", GPSLongitude: "104/1 27/1 1/1" },
      })
      .jpeg()
      .toBuffer();
    expect((await sharp(upload).metadata()).exif).toBeDefined();
    expect(upload.includes("Kamera Rahasia")).toBe(true);
    await photos.store("home", upload);
    for (const width of [320, 640, 1280] as const) {
      const picture = await kept("home", width);
      const { exif, xmp, iptc, icc } = await sharp(picture).metadata();
      expect({ exif, xmp, iptc, icc }).toEqual({});
      expect(picture.includes("EXIF") || picture.includes("Kamera")).toBe(false);
    }
  });

  test("stands upright: a turn written in the metadata is carried out", async () => {
    const upload = await halves(800, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await photos.store("turned", upload)).toMatchObject({ ok: true, width: 400, height: 800 });
    const [redAbove] = await pixel(await kept("turned", 1280), 200, 100);
    const [redBelow] = await pixel(await kept("turned", 1280), 200, 700);
    expect(redAbove).toBeGreaterThan(180);
    expect(redBelow).toBeLessThan(80);
  });

  test("shows white where it was transparent", async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const upload = await sharp({ create: { width: 40, height: 40, channels: 4, background: clear } })
      .png()
      .toBuffer();
    await photos.store("clear", upload);
    expect(Math.min(...(await pixel(await kept("clear", 320), 20, 20)))).toBeGreaterThan(250);
  });

  test("is narrowed when it is a very tall strip", async () => {
    expect(await photos.store("strip", await halves(20, 4000).png().toBuffer())).toMatchObject({
      ok: true,
      height: 3840,
    });
  });

  test("may be copied to one more id as it is, and outlives the one it was copied from", async () => {
    await photos.store("held", await halves(300, 200).jpeg().toBuffer());
    const kept = await photos.store("kept", { heldId: "held" });
    expect(kept).toMatchObject({ ok: true, width: 300, height: 200 });
    expect(kept.ok && kept.preview.length).toBeGreaterThan(0);
    const before = await Promise.all([photos.read("held", 320), photos.read("held", 1280, "avif")]);
    await photos.remove("held");
    expect(await Promise.all([photos.read("kept", 320), photos.read("kept", 1280, "avif")])).toEqual(before);
    for (const heldId of ["held", "../held", ""])
      expect(await photos.store("kept", { heldId })).toEqual({ ok: false, reason: "photo-missing" });
  });

  test("is replaced by the next one under its id, and gone when removed", async () => {
    await photos.store("again", await halves(400, 300).jpeg().toBuffer());
    await photos.store("again", await halves(300, 300).jpeg().toBuffer());
    expect(await sharp(await kept("again", 640)).metadata()).toMatchObject({ width: 300, height: 300 });
    await photos.remove("again");
    await photos.remove("again");
    expect(await photos.read("again", 640)).toBeNull();
    expect(await readdir(directory)).toEqual([]);
  });
});

describe("an upload that is refused", () => {
  const jpegStart = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

  test.each([
    ["an SVG drawing", Buffer.from(svg), "photo-not-image"],
    ["a web page", Buffer.from("<!doctype html><script>alert(1)</script>"), "photo-not-image"],
    ["nothing", Buffer.alloc(0), "photo-not-image"],
    ["a moving GIF", Buffer.from("GIF89a\x01\0\x01\0\0\0\0;", "latin1"), "photo-not-image"],
    ["a TIFF", Buffer.from("II*\0\x08\0\0\0", "latin1"), "photo-not-image"],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "photo-not-image"],
    ["a video", isoFile("isom", "mp42"), "photo-not-image"],
    ["an ftyp box cut short", Buffer.from("\0\0\0\x18ftyp", "latin1"), "photo-not-image"],
    ["an iPhone's HEIC", isoFile("heic", "mif1", "heic"), "photo-heic"],
    ["a HEIF by its compatible brand", isoFile("xxxx", "mif1"), "photo-heic"],
    ["an AVIF without a picture", isoFile("avif", "mif1", "avif"), "photo-broken"],
    ["a page with a JPEG's first bytes", Buffer.concat([jpegStart, Buffer.from(svg)]), "photo-broken"],
    ["a PNG without a picture", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "photo-broken"],
    ["forty megabytes", Buffer.concat([jpegStart, Buffer.alloc(40 * 1024 * 1024)]), "photo-too-large"],
    ["a picture of 900 million pixels", pngBomb(30_000, 30_000), "photo-too-large"],
    ["a picture of 40,000,001 pixels and more", pngBomb(6_325, 6_325), "photo-too-large"],
  ] as const)("%s", async (_what, upload, reason) => {
    expect(await photos.store("x", upload)).toEqual({ ok: false, reason });
    expect(await readdir(directory)).toEqual([]);
  });

  test.each([0.1, 0.5, 0.95])("a JPEG of which only %d arrived", async (part) => {
    const whole = await noise(800, 600);
    const upload = whole.subarray(0, Math.floor(whole.length * part));
    expect(await photos.store("x", upload)).toEqual({ ok: false, reason: "photo-broken" });
  });

  test("leaves the photo that was there before", async () => {
    await photos.store("x", await halves(400, 300).jpeg().toBuffer());
    await photos.store("x", Buffer.from(svg));
    expect(await sharp(await kept("x", 320)).metadata()).toMatchObject({ width: 320 });
  });
});

describe("a photo's id", () => {
  const climbing = ["../x", "..", "a/b", "a\\b", "", "a.b", "a\0", "/etc/passwd", "x".repeat(65), "é", "a\n"];

  test.each(climbing)("cannot be %j", async (id) => {
    const upload = await halves(40, 30).png().toBuffer();
    await writeFile(join(home, "x-320.webp"), "not yours");
    for (const store of [photos, memoryPhotos()]) {
      await expect(store.store(id, upload)).rejects.toThrow("not a photo id");
      expect(await store.read(id, 320)).toBeNull();
    }
    await expect(photos.remove(id)).rejects.toThrow("not a photo id");
    expect(await readdir(directory)).toEqual([]);
    expect(await readdir(home)).toEqual(["photos", "x-320.webp"]);
  });
});

test("many uploads at once are all kept, and only two are worked on at a time", async () => {
  let running = 0;
  let most = 0;
  const atMostTwo = turnstile(2);
  const order: number[] = [];
  const results = await Promise.allSettled(
    [0, 1, 2, 3, 4, 5].map((number) =>
      atMostTwo(async () => {
        order.push(number);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 2));
        running -= 1;
        if (number === 1) throw new Error("one that fails frees its place");
      }),
    ),
  );
  expect({ most, order }).toEqual({ most: 2, order: [0, 1, 2, 3, 4, 5] });
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(5);

  const upload = await halves(800, 600).jpeg().toBuffer();
  await Promise.all(["a", "b", "c", "d", "e"].map((id) => photos.store(id, upload)));
  expect((await readdir(directory)).filter((file) => file.endsWith(".webp"))).toHaveLength(15);
});
