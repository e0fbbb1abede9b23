import { eq } from "drizzle-orm";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { type PlanCycleInput, planCycle } from "#app/usecases/sell/plan-cycle.ts";
import { pledgeHarvest } from "#app/usecases/sell/pledge-harvest.ts";
import { db } from "#db/client.server.ts";
import { orderLineShares, orderLines, orders, payments } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { MARKET_DAY, testContext, testId } from "./context.ts";
import { aFarm, bring } from "./lots.ts";
import { aBasket, aWish } from "./orders.ts";
import { aPerson } from "./people.ts";

const HOUR_MS = 3_600_000;

/** Hours after nine o'clock of the market day, Tuesday 24 November: orders open at hour 2 and close at hour 50. */
export function atHour(hours: number): Date {
  return new Date(MARKET_DAY.getTime() + hours * HOUR_MS);
}

export const [OPEN, LAST, CLOSED, HARVEST] = [2, 49, 50, 72] as const;

type Farm = Awaited<ReturnType<typeof aFarm>>;
type Pledge = { member: number; from: string; to: string };

/** The form of a farm's officer who plans a cycle for its chillies. */
export function aPlan(farm: Farm, over: Partial<PlanCycleInput> = {}): PlanCycleInput {
  return {
    ...{ formKey: `cycle-form-${testId()}`, groupId: farm.group.id, variantId: farm.variant.id },
    ...{ opensAt: atHour(OPEN), closesAt: atHour(CLOSED), handOverDay: "2026-11-28" },
    ...{ minimum: "", mayWait: "", cutRule: "pro-rata" as const, ...over },
  };
}

/** A farm with a planned cycle and these pledges; nothing is ordered yet. */
export async function aCycle({
  pledges = [{ member: 0, from: "5", to: "10" }],
  ...over
}: Partial<PlanCycleInput> & { pledges?: Pledge[] } = {}) {
  const farm = await aFarm([50_000]);
  const planned = await planCycle(farm.officer, aPlan(farm, over));
  if (!planned.ok) throw new Error(`the cycle was refused: ${JSON.stringify(planned)}`);
  const where = { groupId: farm.group.id, cycleId: planned.cycleId };
  for (const { member, ...range } of pledges) {
    const memberId = farm.group.members[member]?.id ?? "";
    const answer = await pledgeHarvest(farm.officer, { ...where, memberId, ...range });
    if (!answer.ok) throw new Error(`the pledge was refused: ${JSON.stringify(answer)}`);
  }
  return { farm, ...where, at: (hours: number): Context => ({ ...farm.officer, now: atHour(hours) }) };
}

export type RunningCycle = Awaited<ReturnType<typeof aCycle>>;

/** Somebody's context, shopping at that hour; a guest's unless said otherwise. */
export async function shopping(hours: number, { signedIn = true } = {}): Promise<Context> {
  const { actor } = signedIn ? await aPerson() : { actor: testContext().actor };
  return testContext({ actor, now: atHour(hours) });
}

type Wanted = {
  quantity: string;
  hours?: number;
  isPaid?: boolean;
  savingAs?: "credit" | "refund";
  signedIn?: boolean;
};

/** Somebody orders ahead through the real checkout, and pays by transfer. */
export async function orderAhead(
  cycle: RunningCycle,
  { quantity, hours = OPEN, isPaid = true, savingAs = "credit", signedIn = true }: Wanted,
) {
  const ctx = await shopping(hours, { signedIn });
  const owner = await aBasket(ctx, [{ variantId: cycle.farm.variant.id, quantity }]);
  const answer = await placeOrder(ctx, await aWish(ctx, owner, { savingAs }));
  if (!answer.ok) throw new Error(`the order was refused: ${JSON.stringify(answer)}`);
  if (isPaid) await pay(answer.orderId);
  return { orderId: answer.orderId, number: answer.number, buyerId: ctx.actor.personId };
}

export async function pay(orderId: string): Promise<void> {
  const [payment] = await db().select().from(payments).where(eq(payments.orderId, orderId));
  await inTransaction((tx) =>
    markPaymentPaid(tx, testContext(), { paymentId: payment?.id ?? "", into: { kind: "bank" } }),
  );
}

/** A member brings so much on the day of the harvest. */
export function harvest(cycle: RunningCycle, member: number, quantity: string): Promise<string> {
  const farm = { ...cycle.farm, officer: cycle.at(HARVEST) };
  return bring(farm, { member, quantity, day: "2026-11-27" });
}

/** How an order stands: its state, what is still wanted of its line, what went back, and what each party holds by name. */
export async function orderNow(cycle: RunningCycle, orderId: string) {
  const [order] = await db().select().from(orders).where(eq(orders.id, orderId));
  const [line] = await db().select().from(orderLines).where(eq(orderLines.orderId, orderId));
  const shares = await db()
    .select()
    .from(orderLineShares)
    .where(eq(orderLineShares.orderLineId, line?.id ?? ""));
  const held: Record<string, number> = {};
  for (const { party, memberId, amount, refunded } of shares) {
    const name = cycle.farm.group.members.find((member) => member.id === memberId)?.name ?? party;
    held[name] = (held[name] ?? 0) + amount - refunded;
  }
  return {
    state: order?.state,
    wantedMilli: (line?.quantityMilli ?? 0) - (line?.refundedMilli ?? 0),
    backRupiah: Number(line?.refundedValue ?? -1),
    held,
  };
}
