import PDFDocument from "pdfkit";
import { create } from "qrcode";
import sharp from "sharp";
import { setText, type Weight } from "./lettering.ts";
import type { Poster } from "./port.ts";

// A5 in points.
const WIDTH = 419.53;
const HEIGHT = 595.28;
const MARGIN = 34;
const INK = "#231d15";
const SEA = "#0b5563";
const QUIET = "#5d5344";
/** The photo's height; the code's side. */
const PHOTO = 205;
const CODE = 150;

type Page = InstanceType<typeof PDFDocument>;

/** Draws the sheet: photo, what it is, and a code large enough for a cheap phone at arm's length. */
export async function drawPoster(poster: Poster, photo: Uint8Array | null): Promise<Uint8Array> {
  const page = new PDFDocument({
    size: "A5",
    margin: 0,
    lang: poster.language,
    displayTitle: true,
    info: { Title: poster.title, Creator: "Lumbung", Producer: "Lumbung" },
  });
  const written = bytesOf(page);
  let top = MARGIN;
  if (photo) {
    const inner = { width: WIDTH - 2 * MARGIN, height: PHOTO };
    const jpeg = await sharp(photo)
      .resize({ width: 1056, height: Math.round((1056 * inner.height) / inner.width), fit: "cover" })
      .jpeg({ quality: 82 })
      .toBuffer();
    page.image(jpeg, MARGIN, top, inner);
    top += PHOTO + 16;
  }
  top = write(page, { text: poster.title, weight: "bold", size: 26, colour: INK, maxLines: 3, top });
  if (poster.price)
    top = write(page, { text: poster.price, weight: "bold", size: 22, colour: SEA, maxLines: 1, top: top + 4 });
  for (const text of poster.lines)
    top = write(page, { text, weight: "regular", size: 13, colour: QUIET, maxLines: 2, top: top + 3 });
  drawFoot(page, poster);
  page.end();
  return written;
}

/** The code at the bottom left, what to do with it beside it. */
function drawFoot(page: Page, poster: Poster): void {
  const top = HEIGHT - MARGIN - CODE;
  drawCode(page, { url: poster.url, x: MARGIN, y: top });
  const beside = { left: MARGIN + CODE + 18 };
  const next = write(page, {
    ...beside,
    text: poster.invitation,
    weight: "bold",
    size: 17,
    colour: INK,
    maxLines: 4,
    top: top + 8,
  });
  const plain = poster.url.replace(/^https?:\/\//, "");
  write(page, { ...beside, text: plain, weight: "regular", size: 10, colour: QUIET, maxLines: 4, top: next + 8 });
  write(page, {
    ...beside,
    text: "Lumbung",
    weight: "bold",
    size: 17,
    colour: SEA,
    maxLines: 1,
    top: HEIGHT - MARGIN - 20,
  });
}

type Writing = {
  text: string;
  weight: Weight;
  size: number;
  colour: string;
  maxLines: number;
  top: number;
  left?: number;
};

/** @returns where the next line may begin */
function write(page: Page, { text, weight, size, colour, maxLines, top, left = MARGIN }: Writing): number {
  let y = top;
  for (const line of setText({ text, weight, size, maxWidth: WIDTH - left - MARGIN, maxLines })) {
    page
      .save()
      .translate(left, y + size * 0.92)
      .scale(size / 1000);
    for (const letter of line.letters) page.save().translate(letter.x, 0).path(letter.outline).fill(colour).restore();
    page.restore();
    y += size * 1.2;
  }
  return y;
}

/** Squares of ink; the paper around them is the quiet zone that readers need. */
function drawCode(page: Page, { url, x, y }: { url: string; x: number; y: number }): void {
  const { modules } = create(url, { errorCorrectionLevel: "M" });
  const side = CODE / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) page.rect(x + column * side, y + row * side, side + 0.05, side + 0.05);
  page.fill("#000000");
}

function bytesOf(page: Page): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    page.on("data", (chunk: Buffer) => chunks.push(chunk));
    page.on("end", () => resolve(Buffer.concat(chunks)));
    page.on("error", reject);
  });
}
