import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { MISHAP_REQUESTS, type MishapName, RETRIED_REQUESTS } from "#app/domain/mishap.ts";
import { outbox, webhookEvents } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { endTransfer } from "./transfers.ts";

type By = { now: Date; newId: () => string };

const deadEvent = (name: string) =>
  and(eq(webhookEvents.eventId, name), eq(webhookEvents.outcome, "dead"), isNull(webhookEvents.settledAt));
const failedRequest = (name: string) =>
  and(
    eq(outbox.key, name),
    eq(outbox.outcome, "failed"),
    inArray(outbox.kind, [...MISHAP_REQUESTS]),
    isNull(outbox.settledAt),
  );

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
          .set({ ...anew, doneAt: null, turn: sql`${outbox.turn} + 1` })
          .where(and(failedRequest(name), inArray(outbox.kind, [...RETRIED_REQUESTS])))
          .returning({ name: outbox.key });
  return changed.length > 0;
}

/** Somebody has seen to it: a transfer that was refused rests from now on. False when it waits for nobody any more. */
export async function keepMishapSettled(tx: Tx, by: By, { kind, name }: MishapName): Promise<boolean> {
  const set = { settledAt: by.now };
  if (kind === "event") {
    const seen = await tx
      .update(webhookEvents)
      .set(set)
      .where(deadEvent(name))
      .returning({ name: webhookEvents.eventId });
    return seen.length > 0;
  }
  const [request] = await tx.update(outbox).set(set).where(failedRequest(name)).returning();
  if (request?.kind === "stripe-transfer") await endTransfer(tx, by, request.subjectId);
  return request !== undefined;
}
