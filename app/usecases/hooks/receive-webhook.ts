import { BadSignature } from "#app/adapters/payments/port.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { keepWebhookEvent } from "#db/write/webhook-events.ts";

/** Keeps a provider's event once, when its signature is right; what it means is asked of the provider later. */
export async function receiveWebhook(
  ctx: Context,
  { raw, signature }: { raw: string; signature: string },
): Promise<"kept" | "ignored" | "known" | "refused" | "no-provider"> {
  const provider = ctx.payments.stripe;
  if (!provider?.parseWebhook) return "no-provider";
  try {
    const { eventId, type, objectRef, concernsPayment } = provider.parseWebhook(raw, signature);
    const isIgnored = !concernsPayment || objectRef === null;
    const event = { provider: provider.code, eventId, type, objectRef, body: raw, isIgnored, now: ctx.now };
    const isNew = await inTransaction((tx) => keepWebhookEvent(tx, event));
    return isNew ? (isIgnored ? "ignored" : "kept") : "known";
  } catch (problem) {
    if (problem instanceof BadSignature) return "refused";
    throw problem;
  }
}
