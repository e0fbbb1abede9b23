import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { memoryPhotos } from "#app/adapters/photos/memory.ts";
import { drawnPictures } from "#app/adapters/pictures/drawn.ts";
import { setText } from "#app/adapters/pictures/lettering.ts";
import type { ShareCard } from "#app/adapters/pictures/port.ts";

const directory = mkdtempSync(join(tmpdir(), "lumbung-cards-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const photos = memoryPhotos();
const pictures = drawnPictures({ directory, photos });

const CARD: ShareCard = {
  id: "listing-1",
  title: "Kain samping songket pucuk rebung </svg><script>",
  price: "Rp 1.250.000 / lembar",
  lines: ["Butik Perempuan Seri Dompak", "Bukit Bestari, Tanjung Pinang"],
  photoId: null,
};

/** The hardest to squeeze: nothing in it repeats. */
async function noise(): Promise<Uint8Array> {
  const noisy = { type: "gaussian", mean: 128, sigma: 60 } as const;
  return sharp({ create: { width: 1280, height: 960, channels: 3, background: "#888", noise: noisy } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

const kept = () => readdirSync(join(directory, CARD.id));

describe("a card for chats", () => {
  it("is a JPEG of 1200 × 630 and at most 300 kB, also around the hardest photo", async () => {
    await photos.store("hard", await noise());
    const bytes = await pictures.shareCard({ ...CARD, photoId: "hard" });
    const { format, width, height } = await sharp(bytes).metadata();
    expect([format, width, height]).toEqual(["jpeg", 1200, 630]);
    expect(bytes.length).toBeLessThanOrEqual(300_000);
  });

  it("has the words on it: without them it is another picture", async () => {
    const inked = async (card: ShareCard) => {
      const words = { left: 40, top: 40, width: 1100, height: 300 };
      const raw = await sharp(await pictures.shareCard(card))
        .extract(words)
        .greyscale()
        .raw()
        .toBuffer();
      return raw.reduce((least, grey) => Math.min(least, grey), 255);
    };
    expect(await inked(CARD)).toBeLessThan(80);
    expect(await inked({ ...CARD, title: "كلثوم", price: null, lines: [] })).toBeGreaterThan(200);
  });

  it("is drawn once, and anew when what it shows changes, the old one going", async () => {
    const [first] = [await pictures.shareCard(CARD), kept()];
    const names = kept();
    expect(await pictures.shareCard(CARD)).toEqual(first);
    expect(kept()).toEqual(names);
    await pictures.shareCard({ ...CARD, price: "Rp 1.000 / lembar" });
    expect(kept()).toHaveLength(1);
    expect(kept()).not.toEqual(names);
    await expect(pictures.shareCard({ ...CARD, id: "../x" })).rejects.toThrow(RangeError);
  });
});

describe("a poster", () => {
  it("is a PDF of one A5 page", async () => {
    const { title, price, lines, photoId } = CARD;
    const url = "https://lumbung.example/listings/kain";
    const pdf = await pictures.poster({ title, price, lines, photoId, url, invitation: "Pindai", language: "id" });
    const text = Buffer.from(pdf).toString("latin1");
    expect(text.startsWith("%PDF-")).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text).toContain("/MediaBox [0 0 419.53 595.28]");
  });
});

describe("lettering", () => {
  const set = (text: string, maxLines = 2) => setText({ text, weight: "bold", size: 50, maxWidth: 400, maxLines });

  it("breaks lines so that each fits, and shortens what is too long", () => {
    for (const text of ["Kain samping songket pucuk rebung", "a".repeat(200), "kata ".repeat(100), "👩🏽‍🌾"])
      for (const line of set(text)) expect((line.width * 50) / 1000).toBeLessThanOrEqual(400);
    expect(set("kata ".repeat(100))).toHaveLength(2);
    expect(set("Kain")).toHaveLength(1);
    expect(set("")).toEqual([]);
  });

  it("draws letters with accents that the typeface lacks as plain ones", () => {
    expect(set("ạ")[0]?.letters).toEqual(set("a")[0]?.letters);
  });
});
