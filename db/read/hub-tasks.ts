import { and, count, countDistinct, eq, inArray, isNull, or } from "drizzle-orm";
import type { ConsignmentState } from "#app/domain/consignment.ts";
import { type OpenTask, SOON_MS } from "#app/domain/open-task.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { LOADING_STATES } from "#app/domain/run.ts";
import { db } from "../client.server.ts";
import { consignments, groups, hubs, orders, runs, zones } from "../schema.ts";
import { countUncollected } from "./uncollected.ts";

/** What waits at the hubs that somebody keeps: goods to receive, runs to move on, goods to give to their buyers. */
export async function listHubTasks(actor: Actor, now: Date): Promise<OpenTask[]> {
  const hubIds = actor.hubIds.filter((hubId) => may(actor, "see-runs", { hubId }));
  if (hubIds.length === 0) return [];
  const [moving, lone, waiting] = await Promise.all([listMovingRuns(hubIds), countLone(hubIds), countUncollected(now)]);
  const loads = await countLoads(moving.map((run) => run.id));
  const tasks = moving.flatMap((run) =>
    tasksOfRun({ run, now, load: (state) => loads.get(`${run.id}:${state}`) ?? 0 }),
  );
  const plain = { role: "hub", of: "", dueMs: null, amount: null } as const;
  if (lone > 0) tasks.push({ ...plain, kind: "lone-deliveries", count: lone, path: "/deliveries" });
  for (const { runCode, hubId, undecided } of waiting)
    if (undecided > 0 && hubIds.includes(hubId))
      tasks.push({ ...plain, kind: "uncollected", count: undecided, of: runCode, path: `/runs/${runCode}/waiting` });
  return tasks;
}

function listMovingRuns(hubIds: string[]) {
  return db()
    .select({
      id: runs.id,
      code: runs.code,
      state: runs.state,
      cutOffAt: runs.cutOffAt,
      departsAt: runs.departsAt,
      hubName: hubs.name,
      zoneName: zones.name,
    })
    .from(runs)
    .innerJoin(hubs, eq(hubs.id, runs.hubId))
    .innerJoin(zones, eq(zones.id, runs.zoneId))
    .where(and(inArray(runs.hubId, hubIds), inArray(runs.state, ["open", ...LOADING_STATES, "departed", "arrived"])));
}

async function countLoads(runIds: string[]): Promise<Map<string, number>> {
  if (runIds.length === 0) return new Map();
  const rows = await db()
    .select({ runId: consignments.runId, state: consignments.state, count: count().mapWith(Number) })
    .from(consignments)
    .where(
      and(
        inArray(consignments.runId, runIds),
        inArray(consignments.state, ["to-pack", "packed", "handed-over", "arrived"]),
      ),
    )
    .groupBy(consignments.runId, consignments.state);
  return new Map(rows.map((row) => [`${row.runId}:${row.state}`, row.count]));
}

type Moving = {
  run: Awaited<ReturnType<typeof listMovingRuns>>[number];
  now: Date;
  load: (state: ConsignmentState) => number;
};

function tasksOfRun({ run, now, load }: Moving): OpenTask[] {
  const plain = {
    role: "hub",
    of: `${run.hubName} → ${run.zoneName}`,
    path: `/runs/${run.code}`,
    amount: null,
  } as const;
  const [closesMs, departsMs] = [run.cutOffAt.getTime(), run.departsAt.getTime()];
  switch (run.state) {
    case "open": {
      const coming = load("to-pack") + load("packed") + load("handed-over");
      const closesSoon = coming > 0 && closesMs <= now.getTime() + SOON_MS;
      return [
        ...receive({ plain, packed: load("packed"), dueMs: closesMs }),
        ...(closesSoon ? [{ ...plain, kind: "run-closing", count: coming, dueMs: closesMs } as const] : []),
      ];
    }
    case "locked":
    case "packed":
      return [
        ...receive({ plain, packed: load("packed"), dueMs: departsMs }),
        { ...plain, kind: "run-depart", count: load("handed-over"), dueMs: departsMs },
      ];
    case "departed":
      return [{ ...plain, kind: "run-arrive", count: 1, dueMs: null }];
    default:
      return load("arrived") > 0
        ? [
            {
              ...plain,
              kind: "run-deliver",
              count: load("arrived"),
              path: `/runs/${run.code}/deliveries`,
              dueMs: null,
            },
          ]
        : [];
  }
}

type Receiving = { plain: Pick<OpenTask, "role" | "of" | "path" | "amount">; packed: number; dueMs: number };

function receive({ plain, packed, dueMs }: Receiving): OpenTask[] {
  return packed > 0 ? [{ ...plain, kind: "run-receive", count: packed, dueMs, path: `${plain.path}/receive` }] : [];
}

/** Orders that travel without a run and lie ready for their buyer, or are with the courier. */
async function countLone(hubIds: string[]): Promise<number> {
  const [row] = await db()
    .select({ count: countDistinct(orders.id).mapWith(Number) })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .where(
      and(
        isNull(consignments.runId),
        inArray(groups.hubId, hubIds),
        or(
          and(eq(orders.delivery, "fetch"), eq(consignments.state, "handed-over")),
          and(eq(orders.delivery, "courier"), eq(consignments.state, "departed")),
        ),
      ),
    );
  return row?.count ?? 0;
}
