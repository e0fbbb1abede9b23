import { db } from "#db/client.server.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { consignments, entries, orderLines, orders, payments, refunds, variants } from "#db/schema.ts";
import type { StripeEvent, StripeWorld } from "#tests/world/stripe-world.ts";
import type { Walk } from "./walks.ts";

type Asked = { walks: Walk[]; stripe: StripeWorld; variantId: string; stockMilli: number };

/** What does not hold after all the kills; empty when nothing was lost and nothing was doubled. */
export async function whatIsWrong({ walks, stripe, variantId, stockMilli }: Asked): Promise<string[]> {
  const all = {
    orders: await db().select().from(orders),
    payments: await db().select().from(payments),
    refunds: await db().select().from(refunds),
    entries: await db().select().from(entries),
    consignments: await db().select().from(consignments),
    lines: await db().select().from(orderLines),
  };
  const [variant] = (await db().select().from(variants)).filter((row) => row.id === variantId);
  return [
    ...walks.flatMap((walk) => wrongOrders(walk, all.orders)),
    ...wrongPayments(all, stripe.events()),
    ...wrongRefunds(all, stripe.events()),
    ...wrongStock(all, { stockMilli, leftMilli: variant?.stockMilli ?? -1 }),
    ...(await wrongBooks(stripe.events())),
  ];
}

type All = {
  orders: (typeof orders.$inferSelect)[];
  payments: (typeof payments.$inferSelect)[];
  refunds: (typeof refunds.$inferSelect)[];
  entries: (typeof entries.$inferSelect)[];
  consignments: (typeof consignments.$inferSelect)[];
  lines: (typeof orderLines.$inferSelect)[];
};

/** What was acknowledged is there once; what was not, once or not at all. */
function wrongOrders(walk: Walk, all: All["orders"]): string[] {
  const made = all.filter((row) => row.formKey === walk.formKey);
  if (made.length > 1) return [`${made.length} orders of one form`];
  if (walk.number && made[0]?.number !== walk.number) return [`order ${walk.number} was acknowledged and is gone`];
  return [];
}

/** One charge at the provider, one entry in the books and one fee for each order that is paid; else none. */
function wrongPayments({ orders: made, payments: tries, entries: booked }: All, events: StripeEvent[]): string[] {
  const wrong: string[] = [];
  for (const order of made) {
    const own = tries.filter((row) => row.orderId === order.id).map((row) => row.id);
    const charged = own.filter((id) => events.some((event) => isPaidPage(event, id)));
    const posted = booked.filter((row) => own.some((id) => row.key === `paid:${id}`));
    const fees = booked.filter((row) => row.kind === "provider-fee" && own.includes(row.causeId));
    const counts = [charged.length, posted.length, fees.length].join(" ");
    if (counts !== "0 0 0" && counts !== "1 1 1") wrong.push(`${order.number}: charges, entries, fees are ${counts}`);
    const isPaid = ["paid", "refunded", "completed"].includes(order.state);
    if (isPaid !== (charged.length === 1)) wrong.push(`${order.number} is ${order.state}, charges: ${charged.length}`);
  }
  return wrong;
}

function isPaidPage({ type, data }: StripeEvent, paymentId: string): boolean {
  return type === "checkout.session.completed" && metadataOf(data.object).payment_id === paymentId;
}

function metadataOf(object: object): Record<string, string> {
  return "metadata" in object ? (object.metadata as Record<string, string>) : {};
}

/** One refund at the provider and one entry for each that was asked for. */
function wrongRefunds({ refunds: asked, entries: booked }: All, events: StripeEvent[]): string[] {
  const made = events.filter((event) => event.type === "refund.created");
  const wrong = asked.flatMap(({ id, state }) => {
    const sent = made.filter((event) => metadataOf(event.data.object).refund_key === `refund:${id}`).length;
    const posted = booked.filter((row) => row.key === `refund:${id}`).length;
    return sent === 1 && posted === 1 && state === "succeeded"
      ? []
      : [`refund ${id} is ${state}, made ${sent} times, posted ${posted} times`];
  });
  return made.length === asked.length ? wrong : [...wrong, `${made.length} refunds made, ${asked.length} asked for`];
}

/** What is on sale and what is sold come to what there was. */
function wrongStock({ lines, consignments: parts }: All, has: { stockMilli: number; leftMilli: number }): string[] {
  const given = new Set(
    parts.filter((part) => part.state === "cancelled" || part.state === "refunded").map((part) => part.id),
  );
  const soldMilli = lines
    .filter((line) => !given.has(line.consignmentId))
    .reduce((all, line) => all + line.quantityMilli, 0);
  const sum = has.leftMilli + soldMilli;
  return sum === has.stockMilli ? [] : [`${has.leftMilli} on sale and ${soldMilli} sold, of ${has.stockMilli}`];
}

/** The books are whole, and hold at the provider what the provider holds. */
async function wrongBooks(events: StripeEvent[]): Promise<string[]> {
  const { ok, problems } = await verifyBooks();
  const { total } = await trialBalance();
  const theirs = events.reduce((all, { type, data }) => all + movedBy(type, data.object), 0);
  const ours = await balanceOf("stripe:network:network");
  return [
    ...(ok ? [] : problems.map((problem) => JSON.stringify(problem))),
    ...(total === 0 ? [] : [`the books sum to ${total}`]),
    ...(theirs === ours ? [] : [`the provider holds ${theirs}, our books say ${ours}`]),
  ];
}

/** 2,9 %, half up, as the stand-in takes it. */
function movedBy(type: string, object: object): number {
  const { amount_total: paid = 0, amount = 0 } = object as { amount_total?: number; amount?: number };
  if (type === "refund.created") return -amount / 100;
  if (type !== "checkout.session.completed") return 0;
  return paid / 100 - Math.floor(((paid / 100) * 29 + 500) / 1000);
}
