import { hasLeft } from "#app/domain/run.ts";
import type { ManifestFacts } from "#app/i18n/hub-papers.ts";
import type { Door } from "#app/web/door.server.ts";
import { listCrossings } from "#db/read/crossings.ts";
import { listParcels } from "#db/read/parcels.ts";
import { openRunOf } from "./hub-page.server.ts";

/** What goes with the boat: before it leaves all boxes, afterwards those that are on board. */
export async function manifestOfRun(entered: Door): Promise<ManifestFacts> {
  const run = await openRunOf(entered);
  const parcels = await listParcels(entered.ctx.actor, run);
  const isGone = hasLeft(run.state);
  const { code, hubName, zoneName, vessel } = run;
  return {
    ...{ code, hubName, zoneName, vessel, departsAt: (run.departedAt ?? run.departsAt).toISOString() },
    crossings: await listCrossings(entered.ctx.actor, run),
    parcels: parcels
      .filter((parcel) => !isGone || parcel.loadedAt !== null)
      .map(({ number, grams, isFragile, isCold, loadedAt, places, contents, box }) => ({
        ...{ number, grams, isFragile, isCold, isLoaded: loadedAt !== null, places },
        box: box && { name: box.name, lengthMm: box.lengthMm, widthMm: box.widthMm, heightMm: box.heightMm },
        orders: [...new Set(contents.map((each) => each.orderNumber))],
      })),
  };
}
