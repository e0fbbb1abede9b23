import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Photos } from "../photos/port.ts";
import { turnstile } from "../turnstile.ts";
import type { Pictures, ShareCard } from "./port.ts";
import { drawPoster } from "./poster.ts";
import { drawShareCard } from "./share-card.ts";

/** Change it when cards are drawn differently: those kept are then made anew. */
const EDITION = 1;

/** Keeps each card as `<directory>/<id>/<hash of what it shows>.jpg` until the same listing or group shows something else. */
export function drawnPictures({ directory, photos }: { directory: string; photos: Photos }): Pictures {
  const oneAtATime = turnstile(1);
  const photoOf = (id: string | null) => (id === null ? null : photos.read(id, 1280));

  async function keep(card: ShareCard, name: string): Promise<Uint8Array> {
    const folder = join(directory, card.id);
    const bytes = await drawShareCard(card, await photoOf(card.photoId));
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `${randomUUID()}.part`);
    await writeFile(draft, bytes);
    await rename(draft, join(folder, name));
    for (const old of await readdir(folder))
      if (old !== name && old.endsWith(".jpg")) await rm(join(folder, old), { force: true });
    return bytes;
  }

  return {
    async shareCard(card) {
      if (!/^[\w-]{1,80}$/.test(card.id)) throw new RangeError("not an id");
      const name = `${createHash("sha256")
        .update(JSON.stringify([EDITION, card]))
        .digest("hex")
        .slice(0, 32)}.jpg`;
      return (await readKept(join(directory, card.id, name))) ?? oneAtATime(() => keep(card, name));
    },
    poster: (poster) => oneAtATime(async () => drawPoster(poster, await photoOf(poster.photoId))),
  };
}

async function readKept(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch {
    return null;
  }
}
