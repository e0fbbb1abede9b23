import { ProviderProblem } from "#app/adapters/payments/port.ts";
import { eventsFromMs, LIST_EVENTS_EVERY_MS } from "#app/domain/provider-event.ts";
import type { Context } from "#app/usecases/context.ts";
import { eventsReadUntil } from "#db/read/due-work.ts";
import { listOpenAccounts } from "#db/read/stripe-accounts.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { keepWebhookEvent, markEventsRead } from "#db/write/webhook-events.ts";

/**
 * The second source of events: what no endpoint of ours has taken is read from the provider's own list, as far back as it was read last,
 * and kept in the same inbox under the same name. A lost event heals by itself; one that comes both ways is one.
 * @returns how many were new
 */
export async function readMissedEvents(ctx: Context): Promise<{ found: number }> {
  const provider = ctx.payments.stripe;
  if (!provider?.listEvents) return { found: 0 };
  let found = await readList(ctx, { account: null, everyMs: LIST_EVENTS_EVERY_MS.own });
  if (!provider.accounts) return { found };
  for (const { ref } of await listOpenAccounts())
    found += await readList(ctx, { account: ref, everyMs: LIST_EVENTS_EVERY_MS.account });
  return { found };
}

async function readList(ctx: Context, { account, everyMs }: { account: string | null; everyMs: number }) {
  const provider = ctx.payments.stripe;
  const source = account ?? "stripe";
  const last = await eventsReadUntil(source);
  const nowMs = ctx.now.getTime();
  if (!provider?.listEvents || (last && nowMs - last.getTime() < everyMs)) return 0;
  const fromMs = eventsFromMs({ readUntilMs: last?.getTime() ?? null, nowMs });
  // A group may have left us since: what happens at its account is not ours to read any more.
  const listed = await provider
    .listEvents({ sinceSeconds: Math.floor(fromMs / 1000), account })
    .catch((problem: unknown) => {
      if (account !== null && problem instanceof ProviderProblem) return [];
      throw problem;
    });
  return inTransaction(async (tx) => {
    let found = 0;
    for (const { raw, concerns, ...event } of listed) {
      if (concerns === null || event.objectRef === null) continue;
      const kept = { ...event, provider: provider.code, concerns, body: raw, isIgnored: false, now: ctx.now };
      if (await keepWebhookEvent(tx, kept)) found += 1;
    }
    await markEventsRead(tx, { source, until: ctx.now });
    return found;
  });
}
