import { and, count, eq, gt, inArray, isNull, or, sum } from "drizzle-orm";
import { rupiah } from "#app/domain/money.ts";
import type { OpenTask } from "#app/domain/open-task.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { entries, members, payoutLines, postings } from "../schema.ts";

/** What waits for somebody as a member: advances to agree to, and what came since they last looked at their statement. */
export async function listMemberTasks(actor: Actor): Promise<OpenTask[]> {
  if (actor.memberships.length === 0) return [];
  return [...(await listAdvancesToAgree(actor)), ...(await listNewShares(actor))];
}

const memberIdsOf = (actor: Actor): string[] => actor.memberships.map(({ memberId }) => memberId);

async function listAdvancesToAgree(actor: Actor): Promise<OpenTask[]> {
  const rows = await db()
    .select({ memberId: payoutLines.memberId, amount: payoutLines.amount })
    .from(payoutLines)
    .where(
      and(
        inArray(payoutLines.memberId, memberIdsOf(actor)),
        ...[eq(payoutLines.kind, "advance"), eq(payoutLines.state, "waiting"), isNull(payoutLines.agreedBy)],
      ),
    );
  return rows.flatMap(({ memberId, amount }): OpenTask[] => {
    const at = actor.memberships.find((each) => each.memberId === memberId);
    if (!at) return [];
    const path = `/books/${at.groupSlug}/members/${memberId}`;
    return [{ kind: "advance-to-agree", role: "member", count: 1, of: at.groupName, path, dueMs: null, amount }];
  });
}

async function listNewShares(actor: Actor): Promise<OpenTask[]> {
  const rows = await db()
    .select({
      memberId: members.id,
      count: count().mapWith(Number),
      amount: sum(postings.amount).mapWith(Number),
    })
    .from(members)
    .innerJoin(postings, eq(postings.accountCode, sql`'member-payable:member:' || ${members.id}`))
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(
      and(
        inArray(members.id, memberIdsOf(actor)),
        eq(entries.kind, "delivered"),
        or(isNull(members.sharesSeenAt), gt(entries.at, members.sharesSeenAt)),
      ),
    )
    .groupBy(members.id);
  return actor.memberships.flatMap(({ memberId, groupSlug, groupName }): OpenTask[] => {
    const row = rows.find((each) => each.memberId === memberId);
    if (!row) return [];
    const path = `/books/${groupSlug}/members/${memberId}`;
    const amount = rupiah(-row.amount);
    return [{ kind: "own-share", role: "member", count: row.count, of: groupName, path, dueMs: null, amount }];
  });
}
