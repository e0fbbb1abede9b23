import { and, count, eq, gt, inArray, isNull, or, sum } from "drizzle-orm";
import { rupiah } from "#app/domain/money.ts";
import type { OpenTask } from "#app/domain/open-task.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { entries, members, postings } from "../schema.ts";

/** What came to somebody since they last looked at their statement, group by group. */
export async function listMemberTasks(actor: Actor): Promise<OpenTask[]> {
  if (actor.memberships.length === 0) return [];
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
        inArray(
          members.id,
          actor.memberships.map((membership) => membership.memberId),
        ),
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
