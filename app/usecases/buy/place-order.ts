import { type DeliveryOffer, deliveryOffers, keyOf, parseChoice } from "#app/domain/checkout.ts";
import type { LinePlan } from "#app/domain/lot.ts";
import { add, type Rupiah, sum, ZERO } from "#app/domain/money.ts";
import { type CheckoutForm, errorsForDelivery, type PaymentMethod, seenLine } from "#app/domain/order.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Refused, refuse, Undoing } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { type BasketLine, type BasketOwner, listBasketLines } from "#db/read/baskets.ts";
import { planBasket } from "#db/read/cycle-stock.ts";
import { findDeliveryFacts } from "#db/read/delivery-offers.ts";
import { findNetwork, methodsOf, type Network } from "#db/read/networks.ts";
import { findOrderByFormKey, freeOrderNumber } from "#db/read/orders.ts";
import { soldLines } from "#db/read/sold-lines.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { clearBasket } from "#db/write/baskets.ts";
import { joinCycles } from "#db/write/cycles.ts";
import { takeFromLots } from "#db/write/lots.ts";
import { tellBuyer } from "#db/write/messages.ts";
import { insertOrder, type OrderToWrite } from "#db/write/orders.ts";
import { tellNewOrder } from "#db/write/paid-orders.ts";
import { insertPayment } from "#db/write/payments.ts";
import { joinRun } from "#db/write/runs.ts";
import { takeStock } from "#db/write/stock.ts";

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
  | "too-heavy"
  | "fields"
  | "form-used"
  | "no-split-rule"
  | "payments-full";

type Placed = { ok: true; orderId: string; number: string };
export type PlaceAnswer = Placed | Refused<PlaceRefusal>;

const HOUR = 3_600_000;

class Undo extends Undoing<"delivery-gone" | "goods-missing" | "payments-full"> {}

/** A basket becomes an order: all of it, at the prices that were seen, or nothing. */
export async function placeOrder(ctx: Context, wish: OrderWish): Promise<PlaceAnswer> {
  permit(ctx.actor, "place-order");
  const villageKnown = wish.villageCode !== null && (await ctx.regions.exists(wish.villageCode));
  const known = { ...wish, villageCode: villageKnown ? wish.villageCode : null };
  const formHash = ctx.secrets.hash("place-order", JSON.stringify(contentOf(known)));
  try {
    return await inTransaction((tx) => placeWithin(tx, ctx, { ...known, formHash }));
  } catch (problem) {
    if (problem instanceof Undo) return refuse(problem.reason, { form: problem.reason });
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
  const methods = methodsOf(network, ctx.payments.stripe !== undefined);
  const refused = refusalOf({ wish, lines, methods });
  if (refused) return refused;
  const decided = await decideDelivery(ctx, wish, lines);
  if ("reason" in decided) return decided;
  const planned = await planBasket(lines);
  const whole = await decideOrder(ctx, { wish, lines, planned, offer: decided.offer, network });
  if ("reason" in whole) return whole;
  // A turn at the run's row: an order is in before the lock, or not at all.
  const { runId } = decided.offer;
  if (runId && !(await joinRun(tx, { runId, now: ctx.now }))) throw new Undo("delivery-gone");
  if (!(await joinCycles(tx, { lines, now: ctx.now }))) throw new Undo("goods-missing");
  if (await takeStock(tx, lines)) throw new Undo("goods-missing");
  return write(tx, ctx, { whole, planned, wish, basketId: lines[0]?.basketId ?? "" });
}

type Asked = { wish: Wish; lines: BasketLine[]; network: Network | undefined };
type Looked = Pick<Asked, "wish" | "lines"> & { methods: PaymentMethod[] };

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
  const ways = { toVillage: wish.villageCode, runs: wanted, courier: facts?.courier ?? null };
  const { offers, tooHeavy, hindrances } = deliveryOffers({ goods: lines, ...ways });
  const offer = offers.find((each) => keyOf(each) === choice?.key);
  if (offer && choice)
    return offer.price <= choice.shown ? { offer } : refuse("quote-rose", { delivery: "quote-rose" });
  const by = choice?.delivery === "courier" ? "courier" : "run";
  const isHindered = hindrances.some((each) => each.by === by);
  if (isHindered) return refuse("goods-cannot-travel", { delivery: "goods-cannot-travel" });
  return tooHeavy
    ? refuse("too-heavy", { delivery: "too-heavy" })
    : refuse("delivery-gone", { delivery: "delivery-gone" });
}

type Planned = { line: BasketLine; plan: LinePlan }[];
type Decision = Asked & { planned: Planned; offer: DeliveryOffer };

/** The whole order as it will stand, each line divided by the rule in force. */
async function decideOrder(ctx: Context, decision: Decision): Promise<OrderToWrite | Refused<PlaceRefusal>> {
  const { wish, planned, offer } = decision;
  const order = orderRow(ctx, decision);
  const consignments = offer.consignments.map((plan) => ({
    ...plan,
    id: ctx.newId(),
    orderId: order.id,
    runId: offer.runId,
    quotedAt: ctx.now,
    state: wish.method === "cash-on-delivery" ? ("to-pack" as const) : ("waiting" as const),
  }));
  const fees = feesOf(decision);
  const lines = await soldLines({ orderId: order.id, consignments, planned, fees, now: ctx.now, newId: ctx.newId });
  return lines ? { order, consignments, lines } : refuse("no-split-rule", { form: "no-split-rule" });
}

function feesOf({ wish, network }: Asked) {
  return {
    networkFeeBasisPoints: network?.feeBasisPoints ?? 0,
    providerFeeBasisPoints: wish.method === "qris" ? (network?.qrisFeeBasisPoints ?? 0) : 0,
  };
}

function orderRow(ctx: Context, { wish, lines, offer, network }: Decision): OrderToWrite["order"] {
  const goodsTotal: Rupiah = sum(lines.map((line) => line.goodsValue ?? ZERO));
  const isCash = wish.method === "cash-on-delivery";
  const atDoor = offer.delivery === "run-door" || offer.delivery === "courier";
  const { buyerName, buyerPhone, savingAs, formKey, formHash } = wish;
  const { delivery, runId, pickUpPointId } = offer;
  const door = { street: wish.street, rt: wish.rt, rw: wish.rw, landmark: wish.landmark, postcode: wish.postal };
  return {
    ...{ id: ctx.newId(), number: "", locale: ctx.locale, placedAt: ctx.now, formKey, formHash },
    ...{ buyerId: ctx.actor.personId, buyerName, buyerPhone, noteToGroups: wish.note, savingAs },
    ...{ delivery, runId, pickUpPointId },
    // An address that this delivery does not need is not kept.
    villageCode: delivery === "fetch" ? null : wish.villageCode,
    ...(atDoor ? door : { street: null, rt: null, rw: null, landmark: null, postcode: null }),
    ...{ goodsTotal, shippingQuote: offer.quote, shippingAlone: offer.alone, doorFee: offer.doorFee },
    total: add(goodsTotal, offer.price),
    state: isCash ? "payable-on-delivery" : "awaiting-payment",
    payBy: isCash ? null : new Date(ctx.now.getTime() + (network?.payWithinHours ?? 24) * HOUR),
  };
}

async function write(
  tx: Tx,
  ctx: Context,
  { whole, planned, wish, basketId }: { whole: OrderToWrite; planned: Planned; wish: Wish; basketId: string },
): Promise<PlaceAnswer> {
  const number = await freeOrderNumber(ctx.now, ctx.secrets.shortCode);
  await insertOrder(tx, { ...whole, order: { ...whole.order, number } }, ctx.newId);
  const traced = whole.lines.map(({ id }, at) => ({ orderLineId: id, takings: planned[at]?.plan.takings ?? [] }));
  if (!(await takeFromLots(tx, { lines: traced, now: ctx.now }))) throw new Undo("goods-missing");
  const { id: orderId, total, payBy } = whole.order;
  const payment = await insertPayment(tx, {
    id: ctx.newId(),
    orderId,
    attempt: 1,
    method: wish.method,
    amount: total,
    expiresAt: payBy ?? null,
    now: ctx.now,
  });
  if (!payment) throw new Undo("payments-full");
  await clearBasket(tx, basketId);
  const askedAmount = add(total, payment.uniqueAddition);
  const method = wish.method === "cash-on-delivery" ? "cash" : wish.method;
  const facts = { method, askedAmount, payByAt: payBy?.toISOString() ?? "" };
  await tellBuyer(tx, ctx, { orderId, kind: "order-placed", facts });
  // What is paid at the door is packed at once; the rest when its money has come.
  if (wish.method === "cash-on-delivery") await tellNewOrder(tx, ctx, { orderId, number, parts: whole.consignments });
  return { ok: true, orderId, number };
}
