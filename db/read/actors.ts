import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Actor } from "#app/domain/permissions.ts";
import { sessionLimits } from "#app/domain/session.ts";
import { db } from "../client.server.ts";
import { groups, hubKeepers, members, offices, people, pointKeepers, sessions } from "../schema.ts";

export type FoundSession = {
  tokenHash: string;
  handle: string;
  locale: "id" | "en" | null;
  seenAt: Date;
  actor: Omit<Actor, "orderPasses">;
};

/** The living session of a token and who it speaks for; undefined when it ended, or the person is suspended. */
export async function findSession(tokenHash: string, now: Date): Promise<FoundSession | undefined> {
  const [row] = await db()
    .select({
      handle: sessions.handle,
      seenAt: sessions.seenAt,
      personId: people.id,
      name: people.name,
      locale: people.locale,
      isOperator: people.isOperator,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        gt(sessions.expiresAt, now),
        gt(sessions.seenAt, new Date(sessionLimits(now.getTime()).usedSinceMs)),
        isNull(people.suspendedAt),
      ),
    );
  if (!row) return undefined;
  const [memberships, hubIds, pointIds] = await Promise.all([
    listMemberships(row.personId),
    listKeptHubs(row.personId),
    listKeptPoints(row.personId),
  ]);
  return {
    tokenHash,
    handle: row.handle,
    locale: row.locale,
    seenAt: row.seenAt,
    actor: { personId: row.personId, name: row.name, isOperator: row.isOperator, memberships, hubIds, pointIds },
  };
}

async function listMemberships(personId: string): Promise<Actor["memberships"]> {
  const rows = await db()
    .select({ memberId: members.id, groupId: groups.id, groupSlug: groups.slug, groupName: groups.name })
    .from(members)
    .innerJoin(groups, eq(groups.id, members.groupId))
    .where(and(eq(members.personId, personId), isNull(members.leftAt)))
    .orderBy(groups.name);
  if (rows.length === 0) return [];
  const held = await db()
    .select({ memberId: offices.memberId, role: offices.role })
    .from(offices)
    .where(
      inArray(
        offices.memberId,
        rows.map((row) => row.memberId),
      ),
    );
  return rows.map((row) => ({
    ...row,
    offices: held.filter((office) => office.memberId === row.memberId).map((office) => office.role),
  }));
}

async function listKeptHubs(personId: string): Promise<string[]> {
  const rows = await db().select({ hubId: hubKeepers.hubId }).from(hubKeepers).where(eq(hubKeepers.personId, personId));
  return rows.map((row) => row.hubId);
}

async function listKeptPoints(personId: string): Promise<string[]> {
  const rows = await db()
    .select({ pointId: pointKeepers.pickUpPointId })
    .from(pointKeepers)
    .where(eq(pointKeepers.personId, personId));
  return rows.map((row) => row.pointId);
}
