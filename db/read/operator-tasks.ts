import { and, asc, count, eq, isNull, min, ne, or } from "drizzle-orm";
import { rupiah } from "#app/domain/money.ts";
import type { OpenTask } from "#app/domain/open-task.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { disputes, groups, hubs, payments, refunds, runs, zones } from "../schema.ts";
import { countComplaintsToDecide } from "./complaint-tasks.ts";
import { heldCashTotal } from "./held-cash.ts";
import { countOpenHubReports } from "./hub-reports.ts";
import { countMishaps } from "./mishaps.ts";
import { countClaimedPayments } from "./payments.ts";
import { countDifferences } from "./reconciliation.ts";
import { countUncollected } from "./uncollected.ts";

/** What waits for whoever runs the network; nothing for anybody else. */
export async function listOperatorTasks(actor: Actor, now: Date): Promise<OpenTask[]> {
  if (!may(actor, "see-operations")) return [];
  const [
    waitingGroups,
    claimed,
    odd,
    owedBack,
    inTransit,
    mishaps,
    toDecide,
    arrived,
    disputed,
    differing,
    reported,
    uncollected,
  ] = await Promise.all([
    db().$count(groups, eq(groups.state, "waiting")),
    countClaimedPayments(actor),
    countOddPayments(),
    countRefundsToPay(),
    heldCashTotal(),
    countMishaps(actor),
    countComplaintsToDecide(now),
    listArrivedRuns(),
    openDisputes(),
    countDifferences(actor),
    countOpenHubReports(),
    countUncollected(now),
  ]);
  const plain = { role: "operator", of: "", dueMs: null, amount: null } as const;
  const counted: OpenTask[] = [
    { ...plain, kind: "groups-waiting", count: waitingGroups, path: "/operate/groups" },
    { ...plain, kind: "payments", count: claimed, path: "/operate/payments" },
    { ...plain, kind: "odd-payments", count: odd, path: "/operate/payments" },
    { ...plain, kind: "disputes", ...disputed, path: "/operate/mishaps" },
    { ...plain, kind: "differences", count: differing, path: "/operate/mishaps" },
    { ...plain, kind: "refunds", count: owedBack, path: "/operate/refunds" },
    { ...plain, kind: "complaints-to-decide", count: toDecide, path: "/operate/complaints" },
    { ...plain, kind: "hub-reports", count: reported, path: "/operate/hub-reports" },
    ...uncollected.map(
      (run): OpenTask => ({
        ...plain,
        ...{ kind: "uncollected", count: run.decided, of: run.runCode, path: `/runs/${run.runCode}/waiting` },
      }),
    ),
    { ...plain, kind: "mishaps", count: mishaps, path: "/operate/mishaps" },
    {
      ...plain,
      kind: "cash-in-transit",
      count: inTransit > 0 ? 1 : 0,
      amount: rupiah(inTransit),
      path: "/operate/cash",
    },
  ];
  return [
    ...counted.filter((task) => task.count > 0),
    ...arrived.map(
      (run): OpenTask => ({
        ...plain,
        kind: "run-settle",
        count: 1,
        of: `${run.hubName} → ${run.zoneName}`,
        path: `/runs/${run.code}/settlement`,
      }),
    ),
  ];
}

/** Money that came when its order did not wait for it, and is not on its way back yet. */
async function countOddPayments(): Promise<number> {
  const rows = await db()
    .select({ id: payments.id })
    .from(payments)
    .leftJoin(refunds, eq(refunds.paymentId, payments.id))
    .where(and(eq(payments.state, "needs-attention"), isNull(refunds.id)));
  return rows.length;
}

/** Disputes that wait for the bank, all of them one task; it is due when the first must be answered. */
async function openDisputes(): Promise<{ count: number; dueMs: number | null }> {
  const [row] = await db()
    .select({ count: count(), answerBy: min(disputes.answerBy) })
    .from(disputes)
    .where(eq(disputes.state, "open"));
  return { count: row?.count ?? 0, dueMs: row?.answerBy?.getTime() ?? null };
}

/** Refunds that a person sends from the bank: those by transfer, and those that the provider could not send. */
async function countRefundsToPay(): Promise<number> {
  const rows = await db()
    .select({ id: refunds.id })
    .from(refunds)
    .where(or(eq(refunds.state, "failed"), and(eq(refunds.state, "requested"), ne(refunds.way, "provider"))));
  return rows.length;
}

function listArrivedRuns() {
  return db()
    .select({ code: runs.code, hubName: hubs.name, zoneName: zones.name })
    .from(runs)
    .innerJoin(hubs, eq(hubs.id, runs.hubId))
    .innerJoin(zones, eq(zones.id, runs.zoneId))
    .where(eq(runs.state, "arrived"))
    .orderBy(asc(runs.arrivedAt), asc(runs.code));
}
