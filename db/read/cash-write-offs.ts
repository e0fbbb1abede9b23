import { aliasedTable, and, asc, eq } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { cashWriteOffs, groups, people } from "../schema.ts";

const proposers = aliasedTable(people, "proposers");

function select() {
  return db()
    .select({
      id: cashWriteOffs.id,
      holderId: cashWriteOffs.holderId,
      holderName: people.name,
      kind: cashWriteOffs.kind,
      amount: cashWriteOffs.amount,
      bearerGroupId: cashWriteOffs.bearerGroupId,
      bearerName: groups.name,
      reason: cashWriteOffs.reason,
      state: cashWriteOffs.state,
      proposedBy: cashWriteOffs.proposedBy,
      proposerName: proposers.name,
      proposedAt: cashWriteOffs.proposedAt,
    })
    .from(cashWriteOffs)
    .innerJoin(people, eq(people.id, cashWriteOffs.holderId))
    .innerJoin(proposers, eq(proposers.id, cashWriteOffs.proposedBy))
    .leftJoin(groups, eq(groups.id, cashWriteOffs.bearerGroupId));
}

/** For the use cases, which look who asks. */
export async function findCashWriteOff(id: string) {
  const [row] = await select().where(eq(cashWriteOffs.id, id));
  return row;
}

/** For the use case: what a form has proposed already. */
export async function findCashWriteOffByFormKey(formKey: string) {
  const [row] = await select().where(eq(cashWriteOffs.formKey, formKey));
  return row;
}

/** For the operators: all that waits to be decided. */
export function listProposedWriteOffs(actor: Actor) {
  permit(actor, "see-held-cash");
  return select().where(eq(cashWriteOffs.state, "proposed")).orderBy(asc(cashWriteOffs.proposedAt));
}

/** For a group's officers: what waits that its fund would bear. */
export function listWriteOffsToBear(actor: Actor, groupId: string) {
  permit(actor, "decide-cash-write-off", { groupId });
  return select()
    .where(and(eq(cashWriteOffs.state, "proposed"), eq(cashWriteOffs.bearerGroupId, groupId)))
    .orderBy(asc(cashWriteOffs.proposedAt));
}
