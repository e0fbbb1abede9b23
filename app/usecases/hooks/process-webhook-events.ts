import { EVENT_LIFE_MS, retryDelayMs } from "#app/domain/payment.ts";
import { closedAccount } from "#app/domain/stripe-account.ts";
import type { Context } from "#app/usecases/context.ts";
import { listDueWebhookEvents } from "#db/read/due-work.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { applyBankReturn } from "#db/write/bank-returns.ts";
import { applyProviderView } from "#db/write/provider-views.ts";
import { applyAccountView, tellPayoutFailed } from "#db/write/stripe-accounts.ts";
import { applyTransferView } from "#db/write/transfers.ts";
import { markEventDone, markEventLater } from "#db/write/webhook-events.ts";

type Event = Awaited<ReturnType<typeof listDueWebhookEvents>>[number];

/**
 * Works off the events that came in. An event is a hint only: the provider is asked how things stand now, so that order and repetition
 * do not matter. What fails, or is about something not known here (yet), is tried again for three days.
 */
export async function processWebhookEvents(ctx: Context): Promise<{ applied: number; later: number; dead: number }> {
  const tally = { applied: 0, later: 0, dead: 0 };
  for (const event of await listDueWebhookEvents(ctx.now)) tally[await processOne(ctx, event)] += 1;
  return tally;
}

async function processOne(ctx: Context, event: Event): Promise<"applied" | "later" | "dead"> {
  const now = ctx.now;
  try {
    const apply = await askAbout(ctx, event);
    if (!apply) throw new Error("the provider knows no such object");
    await inTransaction(async (tx) => {
      if ((await apply(tx)) === "unknown") throw new Error(`no ${event.concerns} of ours`);
      await markEventDone(tx, { ...event, outcome: "applied", error: null, now });
    });
    return "applied";
  } catch (problem) {
    const error = problem instanceof Error ? problem.message.slice(0, 500) : "unknown";
    // In a transaction of its own: the one that failed took everything back.
    return inTransaction(async (tx) => {
      if (now.getTime() - event.receivedAt.getTime() > EVENT_LIFE_MS) {
        await markEventDone(tx, { ...event, outcome: "dead", error, now });
        return "dead";
      }
      const attempts = event.attempts + 1;
      const nextTryAt = new Date(now.getTime() + retryDelayMs(attempts));
      await markEventLater(tx, { provider: event.provider, eventId: event.eventId, attempts, nextTryAt, error });
      return "later";
    });
  }
}

type Apply = (tx: Tx) => Promise<"applied" | "unknown">;

/** Asks how what the event is about stands now; null when the provider knows no such thing. */
async function askAbout(ctx: Context, { concerns, objectRef, account, type }: Event): Promise<Apply | null> {
  const provider = ctx.payments.stripe;
  if (!provider || !objectRef) return null;
  switch (concerns) {
    case "payment": {
      const view = await provider.fetch(objectRef);
      return view && ((tx) => applyProviderView(tx, ctx, view));
    }
    case "transfer": {
      const view = (await provider.accounts?.fetchTransfer(objectRef)) ?? null;
      return view && ((tx) => applyTransferView(tx, ctx, view));
    }
    case "account": {
      // Its owner has left us: nothing can be asked any more, so here the event's word is enough.
      const hasLeft = type === "account.application.deauthorized";
      const view = hasLeft ? closedAccount(objectRef) : ((await provider.accounts?.fetch(objectRef)) ?? null);
      return view && ((tx) => applyAccountView(tx, ctx, view));
    }
    case "payout": {
      const view = (await provider.fetchPayout?.(objectRef, account)) ?? null;
      if (!view) return null;
      if (account === null) return (tx) => applyBankReturn(tx, ctx, view);
      const failed = { accountRef: account, payoutRef: view.ref, amount: view.amount };
      return async (tx) => (view.hasFailed ? tellPayoutFailed(tx, ctx, failed) : "applied");
    }
  }
}
