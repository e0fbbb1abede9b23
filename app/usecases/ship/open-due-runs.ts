import type { Context } from "#app/usecases/context.ts";
import { listRunsToOpen } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openPlanned } from "#db/write/open-runs.ts";

type By = Pick<Context, "now" | "newId" | "secrets" | "mail">;

/**
 * The clock's part of open-planned-run: every planned run whose day has come opens. Returns their codes. One without a tariff in force
 * waits for one; of two processes at once one opens it.
 */
export async function openDueRuns(ctx: By): Promise<string[]> {
  const by = { ...ctx, actor: { personId: null } };
  const codes: string[] = [];
  for (const run of await listRunsToOpen(ctx.now))
    if ((await inTransaction((tx) => openPlanned(tx, by, run))) === "opened") codes.push(run.code);
  return codes;
}
