import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { sum } from "#app/domain/money.ts";
import type { OpenTask } from "#app/domain/open-task.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { NOTHING_SAVED, totalSaved } from "#app/domain/savings.ts";
import { db } from "../client.server.ts";
import { groups, members, surplusYears } from "../schema.ts";
import { listFundTasks, listWithdrawalTasks } from "./fund-payments.ts";
import { groupsWhere } from "./own-groups.ts";
import { readSavers, savedBy } from "./savings.ts";

/** What waits in somebody's cooperatives: own dues that are open, capital of members who left, a surplus that wants a second person. */
export async function listSavingsTasks(actor: Actor, now: Date): Promise<OpenTask[]> {
  const ids = actor.memberships.map(({ groupId }) => groupId);
  if (ids.length === 0) return [];
  const cooperatives = await db()
    .select({ id: groups.id })
    .from(groups)
    .where(and(inArray(groups.id, ids), eq(groups.kind, "cooperative")));
  const known = new Set(cooperatives.map(({ id }) => id));
  if (known.size === 0) return [];
  const parts = await Promise.all([
    ...actor.memberships.filter(({ groupId }) => known.has(groupId)).map((membership) => listOwnDues(membership, now)),
    ...groupsWhere(actor, "record-savings")
      .filter(({ id }) => known.has(id))
      .map(listCapitalToReturn),
    ...groupsWhere(actor, "record-savings")
      .filter(({ id }) => known.has(id))
      .map(listWithdrawalTasks),
    ...groupsWhere(actor, "approve-surplus")
      .filter(({ id }) => known.has(id))
      .map(listSurplusToApprove),
    ...groupsWhere(actor, "decide-fund-payment")
      .filter(({ id }) => known.has(id))
      .map((own) => listFundTasks(actor, own)),
  ]);
  return parts.flat();
}

type Membership = Actor["memberships"][number];

async function listOwnDues({ groupId, groupSlug, groupName, memberId }: Membership, now: Date): Promise<OpenTask[]> {
  const [saver] = await readSavers(groupId, now, memberId);
  if (!saver || saver.standing.behind === 0) return [];
  const path = `/books/${groupSlug}/members/${memberId}/savings`;
  return [
    { kind: "own-dues", role: "member", count: 1, of: groupName, path, dueMs: null, amount: saver.standing.behind },
  ];
}

type Own = ReturnType<typeof groupsWhere>[number];

async function listCapitalToReturn({ id, slug, name }: Own): Promise<OpenTask[]> {
  const left = await db()
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.groupId, id), isNotNull(members.leftAt)));
  const saved = await savedBy(left.map((member) => member.id));
  const waiting = left.map((member) => totalSaved(saved.get(member.id) ?? NOTHING_SAVED)).filter((total) => total > 0);
  if (waiting.length === 0) return [];
  const task = { kind: "capital-to-return", role: "group", count: waiting.length, of: name, dueMs: null } as const;
  return [{ ...task, path: `/books/${slug}/savings`, amount: sum(waiting) }];
}

async function listSurplusToApprove({ id, slug, name }: Own): Promise<OpenTask[]> {
  const rows = await db()
    .select({ year: surplusYears.year })
    .from(surplusYears)
    .where(
      and(
        eq(surplusYears.groupId, id),
        inArray(surplusYears.state, ["proposed", "reversal-asked"]),
        isNull(surplusYears.reversedAt),
      ),
    );
  return rows.map(({ year }): OpenTask => {
    const path = `/books/${slug}/surplus/${year}`;
    return {
      kind: "surplus-to-approve",
      role: "group",
      count: 1,
      of: `${name}, ${year}`,
      path,
      dueMs: null,
      amount: null,
    };
  });
}
