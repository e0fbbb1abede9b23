import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import { accountCode, NETWORK } from "#app/domain/ledger.ts";
import { type Rupiah, rupiah } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import type { ComparisonKind } from "#app/domain/reconciliation.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { comparisons, differences, disputes, entries, payments, postings, refunds } from "../schema.ts";

const STRIPE = accountCode("stripe", NETWORK);

/** When the provider was last asked; null for never. For a job: nobody asks. */
export async function lastComparedAt(kind: ComparisonKind): Promise<Date | null> {
  const [row] = await db()
    .select({ at: comparisons.at })
    .from(comparisons)
    .where(eq(comparisons.kind, kind))
    .orderBy(desc(comparisons.at))
    .limit(1);
  return row?.at ?? null;
}

/** The provider's names of payments that were begun before then and have no end yet, the oldest first. */
export async function listWaitingRefs(before: Date): Promise<string[]> {
  const rows = await db()
    .select({ ref: payments.providerRef })
    .from(payments)
    .where(
      and(
        eq(payments.provider, "stripe"),
        isNotNull(payments.providerRef),
        eq(payments.state, "open"),
        lt(payments.createdAt, before),
      ),
    )
    .orderBy(asc(payments.createdAt))
    .limit(100);
  return rows.flatMap(({ ref }) => (ref === null ? [] : [ref]));
}

/** What our books say the provider holds of the payment by that name: all that was posted to its account for it. */
export async function bookedOf(providerRef: string): Promise<Rupiah> {
  const mine = db().select({ id: payments.id }).from(payments).where(eq(payments.providerRef, providerRef));
  const refunded = db().select({ id: refunds.id }).from(refunds).where(inArray(refunds.paymentId, mine));
  const disputed = await db()
    .select({ ref: disputes.providerRef })
    .from(disputes)
    .where(inArray(disputes.paymentId, mine));
  const keys = disputed.flatMap(({ ref }) => [`disputed:${ref}`, `dispute-won:${ref}`]);
  const [row] = await db()
    .select({ total: sql<number>`coalesce(sum(${postings.amount}), 0)`.mapWith(Number) })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(
      and(
        eq(postings.accountCode, STRIPE),
        or(
          and(eq(entries.causeKind, "payment"), inArray(entries.causeId, mine)),
          and(eq(entries.causeKind, "refund"), inArray(entries.causeId, refunded)),
          inArray(entries.key, keys),
        ),
      ),
    );
  return rupiah(row?.total ?? 0);
}

/** Whether a movement was posted by its own name. */
export async function isSettlementBooked(movementRef: string): Promise<boolean> {
  const [row] = await db()
    .select({ id: entries.id })
    .from(entries)
    .where(eq(entries.key, `provider-settled:${movementRef}`));
  return row !== undefined;
}

const isOpen = isNull(differences.settledAt);

/** For the operator: what a person has still to settle, the oldest first, and when all was last compared. */
export async function findReconciliation(actor: Actor) {
  permit(actor, "see-operations");
  const open = await db()
    .select({
      id: differences.id,
      kind: differences.kind,
      ref: differences.ref,
      theirs: differences.theirs,
      ours: differences.ours,
      foundAt: differences.foundAt,
    })
    .from(differences)
    .where(isOpen)
    .orderBy(asc(differences.foundAt), asc(differences.ref))
    .limit(50);
  return { comparedAt: await lastComparedAt("full"), open };
}

export function countDifferences(actor: Actor): Promise<number> {
  permit(actor, "see-operations");
  return db().$count(differences, isOpen);
}
