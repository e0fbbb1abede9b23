import { and, eq, isNull } from "drizzle-orm";
import type { Locale } from "#app/domain/locale.ts";
import { people } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type NewPerson = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  passwordHash: string | null;
  locale: Locale;
  createdAt: Date;
  isOperator?: boolean;
};

/** False when the phone or e-mail belongs to somebody already. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<boolean> {
  const made = await tx.insert(people).values(person).onConflictDoNothing().returning({ id: people.id });
  return made.length === 1;
}

/** Replaces the password; false when it was changed meanwhile, so that what was checked no longer holds. */
export async function changePasswordHash(
  tx: Tx,
  { personId, from, to }: { personId: string; from: string; to: string },
): Promise<boolean> {
  const changed = await tx
    .update(people)
    .set({ passwordHash: to })
    .where(and(eq(people.id, personId), eq(people.passwordHash, from)))
    .returning({ id: people.id });
  return changed.length === 1;
}

/** After a reset code was used: whatever the password was. */
export async function setPasswordHash(
  tx: Tx,
  { personId, passwordHash }: { personId: string; passwordHash: string },
): Promise<void> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
}

type PersonDetails = { name: string; phone: string | null; email: string | null; locale: Locale };

export async function updatePerson(
  tx: Tx,
  { personId, ...details }: PersonDetails & { personId: string },
): Promise<void> {
  await tx.update(people).set(details).where(eq(people.id, personId));
}

/** False when nothing changed: already so, or nobody there. */
export async function suspendPersonRow(
  tx: Tx,
  { personId, suspendedAt }: { personId: string; suspendedAt: Date | null },
): Promise<boolean> {
  const theirs = eq(people.id, personId);
  const changed = await tx
    .update(people)
    .set({ suspendedAt })
    .where(suspendedAt ? and(theirs, isNull(people.suspendedAt)) : theirs)
    .returning({ id: people.id });
  return changed.length === 1;
}

export async function makeOperator(tx: Tx, personId: string): Promise<void> {
  await tx.update(people).set({ isOperator: true }).where(eq(people.id, personId));
}
