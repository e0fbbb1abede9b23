import { asc, eq, isNull } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { consignments, groups, hubReports, orderLines, orders, people, runs } from "../schema.ts";

function select() {
  return db()
    .select({
      id: hubReports.id,
      runCode: runs.code,
      hubId: runs.hubId,
      orderNumber: orders.number,
      groupId: groups.id,
      groupName: groups.name,
      groupPhone: groups.phone,
      goods: orderLines.listingName,
      stage: hubReports.stage,
      kind: hubReports.kind,
      howMuch: hubReports.howMuch,
      words: hubReports.words,
      photoId: hubReports.photoId,
      at: hubReports.at,
      reportedBy: people.name,
      state: consignments.state,
    })
    .from(hubReports)
    .innerJoin(runs, eq(runs.id, hubReports.runId))
    .innerJoin(consignments, eq(consignments.id, hubReports.consignmentId))
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(groups, eq(groups.id, consignments.groupId))
    .leftJoin(orderLines, eq(orderLines.id, hubReports.orderLineId))
    .leftJoin(people, eq(people.id, hubReports.reportedBy));
}

/** What was reported missing or damaged and waits for somebody to settle it with the buyer, the oldest first. */
export async function listOpenHubReports(actor: Actor) {
  permit(actor, "close-hub-report");
  return select().where(isNull(hubReports.closedAt)).orderBy(asc(hubReports.at), asc(hubReports.id));
}

/** One report; undefined when there is none. */
export async function findHubReport(reportId: string) {
  const [row] = await select().where(eq(hubReports.id, reportId));
  return row;
}

export function countOpenHubReports(): Promise<number> {
  return db().$count(hubReports, isNull(hubReports.closedAt));
}
