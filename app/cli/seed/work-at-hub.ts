import type { Actor } from "#app/domain/permissions.ts";
import { arrangeParcels } from "#app/usecases/ship/arrange-parcels.ts";
import { loadParcel } from "#app/usecases/ship/load-parcel.ts";
import { weighParcel } from "#app/usecases/ship/weigh-parcel.ts";
import { listParcels } from "#db/read/parcels.ts";
import { findRunFacts } from "#db/read/runs.ts";
import type { DemoWorld } from "./demo-context.ts";

type Work = { world: DemoWorld; keeper: Actor; runId: string; at: Date; isDone: boolean };

/** The keeper puts a locked run into boxes and carries them on board: all of them, or in the middle of it all but one. */
export async function workAtHub({ world, keeper, runId, at, isDone }: Work): Promise<void> {
  const ctx = world.at(at, keeper);
  await arrangeParcels(ctx, { runId, change: { kind: "keep" } });
  const run = await findRunFacts(runId);
  const boxes = run ? await listParcels(keeper, run) : [];
  for (const box of isDone ? boxes : boxes.slice(1)) {
    // A carton and its string weigh a little too.
    await weighParcel(ctx, { parcelId: box.id, grams: box.grams + 140, formKey: world.newId() });
    await loadParcel(ctx, { parcelId: box.id, isLoaded: true, formKey: world.newId() });
  }
}
