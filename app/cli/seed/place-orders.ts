import { choiceOf, type Delivery, deliveryOffers } from "#app/domain/checkout.ts";
import { NO_GIFT } from "#app/domain/gift.ts";
import { type PaymentMethod, seenLine } from "#app/domain/order.ts";
import { type Actor, NOBODY } from "#app/domain/permissions.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { listBasketLines } from "#db/read/baskets.ts";
import { findDeliveryFacts } from "#db/read/delivery-offers.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openBasket, removeBasketLine, setBasketLine } from "#db/write/baskets.ts";
import { demoGroups } from "./data/groups.ts";
import { demoBuyers, demoGift } from "./data/network.ts";
import type { DemoListing } from "./data/types.ts";
import type { DemoWorld } from "./demo-context.ts";
import { variantId } from "./found-groups.ts";
import { buyerId } from "./found-network.ts";

export type DemoOrder = { orderId: string; number: string; method: PaymentMethod; buyer: Actor };

/** These spoil or break on a long way: they are bought near by only. */
const LOCAL_SHELF_DAYS = 5;

export function buyerActor(at: number): Actor {
  return { ...NOBODY, personId: buyerId(at), name: demoBuyers[at]?.name ?? "" };
}

type Shopping = {
  world: DemoWorld;
  buyer: number;
  runId: string | null;
  delivery: Delivery;
  method: PaymentMethod;
  near: boolean;
};

/** One of the demo's buyers fills a basket with goods of two groups or more, and orders through the real checkout. */
export async function shop(
  ctx: Context,
  { world, buyer, runId, delivery, method, near }: Shopping,
): Promise<DemoOrder | null> {
  const person = demoBuyers[buyer];
  if (!person) throw new Error(`there is no buyer ${buyer}`);
  const owner = { personId: buyerId(buyer) };
  const goods = pickGoods(world, near);
  await inTransaction(async (tx) => {
    const basketId = await openBasket(tx, owner, ctx);
    for (const { listing, quantityMilli } of goods) {
      const at = Math.floor(world.chance() * listing.variants.length);
      await setBasketLine(tx, { basketId, variantId: variantId(listing, at), quantityMilli, now: ctx.now });
    }
  });
  const { offer, lines } = await fitting(ctx, { owner, village: person.address.villageCode, delivery, runId });
  if (!offer) return null;
  const [rt = "", rw = ""] = person.address.rtRw.match(/\d+/g) ?? [];
  const answer = await placeOrder(ctx, {
    ...{ owner, formKey: ctx.secrets.token(), buyerName: person.name, buyerPhone: person.phone, method },
    ...{ villageCode: person.address.villageCode, street: person.address.street, rt, rw },
    ...{ landmark: person.address.landmark, postal: person.address.postcode ?? "", note: noteOf(world) },
    ...{ savingAs: world.chance() < 0.7 ? "credit" : "refund", delivery: choiceOf(offer), seen: lines.map(seenLine) },
    ...giftOf(buyer, method),
    ...{ useCredit: "", creditSeen: 0 },
  });
  if (!answer.ok) throw new Error(`the demo's order was refused: ${answer.reason}`);
  return { orderId: answer.orderId, number: answer.number, method, buyer: buyerActor(buyer) };
}

/** The first two buyers send their mother something now and then, and pay for it by QRIS. */
function giftOf(buyer: number, method: PaymentMethod) {
  return buyer <= 1 && method === "qris" ? ({ isGift: "yes", ...demoGift } as const) : NO_GIFT;
}

type Fitting = { owner: { personId: string }; village: string; delivery: Delivery; runId: string | null };

/** What cannot go that way, or whose makers are busy, is put back on the shelf, as the checkout asks a buyer to. */
async function fitting(ctx: Context, { owner, village: toVillage, delivery, runId }: Fitting) {
  for (;;) {
    const lines = await listBasketLines(owner, ctx.now);
    const facts = await findDeliveryFacts(toVillage, ctx.now);
    const runs = facts.runs.filter((run) => runId === null || run.id === runId);
    // Whatever the network lets them do, they order nothing that may not arrive fresh.
    const ways = { toVillage, runs, couriers: facts.couriers, keeping: "refuse" as const };
    const { offers, hindrances } = deliveryOffers({ goods: lines, ...ways });
    const by = delivery === "courier" ? "courier" : "run";
    const unfit = [
      ...hindrances.filter((each) => each.by === by).map((each) => each.variantId),
      ...lines.filter((line) => line.trouble).map((line) => line.variantId),
    ];
    if (unfit.length === 0)
      return { lines, offer: lines.length === 0 ? undefined : offers.find((each) => each.delivery === delivery) };
    await inTransaction(async (tx) => {
      const basketId = await openBasket(tx, owner, ctx);
      for (const variantId of unfit) await removeBasketLine(tx, { basketId, variantId });
    });
  }
}

function noteOf(world: DemoWorld): string {
  const notes = [
    "",
    "",
    "",
    "Tolong dibungkus rapat, untuk oleh-oleh.",
    "Titip di warung depan bila saya belum pulang.",
  ];
  return notes[Math.floor(world.chance() * notes.length)] ?? "";
}

function pickGoods(world: DemoWorld, near: boolean): { listing: DemoListing; quantityMilli: number }[] {
  const groups = [...demoGroups].sort(() => world.chance() - 0.5).slice(0, 2 + Math.floor(world.chance() * 2));
  return groups.flatMap((group) => {
    const fit = group.listings.filter((listing) => near || travelsFar(listing));
    const listing = fit[Math.floor(world.chance() * fit.length)];
    const pieces =
      listing?.kind === "harvest" ? 2 + Math.floor(world.chance() * 4) : 1 + Math.floor(world.chance() * 2);
    return listing && (listing.variants[0]?.packedGrams ?? 0) < 20_000
      ? [{ listing, quantityMilli: pieces * 1000 }]
      : [];
  });
}

function travelsFar(listing: DemoListing): boolean {
  return (listing.shelfDays ?? 365) > LOCAL_SHELF_DAYS && listing.unit !== "papan" && !listing.name.includes("beku");
}
