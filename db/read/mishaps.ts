import { and, desc, eq, isNull } from "drizzle-orm";
import type { MishapName } from "#app/domain/mishap.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { outbox, webhookEvents } from "../schema.ts";

export type Mishap = MishapName & { what: string; about: string; at: Date; error: string | null };

const isDeadEvent = and(eq(webhookEvents.outcome, "dead"), isNull(webhookEvents.settledAt));
/** A refund that could not be sent is paid by hand, and a payment that could not begin is begun anew: neither waits here. */
const isFailedRequest = and(eq(outbox.outcome, "failed"), eq(outbox.kind, "stripe-expire"), isNull(outbox.settledAt));

const AT_MOST = 50;

/** For the operator: what the machine has given up on and nobody has seen to, the newest first. */
export async function listMishaps(actor: Actor): Promise<Mishap[]> {
  permit(actor, "see-operations");
  const [events, requests] = await Promise.all([
    db()
      .select({
        name: webhookEvents.eventId,
        what: webhookEvents.type,
        about: webhookEvents.objectRef,
        at: webhookEvents.receivedAt,
        error: webhookEvents.error,
      })
      .from(webhookEvents)
      .where(isDeadEvent)
      .orderBy(desc(webhookEvents.receivedAt), webhookEvents.eventId)
      .limit(AT_MOST),
    db()
      .select({
        name: outbox.key,
        what: outbox.kind,
        about: outbox.subjectId,
        at: outbox.createdAt,
        error: outbox.error,
      })
      .from(outbox)
      .where(isFailedRequest)
      .orderBy(desc(outbox.createdAt), outbox.key)
      .limit(AT_MOST),
  ]);
  return [
    ...events.map((row) => ({ ...row, kind: "event" as const, about: row.about ?? "" })),
    ...requests.map((row) => ({ ...row, kind: "request" as const })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

export async function countMishaps(actor: Actor): Promise<number> {
  permit(actor, "see-operations");
  const [events, requests] = await Promise.all([
    db().$count(webhookEvents, isDeadEvent),
    db().$count(outbox, isFailedRequest),
  ]);
  return events + requests;
}
