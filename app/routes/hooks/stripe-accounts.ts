import { processWebhookEvents } from "#app/usecases/hooks/process-webhook-events.ts";
import { receiveWebhook } from "#app/usecases/hooks/receive-webhook.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { log } from "#app/web/log.server.ts";

/** As the first endpoint, for what happens at the groups' own accounts: Stripe signs it with a secret of its own. */
export const action = door(async ({ ctx, request }) => {
  const raw = await request.text();
  const signature = request.headers.get("stripe-signature") ?? "";
  const answer = await receiveWebhook(ctx, { raw, signature, isOfAccounts: true });
  if (answer === "no-provider") throw notFound();
  if (answer === "refused") return new Response("bad signature", { status: 400 });
  if (answer === "kept")
    setImmediate(() => {
      processWebhookEvents(ctx).catch((problem: unknown) => log.error({ err: problem }, "events wait for the clock"));
    });
  return new Response("ok");
});

export const loader = door(async () => {
  throw notFound();
});
