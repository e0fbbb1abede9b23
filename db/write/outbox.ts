import { and, eq, isNull } from "drizzle-orm";
import { retryDelayMs } from "#app/domain/payment.ts";
import { outbox } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

export type OutboxKind =
  | "stripe-session"
  | "stripe-refund"
  | "stripe-expire"
  | "stripe-transfer"
  | "stripe-reversal"
  | "mail";

type Owed = { key: string; kind: OutboxKind; subjectId: string; args: unknown; now: Date };

/** Writes down what is owed to the outside, beside the fact it follows from; a key that is there already keeps its arguments. */
export async function oweOutside(tx: Tx, { key, kind, subjectId, args, now }: Owed): Promise<void> {
  await tx
    .insert(outbox)
    .values({ key, kind, subjectId, args: JSON.stringify(args), createdAt: now, nextTryAt: now })
    .onConflictDoNothing();
}

/**
 * Before the call: the first time is kept for ever, since after a day the provider has forgotten the key.
 * @returns the row as it was sent first, or undefined when it is done
 */
export async function markSending(tx: Tx, { key, now }: { key: string; now: Date }) {
  await tx
    .update(outbox)
    .set({ firstSentAt: now })
    .where(and(eq(outbox.key, key), isNull(outbox.firstSentAt)));
  const [row] = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.key, key), isNull(outbox.doneAt)));
  return row;
}

/** A row as it is being sent. */
export type Sending = NonNullable<Awaited<ReturnType<typeof markSending>>>;

type Done = { key: string; outcome: "done" | "failed"; resultRef: string | null; error?: string; now: Date };

export async function markSent(tx: Tx, { key, outcome, resultRef, error, now }: Done): Promise<boolean> {
  const changed = await tx
    .update(outbox)
    .set({ doneAt: now, outcome, resultRef, error: error ?? null })
    .where(and(eq(outbox.key, key), isNull(outbox.doneAt)))
    .returning({ key: outbox.key });
  return changed.length === 1;
}

export async function markUnsent(
  tx: Tx,
  { key, attempts, nextTryAt, error }: { key: string; attempts: number; nextTryAt: Date; error: string },
): Promise<void> {
  await tx
    .update(outbox)
    .set({ attempts, nextTryAt, error })
    .where(and(eq(outbox.key, key), isNull(outbox.doneAt)));
}

type Problem = { row: Sending; isRefused: boolean; error: string; now: Date };

/** A try that did not succeed: over for good where the other side said no, else again, each time later. */
export async function markProblem(tx: Tx, { row, isRefused, error, now }: Problem): Promise<"later" | "failed"> {
  if (isRefused) {
    await markSent(tx, { key: row.key, outcome: "failed", resultRef: null, error, now });
    return "failed";
  }
  const attempts = row.attempts + 1;
  await markUnsent(tx, { key: row.key, attempts, nextTryAt: new Date(now.getTime() + retryDelayMs(attempts)), error });
  return "later";
}
