import { eq } from "drizzle-orm";
import { findTariff, findTariffInForce } from "../read/tariffs.ts";
import { runs } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { recordActivity } from "./activities.ts";
import { takeWaiting } from "./run-found.ts";
import { insertRun, insertRunPoints, stepRun } from "./runs.ts";

type By = Parameters<typeof recordActivity>[1] & Parameters<typeof takeWaiting>[1];
type Making = { run: Omit<typeof runs.$inferInsert, "state" | "createdAt">; pickUpPointIds: readonly string[] };

/**
 * A departure that orders can join from now on, or from its day on; what waits at its hub for such a departure goes with it once it is open.
 */
export async function writeRun(tx: Tx, by: By, { run, pickUpPointIds }: Making): Promise<void> {
  const isPlanned = run.opensAt instanceof Date && run.opensAt > by.now;
  await insertRun(tx, { ...run, state: isPlanned ? "planned" : "open", createdAt: by.now });
  await insertRunPoints(tx, { runId: run.id, pickUpPointIds });
  if (!isPlanned) await takeWaiting(tx, by, { hubId: run.hubId, zoneId: run.zoneId });
  await recordActivity(tx, by, { what: "open-run", subject: run.id, note: run.code });
}

type Planned = { id: string; code: string; hubId: string; zoneId: string; tariffId: string };

/**
 * A planned departure opens at the tariff it was made with, or where that is over at the one of the same service that is in force now.
 * "no-tariff" when there is none, "gone" when somebody else opened it or called it off.
 */
export async function openPlanned(tx: Tx, by: By, run: Planned): Promise<"opened" | "gone" | "no-tariff"> {
  const { id, hubId, zoneId } = run;
  const made = await findTariff(run.tariffId);
  const isInForce = made && (made.validTo === null || made.validTo > by.now);
  const tariff = isInForce ? made : made && (await findTariffInForce({ zoneId, service: made.service, now: by.now }));
  if (!tariff) return "no-tariff";
  if (!(await stepRun(tx, { runId: id, step: "open", now: by.now }))) return "gone";
  if (tariff.id !== run.tariffId) await tx.update(runs).set({ tariffId: tariff.id }).where(eq(runs.id, id));
  await takeWaiting(tx, by, { hubId, zoneId });
  await recordActivity(tx, by, { what: "open-planned-run", subject: id, note: run.code });
  return "opened";
}
