import { expect, type Page } from "@playwright/test";
import { goTo } from "./people.ts";
import { amountsIn } from "./selling.ts";

/** A departure of its own, so that whoever else is in the market is not disturbed when it closes. Answers its code. */
export async function openRun(page: Page, vessel: string): Promise<string> {
  await goTo(page, "Pengiriman");
  await page.getByRole("link", { name: "Buka pengiriman bersama" }).click();
  const tariff = page.getByLabel("Tujuan dan tarif");
  const byBoat = tariff.getByRole("option", { name: /^Batam · Kapal bersama/ }).first();
  await tariff.selectOption((await byBoat.getAttribute("value")) ?? "");
  await page.getByLabel("Kapal", { exact: true }).fill(vessel);
  await page.getByRole("button", { name: "Buka", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "→ Batam" })).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

export async function goToRun(page: Page, vessel: string): Promise<void> {
  await goTo(page, "Pengiriman");
  await page.getByRole("listitem").filter({ hasText: vessel }).getByRole("link").click();
  await expect(page.getByText(vessel)).toBeVisible();
}

export async function confirmTransfer(page: Page, { order, amount }: { order: string; amount: number }): Promise<void> {
  await goTo(page, "Pengelola");
  await page
    .getByRole("main")
    .getByRole("link", { name: /pembayaran perlu dicek/ })
    .click();
  await page.getByLabel("Cari jumlah tepat").fill(String(amount));
  await page.getByRole("button", { name: "Cari", exact: true }).click();
  await expect(page.getByText(order)).toHaveCount(1);
  await page.getByLabel("Nomor dari bank").fill(`TRF ${order}`);
  await page.getByRole("button", { name: /^Uang masuk/ }).click();
  await expect(page.getByText(order)).toHaveCount(0);
}

export async function deliver(page: Page, { vessel, buyer }: { vessel: string; buyer: string }): Promise<void> {
  await goToRun(page, vessel);
  await page.getByRole("link", { name: "Penyerahan kepada pembeli" }).click();
  await page.getByRole("link", { name: buyer }).click();
  const signature = page.getByLabel("Atau nama yang mengambil");
  if ((await signature.count()) > 0) await signature.fill(buyer);
  await page.getByRole("button", { name: "Sudah diterima pembeli" }).click();
  await expect(page.getByText("Pesanan ini sudah diterima.")).toBeVisible();
}

/** Enters the carrier's bill and keeps the division. Answers the row of each group and of all together. */
export async function settle(page: Page, { vessel, bill }: { vessel: string; bill: number }) {
  await goToRun(page, vessel);
  await page.getByRole("link", { name: "Hitung ongkos akhir" }).click();
  await page.getByLabel("Tagihan kapal").fill(String(bill));
  await page.getByRole("button", { name: "Lihat hitungannya" }).click();
  await page.getByRole("button", { name: "Simpan hitungan ini" }).click();
  await expect(page.getByText("Sudah dihitung. Selisihnya sudah menjadi hak pembeli.")).toBeVisible();
  const table = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Menurut kelompok" }) })
    .locator("table");
  const rows = await Promise.all(
    (await table.locator("tbody tr").all()).map(async (row) => {
      const [alone = Number.NaN, quote = Number.NaN, share = Number.NaN] = await amountsIn(row);
      return { alone, quote, share };
    }),
  );
  const [, , total = Number.NaN] = await amountsIn(table.locator("tfoot"));
  return { rows, total };
}
