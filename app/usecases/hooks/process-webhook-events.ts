import { EVENT_LIFE_MS, retryDelayMs } from "#app/domain/payment.ts";
import type { Context } from "#app/usecases/context.ts";
import { listDueWebhookEvents } from "#db/read/due-work.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { applyProviderView } from "#db/write/provider-views.ts";
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
    const view = event.objectRef ? await ctx.payments.stripe?.fetch(event.objectRef) : null;
    if (!view) throw new Error("the provider knows no such object");
    await inTransaction(async (tx) => {
      if ((await applyProviderView(tx, ctx, view)) === "unknown") throw new Error("no payment of ours");
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
