import { MAX_PRICE, type Rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { runSettledEntry } from "#app/domain/postings.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { runAfter } from "#app/domain/run.ts";
import { settleCarried, settledInput } from "#app/domain/run-settlement.ts";
import type { Context } from "#app/usecases/context.ts";
import { listTravelled } from "#db/read/run-settlement.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { saveConsignmentShares } from "#db/write/consignments.ts";
import { post } from "#db/write/ledger.ts";
import { stepRun } from "#db/write/runs.ts";
import { refundSaving } from "#db/write/savings.ts";

type Input = {
  runId: string;
  /** What the carrier really charged. */
  bill: Rupiah;
  /** What the preview said goes back to the buyers; null to settle without having looked. */
  seenReturned: Rupiah | null;
};

type Reason = "run-gone" | "run-not-arrived" | "settlement-changed" | "invalid";

/**
 * Divides the carrier's bill over what travelled, and gives back what the quotes were too high. Orders that were never paid or got their
 * money back are left out. Where cash is still to be taken at a door, the shipping reserve carries that share until deliver-order brings it.
 */
export async function settleRun(ctx: Context, { runId, bill, seenReturned }: Input): Promise<Result<object, Reason>> {
  permit(ctx.actor, "settle-run");
  if (bill < 0 || bill > MAX_PRICE) return refuse("invalid", { bill: "invalid" });
  return inTransaction(async (tx) => {
    const run = await findRunFacts(runId);
    if (!run) return refuse("run-gone");
    if (!runAfter(run.state, "settle")) return refuse("run-not-arrived");
    const travelled = await listTravelled(ctx.actor, run);
    const settlement = settleCarried({ tariff: run.tariff, rule: run.shareRule, bill, consignments: travelled });
    if (seenReturned !== null && seenReturned !== settlement.returned) return refuse("settlement-changed");
    if (!(await stepRun(tx, { runId, step: "settle", now: ctx.now, carrierBill: bill })))
      return refuse("run-not-arrived");
    await saveConsignmentShares(tx, settlement.lines);
    const input = settledInput({ runId, settlement, paid: travelled.filter((each) => each.isPaid) });
    const entry = runSettledEntry(input);
    // A run that carried nothing and cost nothing moves no money.
    if (entry.postings.length > 0)
      await post(tx, entry, { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId });
    for (const saving of input.savings) await refundSaving(tx, ctx, { runId, ...saving });
    await recordActivity(tx, ctx, { what: "settle-run", subject: runId, note: `${run.code}: Rp ${bill}` });
    return { ok: true };
  });
}
