import { and, eq, isNull, lt, max, or } from "drizzle-orm";
import type { Office } from "#app/domain/who.ts";
import { members, offices } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type NewMember = {
  id: string;
  groupId: string;
  name: string;
  phone: string | null;
  personId: string | null;
  joinedAt: Date;
};

/** Gives the next number of the group; numbers are never given twice, also when their member left. */
export async function insertMember(tx: Tx, member: NewMember): Promise<{ number: number }> {
  const [last] = await tx
    .select({ number: max(members.number) })
    .from(members)
    .where(eq(members.groupId, member.groupId));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(members).values({ ...member, number });
  return { number };
}

/** A member without an account gets one; false when the record has an account already, or the member left. */
export async function attachPerson(
  tx: Tx,
  { memberId, personId }: { memberId: string; personId: string },
): Promise<boolean> {
  const changed = await tx
    .update(members)
    .set({ personId })
    .where(and(eq(members.id, memberId), isNull(members.personId), isNull(members.leftAt)))
    .returning({ id: members.id });
  return changed.length === 1;
}

/** Somebody who left comes back under the old number. */
export async function readmitMember(tx: Tx, memberId: string): Promise<void> {
  await tx.update(members).set({ leftAt: null }).where(eq(members.id, memberId));
}

/** False when the member had left already. */
export async function markMemberLeft(tx: Tx, { memberId, now }: { memberId: string; now: Date }): Promise<boolean> {
  const changed = await tx
    .update(members)
    .set({ leftAt: now })
    .where(and(eq(members.id, memberId), isNull(members.leftAt)))
    .returning({ id: members.id });
  return changed.length === 1;
}

/** The member holds exactly these offices; those held before keep their date. */
export async function replaceOffices(
  tx: Tx,
  { memberId, roles, now }: { memberId: string; roles: readonly Office[]; now: Date },
): Promise<void> {
  const held = await tx.select({ role: offices.role }).from(offices).where(eq(offices.memberId, memberId));
  for (const { role } of held)
    if (!roles.includes(role))
      await tx.delete(offices).where(and(eq(offices.memberId, memberId), eq(offices.role, role)));
  for (const role of new Set(roles))
    if (!held.some((office) => office.role === role)) await tx.insert(offices).values({ memberId, role, since: now });
}

/** The latest look counts, whichever comes in last. */
export async function keepSharesSeen(tx: Tx, { memberId, now }: { memberId: string; now: Date }): Promise<void> {
  await tx
    .update(members)
    .set({ sharesSeenAt: now })
    .where(and(eq(members.id, memberId), or(isNull(members.sharesSeenAt), lt(members.sharesSeenAt, now))));
}

/** False when that was so already. */
export async function setMemberNamed(
  tx: Tx,
  { memberId, isNamed }: { memberId: string; isNamed: boolean },
): Promise<boolean> {
  const changed = await tx
    .update(members)
    .set({ isNamed })
    .where(and(eq(members.id, memberId), eq(members.isNamed, !isNamed)))
    .returning({ id: members.id });
  return changed.length === 1;
}
