import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cashMovements, consignments, heldPhotos, payoutBatches, payoutLines, photos } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { BuiltServer } from "#tests/world/built-server.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { type Role, type SmallMarket, serveSmallMarket, visitorAs } from "#tests/world/small-market.ts";
import type { Visitor } from "#tests/world/visitor.ts";

let market: SmallMarket;
let server: BuiltServer;
let jpeg: Blob;
/** An order that was handed over and not reviewed yet. */
let delivered: Awaited<ReturnType<typeof anOrder>>;
let toPay: Awaited<ReturnType<typeof anOrder>>;
let payoutLineId: string;

beforeAll(async () => {
  ({ market, server } = await serveSmallMarket());
  const bytes = sharp({ create: { width: 60, height: 40, channels: 3, background: "#0b5563" } }).jpeg();
  jpeg = new Blob([Uint8Array.from(await bytes.toBuffer())], { type: "image/jpeg" });
  const parts = [{ group: market.group }];
  toPay = await anOrder({ buyerId: market.people.buyer, delivery: "fetch", money: "waiting", parts });
  delivered = await anOrder({ buyerId: market.people.buyer, delivery: "fetch", parts });
  const handedOver = { state: "delivered" as const, deliveredAt: new Date() };
  await inTransaction(async (tx) => {
    await tx.update(consignments).set(handedOver).where(eq(consignments.orderId, delivered.id));
    const decided = { state: "approved" as const, decidedBy: market.people.chair, decidedAt: new Date() };
    await tx.update(payoutBatches).set(decided).where(eq(payoutBatches.id, market.work.batchId));
    const [line] = await tx.select().from(payoutLines).where(eq(payoutLines.batchId, market.work.batchId));
    payoutLineId = line?.id ?? "";
  });
});

afterAll(async () => {
  await server.stop();
});

type Form = { who: Role; path: string; field?: string; typed: Record<string, string> };

/** Every form with a photo of which something else can be refused, each with something else that is wrong. */
const FORMS: Record<string, () => Form> = {
  "a new craft": () => ({
    who: "chair",
    path: `${desk()}/listings/new-craft`,
    typed: { name: "Tas", "price-0": "mahal" },
  }),
  "a new food": () => ({
    who: "chair",
    path: `${desk()}/listings/new-food`,
    typed: { name: "Kerupuk", "price-0": "-1" },
  }),
  "a new harvest": () => ({
    who: "chair",
    path: `${desk()}/listings/new-harvest`,
    typed: { name: "", "price-0": "9" },
  }),
  "one more photo of goods on sale": () => ({
    ...{ who: "chair", path: `${desk()}/listings/${market.listing.slug}/photos`, typed: { do: "add", alt: "" } },
  }),
  "a group's photo": () => ({ who: "chair", path: `${desk()}/page/photo`, typed: { alt: "" } }),
  "a review": () => ({
    who: "buyer",
    path: `/orders/${delivered.number}/reviews`,
    typed: { line: lineOf(), stars: "" },
  }),
  "a complaint": () => ({
    ...{ who: "buyer", path: `/orders/${delivered.number}/complaints` },
    typed: { consignmentId: delivered.consignments[0]?.id ?? "", kind: "damaged", words: "" },
  }),
  "a proof of payment": () => ({
    ...{ who: "buyer", path: `/orders/${toPay.number}/pay`, typed: { intent: "claim", paymentId: "another" } },
  }),
  "a cash receipt": () => ({
    who: "treasurer",
    path: `${books()}/cash`,
    field: "receipt",
    typed: { amount: "banyak" },
  }),
  "a slip of cash paid out": () => ({
    ...{ who: "treasurer", path: `${books()}/payouts/${market.work.batchId}`, field: "proof" },
    typed: { intent: "pay", how: "cash", lineId: payoutLineId, reference: "1".repeat(200) },
  }),
  "minutes of a meeting": () => ({
    ...{
      who: "chair",
      path: `${books()}/surplus/meetings`,
      field: "minutes",
      typed: { place: "Balai", present: "-3" },
    },
  }),
  "minutes of a rule": () => ({
    ...{ who: "chair", path: `${books()}/split-rules`, field: "minutes" },
    typed: { intent: "save", name: "", method: "contribution", fundPercent: "abc" },
  }),
  "what is wrong at the hub": () => ({
    ...{ who: "hub keeper", path: `/runs/${market.run.code}/receive/${market.order.consignments[0]?.id}` },
    typed: { intent: "report", kind: "damaged", words: "" },
  }),
  "the network's code to pay by": () => ({
    ...{ who: "operator", path: "/operate/network", field: "qrisPhoto", typed: { name: "", takesQris: "yes" } },
  }),
};
const desk = () => `/desk/${market.group.slug}`;
const books = () => `/books/${market.group.slug}`;
const lineOf = () => delivered.lines[0]?.id ?? "";

async function submit(visitor: Visitor, { path, typed, field = "photo" }: Form, photo: Blob | string | null) {
  const fields: (readonly [string, string | Blob])[] = Object.entries(typed);
  if (photo instanceof Blob) fields.push([field, photo]);
  if (typeof photo === "string") fields.push(["heldPhoto", photo]);
  return visitor.post(path, fields);
}

const heldIn = (text: string): string => /name="heldPhoto"[^>]* value="([^"]+)"/.exec(text)?.[1] ?? "";

describe("a photo beside another field that is wrong", () => {
  it.each(Object.entries(FORMS))("%s: is kept, shown, and not asked for a second time", async (_, make) => {
    const form = make();
    const visitor = await visitorAs(market, form.who, server.origin);
    const refused = await submit(visitor, form, jpeg);
    expect([409, 422]).toContain(refused.status);
    expect(refused.text).toContain("data:image/webp;base64,");
    const held = heldIn(refused.text);
    expect(held).not.toBe("");
    // Wrong once more, and without the file: it is still there.
    expect(heldIn((await submit(visitor, form, held)).text)).toBe(held);
    // Without the tick it is not, and nobody else can send it.
    expect(heldIn((await submit(visitor, form, null)).text)).toBe("");
  });

  it("belongs to whoever sent it", async () => {
    const form = { who: "chair", path: `${desk()}/page/photo`, typed: { alt: "" } } as const;
    const held = heldIn((await submit(await visitorAs(market, "chair", server.origin), form, jpeg)).text);
    const other = { ...form, path: `/desk/${market.other.slug}/page/photo` };
    const foreign = await visitorAs(market, "other chair", server.origin);
    expect(heldIn((await submit(foreign, other, held)).text)).toBe("");
    const typed = { alt: "Rumah produksi" };
    expect((await submit(foreign, { ...other, typed }, held)).status).toBe(422);
    expect((await fetch(`${server.origin}/photos/${held}/320`)).status).toBe(404);
  });

  it("becomes the photo of what is made once the rest is right", async () => {
    const visitor = await visitorAs(market, "treasurer", server.origin);
    const path = `${books()}/cash`;
    const formKey = /name="formKey" value="([^"]+)"/.exec((await visitor.ask(path)).text)?.[1] ?? "";
    const typed = { formKey, category: "donation", amount: "", day: "2026-11-24", counterpart: "Kelurahan", note: "" };
    const form: Form = { who: "treasurer", path, field: "receipt", typed };
    const held = heldIn((await submit(visitor, form, jpeg)).text);
    expect((await submit(visitor, { ...form, typed: { ...typed, amount: "25.000" } }, held)).status).toBe(303);
    const rows = await inTransaction((tx) => tx.select().from(cashMovements).where(eq(cashMovements.formKey, formKey)));
    const receiptId = rows[0]?.receiptPhotoId ?? "";
    const [photo] = await inTransaction((tx) => tx.select().from(photos).where(eq(photos.id, receiptId)));
    expect(photo).toMatchObject({ isPublic: false, width: 60, height: 40 });
    expect((await visitor.ask(`${path}/${rows[0]?.id}/receipt`)).status).toBe(200);
    expect(await inTransaction((tx) => tx.select().from(heldPhotos).where(eq(heldPhotos.id, held)))).toHaveLength(1);
  });
});
