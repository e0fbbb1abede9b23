import { processWebhookEvents } from "#app/usecases/hooks/process-webhook-events.ts";
import { receiveWebhook } from "#app/usecases/hooks/receive-webhook.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { log } from "#app/web/log.server.ts";

/** Keeps the event and answers at once; what it means is found out afterwards, and again by the clock if that fails. */
export const action = door(async ({ ctx, request }) => {
  // The very bytes: the signature is over them, not over what they mean.
  const raw = await request.text();
  const answer = await receiveWebhook(ctx, { raw, signature: request.headers.get("stripe-signature") ?? "" });
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
