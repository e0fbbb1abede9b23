import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { lockRunsDue } from "#db/write/runs.ts";

/** The clock's part of lock-run: every run whose cut-off has come is locked. Returns their codes. Asked again, it finds nothing. */
export async function lockDueRuns(ctx: Pick<Context, "now" | "newId">): Promise<string[]> {
  return inTransaction(async (tx) => {
    const locked = await lockRunsDue(tx, ctx.now);
    const by = { actor: { personId: null }, now: ctx.now, newId: ctx.newId };
    for (const run of locked) await recordActivity(tx, by, { what: "lock-run", subject: run.id, note: run.code });
    return locked.map((run) => run.code);
  });
}
