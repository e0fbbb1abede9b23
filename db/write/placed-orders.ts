import type { DeliveryOffer } from "#app/domain/checkout.ts";
import type { Gift, GiftFields } from "#app/domain/gift.ts";
import type { Locale } from "#app/domain/locale.ts";
import type { LinePlan } from "#app/domain/lot.ts";
import { add, type Rupiah, subtract, sum, ZERO } from "#app/domain/money.ts";
import type { CheckoutForm } from "#app/domain/order.ts";
import { providerFeeOn } from "#app/domain/order-credit.ts";
import { type Refused, refuse, Undoing } from "#app/domain/result.ts";
import type { BasketLine } from "../read/baskets.ts";
import { planBasket } from "../read/cycle-stock.ts";
import type { Network } from "../read/networks.ts";
import { freeOrderNumber } from "../read/orders.ts";
import { soldLines } from "../read/sold-lines.ts";
import type { Tx } from "../transaction.server.ts";
import { joinCycles } from "./cycles.ts";
import { takeFromLots } from "./lots.ts";
import { type Teller, tellBuyer } from "./messages.ts";
import { setAsideCredit } from "./order-credit.ts";
import { insertOrder, type OrderToWrite } from "./orders.ts";
import { tellNewOrder } from "./paid-orders.ts";
import { insertPayment } from "./payments.ts";
import { joinRun } from "./runs.ts";
import { takeStock } from "./stock.ts";

/** What an order says besides its goods: who gets it, where, how it is paid, and the key by which it is written once. */
type NotKept = "seen" | "delivery" | "useCredit" | "creditSeen" | keyof typeof GiftFields;

export type PlacingWish = Omit<CheckoutForm, NotKept> & {
  villageCode: string | null;
  formHash: string;
  gift: Gift | null;
};

/** Whose order it is, and in which language its papers are written. */
export type Placer = Teller & { locale: Locale; buyerId: string | null; shortCode: (length: number) => string };

/** Thrown when something was gone while the order was being written: whoever called undoes all of it. */
export class NotPlaced extends Undoing<"delivery-gone" | "goods-missing" | "payments-full"> {}

export type Placing = {
  wish: PlacingWish;
  /** Goods as they stand, none of them in trouble. */
  lines: readonly Omit<BasketLine, "basketId">[];
  offer: DeliveryOffer;
  network: Network | undefined;
  /** What of the total the buyer's credit pays; all of it where the method is credit. */
  credit?: Rupiah;
  /** By which message its buyer hears of it: one that was placed by hand, or by a standing order. */
  told: "order-placed" | "standing-ordered";
};

const HOUR = 3_600_000;

/**
 * Goods and a way to get them become an order: run, cycles and stock take it, each line is divided by the rule in force, it asks for its
 * money and its buyer is told. The one way in which orders are written that travel, or are fetched.
 */
export async function writePlacedOrder(
  tx: Tx,
  by: Placer,
  placing: Placing,
): Promise<{ ok: true; orderId: string; number: string; paymentId: string } | Refused<"no-split-rule">> {
  const { lines, offer } = placing;
  const planned = await planBasket(lines);
  const whole = await decideOrder(by, placing, planned);
  if (!whole) return refuse("no-split-rule");
  // A turn at the run's row: an order is in before the lock, or not at all.
  if (offer.runId && !(await joinRun(tx, { runId: offer.runId, now: by.now }))) throw new NotPlaced("delivery-gone");
  if (!(await joinCycles(tx, { lines, now: by.now }))) throw new NotPlaced("goods-missing");
  if (await takeStock(tx, lines)) throw new NotPlaced("goods-missing");
  return write(tx, by, { whole, planned, placing });
}

type Planned = { line: Placing["lines"][number]; plan: LinePlan }[];

/** The whole order as it will stand; null when a group has no rule. */
async function decideOrder(by: Placer, placing: Placing, planned: Planned): Promise<OrderToWrite | null> {
  const { wish, offer } = placing;
  const order = orderRow(by, placing);
  const consignments = offer.consignments.map((plan) => ({
    ...plan,
    id: by.newId(),
    orderId: order.id,
    runId: offer.runId,
    quotedAt: by.now,
    state: wish.method === "cash-on-delivery" ? ("to-pack" as const) : ("waiting" as const),
  }));
  const fees = feesOf(placing, { total: order.total, creditUsed: placing.credit ?? ZERO });
  const lines = await soldLines({ orderId: order.id, consignments, planned, fees, now: by.now, newId: by.newId });
  return lines ? { order, consignments, lines } : null;
}

function feesOf({ wish, network }: Placing, order: { total: Rupiah; creditUsed: Rupiah }) {
  return {
    networkFeeBasisPoints: network?.feeBasisPoints ?? 0,
    ...providerFeeOn(order, wish.method === "qris" ? (network?.qrisFeeBasisPoints ?? 0) : 0),
  };
}

function orderRow(by: Placer, { wish, lines, offer, network, credit }: Placing): OrderToWrite["order"] {
  const goodsTotal: Rupiah = sum(lines.map((line) => line.goodsValue ?? ZERO));
  const isCash = wish.method === "cash-on-delivery";
  const atDoor = offer.delivery === "run-door" || offer.delivery === "courier";
  const { buyerName, buyerPhone, savingAs, formKey, formHash, gift } = wish;
  const { delivery, runId, pickUpPointId, tariffId } = offer;
  const door = { street: wish.street, rt: wish.rt, rw: wish.rw, landmark: wish.landmark, postcode: wish.postal };
  return {
    ...{ id: by.newId(), number: "", locale: by.locale, placedAt: by.now, formKey, formHash },
    ...{ buyerId: by.buyerId, buyerName, buyerPhone, noteToGroups: wish.note, savingAs },
    ...{ recipientName: gift?.name, recipientPhone: gift?.phone, cardNote: gift?.note },
    ...{ delivery, runId, pickUpPointId, tariffId },
    // An address that this delivery does not need is not kept.
    villageCode: delivery === "fetch" ? null : wish.villageCode,
    ...(atDoor ? door : { street: null, rt: null, rw: null, landmark: null, postcode: null }),
    ...{ goodsTotal, shippingQuote: offer.quote, shippingAlone: offer.alone, doorFee: offer.doorFee },
    total: add(goodsTotal, offer.price),
    creditUsed: credit ?? ZERO,
    state: isCash ? "payable-on-delivery" : "awaiting-payment",
    payBy: isCash ? null : new Date(by.now.getTime() + (network?.payWithinHours ?? 24) * HOUR),
  };
}

async function write(
  tx: Tx,
  by: Placer,
  { whole, planned, placing }: { whole: OrderToWrite; planned: Planned; placing: Placing },
) {
  const { wish, lines, told, credit = ZERO } = placing;
  const number = await freeOrderNumber(by.now, by.shortCode);
  await insertOrder(tx, { ...whole, order: { ...whole.order, number } }, by.newId);
  const traced = whole.lines.map(({ id }, at) => ({ orderLineId: id, takings: planned[at]?.plan.takings ?? [] }));
  if (!(await takeFromLots(tx, { lines: traced, now: by.now }))) throw new NotPlaced("goods-missing");
  const { id: orderId, total, payBy = null } = whole.order;
  await setAsideCredit(tx, by, { orderId, buyerId: by.buyerId, amount: credit });
  const payment = await insertPayment(tx, {
    id: by.newId(),
    orderId,
    attempt: 1,
    method: wish.method,
    // Of what credit pays whole, the payment is that credit.
    amount: wish.method === "credit" ? total : subtract(total, credit),
    expiresAt: payBy,
    now: by.now,
  });
  if (!payment) throw new NotPlaced("payments-full");
  const askedAmount = add(payment.amount, payment.uniqueAddition);
  const method = wish.method === "cash-on-delivery" ? "cash" : wish.method;
  // What credit pays is paid in the same breath, and told as that.
  if (method === "credit") return { ok: true as const, orderId, number, paymentId: payment.id };
  const goods = lines.map((line) => line.listingName).join(", ");
  const facts = { method, askedAmount, payByAt: payBy?.toISOString() ?? "" };
  await tellBuyer(tx, by, { orderId, kind: told, facts: told === "order-placed" ? facts : { ...facts, goods } });
  // What is paid at the door is packed at once; the rest when its money has come.
  if (wish.method === "cash-on-delivery") await tellNewOrder(tx, by, { orderId, number, parts: whole.consignments });
  return { ok: true as const, orderId, number, paymentId: payment.id };
}
