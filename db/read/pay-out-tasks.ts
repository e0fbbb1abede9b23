import { eq, inArray, sum } from "drizzle-orm";
import { rupiah } from "#app/domain/money.ts";
import type { OpenTask } from "#app/domain/open-task.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { members, postings } from "../schema.ts";
import { heldBack } from "./complaints.ts";
import type { OwnGroup } from "./own-groups.ts";

/** Members whom a group owes money that no complaint or dispute holds, group by group. The caller has looked who pays out where. */
export async function listPayOutTasks(groups: OwnGroup[]): Promise<OpenTask[]> {
  if (groups.length === 0) return [];
  const rows = await db()
    .select({ groupId: members.groupId, memberId: members.id, balance: sum(postings.amount).mapWith(Number) })
    .from(members)
    .innerJoin(postings, eq(postings.accountCode, sql`'member-payable:member:' || ${members.id}`))
    .where(
      inArray(
        members.groupId,
        groups.map((group) => group.id),
      ),
    )
    .groupBy(members.groupId, members.id);
  const held = await heldBack(groups.map((group) => group.id));
  return groups.flatMap(({ id, slug, name }): OpenTask[] => {
    const owed = rows
      .filter((row) => row.groupId === id)
      .map((row) => -row.balance - (held.get(row.memberId) ?? 0))
      .filter((amount) => amount > 0);
    if (owed.length === 0) return [];
    const amount = rupiah(owed.reduce((all, amount) => all + amount, 0));
    const path = `/books/${slug}/pay-out`;
    return [{ kind: "to-pay-out", role: "group", count: owed.length, of: name, path, dueMs: null, amount }];
  });
}
