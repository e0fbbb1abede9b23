import { expect, type Locator, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { payByTransfer } from "./buying.ts";
import { type Journey, keptEffort } from "./kept-journeys.ts";
import { freshPhone, phoneOf } from "./people.ts";
import { Walk } from "./walk.ts";

const inMain = (page: Page, name: RegExp): Locator => page.getByRole("main").getByRole("link", { name }).first();
const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
const menu = (page: Page, place: string): Locator =>
  page.getByRole("navigation", { name: "Menu utama" }).getByRole("link", { name: new RegExp(`^${place}(\\s*,|$)`) });
const add = (page: Page, kind: string): Locator =>
  page.getByRole("navigation", { name: "Jual barang baru" }).getByRole("link", { name: kind });

const WORDS_MAY_GROW = 4 / 3;
/** So many payments waited to be confirmed when docs/journeys.md was counted. */
const WAITING_WHEN_COUNTED = 5;

/** What the walk took is what docs/journeys.md says; words follow what is on sale and what waits. */
async function expectKept(walk: Walk, journey: Journey, wordsOfOthers = 0): Promise<void> {
  const { words, ...steps } = walk.spent;
  const kept = await keptEffort(journey);
  console.log(journey, JSON.stringify(walk.spent));
  expect(steps).toEqual({ taps: kept.taps, fields: kept.fields, screens: kept.screens });
  expect(words - wordsOfOthers).toBeLessThan(kept.words * WORDS_MAY_GROW);
}

async function publish(walk: Walk): Promise<void> {
  await walk.tap(button(walk.page, "Simpan dan jual"));
  await expect(walk.page.getByText("Sudah dijual. Pembeli bisa melihatnya sekarang.")).toBeVisible();
}

async function fillBasket(walk: Walk, listing: string): Promise<void> {
  const { page } = walk;
  await walk.fill(page.getByLabel("Cari barang"), listing);
  await walk.tap(button(page, "Cari"));
  await walk.tap(inMain(page, new RegExp(`^${listing}`)));
  await walk.tap(button(page, "Masukkan keranjang"));
}

test("a craft is listed @nojs", async ({ browser }) => {
  const page = await phoneOf(browser, "chair");
  const walk = new Walk(page);
  await walk.beginAt("/start");
  await walk.tap(add(page, "Kerajinan"));
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#2f6f6b" } })
    .png()
    .toBuffer();
  await walk.takePhoto(page.getByLabel(/^Foto/).first(), photo);
  await walk.fill(page.getByLabel("Nama barang"), "Tas Pandan Langkah");
  await walk.fill(page.getByLabel("Harga satu satuan"), "85.000");
  await walk.fill(page.getByLabel("Stok"), "6");
  await walk.fill(page.getByLabel("Berat sebuah beserta bungkusnya"), "400 g");
  await walk.tickAll([page.getByRole("checkbox", { name: "Halimah Daud" }).first()]);
  await publish(walk);
  await expectKept(walk, "list a craft");
});

test("a harvest is listed @nojs", async ({ browser }) => {
  const page = await phoneOf(browser, "grower");
  const walk = new Walk(page);
  await walk.beginAt("/start");
  await walk.tap(add(page, "Hasil panen"));
  await walk.fill(page.getByLabel("Nama barang"), "Terung Langkah");
  await walk.fill(page.getByLabel("Harga satu satuan"), "12.000");
  await walk.pick(page.getByLabel("Satuan", { exact: true }), "kg");
  await walk.fill(page.getByLabel("Banyaknya", { exact: true }), "40");
  await walk.tickAll([page.getByRole("checkbox", { name: "Sukardi" })]);
  await publish(walk);
  await expectKept(walk, "list a harvest");
});

test("goods of two groups are bought @nojs", async ({ browser }) => {
  const page = await freshPhone(browser);
  const walk = new Walk(page);
  await walk.beginAt("/");
  await fillBasket(walk, "Dompet kain perca");
  await walk.tap(page.getByRole("link", { name: "Lumbung", exact: true }));
  await fillBasket(walk, "Kerupuk");
  const before = walk.spent.screens;
  await walk.tap(page.getByRole("link", { name: "Lanjut ke pemesanan" }));
  await walk.fill(page.getByLabel("Nama", { exact: true }), "Rahmah");
  await walk.fill(page.getByLabel("Nomor HP", { exact: true }), "081277770009");
  await walk.tap(page.getByRole("button", { name: /^Batam Centre/ }));
  await walk.press(page.getByRole("radio", { name: /ambil di Batam Centre/ }).first());
  await walk.press(page.getByRole("radio", { name: "Transfer bank" }));
  await walk.tap(button(page, "Pesan sekarang"));
  await expect(page.getByText(/^Pesanan Anda tercatat/)).toBeVisible();
  expect(walk.spent.screens - before).toBeLessThanOrEqual(3);
  await expectKept(walk, "buy from two groups");
});

/** An order of somebody else's, whose money is said to be on its way. */
async function orderPaid(page: Page): Promise<string> {
  await page.goto("/listings?q=kerupuk");
  await inMain(page, /^Kerupuk/).click();
  await button(page, "Masukkan keranjang").click();
  await page.getByRole("link", { name: "Lanjut ke pemesanan" }).click();
  await page.getByLabel("Nama", { exact: true }).fill("Salmah");
  await page.getByLabel("Nomor HP", { exact: true }).fill("081277770010");
  await page.locator("input[name=delivery][value^=fetch]").check();
  await page.getByRole("radio", { name: "Transfer bank" }).check();
  await button(page, "Pesan sekarang").click();
  await page.getByText(/^Pesanan Anda tercatat/).waitFor();
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await payByTransfer(page);
  return /LB-\d{6}-\w{4}/.exec(title)?.[0] ?? "";
}

test("a payment is confirmed @nojs", async ({ browser }) => {
  const order = await orderPaid(await freshPhone(browser));
  const page = await phoneOf(browser, "operator");
  const walk = new Walk(page);
  await walk.beginAt("/start");
  await walk.tap(inMain(page, /pembayaran perlu dicek/));
  const card = page
    .locator("div")
    .filter({ hasText: order })
    .filter({ has: page.getByRole("button") })
    .last();
  // Everybody who paid in this market meanwhile waits on this page too, and still does on the one after it.
  const [shown = ""] = await page.getByRole("main").allInnerTexts();
  const waiting = new Set(shown.match(/LB-\d{6}-\w{4}/g)).size;
  const [own = ""] = await card.allInnerTexts();
  const others = Math.max(0, waiting - WAITING_WHEN_COUNTED) * own.split(/\s+/).length;
  console.log(`${waiting} wait`);
  await walk.tap(card.getByRole("button").first());
  await expectKept(walk, "confirm a payment", 2 * others);
});

test("a member sees the rule that made her share @nojs", async ({ browser }) => {
  const page = await phoneOf(browser, "member");
  const walk = new Walk(page);
  await walk.beginAt("/start");
  await walk.tap(menu(page, "Uang saya"));
  await walk.tap(inMain(page, /Baju kurung/));
  await expect(page.getByRole("heading", { name: "Ke mana setiap rupiah" })).toBeVisible();
  await expect(page.getByText(/^Aturan: .*versi \d/)).toBeVisible();
  await expectKept(walk, "see my share");
});
