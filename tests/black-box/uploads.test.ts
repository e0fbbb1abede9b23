import { readFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { photos } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { type BuiltServer, startBuiltServer } from "#tests/world/built-server.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { sendRaw } from "#tests/world/raw-request.ts";
import { aSmallMarket, type SmallMarket, visitorAs } from "#tests/world/small-market.ts";
import { type Answer, openVisitor, type Visitor } from "#tests/world/visitor.ts";

const MB = 1024 * 1024;
let server: BuiltServer;
let market: SmallMarket;
let chair: Visitor;

beforeAll(async () => {
  market = await aSmallMarket();
  server = await startBuiltServer({ environment: { LOG_LEVEL: "silent" } });
  chair = await visitorAs(market, "chair", server.origin);
});

afterAll(async () => {
  await server.stop();
});

function aJpeg(): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: "#0b5563" } })
    .withExif({ IFD0: { Copyright: "rumah-saya" }, IFD3: { GPSLatitude: "1/1 2/1 3/1", GPSLatitudeRef: "N" } })
    .jpeg()
    .toBuffer();
}

const here = () => `/desk/${market.group.slug}/listings/${market.listing.slug}/photos`;

function send(visitor: Visitor, bytes: Uint8Array<ArrayBuffer>, name = "foto.jpg"): Promise<Answer> {
  const form = new FormData();
  form.append("do", "add");
  form.append("alt", "Tudung saji");
  form.append("photo", new Blob([bytes], { type: "image/jpeg" }), name);
  return visitor.ask(here(), { method: "POST", headers: { Origin: server.origin }, body: form });
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, "latin1"));

const HOSTILE: Record<string, (jpeg: Buffer) => Uint8Array<ArrayBuffer>> = {
  "a text": () => bytesOf("bukan foto"),
  "a script": () => bytesOf("<script>alert(1)</script>"),
  "an SVG": () => bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  "a GIF that is also a page": () => bytesOf("GIF89a/*<html><script>alert(1)</script>*/"),
  "a JPEG cut in half": (jpeg) => Uint8Array.from(jpeg.subarray(0, jpeg.length / 2)),
  "the first bytes of a JPEG": () => bytesOf("\xff\xd8\xff"),
  "a PNG that promises 60,000 times 60,000": () =>
    bytesOf("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x06\0\0\0\0\0\0\0"),
  "a WebP of nothing": () => bytesOf("RIFF\0\0\0\0WEBPVP8 "),
  "an AVIF of nothing": () => bytesOf("\0\0\0\x1cftypavif\0\0\0\0avifmif1"),
};

describe("a photo that is none", () => {
  it.each(Object.entries(HOSTILE))("%s gets a sentence, soon", async (_, make) => {
    const answer = await send(chair, make(await aJpeg()));
    expect(answer.status).toBe(422);
    expect(answer.ms).toBeLessThan(5_000);
    expect(answer.text).toContain('role="alert"');
    // What was typed beside it stays.
    expect(answer.text).toContain("Tudung saji");
  });

  it("that is a little too large still comes back with what was typed", async () => {
    const answer = await send(chair, new Uint8Array(9 * MB).fill(255));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("8 MB");
    expect(answer.text).toContain("Tudung saji");
  });

  it("is refused as a proof of payment too", async () => {
    const parts = [{ group: market.group }];
    const order = await anOrder({ buyerId: market.people.buyer, delivery: "fetch", money: "waiting", parts });
    const buyer = await visitorAs(market, "buyer", server.origin);
    const fields = [
      ["intent", "claim"],
      ["paymentId", order.paymentId],
      ["photo", new Blob([bytesOf("bukan foto")])],
    ] as const;
    const answer = await buyer.post(`/orders/${order.number}/pay`, fields);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('role="alert"');
  });
});

describe("a photo", () => {
  it.each([
    "../../etc/passwd",
    "a.jpg%00.php",
    '"; filename="x.html',
    "gpj.\u202eexe",
    `${"x".repeat(300)}.jpg`,
    ".htaccess",
  ])("may be called %s, and is kept without where it was taken", async (name) => {
    const answer = await send(chair, Uint8Array.from(await aJpeg()), name);
    expect(answer.status).toBe(302);
    const kept = await inTransaction((tx) => tx.select().from(photos).where(eq(photos.listingId, market.listing.id)));
    const last = kept.at(-1);
    const served = await fetch(`${server.origin}/photos/${last?.id}/1280`);
    expect(served.headers.get("content-type")).toBe("image/webp");
    expect(served.headers.get("x-content-type-options")).toBe("nosniff");
    const bytes = Buffer.from(await served.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 60 });
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(bytes.includes("rumah-saya")).toBe(false);
    await expect(readFile(`${process.env.DATA_DIR}/photos/${name}`)).rejects.toThrow();
    await chair.post(here(), [
      ["do", "remove"],
      ["photoId", last?.id ?? ""],
    ]);
  });
});

describe("what is larger than any photo", () => {
  it("comes back with what was typed all the same, and holds nobody up", async () => {
    const answer = await send(chair, new Uint8Array(40 * MB).fill(255));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("8 MB");
    expect(answer.text).toContain("Tudung saji");
    expect((await send(openVisitor(server.origin), new Uint8Array(25 * MB))).status).toBe(302);
  });

  it("gets a page that says what to do, in the reader's language, where it is no form of ours", async () => {
    await chair.post("/language", [["locale", "en"]]);
    const answer = await chair.post("/language", [["locale", "x".repeat(300_000)]]);
    expect(answer.status).toBe(413);
    expect(answer.headers.get("content-type")).toMatch(/text\/html/);
    expect(answer.text).toContain("This is too large to send");
    expect((await chair.ask("/account")).status).toBe(200);
  });

  it("is refused by its announced size, before it is sent", async () => {
    const started = performance.now();
    const head = [
      ...[`POST ${here()} HTTP/1.1`, `Host: 127.0.0.1:${server.port}`, `Origin: ${server.origin}`, "Connection: close"],
      ...["Content-Type: multipart/form-data; boundary=b", "Content-Length: 300000000"],
    ];
    expect(await sendRaw(server.port, `${head.join("\r\n")}\r\n\r\n--b`)).toMatch(/^HTTP\/1\.1 413 /);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
