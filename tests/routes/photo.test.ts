import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { openContext } from "#app/context.server.ts";
import { loader } from "#app/routes/buy/photo.tsx";
import { photos } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup } from "#tests/world/people.ts";

const ID = "5d0f7c1e-0000-4000-8000-000000000001";
const OLD = "5d0f7c1e-0000-4000-8000-000000000002";

// The route asks for nothing but the path: a visit that is opened would throw.
const ask = (id: string, width: string, accept = "image/webp,*/*") =>
  loader({
    params: { id, width },
    request: new Request("http://localhost/photos", { headers: { Accept: accept } }),
    context: { nonce: "", requestId: "", visit: () => Promise.reject(new Error("no session is looked up")) },
  });

beforeAll(async () => {
  await aListing({
    group: await aGroup(),
    photos: [
      { id: ID, alt: "Tas" },
      { id: OLD, alt: "Dompet" },
    ],
  });
  const noisy = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const square = { create: { width: 900, height: 900, channels: 3 as const, background: "#e2b13c" } };
  const busy = sharp({ create: { ...square.create, noise: noisy } }).blur(2);
  await openContext().photos.store(ID, await busy.jpeg().toBuffer());
  // As small as this, AVIF would be the larger one.
  const dot = { create: { ...square.create, width: 8, height: 8 } };
  await openContext().photos.store(OLD, await sharp(dot).png().toBuffer());
});

describe("a photo's address", () => {
  it.each(["320", "640", "1280"])("gives a public photo at %s pixels, for a year", async (width) => {
    const answer = await ask(ID, width);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("image/webp");
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    const { format } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect(format).toBe("webp");
  });

  it("gives AVIF to a browser that asks for it, and tells caches that there are two", async () => {
    const answer = await ask(ID, "640", "image/avif,image/webp,*/*");
    expect(answer.headers.get("Content-Type")).toBe("image/avif");
    expect(answer.headers.get("Vary")).toBe("Accept");
    expect((await ask(ID, "640")).headers.get("Vary")).toBe("Accept");
    const { compression } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect(compression).toBe("av1");
  });

  it("gives WebP where no AVIF is kept, as of an older photo", async () => {
    const answer = await ask(OLD, "320", "image/avif,*/*");
    expect(answer.headers.get("Content-Type")).toBe("image/webp");
  });

  it.each([
    ["none", "320"],
    [ID, "321"],
    [ID, ""],
    [ID, "320px"],
    ["../../etc/passwd", "320"],
    ["", "320"],
  ])("knows nothing at %j, %j", async (id, width) => {
    expect((await ask(id, width)).status).toBe(404);
  });

  it("shows nobody a photo that is not public", async () => {
    await inTransaction((tx) => tx.update(photos).set({ isPublic: false }).where(eq(photos.id, ID)));
    expect((await ask(ID, "320")).status).toBe(404);
  });
});
