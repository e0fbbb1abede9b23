import sharp from "sharp";

/** The bar's colour, so that an icon and the page below it are of one piece (app/ui/tokens.css). */
const SEA = "#0b5563";

/** How much of an app icon the barn fills: systems cut the corners off as they like. */
const SAFE_SHARE = 0.64;

async function drawn(svg: Buffer, size: number): Promise<Buffer> {
  return sharp(svg, { density: Math.max(72, size * 4) })
    .resize(size, size, { fit: "contain", background: "#0000" })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

/** The whole barn on its own ground, for home screens. */
async function onSea(svg: Buffer, size: number): Promise<Buffer> {
  const barn = await drawn(svg, Math.round(size * SAFE_SHARE));
  return sharp({ create: { width: size, height: size, channels: 3, background: SEA } })
    .composite([{ input: barn }])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

/** An .ico that holds PNG pictures: a header of 6 bytes, 16 for each picture, then the pictures. */
function icoOf(pictures: { size: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [at, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * at;
    header.writeUInt8(size, entry);
    header.writeUInt8(size, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/**
 * Every picture of the identity that browsers and phones want as pixels, by file name.
 * @param logo the whole barn, as SVG
 * @param icon the simple barn that stays legible at 16 px, as SVG
 */
export async function iconFiles({ logo, icon }: { logo: Buffer; icon: Buffer }): Promise<Record<string, Buffer>> {
  const small = await Promise.all([16, 32].map(async (size) => ({ size, png: await drawn(icon, size) })));
  return {
    "favicon.ico": icoOf(small),
    "apple-touch-icon.png": await onSea(logo, 180),
    "icon-192.png": await onSea(logo, 192),
    "icon-512.png": await onSea(logo, 512),
  };
}
