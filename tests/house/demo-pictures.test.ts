import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { sharpPhotos } from "#app/adapters/photos/sharp.ts";
import { demoGroups } from "#app/cli/seed/data/groups.ts";
import { drawPicture } from "#app/cli/seed/pictures/draw-picture.ts";
import { renderPicture } from "#app/cli/seed/pictures/render-picture.ts";
import { type Subject, subjects } from "#app/cli/seed/pictures/subjects.ts";

const all = Object.keys(subjects) as Subject[];

test.each(all)("%s is drawn the same every time", (subject) => {
  const picture = drawPicture({ seed: "one", subject });
  expect(drawPicture({ seed: "one", subject })).toBe(picture);
  expect(picture).not.toMatch(/NaN|undefined|null|Infinity/);
});

test.each(all)("%s gives no id to two different outlines", (subject) => {
  const outlines = new Map<string, string>();
  for (const [, id = "", outline = ""] of drawPicture({ seed: "one", subject }).matchAll(
    /<clipPath id="([^"]+)">(.*?)<\/clipPath>/g,
  )) {
    expect(outlines.get(id) ?? outline).toBe(outline);
    outlines.set(id, outline);
  }
});

test("another seed gives another picture", () => {
  const pictures = ["a", "b", "c", "d", "e"].map((seed) => drawPicture({ seed, subject: "pineapple" }));
  expect(new Set(pictures).size).toBeGreaterThan(1);
});

test("every subject is used by some group or listing", () => {
  const used = new Set<string>(
    demoGroups.flatMap((group) => [group, ...group.listings].map((pictured) => pictured.picture.subject)),
  );
  expect(all.filter((subject) => !used.has(subject))).toEqual([]);
});

test("pictures pass through the photo store and stay light", async () => {
  const directory = await mkdtemp(join(tmpdir(), "pictures-"));
  const photos = sharpPhotos({ directory });
  for (const subject of ["doormat", "raw-crackers", "pandan-mat", "stilt-houses"] as const) {
    const upload = await renderPicture({ seed: "one", subject });
    const stored = await photos.store(subject, upload);
    expect(stored).toMatchObject({ ok: true, width: 1200, height: 900 });
    expect(stored.ok && stored.preview.length).toBeLessThanOrEqual(400);
    const [thumbnail, card] = [await photos.read(subject, 320), await photos.read(subject, 640)];
    expect(thumbnail?.length).toBeLessThanOrEqual(20_000);
    expect(card?.length).toBeLessThanOrEqual(60_000);
    // A drawing that failed to load would be one flat colour.
    const { channels } = await sharp(thumbnail ?? Buffer.alloc(0)).stats();
    expect(Math.max(...channels.map((channel) => channel.stdev))).toBeGreaterThan(15);
  }
  await rm(directory, { recursive: true });
});
