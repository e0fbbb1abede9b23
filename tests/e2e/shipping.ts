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

const atHub = (page: Page, work: "Terima" | "Muat" | "Tiba") =>
  page
    .getByRole("navigation", { name: "Pekerjaan di titik kumpul" })
    .getByRole("link", { name: new RegExp(`^${work}`) });

/** Counts what a group brought of this order; with a line that is cut first, the phone keeps what was typed and sends it once it is back. */
export async function receiveAtHub(
  page: Page,
  { vessel, order, group, isCut }: { vessel: string; order: string; group: string; isCut: boolean },
): Promise<void> {
  await goToRun(page, vessel);
  await atHub(page, "Terima").click();
  await page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: group }) })
    .getByRole("link", { name: order })
    .click();
  await page.getByLabel("Berapa bungkus").fill("2");
  const receive = page.getByRole("button", { name: "Terima", exact: true });
  const done = page.getByText(/2 bungkus diterima/);
  if (isCut) {
    await page.context().setOffline(true);
    await receive.click();
    // Twice, as an impatient thumb does: it is one entry on the phone and one at the hub.
    await receive.click();
    const kept = page.getByRole("region", { name: "Belum terkirim" });
    await expect(kept.getByRole("listitem")).toHaveCount(1);
    await expect(kept.getByRole("listitem")).toContainText(`Terima ${order}`);
    await page.context().setOffline(false);
    await expect(kept).toBeHidden();
    await goToRun(page, vessel);
    await atHub(page, "Terima").click();
  } else await receive.click();
  await expect(
    page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: group }) })
      .filter({ has: done }),
  ).toBeVisible();
}

/** The boxes get their numbers and labels, and go on board one by one. */
export async function load(page: Page, vessel: string): Promise<number> {
  await goToRun(page, vessel);
  await atHub(page, "Muat").click();
  await page.getByRole("button", { name: "Buat koli dan label" }).click();
  const press = page.getByRole("button", { name: /^Muat/ });
  await expect(press.first()).toBeVisible();
  const boxes = await press.count();
  for (let left = boxes; left > 0; left--) {
    await press.first().click();
    await expect(press).toHaveCount(left - 1);
  }
  await page.getByRole("link", { name: "Selesai, catat keberangkatan" }).click();
  return boxes;
}

/** Box by box, what came off the boat. */
export async function checkArrival(page: Page, { vessel, boxes }: { vessel: string; boxes: number }): Promise<void> {
  await goToRun(page, vessel);
  await atHub(page, "Tiba").click();
  const press = page.getByRole("button", { name: /^Sudah tiba/ });
  await expect(press).toHaveCount(boxes);
  for (let left = boxes; left > 0; left--) {
    await press.first().click();
    await expect(press).toHaveCount(left - 1);
  }
  await expect(page.getByRole("link", { name: "Penyerahan kepada pembeli" })).toBeVisible();
}
