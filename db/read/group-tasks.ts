import { and, count, eq, inArray, min, notExists } from "drizzle-orm";
import type { OpenTask, TaskKind } from "#app/domain/open-task.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { isLeftBehind } from "#app/domain/run.ts";
import { db } from "../client.server.ts";
import { consignments, orders, runs } from "../schema.ts";
import { listBookTasks } from "./book-tasks.ts";
import { listComplaintTasks } from "./complaint-tasks.ts";
import { listCycleTasks } from "./cycle-tasks.ts";
import { linesInCycle } from "./cycles.ts";
import { listListingTasks, listSetUpTasks } from "./group-care-tasks.ts";
import { groupsWhere, type OwnGroup } from "./own-groups.ts";
import { listPayOutTasks } from "./pay-out-tasks.ts";
import { countClaimedPayments } from "./payments.ts";
import { listRuleTasks } from "./split-rules.ts";

/** What waits for an officer in each of their groups, by what the office allows. */
export async function listGroupTasks(actor: Actor, now: Date): Promise<OpenTask[]> {
  if (actor.memberships.length === 0) return [];
  const parts = await Promise.all([
    listPaymentTasks(actor),
    listConsignmentTasks(groupsWhere(actor, "pack-consignment")),
    listCycleTasks(groupsWhere(actor, "settle-cycle"), now),
    listComplaintTasks(groupsWhere(actor, "answer-complaint")),
    listPayOutTasks(groupsWhere(actor, "pay-out")),
    listBookTasks(actor),
    listRuleTasks(actor, groupsWhere(actor, "answer-split-rule")),
    listListingTasks(groupsWhere(actor, "publish-listing"), now),
    listSetUpTasks({
      pages: groupsWhere(actor, "edit-group-page"),
      members: groupsWhere(actor, "invite-member"),
      offices: groupsWhere(actor, "set-offices"),
    }),
  ]);
  return parts.flat();
}

/** An operator has them among the network's own tasks. */
async function listPaymentTasks(actor: Actor): Promise<OpenTask[]> {
  if (actor.isOperator || groupsWhere(actor, "confirm-payment").length === 0) return [];
  const claimed = await countClaimedPayments(actor);
  const task = { kind: "payments", role: "group", count: claimed, of: "", dueMs: null, amount: null } as const;
  return claimed > 0 ? [{ ...task, path: "/operate/payments" }] : [];
}

type Waiting = Awaited<ReturnType<typeof listWaiting>>[number];

async function listConsignmentTasks(groups: OwnGroup[]): Promise<OpenTask[]> {
  if (groups.length === 0) return [];
  const tasks = new Map<string, OpenTask>();
  for (const row of await listWaiting(groups.map((group) => group.id))) {
    const kind = kindOf(row);
    const group = groups.find((each) => each.id === row.groupId);
    if (!kind || !group) continue;
    const known = tasks.get(`${kind}:${group.id}`);
    tasks.set(`${kind}:${group.id}`, {
      kind,
      role: "group",
      count: row.count + (known?.count ?? 0),
      of: group.name,
      path: `/desk/${group.slug}/consignments`,
      dueMs: earlier(dueOf(row), known?.dueMs ?? null),
      amount: null,
    });
  }
  return [...tasks.values()];
}

function listWaiting(groupIds: string[]) {
  return db()
    .select({
      groupId: consignments.groupId,
      state: consignments.state,
      delivery: orders.delivery,
      runState: runs.state,
      cutOffAt: min(runs.cutOffAt),
      departsAt: min(runs.departsAt),
      count: count().mapWith(Number),
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .leftJoin(runs, eq(runs.id, consignments.runId))
    .where(
      and(
        inArray(consignments.groupId, groupIds),
        inArray(consignments.state, ["to-pack", "packed", "handed-over"]),
        // Before its harvest is shared out there is nothing to pack.
        notExists(linesInCycle()),
      ),
    )
    .groupBy(consignments.groupId, consignments.state, orders.delivery, runs.state);
}

/** What the group has to do with such goods; null when the next move is the hub's. */
function kindOf({ state, delivery, runState }: Waiting): TaskKind | null {
  if (isLeftBehind({ state, runState })) return "left-behind";
  if (state === "to-pack") return "to-pack";
  if (delivery === "courier") return "to-send";
  return state === "packed" ? "to-hand-over" : null;
}

/** Before the run closes, or once it has closed before it leaves; when it has left there is no hour any more. */
function dueOf({ runState, cutOffAt, departsAt }: Waiting): number | null {
  if (runState === "open") return cutOffAt?.getTime() ?? null;
  return runState === "locked" || runState === "packed" ? (departsAt?.getTime() ?? null) : null;
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
