import { and, eq, lte, ne } from "drizzle-orm";
import { type Arrival, sessionLimits } from "#app/domain/session.ts";
import { sessions } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { mergeBaskets } from "./baskets.ts";

type At = { now: Date; newId: () => string };

/**
 * A person arrives: a new session, always with a token of its own; the one this browser came with ends, and the basket filled
 * before joins the person's.
 */
export async function beginSession(
  tx: Tx,
  { now, newId }: At,
  { personId, tokenHash, handle, arrival }: { personId: string; tokenHash: string; handle: string; arrival: Arrival },
): Promise<void> {
  const { expiresAtMs } = sessionLimits(now.getTime());
  if (arrival.previousTokenHash) await endSession(tx, arrival.previousTokenHash);
  await tx.delete(sessions).where(and(eq(sessions.personId, personId), lte(sessions.expiresAt, now)));
  await tx.insert(sessions).values({
    tokenHash,
    personId,
    handle,
    device: arrival.device,
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(expiresAtMs),
  });
  if (arrival.basketId) await mergeBaskets(tx, { guestBasketId: arrival.basketId, personId, now, newId });
}

export async function endSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

/** Ends one of a person's own sessions by its public name; false when there is none (any more). */
export async function endSessionNamed(
  tx: Tx,
  { personId, handle }: { personId: string; handle: string },
): Promise<boolean> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), eq(sessions.handle, handle)))
    .returning({ handle: sessions.handle });
  return ended.length === 1;
}

/** Ends all sessions of a person, but for the one that is kept. */
export async function endSessionsOf(
  tx: Tx,
  { personId, keep }: { personId: string; keep: string | null },
): Promise<void> {
  const theirs = eq(sessions.personId, personId);
  await tx.delete(sessions).where(keep ? and(theirs, ne(sessions.tokenHash, keep)) : theirs);
}

export async function markSessionSeen(tx: Tx, { tokenHash, now }: { tokenHash: string; now: Date }): Promise<void> {
  await tx.update(sessions).set({ seenAt: now }).where(eq(sessions.tokenHash, tokenHash));
}
