import { expect, test } from "@playwright/test";
import { amountOf, type Buyer, follow, payByTransfer, placeOrder, putInBasket } from "./buying.ts";
import { freshPhone, phoneOf, signIn } from "./people.ts";
import { listCraft, listHarvest, packAndHandOver, readSplit } from "./selling.ts";
import { checkArrival, confirmTransfer, deliver, goToRun, load, openRun, receiveAtHub, settle } from "./shipping.ts";

const BOUTIQUE = "Butik Perempuan Seri Dompak";
const FARMERS = "Poktan Tanah Merah";

const sum = (amounts: number[]): number => amounts.reduce((all, each) => all + each, 0);

test("goods of two groups reach a buyer in one run, and every rupiah its owner @nojs", async ({ browser }, info) => {
  test.setTimeout(300_000);
  const isPlain = info.project.use.javaScriptEnabled === false;
  // Names that no other test in this market bears.
  const run = `${isPlain ? "Tanpa" : "Dengan"} ${Date.now().toString(36)}`;
  const craft = `Tas Uji ${run}`;
  const harvest = `Cabai Uji ${run}`;
  const vessel = `MV Uji ${run}`;
  const buyer: Buyer = { name: `Rahmah ${run}`, phone: isPlain ? "081277770001" : "081277770002" };

  const chair = await freshPhone(browser);
  await test.step("the chair lists a craft", async () => {
    await signIn(chair, "chair");
    await listCraft(chair, { group: BOUTIQUE, name: craft });
  });
  const grower = await phoneOf(browser, "grower");
  await test.step("the farmers' treasurer lists a harvest", async () => {
    await grower.goto("/");
    const day = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Jakarta" });
    await listHarvest(grower, { group: FARMERS, name: harvest, day });
  });
  const keeper = await phoneOf(browser, "keeper");
  await test.step("the hub keeper opens a run", async () => {
    await keeper.goto("/");
    await openRun(keeper, vessel);
  });

  const guest = await freshPhone(browser);
  const order = await test.step("a guest orders from both groups", async () => {
    await guest.goto("/");
    await putInBasket(guest, { listing: craft, quantity: "2", unit: "buah" });
    await putInBasket(guest, { listing: harvest, quantity: "3", unit: "kg" });
    await expect(guest.getByRole("heading", { level: 2, name: BOUTIQUE })).toBeVisible();
    await expect(guest.getByRole("heading", { level: 2, name: FARMERS })).toBeVisible();
    return placeOrder(guest, { buyer, vessel });
  });
  const goods = 2 * 85_000 + 3 * 41_500;
  expect(order.quote).toBeGreaterThan(0);
  expect(order.quote).toBeLessThan(order.alone);
  expect(await amountOf(guest, "Barang")).toBe(goods);
  expect(await amountOf(guest, "Ongkos kirim, paling banyak")).toBe(order.quote);
  expect(await amountOf(guest, "Bila dikirim sendiri")).toBe(order.alone);
  expect(await amountOf(guest, "Total")).toBe(goods + order.quote);
  const track = { number: order.number, buyer };
  await follow(browser, { ...track, done: "Dipesan", next: "Dibayar" });

  await test.step("the guest pays, the operator sees the money", async () => {
    const asked = await payByTransfer(guest);
    expect(asked).toBeGreaterThan(goods + order.quote);
    expect(asked).toBeLessThan(goods + order.quote + 1_000);
    const operator = await phoneOf(browser, "operator");
    await operator.goto("/");
    await confirmTransfer(operator, { order: order.number, amount: asked });
    await follow(browser, { ...track, done: "Dibayar", next: "Dikemas" });
  });

  await test.step("both groups pack and hand over", async () => {
    await packAndHandOver(chair, { group: BOUTIQUE, order: order.number, weight: "700 g" });
    await packAndHandOver(grower, { group: FARMERS, order: order.number, weight: "2,9 kg" });
    await follow(browser, { ...track, done: "Dikemas", next: "Berangkat" });
  });

  await test.step("the keeper counts what came, once without a line where the phone can keep it", async () => {
    await receiveAtHub(keeper, { vessel, order: order.number, group: BOUTIQUE, isCut: false });
    await receiveAtHub(keeper, { vessel, order: order.number, group: FARMERS, isCut: !isPlain });
  });

  await test.step("the run closes, is loaded, leaves, arrives, and the order is handed to the buyer", async () => {
    await goToRun(keeper, vessel);
    await keeper.getByRole("button", { name: "Tutup sekarang" }).click();
    const boxes = await load(keeper, vessel);
    await keeper.getByRole("button", { name: "Kapal sudah berangkat" }).click();
    await expect(keeper.getByRole("button", { name: "Kapal sudah tiba" })).toBeVisible();
    await follow(browser, { ...track, done: "Berangkat", next: "Tiba" });
    await checkArrival(keeper, { vessel, boxes });
    await follow(browser, { ...track, done: "Tiba", next: "Diterima" });
    await deliver(keeper, { vessel, buyer: buyer.name });
  });

  await test.step("the operator settles the run with the carrier's bill", async () => {
    await goToRun(keeper, vessel);
    // A bill a little below the tariff, and one that two cannot share evenly.
    const bill = (await amountOf(keeper, "Ongkos bersama")) - 1_001;
    const operator = await phoneOf(browser, "operator");
    await operator.goto("/");
    const { rows, total } = await settle(operator, { vessel, bill });
    expect(rows).toHaveLength(2);
    expect(sum(rows.map((row) => row.share))).toBe(total);
    expect(total).toBe(bill);
    expect(sum(rows.map((row) => row.quote))).toBe(order.quote);
    for (const row of rows) expect(row.share).toBeLessThanOrEqual(row.quote);
    for (const row of rows) expect(row.quote).toBeLessThanOrEqual(row.alone);
  });

  await test.step("each member's part stands in the books", async () => {
    for (const [page, group, listing, value] of [
      [chair, BOUTIQUE, craft, 170_000],
      [grower, FARMERS, harvest, 124_500],
    ] as const) {
      const split = await readSplit(page, { group, listing });
      expect(split.parts.length).toBeGreaterThan(2);
      expect(sum(split.parts)).toBe(value);
      expect(split).toMatchObject({ total: value, goodsValue: value });
    }
  });

  const page = await follow(browser, { ...track, done: "Diterima", next: null });
  const final = await amountOf(page, "Ongkos kirim akhirnya");
  expect(final).toBeGreaterThan(0);
  expect(final).toBeLessThanOrEqual(order.quote);
  await expect(page.getByText("Selesai", { exact: true })).toBeVisible();
});
