import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { MISHAP_REQUESTS, type MishapName } from "#app/domain/mishap.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { groups, orders, outbox, payments, reversals, transfers, webhookEvents } from "../schema.ts";

export type Mishap = MishapName & {
  what: string;
  about: string;
  at: Date;
  error: string | null;
  /** Of a transfer to a group: whose, and how much. */
  transfer: { group: string; amount: Rupiah; order: string } | null;
  /** A transfer that could not be pulled back: the group owes so much instead, and there is nothing to try again. */
  isOwed: boolean;
};

const isDeadEvent = and(eq(webhookEvents.outcome, "dead"), isNull(webhookEvents.settledAt));
/** A refund that could not be sent is paid by hand, and a payment that could not begin is begun anew: neither waits here. */
const isFailedRequest = and(
  eq(outbox.outcome, "failed"),
  inArray(outbox.kind, [...MISHAP_REQUESTS]),
  isNull(outbox.settledAt),
);

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
  const known = await transfersOf(requests.filter(({ what }) => what === "stripe-transfer").map(({ about }) => about));
  const owed = await reversalsOf(requests.filter(({ what }) => what === "stripe-reversal").map(({ about }) => about));
  return [
    ...events.map((row) => ({ ...row, kind: "event" as const, about: row.about ?? "", transfer: null, isOwed: false })),
    ...requests.map((row) => ({
      ...{ ...row, kind: "request" as const, isOwed: owed.has(row.about) },
      transfer: known.get(row.about) ?? owed.get(row.about) ?? null,
    })),
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

async function reversalsOf(ids: string[]): Promise<Map<string, NonNullable<Mishap["transfer"]>>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: reversals.id, group: groups.name, amount: reversals.amount, order: orders.number })
    .from(reversals)
    .innerJoin(transfers, eq(transfers.id, reversals.transferId))
    .innerJoin(groups, eq(groups.id, transfers.groupId))
    .innerJoin(payments, eq(payments.id, transfers.paymentId))
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(inArray(reversals.id, ids));
  return new Map(rows.map(({ id, ...reversal }) => [id, reversal]));
}

async function transfersOf(ids: string[]): Promise<Map<string, NonNullable<Mishap["transfer"]>>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: transfers.id, group: groups.name, amount: transfers.amount, order: orders.number })
    .from(transfers)
    .innerJoin(groups, eq(groups.id, transfers.groupId))
    .innerJoin(payments, eq(payments.id, transfers.paymentId))
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(inArray(transfers.id, ids));
  return new Map(rows.map(({ id, ...transfer }) => [id, transfer]));
}
