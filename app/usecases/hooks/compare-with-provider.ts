import { type PaymentProvider, ProviderProblem } from "#app/adapters/payments/port.ts";
import { ZERO } from "#app/domain/money.ts";
import {
  COMPARE_BACK_MS,
  COMPARE_EVERY_MS,
  type ComparisonKind,
  type Difference,
  heldOf,
  type ProviderMovement,
} from "#app/domain/reconciliation.ts";
import { movedBy } from "#app/domain/transfer.ts";
import type { Context } from "#app/usecases/context.ts";
import { bookedOf, isSettlementBooked, lastComparedAt, listWaitingRefs } from "#db/read/reconciliation.ts";
import { listOpenAccounts } from "#db/read/stripe-accounts.ts";
import { bookedAtAccount, bookedOfTransfer } from "#db/read/transfers.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { applyProviderView, Contradiction } from "#db/write/provider-views.ts";
import { dropDifferences, keepComparison, keepDifference } from "#db/write/reconciliation.ts";
import { applyAccountView } from "#db/write/stripe-accounts.ts";
import { applyTransferView } from "#db/write/transfers.ts";

type Asked = { ctx: Context; provider: PaymentProvider };
type Found = { looked: number; differences: Difference[]; alike: string[] };

/**
 * Asks the provider how things stand, as the clock demands: often after payments that wait (an event may be lost), once a day after all
 * that moved in a week. What it says is applied as an event's word would be; what the books hold otherwise after that is listed for a
 * person, and never posted by itself.
 * @returns how many were looked at, by kind; nothing where it was not time, or no provider keeps a balance
 */
export async function compareWithProvider(ctx: Context): Promise<Partial<Record<ComparisonKind, number>>> {
  const provider = ctx.payments.stripe;
  if (!provider) return {};
  const looked: Partial<Record<ComparisonKind, number>> = {};
  for (const [kind, ask] of [["waiting", askWaiting] as const, ["full", askMoved] as const]) {
    const last = await lastComparedAt(kind);
    if (last && ctx.now.getTime() - last.getTime() < COMPARE_EVERY_MS[kind]) continue;
    const found = await ask({ ctx, provider });
    looked[kind] = found.looked;
    await inTransaction(async (tx) => {
      for (const difference of found.differences) await keepDifference(tx, ctx, difference);
      await dropDifferences(tx, { refs: found.alike, now: ctx.now });
      await keepComparison(tx, ctx, { kind, looked: found.looked });
    });
  }
  return looked;
}

async function askWaiting(asked: Asked): Promise<Found> {
  const before = new Date(asked.ctx.now.getTime() - COMPARE_EVERY_MS.waiting);
  const refs = await listWaitingRefs(before);
  const found: Found = { looked: refs.length, differences: [], alike: [] };
  for (const ref of refs) {
    const compared = await comparePayment(asked, ref);
    if (compared) tell(found, compared);
  }
  return found;
}

async function askMoved(asked: Asked): Promise<Found> {
  const { ctx, provider } = asked;
  const seconds = (ms: number): number => Math.floor(ms / 1000);
  const time = { fromSeconds: seconds(ctx.now.getTime() - COMPARE_BACK_MS), toSeconds: seconds(ctx.now.getTime()) + 1 };
  const movements = (await provider.listMovements?.(time)) ?? [];
  const found: Found = { looked: movements.length, differences: [], alike: [] };
  const seen = new Set<string>();
  for (const movement of movements) {
    const compared = await compareMovement(asked, movement);
    // A payment or transfer moves more than once; it is one comparison.
    if (seen.has(compared.ref)) continue;
    seen.add(compared.ref);
    tell(found, compared);
  }
  for (const compared of await compareAccounts(asked)) tell(found, compared);
  return found;
}

function tell(found: Found, compared: Difference): void {
  if (compared.theirs === compared.ours) found.alike.push(compared.ref);
  else found.differences.push(compared);
}

async function compareMovement(asked: Asked, { ref, kind, source, net }: ProviderMovement): Promise<Difference> {
  if (kind === "of-payment" && source) {
    const compared = await comparePayment(asked, source);
    return compared ?? { kind: "unknown-payment", ref, theirs: net, ours: ZERO };
  }
  if (kind === "of-transfer" && source) {
    const compared = await compareTransfer(asked, source);
    return compared ?? { kind: "unknown-transfer", ref, theirs: net, ours: ZERO };
  }
  if (kind !== "settlement") return { kind: "other", ref, theirs: net, ours: ZERO };
  const ours = (await isSettlementBooked(ref)) ? net : ZERO;
  return { kind, ref, theirs: net, ours };
}

/** Null when it is no payment of ours: none at all, or one that nobody here could have asked for. */
async function comparePayment({ ctx, provider }: Asked, source: string): Promise<Difference | null> {
  const view = await provider.fetch(source).catch((problem: unknown) => {
    if (problem instanceof ProviderProblem && !problem.mayRetry) return null;
    throw problem;
  });
  if (!view) return null;
  try {
    if ((await inTransaction((tx) => applyProviderView(tx, ctx, view))) === "unknown") return null;
  } catch (problem) {
    // Nothing of it is posted: the two amounts say the rest.
    if (!(problem instanceof Contradiction)) throw problem;
  }
  return { kind: "payment", ref: view.ref, theirs: heldOf(view), ours: await bookedOf(view.ref) };
}

/** Null when it is none of ours. */
async function compareTransfer({ ctx, provider }: Asked, source: string): Promise<Difference | null> {
  const view = (await provider.accounts?.fetchTransfer(source)) ?? null;
  if (!view || (await inTransaction((tx) => applyTransferView(tx, ctx, view))) === "unknown") return null;
  return { kind: "transfer", ref: view.ref, theirs: movedBy(view), ours: await bookedOfTransfer(view.ref) };
}

/** How each group's account stands, and whether it has received what the books say. */
async function compareAccounts({ ctx, provider }: Asked): Promise<Difference[]> {
  const { accounts } = provider;
  const found: Difference[] = [];
  if (!accounts) return found;
  for (const { id, ref } of await listOpenAccounts()) {
    const view = await accounts.fetch(ref);
    if (view) await inTransaction((tx) => applyAccountView(tx, ctx, view));
    if (!view || view.isClosed) continue;
    const [theirs, ours] = [await accounts.received(ref), await bookedAtAccount(id)];
    found.push({ kind: "group-account", ref, theirs, ours });
  }
  return found;
}
