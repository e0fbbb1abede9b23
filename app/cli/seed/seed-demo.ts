import { leftOf } from "#app/domain/lot.ts";
import { rupiah, subtract, times, ZERO } from "#app/domain/money.ts";
import { publishTotals } from "#app/usecases/books/publish-totals.ts";
import { handInCash } from "#app/usecases/operate/hand-in-cash.ts";
import { payRefund } from "#app/usecases/operate/pay-refund.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { db } from "#db/client.server.ts";
import { listHeldCash } from "#db/read/held-cash.ts";
import { readStockOf } from "#db/read/lot-stock.ts";
import { gatherRefund, listRefunds } from "#db/read/refunds.ts";
import { people } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markAllReadBefore } from "#db/write/messages.ts";
import { keepPreview } from "#db/write/photos.ts";
import { setStock } from "#db/write/stock.ts";
import { bringHarvests } from "./bring-harvests.ts";
import { closeMonths } from "./close-months.ts";
import { demoGroups } from "./data/groups.ts";
import { demoBuyers, demoNetwork } from "./data/network.ts";
import type { DemoPicture } from "./data/types.ts";
import { type DemoWorld, demoWorld, wibTime } from "./demo-context.ts";
import { entrustSome } from "./entrust-some.ts";
import { foundGroups, groupId, indexGoods, officerOf, photoId, placeNamesOf, variantId } from "./found-groups.ts";
import { foundNetwork, KEEPER, POINT_KEEPER } from "./found-network.ts";
import { issuePapers } from "./issue-papers.ts";
import { keepCashBook } from "./keep-cash-book.ts";
import { keepOwnThings } from "./keep-own-things.ts";
import { keepSavings, playBookYear } from "./keep-savings.ts";
import { leaveStatement } from "./leave-statement.ts";
import { orderHarvestAhead } from "./order-harvest-ahead.ts";
import { payMembers } from "./pay-members.ts";
import { renderPicture } from "./pictures/render-picture.ts";
import { playComplaints } from "./play-complaints.ts";
import { playCounter } from "./play-counter.ts";
import { playReviews } from "./play-reviews.ts";
import { comeBackEveryWeek, OPERATOR, playRun, putOffSailing, sailingTo } from "./play-runs.ts";
import { preparePayouts } from "./prepare-payouts.ts";
import { drawQris } from "./qris-of-demo.ts";

export const DEMO_PASSWORD = "lumbung-contoh";

/** Weeks gone by that the demo remembers. */
const WEEKS = 17;

/** Fills an empty database with the demo network: people, goods, and four months of trade played through the real use cases. */
export async function seedDemo({ onlyIfEmpty }: { onlyIfEmpty: boolean }): Promise<void> {
  if ((await db().$count(people)) > 0) {
    if (!onlyIfEmpty) throw new Error("the database is not empty: the demo is only for an empty one");
    return;
  }
  const world = demoWorld(new Date());
  console.log("Filling the market with the demo network …");
  const passwordHash = await world.at(world.today).passwords.hash(DEMO_PASSWORD);
  const placeNames = await placeNamesOf(world.at(world.today));
  // Drawing and trading take as long as each other, and neither needs the other's core.
  const [previews] = await Promise.all([
    drawPictures(world),
    drawQris(world.at(world.today).photos),
    found(world, passwordHash, placeNames)
      .then(() => playBookYear(world, OPERATOR))
      .then(() => playMonths(world)),
  ]);
  await keepPreviews(previews);
  await playCounter(world);
  await openBooks(world);
  await entrustSome(world);
  await keepSavings(world);
  await playReviews(world);
  await playComplaints(world);
  await issuePapers(world);
  await keepOwnThings(world);
  await leaveStatement(world);
  await orderHarvestAhead(world);
  await closeMonths(world);
  await preparePayouts(world);
  await restock();
  await comeBackEveryWeek(world);
  await putOffSailing(world, "tanjung-pinang", "Hujan lebat dan air pasang");
  // Old news was read when it came; that of the last days waits in the inbox.
  await inTransaction((tx) => markAllReadBefore(tx, wibTime(world.today, -3, 0)));
  printSignIns();
}

async function found(world: DemoWorld, passwordHash: string, placeNames: Map<string, string>): Promise<void> {
  await inTransaction(async (tx) => {
    await foundNetwork(tx, world, passwordHash);
    await foundGroups(tx, world, passwordHash);
    await indexGoods(tx, placeNames);
  });
}

type Preview = { id: string; preview: string };

async function drawPictures(world: DemoWorld): Promise<Preview[]> {
  const { photos } = world.at(world.today);
  const wanted = demoGroups.flatMap((group) => [group, ...group.listings]);
  return Promise.all(wanted.map((each) => drawPicture(photos, each)));
}

function keepPreviews(previews: Preview[]): Promise<void> {
  return inTransaction(async (tx) => {
    for (const preview of previews) await keepPreview(tx, preview);
  });
}

type Drawn = { slug: string; picture: DemoPicture };

async function drawPicture(photos: ReturnType<DemoWorld["at"]>["photos"], of: Drawn): Promise<Preview> {
  const { subject, palette } = of.picture;
  const drawn = await renderPicture({ seed: of.slug, subject, ...(palette ? { palette } : {}) });
  const stored = await photos.store(photoId(of), drawn);
  if (!stored.ok) throw new Error(`the picture of ${of.slug} was refused: ${stored.reason}`);
  return { id: photoId(of), preview: stored.preview };
}

async function playMonths(world: DemoWorld): Promise<void> {
  for (let week = WEEKS; week >= 1; week -= 1) {
    const day = -7 * week;
    const near = await playRun({
      world,
      sailing: sailingTo("tanjung-pinang"),
      day: day + 1,
      orders: 2,
      until: "settled",
    });
    await playRun({ world, sailing: sailingTo("batam"), day: day + 2, orders: 2, until: "settled" });
    const far = ["lingga", "karimun", "bintan", "anambas"][week % 4] ?? "lingga";
    await playRun({ world, sailing: sailingTo(far), day: day + 3, orders: week % 4 === 2 ? 2 : 1, until: "settled" });
    if (week === 9 && near[0]) await refundOne(world, near[0].number, day + 6);
    if (week === 5 && near[0]) await refundSome(world, near[0].number, day + 6);
    if (week % 4 === 2) await closeMonth(world, day + 6);
    process.stdout.write(".");
  }
  await keepCashBook(world, -2);
  await payOlderRefunds(world);
  await bringHarvests(world);
  await playRun({ world, sailing: sailingTo("karimun"), day: -1, orders: 2, until: "arrived" });
  await playRun({ world, sailing: sailingTo("lingga"), day: 0, orders: 2, until: "packed" });
  await playRun({ world, sailing: sailingTo("tanjung-pinang"), day: 1, orders: 5, until: "open" });
  await playRun({ world, sailing: sailingTo("batam"), day: 2, orders: 5, until: "open" });
  await playRun({ world, sailing: sailingTo("bintan"), day: 3, orders: 1, until: "open" });
  for (const [at, zone] of ["lingga", "karimun", "anambas"].entries())
    await playRun({ world, sailing: sailingTo(zone), day: 4 + at, orders: 0, until: "open" });
  process.stdout.write("\n");
}

async function closeMonth(world: DemoWorld, day: number): Promise<void> {
  const ctx = world.at(wibTime(world.today, day, 15), OPERATOR);
  // The newest hand-in lacks a little: a difference to be seen.
  const lack = rupiah(day > -14 ? 15_000 : 0);
  const note = lack > 0 ? "Ada uang kembalian yang belum ketemu." : "";
  for (const { holderId, held } of await listHeldCash(OPERATOR))
    if (held > lack) await handInCash(ctx, { holderId, amount: subtract(held, lack), note, formKey: world.newId() });
  await payMembers(world, day);
  await keepCashBook(world, day);
}

/** What was packed short, or saved by a run, and is owed as money: all that is older than this week has been sent. */
async function payOlderRefunds(world: DemoWorld): Promise<void> {
  const ctx = world.at(wibTime(world.today, -2, 14), OPERATOR);
  const isOpen = (refund: { cause: string; state: string }) => refund.cause !== "order" && refund.state === "requested";
  // The list shows a hundred at a time, those that wait first.
  for (let open = (await listRefunds(OPERATOR)).filter(isOpen); open.length > 0; ) {
    for (const refund of open) await payRefund(ctx, { refundId: refund.id, reference: "TRF-SELISIH" });
    open = (await listRefunds(OPERATOR)).filter(isOpen);
  }
}

/** One order came back: broken on the way. */
async function refundOne(world: DemoWorld, number: string, day: number): Promise<void> {
  const ctx = world.at(wibTime(world.today, day, 11), OPERATOR);
  const refund = await refundOrder(ctx, {
    number,
    reason: "Pecah di jalan, disepakati uang kembali.",
    formKey: world.newId(),
  });
  if (refund.ok) await payRefund(ctx, { refundId: refund.refundId, reference: "TRF-KEMBALI-1" });
}

/** Some money of one order went back: the goods had a fault, and the buyer kept them for less. */
async function refundSome(world: DemoWorld, number: string, day: number): Promise<void> {
  const basis = await gatherRefund(number);
  const [line] = basis?.lines ?? [];
  if (!line) return;
  const ctx = world.at(wibTime(world.today, day, 11), OPERATOR);
  const lines = [{ orderLineId: line.orderLineId, amount: times(line.value, 1, 10) }];
  await refundOrder(ctx, {
    number,
    reason: "Warnanya tidak sama dengan foto.",
    formKey: world.newId(),
    wish: { kind: "parts", lines, shipping: ZERO },
    ...(basis?.order.buyerId && { way: "credit" as const }),
  });
}

/** Groups that show everybody what they sell, and to whom it goes. */
const WITH_OPEN_BOOKS = ["butik-seri-dompak", "poktan-tanah-merah", "koperasi-gurindam-sejahtera"];

async function openBooks(world: DemoWorld): Promise<void> {
  for (const group of demoGroups.filter((each) => WITH_OPEN_BOOKS.includes(each.slug)))
    await publishTotals(world.at(wibTime(world.today, -30, 20), officerOf(group)), {
      groupId: groupId(group),
      publish: true,
    });
}

/** The months' sales came out of a plentiful stock; from today on there is what the shelves really hold. */
async function restock(): Promise<void> {
  const shelves = demoGroups.flatMap((group) =>
    group.listings.flatMap((listing) =>
      listing.variants.map(({ stockMilli }, at) => ({ variantId: variantId(listing, at), stockMilli })),
    ),
  );
  // Of a harvest that was brought, exactly what its lots hold.
  const { lots } = await readStockOf(shelves.map((shelf) => shelf.variantId));
  const brought = new Map(lots.map((lot) => [lot.variantId, 0]));
  for (const lot of lots) brought.set(lot.variantId, (brought.get(lot.variantId) ?? 0) + leftOf(lot));
  const held = shelves.map((shelf) => ({ ...shelf, stockMilli: brought.get(shelf.variantId) ?? shelf.stockMilli }));
  await inTransaction((tx) => setStock(tx, held));
}

/** Who can sign in to the demo, for the README and the terminal. */
export function demoSignIns(): { who: string; phone: string }[] {
  const local = (phone: string | undefined): string => (phone ?? "").replace("+62", "0");
  const of = (slug: string, office: string | null): string => {
    const members = demoGroups.find((group) => group.slug === slug)?.members ?? [];
    const found = members.find((member) =>
      office ? member.offices?.some((held) => held === office) : member.phone && !member.offices,
    );
    return local(found?.phone);
  };
  return [
    { who: "buyer", phone: local(demoBuyers[0]?.phone) },
    { who: "buyer 2", phone: local(demoBuyers[1]?.phone) },
    { who: "member, Butik Perempuan Seri Dompak", phone: of("butik-seri-dompak", null) },
    { who: "chair (group admin), Butik Perempuan Seri Dompak", phone: of("butik-seri-dompak", "chair") },
    { who: "treasurer, Butik Perempuan Seri Dompak", phone: of("butik-seri-dompak", "treasurer") },
    { who: "treasurer, Poktan Tanah Merah", phone: of("poktan-tanah-merah", "treasurer") },
    { who: "hub keeper (shipper)", phone: local(KEEPER.phone) },
    { who: "keeper of a pick-up point, Tanjung Balai Karimun", phone: local(POINT_KEEPER.phone) },
    { who: "operator (site admin)", phone: local(demoNetwork.operator.phone) },
  ];
}

export function printSignIns(): void {
  console.log(`Sign in at /sign-in, all with the password ${DEMO_PASSWORD}:`);
  for (const { who, phone } of demoSignIns()) console.log(`  ${phone.padEnd(16)}${who}`);
}
