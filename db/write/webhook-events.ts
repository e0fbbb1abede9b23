import { and, eq, isNull, lt } from "drizzle-orm";
import type { EventSubject } from "#app/domain/provider-event.ts";
import { eventCursors, webhookEvents } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type Received = {
  provider: string;
  eventId: string;
  type: string;
  objectRef: string | null;
  concerns: EventSubject;
  account: string | null;
  body: string;
  isIgnored: boolean;
  now: Date;
};

/** Keeps a verified event; false when it was here before. */
export async function keepWebhookEvent(tx: Tx, { isIgnored, now, ...event }: Received): Promise<boolean> {
  const kept = await tx
    .insert(webhookEvents)
    .values({
      ...event,
      receivedAt: now,
      nextTryAt: now,
      ...(isIgnored && { processedAt: now, outcome: "ignored" as const }),
    })
    .onConflictDoNothing()
    .returning({ eventId: webhookEvents.eventId });
  return kept.length === 1;
}

type Event = { provider: string; eventId: string };

export async function markEventDone(
  tx: Tx,
  { provider, eventId, outcome, error, now }: Event & { outcome: "applied" | "dead"; error: string | null; now: Date },
): Promise<boolean> {
  const changed = await tx
    .update(webhookEvents)
    .set({ processedAt: now, outcome, error })
    .where(
      and(eq(webhookEvents.provider, provider), eq(webhookEvents.eventId, eventId), isNull(webhookEvents.processedAt)),
    )
    .returning({ eventId: webhookEvents.eventId });
  return changed.length === 1;
}

export async function markEventLater(
  tx: Tx,
  { provider, eventId, ...set }: Event & { attempts: number; nextTryAt: Date; error: string },
): Promise<void> {
  await tx
    .update(webhookEvents)
    .set(set)
    .where(
      and(eq(webhookEvents.provider, provider), eq(webhookEvents.eventId, eventId), isNull(webhookEvents.processedAt)),
    );
}

/** The provider's own list of events was read up to then; never back again. */
export async function markEventsRead(tx: Tx, { source, until }: { source: string; until: Date }): Promise<void> {
  await tx
    .insert(eventCursors)
    .values({ source, readUntil: until })
    .onConflictDoUpdate({
      target: eventCursors.source,
      set: { readUntil: until },
      setWhere: lt(eventCursors.readUntil, until),
    });
}
