import { type DeliveryOffer, deliveryOffers, keyOf, parseChoice } from "#app/domain/checkout.ts";
import { readGift } from "#app/domain/gift.ts";
import { add, sum, ZERO } from "#app/domain/money.ts";
import { type CheckoutForm, errorsForDelivery, type PaymentMethod, seenLine } from "#app/domain/order.ts";
import { creditFor } from "#app/domain/order-credit.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Refused, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { type BasketLine, type BasketOwner, listBasketLines } from "#db/read/baskets.ts";
import { findCreditBalance } from "#db/read/buyer-credit.ts";
import { findDeliveryFacts } from "#db/read/delivery-offers.ts";
import { findNetwork, methodsOf } from "#db/read/networks.ts";
import { findOrderByFormKey } from "#db/read/orders.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { clearBasket } from "#db/write/baskets.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { NotPlaced, writePlacedOrder } from "#db/write/placed-orders.ts";

export type OrderWish = CheckoutForm & {
  owner: BasketOwner | null;
  villageCode: string | null;
};

export type PlaceRefusal =
  | "basket-empty"
  | "basket-changed"
  | "goods-missing"
  | "makers-full"
  | "goods-cannot-travel"
  | "delivery-gone"
  | "quote-rose"
  | "run-full"
  | "too-heavy"
  | "fields"
  | "form-used"
  | "no-split-rule"
  | "payments-full"
  | "credit-changed"
  | "credit-too-little"
  | "credit-not-at-door";

type Placed = { ok: true; orderId: string; number: string };
export type PlaceAnswer = Placed | Refused<PlaceRefusal>;

/** A basket becomes an order: all of it, at the prices that were seen, or nothing. */
export async function placeOrder(ctx: Context, wish: OrderWish): Promise<PlaceAnswer> {
  permit(ctx.actor, "place-order");
  const villageKnown = wish.villageCode !== null && (await ctx.regions.exists(wish.villageCode));
  const known = { ...wish, villageCode: villageKnown ? wish.villageCode : null };
  const formHash = ctx.secrets.hash("place-order", JSON.stringify(contentOf(known)));
  try {
    return await inTransaction((tx) => placeWithin(tx, ctx, { ...known, formHash }));
  } catch (problem) {
    if (problem instanceof NotPlaced) return refuse(problem.reason, { form: problem.reason });
    throw problem;
  }
}

/** What makes two submits of one form the same: all that was filled in and seen, whoever's basket it came from. */
function contentOf({ owner: _owner, formKey: _formKey, ...content }: OrderWish) {
  return Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

type Wish = OrderWish & { formHash: string };

async function placeWithin(tx: Tx, ctx: Context, wish: Wish): Promise<PlaceAnswer> {
  const first = await findOrderByFormKey(wish.formKey);
  if (first)
    return first.formHash === wish.formHash
      ? { ok: true, orderId: first.id, number: first.number }
      : refuse("form-used", { form: "form-used" });

  const lines = await listBasketLines(wish.owner, ctx.now);
  const network = await findNetwork();
  const byMoney = methodsOf(network, ctx.payments.stripe !== undefined);
  const methods = ctx.actor.personId === null ? byMoney : [...byMoney, "credit" as const];
  const refused = refusalOf({ wish, lines, methods });
  if (refused) return refused;
  const decided = await decideDelivery(ctx, wish, lines);
  if ("reason" in decided) return decided;
  const by = { ...ctx, shortCode: ctx.secrets.shortCode, buyerId: ctx.actor.personId };
  const gift = readGift(wish);
  const { offer } = decided;
  const total = add(sum(lines.map((line) => line.goodsValue ?? ZERO)), offer.price);
  const credit = creditFor(total, await findCreditBalance(ctx.actor), wish);
  if (!credit.ok)
    return refuse(credit.reason, { [credit.reason === "credit-changed" ? "form" : "method"]: credit.reason });
  const { method, used } = credit;
  const placing = { wish: { ...wish, method, gift: gift.ok ? gift.gift : null }, lines, offer, network, credit: used };
  const placed = await writePlacedOrder(tx, by, { ...placing, told: "order-placed" });
  if (!placed.ok) return refuse(placed.reason, { form: placed.reason });
  if (method === "credit") await markPaymentPaid(tx, ctx, { paymentId: placed.paymentId, into: { kind: "bank" } });
  await clearBasket(tx, lines[0]?.basketId ?? "");
  return { ok: true, orderId: placed.orderId, number: placed.number };
}

type Looked = { wish: Wish; lines: BasketLine[]; methods: PaymentMethod[] };

/** What is in the way, cheapest look first: a form that cannot be right, then goods that are not what was seen. */
function refusalOf({ wish, lines, methods }: Looked): Refused<PlaceRefusal> | null {
  if (lines.length === 0) return refuse("basket-empty", { form: "basket-empty" });
  const isFull = lines.some((line) => line.trouble === "makers-full");
  const troubled = isFull ? "makers-full" : lines.some((line) => line.trouble) ? "goods-missing" : null;
  if (troubled) return refuse(troubled, { form: troubled });
  const seen = new Set(wish.seen);
  if (seen.size !== lines.length || !lines.every((line) => seen.has(seenLine(line))))
    return refuse("basket-changed", { form: "basket-changed" });
  const choice = parseChoice(wish.delivery);
  if (!choice) return refuse("fields", { delivery: "choose-delivery" });
  const fields = errorsForDelivery(wish, choice.delivery);
  const gift = readGift(wish);
  if (!gift.ok) Object.assign(fields, gift.fields);
  if (!methods.includes(wish.method)) fields.method = "choose-method";
  if (wish.method === "cash-on-delivery" && lines.some((line) => line.cycleId)) fields.method = "cycle-paid-ahead";
  return Object.keys(fields).length > 0 ? refuse("fields", fields) : null;
}

/** The chosen way at today's price: never more than was on the screen. */
async function decideDelivery(
  ctx: Context,
  wish: Wish,
  lines: BasketLine[],
): Promise<{ offer: DeliveryOffer } | Refused<PlaceRefusal>> {
  const choice = parseChoice(wish.delivery);
  const facts =
    choice?.delivery !== "fetch" && wish.villageCode ? await findDeliveryFacts(wish.villageCode, ctx.now) : null;
  const wanted = facts?.runs.filter((run) => choice?.key.includes(run.id)) ?? [];
  const ways = {
    toVillage: wish.villageCode,
    runs: wanted,
    couriers: facts?.couriers ?? [],
    keeping: facts?.keeping ?? "warn",
  };
  const { offers, tooHeavy, fullRunIds, hindrances } = deliveryOffers({ goods: lines, ...ways });
  const offer = offers.find((each) => keyOf(each) === choice?.key);
  if (offer && choice)
    return offer.price <= choice.shown ? { offer } : refuse("quote-rose", { delivery: "quote-rose" });
  const by = choice?.delivery === "courier" ? "courier" : "run";
  const isHindered = hindrances.some((each) => each.by === by);
  if (isHindered) return refuse("goods-cannot-travel", { delivery: "goods-cannot-travel" });
  if (fullRunIds.length > 0) return refuse("run-full", { delivery: "run-full" });
  return tooHeavy
    ? refuse("too-heavy", { delivery: "too-heavy" })
    : refuse("delivery-gone", { delivery: "delivery-gone" });
}
