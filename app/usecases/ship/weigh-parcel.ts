import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { isKeyTaken } from "#db/read/hub-entries.ts";
import { findParcelFacts } from "#db/read/parcels.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { takeKey } from "#db/write/hub-entries.ts";
import { weighParcel as saveWeight } from "#db/write/parcels.ts";
import { touchLoadingRun } from "#db/write/runs.ts";

type Input = { parcelId: string; grams: number; formKey: string };

/** What the scale shows of a whole box, with its wrapping: the figure on the manifest. */
export async function weighParcel(
  ctx: Context,
  { parcelId, grams, formKey }: Input,
): Promise<Result<{ fresh: boolean }, "parcel-not-there" | "run-not-loading">> {
  return inTransaction(async (tx) => {
    const parcel = await findParcelFacts(parcelId);
    permit(ctx.actor, "weigh-parcel", { hubId: parcel?.hubId });
    if (!parcel) return refuse("parcel-not-there");
    if (await isKeyTaken(formKey)) return { ok: true, fresh: false };
    if (!(await touchLoadingRun(tx, parcel.runId))) return refuse("run-not-loading");
    if (!(await takeKey(tx, ctx, { key: formKey, what: "weigh-parcel", subject: parcelId })))
      return { ok: true, fresh: false };
    await saveWeight(tx, { parcelId, grams });
    const note = `${parcel.runCode} ${parcel.number}: ${grams} g`;
    await recordActivity(tx, ctx, { what: "weigh-parcel", subject: parcelId, note });
    return { ok: true, fresh: true };
  });
}
