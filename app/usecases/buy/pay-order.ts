import { type PaymentStart, ProviderProblem } from "#app/adapters/payments/port.ts";
import { add, ZERO } from "#app/domain/money.ts";
import { CARD_WINDOW_MS, MAX_ATTEMPTS } from "#app/domain/payment.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Refused, type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findOrderToPay, listAttempts, listOrderLineNames } from "#db/read/payments.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { markSending, markSent, markUnsent, oweOutside } from "#db/write/outbox.ts";
import { extendPayBy, insertAttempt, keepPage, movePayment } from "#db/write/payment-states.ts";

type Reason = "no-card" | "order-not-open" | "too-many-attempts" | "provider-down" | "payments-crowded";
type Order = NonNullable<Awaited<ReturnType<typeof findOrderToPay>>>;

/**
 * To the provider's own page. What it is asked for is written down first, so that a second press, or one after a lost answer, sends the
 * very same request under the same key: one page, one charge.
 */
export async function payOrder(
  ctx: Context,
  { number, lineName, shippingName }: { number: string; lineName: (line: OrderLine) => string; shippingName: string },
): Promise<Result<{ url: string }, Reason>> {
  const order = await findOrderToPay(number);
  permit(ctx.actor, "pay-order", { orderId: order?.id, buyerId: order?.buyerId });
  const provider = ctx.payments.stripe;
  if (order?.state !== "awaiting-payment") return refuse("order-not-open");
  if (!provider) return refuse("no-card");
  const lines = (await listOrderLineNames(order.id)).map((line) => ({ name: lineName(line), amount: line.goodsValue }));
  const asked = await inTransaction((tx) => askForCard(tx, ctx, { order, lines, shippingName }));
  if (!asked.ok || "url" in asked) return asked;
  const { key, start, attempts } = asked;
  try {
    const { ref, next } = await provider.start(start, key);
    if (next.kind !== "redirect") throw new ProviderProblem("no page to go to", { mayRetry: false });
    await inTransaction(async (tx) => {
      await keepPage(tx, { paymentId: start.paymentId, providerRef: ref, payUrl: next.url });
      await markSent(tx, { key, outcome: "done", resultRef: ref, now: ctx.now });
    });
    return { ok: true, url: next.url };
  } catch (problem) {
    if (!(problem instanceof ProviderProblem)) throw problem;
    await inTransaction(async (tx) => {
      const error = problem.message;
      if (problem.mayRetry) return markUnsent(tx, { key, attempts: attempts + 1, nextTryAt: ctx.now, error });
      await markSent(tx, { key, outcome: "failed", resultRef: null, error, now: ctx.now });
      await movePayment(tx, { paymentId: start.paymentId, event: "fail" });
    });
    return refuse("provider-down");
  }
}

type OrderLine = Awaited<ReturnType<typeof listOrderLineNames>>[number];
type Wanted = { order: Order; lines: PaymentStart["lines"]; shippingName: string };
type Asked =
  | { ok: true; url: string }
  | { ok: true; key: string; start: PaymentStart; attempts: number }
  | Refused<Reason>;

async function askForCard(tx: Tx, ctx: Context, { order, lines, shippingName }: Wanted): Promise<Asked> {
  const attempts = await listAttempts(order.id);
  const open = attempts.find((attempt) => attempt.state === "open" && attempt.method === "card");
  const usable = open?.expiresAt && open.expiresAt.getTime() > ctx.now.getTime();
  if (open && usable && open.payUrl) return { ok: true, url: open.payUrl };
  const known = open && usable ? await markSending(tx, { key: `checkout:${open.id}`, now: ctx.now }) : undefined;
  if (known) return { ok: true, key: known.key, start: JSON.parse(known.args), attempts: known.attempts };
  if (attempts.length >= MAX_ATTEMPTS) return refuse("too-many-attempts");
  for (const { id, provider } of attempts.filter((attempt) => attempt.state === "open"))
    await movePayment(tx, { paymentId: id, event: provider === "stripe" ? "expire" : "cancel" });
  const expiresAt = cardExpiry(ctx.now, order.payBy);
  if (!(await extendPayBy(tx, { orderId: order.id, until: expiresAt }))) return refuse("order-not-open");
  const payment = await insertAttempt(tx, {
    id: ctx.newId(),
    orderId: order.id,
    method: "card",
    amount: order.toPay,
    expiresAt,
    now: ctx.now,
  });
  if (!payment) return refuse("payments-crowded");
  const key = `checkout:${payment.id}`;
  const start = startOf(ctx, { order, paymentId: payment.id, expiresAt, lines, shippingName });
  await oweOutside(tx, { key, kind: "stripe-session", subjectId: payment.id, args: start, now: ctx.now });
  await markSending(tx, { key, now: ctx.now });
  return { ok: true, key, start, attempts: 0 };
}

/** As long as the order is held, within what the provider allows. */
function cardExpiry(now: Date, payBy: Date | null): Date {
  const left = payBy ? payBy.getTime() - now.getTime() : CARD_WINDOW_MS.usual;
  const span = Math.min(Math.max(left, CARD_WINDOW_MS.least), CARD_WINDOW_MS.usual);
  return new Date(Math.floor((now.getTime() + span) / 1000) * 1000);
}

function startOf(
  ctx: Context,
  { order, lines, shippingName, ...rest }: Wanted & { paymentId: string; expiresAt: Date },
) {
  const page = `${ctx.origin}/orders/${order.number}`;
  return {
    paymentId: rest.paymentId,
    orderNumber: order.number,
    method: "card",
    amount: order.toPay,
    uniqueAddition: ZERO,
    expiresAtSeconds: rest.expiresAt.getTime() / 1000,
    locale: ctx.locale,
    // The provider adds its lines up: what credit pays cannot stand among them.
    ...(order.creditUsed > 0
      ? { lines: [{ name: order.number, amount: order.toPay }], shipping: { name: shippingName, amount: ZERO } }
      : { lines, shipping: { name: shippingName, amount: add(order.shippingQuote, order.doorFee) } }),
    returnUrl: `${page}/paid`,
    cancelUrl: `${page}/pay`,
  } satisfies PaymentStart;
}
