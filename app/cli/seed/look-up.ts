import type { Actor } from "#app/domain/permissions.ts";
import { manifestOf } from "#app/domain/run.ts";
import { db } from "#db/client.server.ts";
import { listWeighedLines } from "#db/read/consignments.ts";
import { listTravelled } from "#db/read/run-settlement.ts";
import { findRunFacts } from "#db/read/runs.ts";

// What the demo's players look up between their steps.

export async function findRunId(code: string): Promise<string> {
  const run = await db().query.runs.findFirst({ where: (run, { eq }) => eq(run.code, code), columns: { id: true } });
  return run?.id ?? "";
}

/** What the run's tariff comes to for what travelled: the bill a carrier would send. */
export async function findRunPrices(actor: Actor, runId: string) {
  const run = await findRunFacts(runId);
  if (!run) throw new Error(`there is no run ${runId}`);
  return manifestOf(run.tariff, await listTravelled(actor, run)).total;
}

export function listDemoConsignments(orderId: string) {
  return db().query.consignments.findMany({
    where: (part, { eq }) => eq(part.orderId, orderId),
    columns: { id: true, groupId: true, grams: true },
    orderBy: (part, { asc }) => asc(part.groupId),
  });
}

export function listDemoPayments(orderId: string) {
  return db().query.payments.findMany({
    where: (payment, { eq }) => eq(payment.orderId, orderId),
    columns: { id: true, amount: true, createdAt: true },
  });
}

/** What a packer would weigh of a consignment: now and then a little less than was ordered, as scales are. */
export async function weighedNow(
  consignmentId: string,
  chance: () => number,
): Promise<{ packed: Record<string, number> }> {
  const packed: Record<string, number> = {};
  for (const { id, quantityMilli } of await listWeighedLines(consignmentId))
    if (chance() < 0.4) packed[id] = Math.max(10, Math.round((quantityMilli * (93 + chance() * 6)) / 1000) * 10);
  return { packed };
}
