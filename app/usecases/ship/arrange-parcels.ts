import { arrange, type MoveProblem, movesOf } from "#app/domain/packing-plan.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { listRunGoods } from "#db/read/packing.ts";
import { listParcelFacts } from "#db/read/parcels.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { saveParcels } from "#db/write/consignments.ts";
import { makeParcels } from "#db/write/parcels.ts";
import { takeApart } from "#db/write/runs.ts";

type Change =
  /** Put one consignment into another parcel; the next free number is an empty one. */
  | { kind: "move"; consignmentId: string; to: number }
  /** Hold on to the parcels as they are, whatever the scale will say. */
  | { kind: "keep" }
  /** Forget what was placed by hand: the cheapest packing again. */
  | { kind: "anew" };

type Reason = "run-gone" | "run-not-packing" | "parcel-gone" | "parcels-loaded" | MoveProblem;

/** The packer's hand in the packing plan of a locked run; what was packed already is open again. Whoever does it takes a turn at the run's row, so that two see each other's moves. */
export async function arrangeParcels(
  ctx: Context,
  { runId, change }: { runId: string; change: Change },
): Promise<Result<object, Reason>> {
  return inTransaction(async (tx) => {
    const run = await findRunFacts(runId);
    permit(ctx.actor, "arrange-parcels", { hubId: run?.hubId });
    if (!run) return refuse("run-gone");
    if (!(await takeApart(tx, runId))) return refuse("run-not-packing");
    const { tariff } = run;
    const goods = await listRunGoods(ctx.actor, run);
    const numbers = new Map<string, number | null>();
    for (const [number, inside] of arrange({ tariff, goods }))
      for (const each of inside) numbers.set(each.id, change.kind === "anew" ? null : number);
    if (change.kind === "move") {
      const move = movesOf({ tariff, goods, id: change.consignmentId }).find((each) => each.to === change.to);
      if (!move) return refuse("parcel-gone");
      if ("problem" in move) return refuse(move.problem);
      numbers.set(change.consignmentId, change.to);
    }
    if (change.kind === "anew" && (await listParcelFacts(runId)).boxes.some((box) => box.loadedAt !== null))
      return refuse("parcels-loaded");
    await saveParcels(tx, { runId, numbers });
    await makeParcels(tx, { runId, newId: ctx.newId, newCode: ctx.secrets.token });
    await recordActivity(tx, ctx, { what: "arrange-parcels", subject: runId, note: `${run.code}: ${change.kind}` });
    return { ok: true };
  });
}
