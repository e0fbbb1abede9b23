import { and, asc, eq } from "drizzle-orm";
import { type Actor, may, permit } from "#app/domain/permissions.ts";
import type { Office } from "#app/domain/who.ts";
import { db } from "../client.server.ts";
import { members, offices } from "../schema.ts";

export type MemberView = {
  id: string;
  number: number;
  name: string;
  phone: string | null;
  personId: string | null;
  /** Agreed to be named to anybody as a maker. */
  isNamed: boolean;
  joinedAt: Date;
  leftAt: Date | null;
  offices: Office[];
};

/** A group's members by number, those who left too. Phones are for its chair and secretary, and for operators. */
export async function listMembers(actor: Actor, groupId: string): Promise<MemberView[]> {
  permit(actor, "see-members", { groupId });
  const seesPhones = actor.isOperator || may(actor, "add-member", { groupId });
  const rows = await readMembers(groupId);
  return seesPhones ? rows : rows.map((row) => ({ ...row, phone: null }));
}

/** For rules that look at the whole group, within a transaction. */
export async function readMembers(groupId: string): Promise<MemberView[]> {
  const rows = await db()
    .select({
      id: members.id,
      number: members.number,
      name: members.name,
      phone: members.phone,
      personId: members.personId,
      isNamed: members.isNamed,
      joinedAt: members.joinedAt,
      leftAt: members.leftAt,
    })
    .from(members)
    .where(eq(members.groupId, groupId))
    .orderBy(asc(members.number));
  const held = await db()
    .select({ memberId: offices.memberId, role: offices.role })
    .from(offices)
    .innerJoin(members, and(eq(members.id, offices.memberId), eq(members.groupId, groupId)));
  return rows.map((row) => ({
    ...row,
    offices: held.filter((office) => office.memberId === row.id).map((office) => office.role),
  }));
}

/** Whether a member lets buyers read the own name, and the number under which that is changed. */
export async function findOwnName(actor: Actor, { groupId, memberId }: { groupId: string; memberId: string }) {
  permit(actor, "name-maker", { groupId, memberId });
  const [row] = await db()
    .select({ number: members.number, isNamed: members.isNamed })
    .from(members)
    .where(eq(members.id, memberId));
  return row ?? null;
}
