import { weekdayOf } from "#app/domain/calendar-day.ts";
import { choiceOf, deliveryOffers } from "#app/domain/checkout.ts";
import { NO_GIFT } from "#app/domain/gift.ts";
import { NO_FACTS, NO_VARIANT_FACTS } from "#app/domain/listing-facts.ts";
import { rupiah } from "#app/domain/money.ts";
import { seenLine } from "#app/domain/order.ts";
import { changeBasket } from "#app/usecases/buy/change-basket.ts";
import { orderStanding } from "#app/usecases/buy/order-standing.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { startStandingOrder } from "#app/usecases/buy/start-standing-order.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { addListingPhoto } from "#app/usecases/sell/add-listing-photo.ts";
import { listHarvest } from "#app/usecases/sell/list-harvest.ts";
import { planCycle } from "#app/usecases/sell/plan-cycle.ts";
import { pledgeHarvest } from "#app/usecases/sell/pledge-harvest.ts";
import { publishListing } from "#app/usecases/sell/publish-listing.ts";
import { listBasketLines } from "#db/read/baskets.ts";
import { listCycleGoods } from "#db/read/cycles.ts";
import { findOrderHead } from "#db/read/orders.ts";
import { listAttempts } from "#db/read/payments.ts";
import { findOwnStandingOrder } from "#db/read/standing-orders.ts";
import { demoGroups } from "./data/groups.ts";
import { demoBuyers } from "./data/network.ts";
import type { DemoGroup } from "./data/types.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { variantId as demoVariantId, groupId, memberId, officerOf } from "./found-groups.ts";
import { renderPicture } from "./pictures/render-picture.ts";
import { buyerActor } from "./place-orders.ts";
import { OPERATOR } from "./play-runs.ts";

const NAME = "Cabai rawit hijau";
const SPINACH = "bayam-pekarangan";
const PLEDGES = [
  { member: 2, from: "12", to: "18" },
  { member: 5, from: "10", to: "16" },
  { member: 8, from: "8", to: "14" },
  { member: 10, from: "6", to: "12" },
];
/** Who ordered how much, days before today: 42 of the 60 kg that are pledged at most. */
const ORDERS = [
  { buyer: 1, quantity: "12", day: -2 },
  { buyer: 2, quantity: "8,5", day: -2 },
  { buyer: 3, quantity: "6", day: -1 },
  { buyer: 4, quantity: "10", day: -1 },
  { buyer: 5, quantity: "5,5", day: -1 },
];

/** The farmers of Tanah Merah take orders for chillies that are still on the bush. */
export async function orderHarvestAhead(world: DemoWorld): Promise<void> {
  const group = demoGroups.find((each) => each.slug === "poktan-tanah-merah");
  if (!group) return;
  const variantId = await offer(world, group);
  const at = (day: number, hour: number) => world.at(wibTime(world.today, day, hour), officerOf(group));
  const planned = await planCycle(at(-6, 19), {
    ...{ formKey: world.at(world.today).secrets.token(), groupId: groupId(group), variantId },
    ...{ opensAt: wibTime(world.today, -3, 7), closesAt: wibTime(world.today, 2, 17) },
    ...{ handOverDay: wibTime(world.today, 4, 12).toISOString().slice(0, 10) },
    ...{ minimum: "30", mayWait: "10", cutRule: "pro-rata" },
  });
  if (!planned.ok) throw new Error(`the demo's cycle was refused: ${JSON.stringify(planned)}`);
  for (const { member, ...range } of PLEDGES) {
    const pledge = { groupId: groupId(group), cycleId: planned.cycleId, memberId: memberId(group, member), ...range };
    const answer = await pledgeHarvest(at(-5, 20), pledge);
    if (!answer.ok) throw new Error(`the demo's pledge was refused: ${JSON.stringify(answer)}`);
  }
  await orderByStanding(world, { variantId, opensAt: wibTime(world.today, -3, 7) });
  for (const order of ORDERS) await orderAhead(world, { variantId, ...order });
}

async function offer(world: DemoWorld, group: DemoGroup): Promise<string> {
  const ctx = world.at(wibTime(world.today, -6, 18), officerOf(group));
  const dayOf = (day: number): string => wibTime(world.today, day, 12).toISOString().slice(0, 10);
  const drafted = await listHarvest(ctx, draftOf(world, group, { from: dayOf(3), until: dayOf(10) }));
  if (!drafted.ok) throw new Error(`the demo's harvest was refused: ${JSON.stringify(drafted)}`);
  const { listingId } = drafted;
  const upload = await renderPicture({ seed: NAME, subject: "birds-eye-chillies", palette: "mangrove" });
  await addListingPhoto(ctx, { listingId, upload, alt: "Cabai rawit di atas tampah" });
  const published = await publishListing(ctx, { listingId });
  const goods = await listCycleGoods(officerOf(group), groupId(group));
  const variantId = goods.find((each) => each.listingName === NAME)?.id;
  if (!published.ok || !variantId) throw new Error("the demo's harvest is not on sale");
  return variantId;
}

function draftOf(world: DemoWorld, group: DemoGroup, { from, until }: { from: string; until: string }) {
  return {
    ...{ groupId: groupId(group), formKey: world.at(world.today).secrets.token() },
    input: {
      ...NO_FACTS,
      ...{ name: NAME, unit: "kg" as const, splitRuleId: null, harvestFrom: from, harvestUntil: until, shelfDays: 5 },
      description:
        "Dipetik muda pagi-pagi, masih segar di batangnya. Dipanen setelah pesanan tutup, sebanyak yang dipesan.",
      variants: [
        {
          ...NO_VARIANT_FACTS,
          ...{ name: "", price: rupiah(48_000), stockMilli: 0, packedGrams: 1050 },
          ...{ lengthMm: 250, widthMm: 200, heightMm: 120 },
        },
      ],
      contributions: PLEDGES.map(({ member, to }) => ({
        ...{ memberId: memberId(group, member), step: "", weight: Number(to) * 1000 },
      })),
    },
  };
}

type Ordering = { variantId: string; buyer: number; quantity: string; day: number };

/** Fetched at the hub, paid by transfer the same evening. */
async function orderAhead(world: DemoWorld, { variantId, buyer, quantity, day }: Ordering): Promise<void> {
  const ctx = world.at(wibTime(world.today, day, 6 + buyer), buyerActor(buyer));
  const person = demoBuyers[buyer];
  const owner = { personId: ctx.actor.personId ?? "" };
  await changeBasket(ctx, { owner, intent: "add", variantId, quantity });
  const lines = await listBasketLines(owner, ctx.now);
  const [fetch] = deliveryOffers({ goods: lines, toVillage: null, runs: [], couriers: [], keeping: "warn" }).offers;
  if (!person || !fetch) throw new Error(`there is no buyer ${buyer}`);
  const placed = await placeOrder(ctx, {
    ...{ owner, formKey: ctx.secrets.token(), buyerName: person.name, buyerPhone: person.phone, method: "transfer" },
    ...{ villageCode: null, street: "", rt: "", rw: "", landmark: "", postal: "", note: "", ...NO_GIFT },
    ...{ useCredit: "", creditSeen: 0 },
    ...{ savingAs: "credit", delivery: choiceOf(fetch), seen: lines.map(seenLine) },
  });
  if (!placed.ok) throw new Error(`the demo's order was refused: ${JSON.stringify(placed)}`);
  await pay(world, placed.orderId, ctx.now);
}

async function pay(world: DemoWorld, orderId: string, placedAt: Date): Promise<void> {
  const [payment] = await listAttempts(orderId);
  const evening = world.at(new Date(placedAt.getTime() + 3 * 3_600_000), OPERATOR);
  await confirmPayment(evening, { paymentId: payment?.id ?? "", bankReference: null });
}

/** The first buyer has a standing order that takes its turn when the cycle opens; she and another have one that goes by the week. */
async function orderByStanding(
  world: DemoWorld,
  { variantId, opensAt }: { variantId: string; opensAt: Date },
): Promise<void> {
  const buyer = world.at(wibTime(world.today, -6, 21), buyerActor(0));
  const every = { everyWeeks: 1, place: "fetch", method: "transfer", useCredit: "", ceiling: "" } as const;
  const formKey = () => buyer.secrets.token();
  const started = await startStandingOrder(buyer, {
    ...{ ...every, variantId, quantity: "1,5", weekday: null, ceiling: "80.000", formKey: formKey() },
  });
  if (!started.ok) throw new Error(`the demo's standing order was refused: ${JSON.stringify(started)}`);
  const opening = world.at(new Date(opensAt.getTime() + 60_000), buyerActor(0));
  await orderStanding(opening);
  const turns = (await findOwnStandingOrder(buyerActor(0), started.id))?.turns ?? [];
  for (const { number } of turns) {
    const head = number ? await findOrderHead(number) : undefined;
    if (head) await pay(world, head.id, opening.now);
  }
  const spinach = demoGroups.flatMap((each) => each.listings).find((each) => each.slug === SPINACH);
  if (!spinach) return;
  const weekday = weekdayOf(wibTime(world.today, 2, 12).toISOString().slice(0, 10));
  for (const buyerAt of [0, 1])
    await startStandingOrder(world.at(world.today, buyerActor(buyerAt)), {
      ...{ ...every, variantId: demoVariantId(spinach, 0), quantity: "2", weekday, formKey: formKey() },
    });
}
