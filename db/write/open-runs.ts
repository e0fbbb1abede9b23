import type { runs } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { recordActivity } from "./activities.ts";
import { takeWaiting } from "./run-found.ts";
import { insertRun, insertRunPoints } from "./runs.ts";

type By = Parameters<typeof recordActivity>[1] & Parameters<typeof takeWaiting>[1];
type Opening = { run: Omit<typeof runs.$inferInsert, "state" | "createdAt">; pickUpPointIds: readonly string[] };

/** A departure that orders can join from now on; what waits at its hub for such a departure goes with it. */
export async function writeOpenRun(tx: Tx, by: By, { run, pickUpPointIds }: Opening): Promise<void> {
  await insertRun(tx, { ...run, state: "open", createdAt: by.now });
  await insertRunPoints(tx, { runId: run.id, pickUpPointIds });
  await takeWaiting(tx, by, { hubId: run.hubId, zoneId: run.zoneId });
  await recordActivity(tx, by, { what: "open-run", subject: run.id, note: run.code });
}
