import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { goTo } from "./people.ts";

/** From the desk into one of the group's rooms: goods, consignments, books. */
async function openRoom(page: Page, group: string, room: RegExp): Promise<void> {
  await goTo(page, "Meja kerja");
  const main = page.getByRole("main");
  const own = main.getByRole("link", { name: group, exact: true });
  const door = main.getByRole("link", { name: room });
  await expect(own.or(door).first()).toBeVisible();
  if (await own.isVisible()) await own.click();
  await door.click();
}

export async function listCraft(page: Page, { group, name }: { group: string; name: string }): Promise<void> {
  await openRoom(page, group, /^Barang/);
  await page.getByRole("link", { name: "Kerajinan" }).click();
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#2f6f6b" } })
    .png()
    .toBuffer();
  await page.getByLabel("Foto").first().setInputFiles({ name: "tas.png", mimeType: "image/png", buffer: photo });
  await page.getByLabel("Apa yang terlihat di foto?").fill("Tas pandan hijau bertali panjang");
  await page.getByLabel("Nama barang").fill(name);
  await page.getByLabel("Harga satu satuan").fill("85.000");
  await page.getByLabel("Stok").fill("6");
  await page.getByLabel("Berat sebuah beserta bungkusnya").fill("400 g");
  await page.getByText("Satuan dan ukuran bungkus").click();
  await page.getByLabel("Satuan", { exact: true }).selectOption("buah");
  for (const maker of (await page.getByRole("checkbox").all()).slice(0, 3)) await maker.check();
  await page.getByRole("button", { name: "Simpan dan jual" }).click();
  await expect(page.getByText("Sudah dijual. Pembeli bisa melihatnya sekarang.")).toBeVisible();
}

export async function listHarvest(
  page: Page,
  { group, name, day }: { group: string; name: string; day: string },
): Promise<void> {
  await openRoom(page, group, /^Barang/);
  await page.getByRole("link", { name: "Hasil panen" }).click();
  await page.getByLabel("Nama barang").fill(name);
  await page.getByLabel("Harga satu satuan").fill("41500");
  await page.getByLabel("Satuan", { exact: true }).selectOption("kg");
  await page.getByLabel("Banyaknya", { exact: true }).fill("40");
  await page.getByLabel("Mulai panen").fill(day);
  await page.getByLabel("Sampai", { exact: true }).fill(day);
  await page.locator("summary").filter({ hasText: "Berat, bungkus, dan ke mana dikirim" }).click();
  await page.getByLabel("Boleh dikirim ke mana?").selectOption({ label: "Ke mana saja" });
  const [first, second] = await page.getByRole("checkbox").all();
  await first?.check();
  await second?.check();
  const [brought, alsoBrought] = await page.getByLabel(/^Banyaknya dari/).all();
  await brought?.fill("25");
  await alsoBrought?.fill("15");
  await page.getByRole("button", { name: "Simpan dan jual" }).click();
  await expect(page.getByText("Sudah dijual. Pembeli bisa melihatnya sekarang.")).toBeVisible();
}

/** Weighs what the group has for this order, and brings it to the hub. */
export async function packAndHandOver(
  page: Page,
  { group, order, weight }: { group: string; order: string; weight: string },
): Promise<void> {
  await openRoom(page, group, /^Kiriman/);
  await page.getByRole("link", { name: order }).click();
  await page.getByLabel("Berat setelah dikemas").fill(weight);
  await page.getByRole("button", { name: "Sudah dikemas" }).click();
  await page.getByRole("button", { name: "Sudah diserahkan" }).click();
  await expect(page.getByText("Di titik kumpul", { exact: true })).toBeVisible();
}

/** The line's parts as its own page in the books shows them; the page's total stands last. */
export async function readSplit(
  page: Page,
  { group, listing }: { group: string; listing: string },
): Promise<{ parts: number[]; total: number; goodsValue: number }> {
  await openRoom(page, group, /^Buku kelompok/);
  await page.getByRole("link", { name: listing }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: listing })).toBeVisible();
  await expect(page.getByText("Barang sudah sampai. Hak di bawah sudah dibukukan.")).toBeVisible();
  const amounts = await amountsIn(page.getByRole("definition"));
  const [, goodsValue = Number.NaN] = await amountsIn(page.getByRole("paragraph"));
  return { parts: amounts.slice(0, -1), total: amounts.at(-1) ?? Number.NaN, goodsValue };
}

/** Every sum of money in there, in whole rupiah. */
export async function amountsIn(place: ReturnType<Page["locator"]>): Promise<number[]> {
  const found = await place.locator("[data-rupiah]").all();
  return Promise.all(found.map(async (each) => Number(await each.getAttribute("data-rupiah"))));
}
