import { type Bringer, canBringTo, type HubToReach } from "./bring.ts";
import type { KeepingRule } from "./keeping-rule.ts";
import type { Packable } from "./packing.ts";
import { boxableOf, measuredSides } from "./parcel-catalogue.ts";
import {
  fitInRun,
  type JoinProblem,
  type Perishable,
  type Rebooking,
  type RunToJoin,
  type Sailing,
  spoilingGoods,
} from "./run-life.ts";
import { hasRoom, type RunLimit } from "./run-room.ts";

/** A departure that takes orders: where it leaves, what is in it already, and the pick-up points that it serves. */
export type RunWithRoom = RunToJoin & {
  hub: HubToReach;
  limit: RunLimit;
  inside: Packable[];
  pickUpPointIds: readonly string[];
  sailing: Sailing;
};

/** A consignment that has to find another run: whose it is, at which hub it was to be handed over, and where it is fetched, null at the door. */
export type SeekingRun = Rebooking &
  Bringer & {
    id: string;
    runHubId: string;
    pickUpPointId: string | null;
    /** In milliseconds; null while it can still be made fresh. */
    packedMs: number | null;
    goods: readonly Perishable[];
  };

export type RoomProblem =
  | "consignment-hub-far"
  | "consignment-point-elsewhere"
  | "consignment-spoils"
  | "consignment-no-room";

type Joined = { ok: true; volumetricGrams: number } | { ok: false; reason: JoinProblem | RoomProblem };

/**
 * How voluminous a consignment is on another run, in grams; or why that run cannot take it. What was promised a place at a hub keeps it
 * there, whatever became of its group since.
 */
export function joinInRun(part: SeekingRun, run: RunWithRoom, keeping: KeepingRule): Joined {
  if (part.runHubId !== run.hub.id && !canBringTo(part, run.hub)) return { ok: false, reason: "consignment-hub-far" };
  const { pickUpPointId } = part;
  if (pickUpPointId !== null && !run.pickUpPointIds.includes(pickUpPointId))
    return { ok: false, reason: "consignment-point-elsewhere" };
  const fits = fitInRun(part, run);
  if (!fits.ok) return fits;
  if (keeping === "refuse" && spoilingGoods({ ...part, sailing: run.sailing }).length > 0)
    return { ok: false, reason: "consignment-spoils" };
  const loads = [...run.inside, loadIn(part, fits.volumetricGrams)];
  return hasRoom({ ...run, loads }) ? fits : { ok: false, reason: "consignment-no-room" };
}

/** The same as it is packed on that run. */
export function loadIn(part: SeekingRun, volumetricGrams: number): Packable {
  const { id, goods, grams, packedGrams, packedSideMm } = part;
  const { sides: unpacked, ...rest } = boxableOf(goods);
  const sides = measuredSides(unpacked, packedSideMm);
  return { id, grams: packedGrams ?? grams, volumetricGrams, ...rest, ...(sides && { sides }) };
}
