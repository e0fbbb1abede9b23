import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import sharp from "sharp";

/** Pictures are kept at half their size: small enough for the repository, large enough to see what moved. */
const SCALE = 0.5;
/** So much may a colour differ before its pixel counts; the kept pictures are slightly lossy. */
const TOLERANCE = 48;

type Raw = { width: number; height: number; data: Buffer };

async function small(png: Buffer): Promise<Buffer> {
  const { width } = await sharp(png).metadata();
  return sharp(png)
    .resize(Math.round(width * SCALE))
    .webp({ quality: 55, effort: 6 })
    .toBuffer();
}

async function rawOf(picture: Buffer): Promise<Raw> {
  const { data, info } = await sharp(picture).removeAlpha().blur(0.8).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Which share of the pixels differs; what one picture has and the other has not counts whole. */
export async function differenceOf(one: Buffer, other: Buffer): Promise<number> {
  const [left, right] = await Promise.all([rawOf(one), rawOf(other)]);
  if (left.width !== right.width) return 1;
  const shared = Math.min(left.height, right.height) * left.width;
  let different = Math.abs(left.height - right.height) * left.width;
  for (let at = 0; at < shared * 3; at += 3) {
    const off = [0, 1, 2].some(
      (part) => Math.abs((left.data[at + part] ?? 0) - (right.data[at + part] ?? 0)) > TOLERANCE,
    );
    if (off) different += 1;
  }
  return different / (Math.max(left.height, right.height) * left.width);
}

type Shot = { png: Buffer; kept: string; seen: string };

/** The share that differs from the kept picture; what was seen is laid beside for whoever looks. Null where none is kept yet. */
export async function compareWithKept({ png, kept, seen }: Shot): Promise<number | null> {
  const picture = await small(png);
  await mkdir(dirname(seen), { recursive: true });
  await writeFile(seen, picture);
  const before = await readFile(kept).catch(() => null);
  return before ? differenceOf(before, picture) : null;
}

export async function keep({ png, kept }: Pick<Shot, "png" | "kept">): Promise<void> {
  await mkdir(dirname(kept), { recursive: true });
  await writeFile(kept, await small(png));
}
