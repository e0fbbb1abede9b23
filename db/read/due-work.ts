import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import { db } from "../client.server.ts";
import { eventCursors, outbox, webhookEvents } from "../schema.ts";

// What a job picks up next; nobody asks, so there is no actor.

export function listDueOutbox({ kinds, now }: { kinds: string[]; now: Date }) {
  return db()
    .select()
    .from(outbox)
    .where(and(isNull(outbox.doneAt), lte(outbox.nextTryAt, now), inArray(outbox.kind, kinds)))
    .orderBy(asc(outbox.nextTryAt), asc(outbox.key))
    .limit(50);
}

export function listDueWebhookEvents(now: Date) {
  return db()
    .select()
    .from(webhookEvents)
    .where(and(isNull(webhookEvents.processedAt), lte(webhookEvents.nextTryAt, now)))
    .orderBy(asc(webhookEvents.receivedAt), asc(webhookEvents.eventId))
    .limit(50);
}

/** Up to when a provider's own list of events was read; null for never. */
export async function eventsReadUntil(source: string): Promise<Date | null> {
  const [row] = await db().select().from(eventCursors).where(eq(eventCursors.source, source));
  return row?.readUntil ?? null;
}
