import { and, eq, isNull } from "drizzle-orm";
import type { MishapName } from "#app/domain/mishap.ts";
import { outbox, webhookEvents } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

const deadEvent = (name: string) =>
  and(eq(webhookEvents.eventId, name), eq(webhookEvents.outcome, "dead"), isNull(webhookEvents.settledAt));
const failedRequest = (name: string) =>
  and(eq(outbox.key, name), eq(outbox.outcome, "failed"), eq(outbox.kind, "stripe-expire"), isNull(outbox.settledAt));

/** As if it had just come in: the next beat of the clock takes it up. False when it waits for nobody any more. */
export async function reviveMishap(tx: Tx, { kind, name, now }: MishapName & { now: Date }): Promise<boolean> {
  const anew = { outcome: null, attempts: 0, nextTryAt: now, error: null };
  const changed =
    kind === "event"
      ? await tx
          .update(webhookEvents)
          .set({ ...anew, processedAt: null })
          .where(deadEvent(name))
          .returning({ name: webhookEvents.eventId })
      : await tx
          .update(outbox)
          .set({ ...anew, doneAt: null })
          .where(failedRequest(name))
          .returning({ name: outbox.key });
  return changed.length > 0;
}

/** Somebody has seen to it. False when it waits for nobody any more. */
export async function keepMishapSettled(tx: Tx, { kind, name, now }: MishapName & { now: Date }): Promise<boolean> {
  const set = { settledAt: now };
  const changed =
    kind === "event"
      ? await tx.update(webhookEvents).set(set).where(deadEvent(name)).returning({ name: webhookEvents.eventId })
      : await tx.update(outbox).set(set).where(failedRequest(name)).returning({ name: outbox.key });
  return changed.length > 0;
}
