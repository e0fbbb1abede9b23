import { BadSignature } from "#app/adapters/payments/port.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { keepWebhookEvent } from "#db/write/webhook-events.ts";

type Received = {
  raw: string;
  signature: string;
  /** It came to the endpoint that hears of the groups' accounts, which has a secret of its own. */
  isOfAccounts?: boolean;
};

/** Keeps a provider's event once, when its signature is right; what it means is asked of the provider later. */
export async function receiveWebhook(
  ctx: Context,
  { raw, signature, isOfAccounts = false }: Received,
): Promise<"kept" | "ignored" | "known" | "refused" | "no-provider"> {
  const provider = ctx.payments.stripe;
  if (!provider?.parseWebhook || (isOfAccounts && !provider.accounts)) return "no-provider";
  try {
    const { concerns, ...known } = provider.parseWebhook(raw, signature, isOfAccounts);
    const isIgnored = concerns === null || known.objectRef === null;
    const event = { ...known, provider: provider.code, concerns: concerns ?? "payment", body: raw, now: ctx.now };
    const isNew = await inTransaction((tx) => keepWebhookEvent(tx, { ...event, isIgnored }));
    return isNew ? (isIgnored ? "ignored" : "kept") : "known";
  } catch (problem) {
    if (problem instanceof BadSignature) return "refused";
    throw problem;
  }
}
