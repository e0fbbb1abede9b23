import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { iconFiles } from "#app/cli/icons/icon-files.ts";

const read = (name: string): Buffer => readFileSync(join("public", name));
const files = await iconFiles({ logo: read("lumbung.svg"), icon: read("icon.svg") });

async function pixels(picture: Buffer): Promise<{ width: number; height: number; data: Buffer }> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** The largest picture in an .ico. */
function lastOf(ico: Buffer): Buffer {
  const entry = 6 + 16 * (ico.readUInt16LE(4) - 1);
  const offset = ico.readUInt32LE(entry + 12);
  return ico.subarray(offset, offset + ico.readUInt32LE(entry + 8));
}

describe("the icons", () => {
  it.each(Object.keys(files))("%s was drawn from the logo as it is now", async (name) => {
    const take = name.endsWith(".ico") ? lastOf : (content: Buffer) => content;
    const [kept, drawn] = await Promise.all([pixels(take(read(name))), pixels(take(files[name] ?? Buffer.alloc(0)))]);
    expect([kept.width, kept.height]).toEqual([drawn.width, drawn.height]);
    const off = kept.data.filter((value, at) => Math.abs(value - (drawn.data[at] ?? 0)) > 24).length;
    // Another version of the drawing library may round a border's pixel otherwise.
    expect(off / kept.data.length).toBeLessThan(0.01);
  });

  it("have the sizes that the manifest promises, and it names only files that are there", async () => {
    const { icons } = JSON.parse(read("lumbung.webmanifest").toString()) as {
      icons: { src: string; sizes: string; type: string }[];
    };
    for (const { src, sizes } of icons) {
      const { width, height } = await sharp(read(src.slice(1))).metadata();
      if (sizes !== "any") expect(`${width}x${height}`).toBe(sizes);
    }
  });

  it("stay legible at 16 pixels: roof, wall and ground can be told apart", async () => {
    const { data } = await pixels(await sharp(read("icon.svg"), { density: 300 }).resize(16, 16).png().toBuffer());
    const at = (x: number, y: number): number[] => [...data.subarray(4 * (16 * y + x), 4 * (16 * y + x) + 3)];
    const far = (one: number[], other: number[]): number =>
      Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)));
    const [ground, roof, wall] = [at(8, 1), at(8, 6), at(5, 10)];
    expect(far(ground, roof)).toBeGreaterThan(150);
    expect(far(roof, wall)).toBeGreaterThan(100);
    expect(far(ground, wall)).toBeGreaterThan(150);
  });
});
