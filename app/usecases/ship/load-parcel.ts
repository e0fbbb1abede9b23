import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { isKeyTaken } from "#db/read/hub-entries.ts";
import { findParcelFacts } from "#db/read/parcels.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { takeKey } from "#db/write/hub-entries.ts";
import { loadParcel as saveLoaded } from "#db/write/parcels.ts";
import { touchLoadingRun } from "#db/write/runs.ts";

type Input = { parcelId: string; isLoaded: boolean; formKey: string };

/** A box is carried on board, or off again. It takes a turn at the run's row: on board before the boat leaves, or not at all. */
export async function loadParcel(
  ctx: Context,
  { parcelId, isLoaded, formKey }: Input,
): Promise<Result<{ fresh: boolean }, "parcel-not-there" | "run-not-loading">> {
  return inTransaction(async (tx) => {
    const parcel = await findParcelFacts(parcelId);
    permit(ctx.actor, "load-parcel", { hubId: parcel?.hubId });
    if (!parcel) return refuse("parcel-not-there");
    if (await isKeyTaken(formKey)) return { ok: true, fresh: false };
    if (!(await touchLoadingRun(tx, parcel.runId))) return refuse("run-not-loading");
    if (!(await takeKey(tx, ctx, { key: formKey, what: "load-parcel", subject: parcelId })))
      return { ok: true, fresh: false };
    await saveLoaded(tx, ctx, { parcelId, isLoaded });
    const note = `${parcel.runCode} ${parcel.number}: ${isLoaded ? "+" : "−"}`;
    await recordActivity(tx, ctx, { what: "load-parcel", subject: parcelId, note });
    return { ok: true, fresh: true };
  });
}
