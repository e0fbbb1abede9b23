import { deliveryOffers } from "#app/domain/checkout.ts";
import { COUNTER_WINDOW_MS, type CounterMethod, changeOf } from "#app/domain/counter.ts";
import { planLines } from "#app/domain/lot.ts";
import { type Rupiah, sum, ZERO } from "#app/domain/money.ts";
import { seenLine } from "#app/domain/order.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse, Undoing } from "#app/domain/result.ts";
import { isWeighed } from "#app/domain/unit.ts";
import type { Context } from "#app/usecases/context.ts";
import { listCounterLines } from "#db/read/counter.ts";
import { readStockOf } from "#db/read/lot-stock.ts";
import { findNetwork } from "#db/read/networks.ts";
import { findOrderByFormKey, freeOrderNumber } from "#db/read/orders.ts";
import { soldLines } from "#db/read/sold-lines.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { takeFromLots } from "#db/write/lots.ts";
import { insertOrder, type OrderToWrite } from "#db/write/orders.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { insertPayment } from "#db/write/payments.ts";
import { takeStock } from "#db/write/stock.ts";

export type CounterSale = {
  groupId: string;
  formKey: string;
  lines: readonly { variantId: string; quantityMilli: number }[];
  /** What the seller saw: see seenLine in order.ts. */
  seen: readonly string[];
  method: CounterMethod;
  /** Null for the exact sum. */
  cashGiven: Rupiah | null;
  buyerName: string;
  /** Empty when nobody said it. */
  buyerPhone: string;
};

type Reason =
  | "counter-changed"
  | "not-enough-stock"
  | "makers-full"
  | "too-heavy"
  | "choose-method"
  | "cash-too-little"
  | "counter-no-rule"
  | "form-used"
  | "quantity-invalid";
type Answer = Result<{ number: string }, Reason>;

class Undo extends Undoing<"not-enough-stock"> {}

/**
 * Sells in person what lies there: out of the same stock, first in first out, divided as any sale. Cash is in the group's box and the goods
 * in the buyer's hands at once; a QRIS sale waits for its money. One form, one sale.
 */
export async function sellAtCounter(ctx: Context, sale: CounterSale): Promise<Answer> {
  permit(ctx.actor, "sell-at-counter", { groupId: sale.groupId });
  const { formKey: _formKey, ...content } = sale;
  const formHash = ctx.secrets.hash("sell-at-counter", JSON.stringify(content));
  try {
    return await inTransaction((tx) => sellWithin(tx, ctx, { ...sale, formHash }));
  } catch (problem) {
    if (problem instanceof Undo) return refuse(problem.reason, { form: problem.reason });
    throw problem;
  }
}

type Sale = CounterSale & { formHash: string };

async function sellWithin(tx: Tx, ctx: Context, sale: Sale): Promise<Answer> {
  const first = await findOrderByFormKey(sale.formKey);
  if (first)
    return first.formHash === sale.formHash
      ? { ok: true, number: first.number }
      : refuse("form-used", { form: "form-used" });
  const lines = await listCounterLines(sale.groupId, sale.lines, ctx.now);
  const total = sum(lines.map((line) => line.goodsValue ?? ZERO));
  const network = await findNetwork();
  const reason = refusalOf({ sale, lines, total, takesQris: network?.takesQris ?? false });
  if (reason) return refuse(reason, { [FIELD_OF[reason] ?? "form"]: reason });
  const nowhere = { toVillage: null, runs: [], couriers: [], keeping: "warn" } as const;
  const plan = deliveryOffers({ goods: lines, ...nowhere }).offers[0]?.consignments;
  if (!plan) return refuse("too-heavy", { form: "too-heavy" });

  const order = orderRow(ctx, { sale, total, number: await freeOrderNumber(ctx.now, ctx.secrets.shortCode) });
  const consignments = plan.map((part) => ({
    ...{ ...part, id: ctx.newId(), orderId: order.id, quotedAt: ctx.now, state: "waiting" as const },
  }));
  const planned = planLines(lines, await readStockOf(lines.map((line) => line.variantId)));
  const fees = {
    networkFeeBasisPoints: network?.feeBasisPoints ?? 0,
    providerFeeBasisPoints: sale.method === "qris" ? (network?.qrisFeeBasisPoints ?? 0) : 0,
  };
  const sold = await soldLines({ orderId: order.id, consignments, planned, fees, now: ctx.now, newId: ctx.newId });
  if (!sold) return refuse("counter-no-rule", { form: "counter-no-rule" });
  if (await takeStock(tx, lines)) throw new Undo("not-enough-stock");
  await insertOrder(tx, { order, consignments, lines: sold }, ctx.newId);
  const traced = sold.map(({ id }, at) => ({ orderLineId: id, takings: planned[at]?.plan.takings ?? [] }));
  if (!(await takeFromLots(tx, { lines: traced, now: ctx.now }))) throw new Undo("not-enough-stock");
  await openPayment(tx, ctx, { sale, order });
  await recordActivity(tx, ctx, {
    ...{ what: "sell-at-counter", groupId: sale.groupId, subject: order.id, note: order.number },
  });
  return { ok: true, number: order.number };
}

const FIELD_OF: Partial<Record<Reason, string>> = { "choose-method": "method", "cash-too-little": "cashGiven" };

type Looked = {
  sale: Sale;
  lines: Awaited<ReturnType<typeof listCounterLines>>;
  total: Rupiah;
  takesQris: boolean;
};

function refusalOf({ sale, lines, total, takesQris }: Looked): Reason | null {
  if (lines.length === 0 || lines.length !== sale.lines.length) return "not-enough-stock";
  if (lines.some((line) => line.trouble))
    return lines.some((line) => line.trouble === "makers-full") ? "makers-full" : "not-enough-stock";
  // What is sold by the piece is not cut.
  if (lines.some((line) => !isWeighed(line.unit) && line.quantityMilli % 1000 !== 0)) return "quantity-invalid";
  const seen = new Set(sale.seen);
  if (seen.size !== lines.length || !lines.every((line) => seen.has(seenLine(line)))) return "counter-changed";
  if (sale.method === "qris") return takesQris ? null : "choose-method";
  return changeOf({ due: total, given: sale.cashGiven }) === null ? "cash-too-little" : null;
}

type Row = { sale: Sale; total: Rupiah; number: string };

function orderRow(ctx: Context, { sale, total, number }: Row): OrderToWrite["order"] & { id: string } {
  const { buyerName, buyerPhone, formKey, formHash } = sale;
  return {
    ...{ id: ctx.newId(), number, locale: ctx.locale, placedAt: ctx.now, formKey, formHash },
    ...{ buyerId: null, buyerName, buyerPhone, savingAs: "refund", delivery: "counter", soldBy: ctx.actor.personId },
    ...{ goodsTotal: total, shippingQuote: ZERO, shippingAlone: ZERO, doorFee: ZERO, total },
    ...{ state: "awaiting-payment", payBy: new Date(ctx.now.getTime() + COUNTER_WINDOW_MS) },
  };
}

async function openPayment(
  tx: Tx,
  ctx: Context,
  { sale, order }: { sale: Sale; order: OrderToWrite["order"] & { id: string } },
): Promise<void> {
  const payment = await insertPayment(tx, {
    ...{ id: ctx.newId(), orderId: order.id, attempt: 1, method: sale.method, amount: order.total },
    ...{ expiresAt: order.payBy ?? null, now: ctx.now, isExact: true },
  });
  if (!payment) throw new Error("an exact sum needs no addition");
  if (sale.method !== "cash") return;
  const into = { kind: "cash-box", groupId: sale.groupId } as const;
  await markPaymentPaid(tx, ctx, { paymentId: payment.id, into, cashGiven: sale.cashGiven ?? order.total });
}
