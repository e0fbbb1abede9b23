import { dayInWib } from "#app/domain/calendar-day.ts";
import { type Rupiah, ZERO } from "#app/domain/money.ts";
import { creditFor } from "#app/domain/order-credit.ts";
import { type StuckReason, turnAfter, turnTotal } from "#app/domain/standing-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { listWantedLines } from "#db/read/baskets.ts";
import { creditOf } from "#db/read/buyer-credit.ts";
import { findNetwork } from "#db/read/networks.ts";
import { type DueTurn, findStandingPerson, listDueTurns } from "#db/read/standing-orders.ts";
import { listStandingMethods } from "#db/read/standing-terms.ts";
import { findStandingWay, whyNoStandingWay } from "#db/read/standing-ways.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { tellPerson } from "#db/write/messages.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { NotPlaced, writePlacedOrder } from "#db/write/placed-orders.ts";
import {
  claimTurn,
  type HeldStanding,
  holdStandingOrder,
  setStandingOrder,
  settleTurn,
} from "#db/write/standing-orders.ts";

type By = Pick<Context, "now" | "newId" | "mail" | "secrets">;
type Tally = { ordered: number; asked: number; skipped: number };

/**
 * Every standing order whose turn has come becomes an order by the rules of checkout, at today's price; or its buyer is asked, and nothing
 * is ordered. Each in a transaction of its own, which claims the turn first: two processes at once make one order.
 */
export async function orderStanding(ctx: By): Promise<Tally> {
  const tally: Tally = { ordered: 0, asked: 0, skipped: 0 };
  for (const due of await listDueTurns(ctx.now)) {
    const outcome = await takeTurn(ctx, due);
    if (outcome) tally[outcome] += 1;
  }
  return tally;
}

async function takeTurn(ctx: By, due: DueTurn): Promise<keyof Tally | null> {
  try {
    return await inTransaction((tx) => turnWithin(tx, ctx, { due, stuck: null }));
  } catch (problem) {
    if (!(problem instanceof NotPlaced)) throw problem;
    const stuck = WHY[problem.reason];
    return inTransaction((tx) => turnWithin(tx, ctx, { due, stuck }));
  }
}

const WHY = { "delivery-gone": "delivery", "goods-missing": "goods", "payments-full": "method" } as const;

type Taking = {
  due: DueTurn;
  /** What was in the way when it was tried a moment ago. */
  stuck: StuckReason | null;
};

async function turnWithin(tx: Tx, ctx: By, { due, stuck }: Taking): Promise<keyof Tally | null> {
  const standing = await holdStandingOrder(tx, due.standingOrderId);
  if (!standing) return null;
  const outcome = standing.skipsNext ? "skipped" : "ordered";
  if (!(await claimTurn(tx, { ...due, outcome, at: ctx.now }))) return null;
  const notBefore = turnAfter(standing, dayInWib(ctx.now.getTime()));
  const set = { skipsNext: false, notBefore };
  await setStandingOrder(tx, { id: standing.id, from: ["active"], set });
  if (standing.skipsNext) return "skipped";
  const why = stuck ?? (await orderWithin(tx, ctx, { standing, due }));
  if (why === null) return "ordered";
  await settleTurn(tx, due, { outcome: "asked", why });
  await ask(tx, ctx, { standing, due, why });
  return "asked";
}

/** @returns why it was not ordered; null when it was */
async function orderWithin(
  tx: Tx,
  ctx: By,
  { standing, due }: { standing: HeldStanding; due: DueTurn },
): Promise<StuckReason | null> {
  const { personId } = standing;
  const person = await findStandingPerson(personId);
  if (!person?.phone) return "phone";
  const lines = await listWantedLines([standing], ctx.now);
  if (lines.length === 0 || lines.some((line) => line.trouble !== null)) return "goods";
  const isAhead = lines.some((line) => line.cycleId !== null);
  if (!(await listStandingMethods()).includes(standing.method) || (isAhead && standing.method === "cash-on-delivery"))
    return "method";
  const way = await findStandingWay(lines, standing, ctx.now);
  if (!way) return whyNoStandingWay(lines, standing, ctx.now);
  const total = turnTotal(lines, way.offer);
  if (total > standing.ceiling) return "price";
  const { method, credit } = await payingOf(standing, total);
  const formKey = `standing:${standing.id}:${due.turn}`;
  const placed = await writePlacedOrder(
    tx,
    { ...ctx, shortCode: ctx.secrets.shortCode, locale: person.locale ?? "id", buyerId: personId },
    {
      ...{ lines, offer: way.offer, network: await findNetwork(), credit, told: "standing-ordered" },
      wish: {
        ...{ ...way.place, buyerName: person.name, buyerPhone: person.phone, note: "", method, savingAs: "credit" },
        ...{ formKey, formHash: formKey, gift: null },
      },
    },
  );
  if (!placed.ok) return "goods";
  if (method === "credit")
    await markPaymentPaid(tx, { ...ctx, actor: { personId } }, { paymentId: placed.paymentId, into: { kind: "bank" } });
  await settleTurn(tx, due, { outcome: "ordered", orderId: placed.orderId });
  return null;
}

/** Credit first, where that was chosen; it pays a part only of what is not paid at a door. */
async function payingOf({ personId, method, usesCredit }: HeldStanding, total: Rupiah) {
  const wish = { method, useCredit: usesCredit ? ("yes" as const) : ("" as const), creditSeen: 0 };
  const choice = creditFor(total, await creditOf(personId), wish);
  return choice.ok ? { method: choice.method, credit: choice.used } : { method, credit: ZERO };
}

type Asking = { standing: HeldStanding; due: DueTurn; why: StuckReason };

/** Nothing is ordered silently: the buyer hears why, and where to say what to do. */
async function ask(tx: Tx, ctx: By, { standing, due, why }: Asking): Promise<void> {
  const [goods] = await listWantedLines([standing], ctx.now);
  await tellPerson(tx, ctx, {
    personId: standing.personId,
    about: `${standing.id}:${due.turn}`,
    kind: "standing-asks",
    facts: { goods: goods?.listingName ?? "", why },
    path: `/account/standing-orders/${standing.id}`,
  });
}
