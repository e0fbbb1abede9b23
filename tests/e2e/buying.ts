import { type Browser, expect, type Page } from "@playwright/test";
import { freshPhone } from "./people.ts";
import { amountsIn } from "./selling.ts";

export type Buyer = { name: string; phone: string };

/** Finds it by the search on the front page and puts so much of it in the basket. */
export async function putInBasket(
  page: Page,
  { listing, quantity, unit }: { listing: string; quantity: string; unit: string },
): Promise<void> {
  await page.getByRole("link", { name: "Lumbung", exact: true }).click();
  await page.getByLabel("Cari barang").fill(listing);
  await page.getByRole("button", { name: "Cari", exact: true }).click();
  await page.getByRole("link", { name: listing }).click();
  await page.getByLabel(`Jumlah (${unit})`).fill(quantity);
  await page.getByRole("button", { name: "Masukkan keranjang" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Keranjang" })).toBeVisible();
  await expect(page.getByRole("link", { name: listing })).toBeVisible();
}

const HOME = [
  ["Provinsi", "Kepulauan Riau"],
  ["Kabupaten atau kota", /Batam/],
  ["Kecamatan", "Batam Kota"],
] as const;

/** The region, level by level; each answer brings the next question. */
async function chooseRegion(page: Page): Promise<void> {
  await page.getByText("Alamat lain, atau diantar ke rumah").click();
  for (const [level, place] of HOME) {
    const select = page.getByLabel(level, { exact: true });
    const option = select.getByRole("option", { name: place }).first();
    await select.selectOption((await option.getAttribute("value")) ?? "");
    await page.getByRole("button", { name: "Lanjut pilih wilayah" }).click();
  }
  await page.getByLabel("Kelurahan atau desa", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Hitung ongkos kirim" }).click();
}

/** Checks out with the run of that vessel, to be fetched at a pick-up point, and pays by transfer. Answers the order's number. */
export async function placeOrder(
  page: Page,
  { buyer, vessel }: { buyer: Buyer; vessel: string },
): Promise<{ number: string; quote: number; alone: number }> {
  await page.getByRole("link", { name: "Lanjut ke pemesanan" }).click();
  await page.getByLabel("Nama", { exact: true }).fill(buyer.name);
  await page.getByLabel("Nomor HP", { exact: true }).fill(buyer.phone);
  await chooseRegion(page);
  const way = page.getByRole("radio", { name: new RegExp(`ambil di Batam Centre.*${vessel}`) });
  await way.check();
  await expect(page.getByText("Ongkos kiriman bersama bisa turun, tidak pernah naik.")).toBeVisible();
  // The price in the run, then the price alone.
  const [quote = Number.NaN, alone = Number.NaN] = await amountsIn(page.locator("label").filter({ has: way }));
  await page.getByRole("radio", { name: "Transfer bank" }).check();
  await page.getByRole("button", { name: "Pesan sekarang" }).click();
  await expect(page.getByText(/^Pesanan Anda tercatat/)).toBeVisible();
  const number = /LB-\d{6}-\w{4}/.exec((await page.getByRole("heading", { level: 1 }).textContent()) ?? "")?.[0] ?? "";
  return { number, quote, alone };
}

/** What stands behind a word in a list of amounts. */
export async function amountOf(page: Page, word: string): Promise<number> {
  const term = page.getByRole("term").filter({ hasText: new RegExp(`^${word}$`) });
  await term.first().waitFor();
  const [amount = Number.NaN] = await amountsIn(page.locator("dl > div").filter({ has: term }));
  return amount;
}

/** The transfer with its own last digits; the buyer says that it is on its way. */
export async function payByTransfer(page: Page): Promise<number> {
  await page.getByRole("link", { name: "Cara membayar" }).click();
  const box = page
    .locator("div")
    .filter({ hasText: /^Transfer tepat sebesar/ })
    .last();
  // The press on the link does not wait for the page behind it.
  await expect(box).toBeVisible();
  const [asked = Number.NaN] = await amountsIn(box);
  await page.getByRole("button", { name: "Saya sudah membayar" }).click();
  await expect(page.getByText(/Bendahara akan memeriksa uang masuk/)).toBeVisible();
  return asked;
}

/** On a phone that has never been here: number and phone open the order, and it has come so far. */
export async function follow(
  browser: Browser,
  { number, buyer, done, next }: { number: string; buyer: Buyer; done: string; next: string | null },
): Promise<Page> {
  const page = await freshPhone(browser);
  await page.goto("/");
  await page.getByRole("link", { name: "Lacak pesanan" }).click();
  await page.getByLabel("Nomor pesanan").fill(number);
  await page.getByLabel("Nomor HP").fill(buyer.phone);
  await page.getByRole("button", { name: "Cari pesanan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Pesanan ${number}` })).toBeVisible();
  const steps = page.getByRole("listitem");
  await expect(steps.filter({ hasText: new RegExp(`^.?\\s*${done} \\(selesai\\)`) })).toBeVisible();
  if (next) await expect(page.locator("[aria-current=step]")).toContainText(next);
  return page;
}
