import sharp from "sharp";
import { setText, type Weight } from "./lettering.ts";
import type { ShareCard } from "./port.ts";

const WIDTH = 1200;
const HEIGHT = 630;
/** Chats leave out pictures that are larger. */
const BYTES_AT_MOST = 300_000;
const QUALITIES = [84, 74, 62, 48, 34];
const INK = "#231d15";
const SEA = "#0b5563";
const QUIET = "#5d5344";
const PAPER = "#fdfbf6";
const GOLD = "#e2b13c";

type Block = { text: string; weight: Weight; size: number; colour: string; maxLines: number; above: number };

/** Draws the card: the photo at the left, the words at the right; without a photo the words have all the room. */
export async function drawShareCard(card: ShareCard, photo: Uint8Array | null): Promise<Uint8Array> {
  const left = photo ? HEIGHT : 0;
  const words = Buffer.from(wordsOf(card, left));
  const pictures = photo ? [{ input: await squareOf(photo), left: 0, top: 0 }] : [];
  const { data, info } = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: PAPER } })
    .composite([...pictures, { input: words, left: 0, top: 0 }])
    .raw()
    .toBuffer({ resolveWithObject: true });
  let jpeg = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    const raw = { width: info.width, height: info.height, channels: info.channels };
    jpeg = await sharp(data, { raw }).jpeg({ quality }).toBuffer();
    if (jpeg.length <= BYTES_AT_MOST) break;
  }
  return jpeg;
}

function squareOf(photo: Uint8Array): Promise<Buffer> {
  return sharp(photo).resize({ width: HEIGHT, height: HEIGHT, fit: "cover" }).toBuffer();
}

/** Letters are shapes here, so nothing of a name can end the picture's markup. */
function wordsOf(card: ShareCard, left: number): string {
  const margin = 56;
  const maxWidth = WIDTH - left - 2 * margin;
  const blocks: Block[] = [
    { text: card.title, weight: "bold", size: left > 0 ? 54 : 72, colour: INK, maxLines: 4, above: 0 },
    ...(card.price
      ? [{ text: card.price, weight: "bold" as const, size: 40, colour: SEA, maxLines: 1, above: 22 }]
      : []),
    ...card.lines.map((text, at) => ({
      ...{ text, weight: "regular" as const, size: 30, colour: QUIET, maxLines: 2, above: at === 0 ? 26 : 8 },
    })),
  ];
  const shapes: string[] = [];
  let top = margin;
  for (const { text, weight, size, colour, maxLines, above } of blocks) {
    const lines = setText({ text, weight, size, maxWidth, maxLines });
    top += lines.length > 0 ? above : 0;
    for (const line of lines) {
      shapes.push(drawLine({ line, x: left + margin, y: top + size * 0.92, size, colour }));
      top += size * 1.18;
    }
  }
  const [brand] = setText({ text: "Lumbung", weight: "bold", size: 36, maxWidth, maxLines: 1 });
  if (brand) shapes.push(drawLine({ line: brand, x: left + margin, y: HEIGHT - margin, size: 36, colour: SEA }));
  const edge = `<rect x="${left}" width="14" height="${HEIGHT}" fill="${GOLD}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${edge}${shapes.join("")}</svg>`;
}

type Drawn = { line: ReturnType<typeof setText>[number]; x: number; y: number; size: number; colour: string };

function drawLine({ line, x, y, size, colour }: Drawn): string {
  const letters = line.letters.map((letter) => `<path transform="translate(${letter.x} 0)" d="${letter.outline}"/>`);
  return `<g fill="${colour}" transform="translate(${x} ${y}) scale(${size / 1000})">${letters.join("")}</g>`;
}
