import type { ConsignmentState } from "#app/domain/consignment.ts";
import type { WorkCounts } from "./run-work.tsx";

type Standing = {
  carried: readonly { state: ConsignmentState }[];
  boxes: readonly { loadedAt: Date | null; found: string | null }[];
  waiting: number;
};

/** How far the hub's work on a run is; nothing is counted where there is nothing to count. */
export function workCounts({ carried, boxes, waiting }: Standing): WorkCounts {
  const loaded = boxes.filter((box) => box.loadedAt !== null);
  const isIn = (...states: ConsignmentState[]): number => carried.filter((each) => states.includes(each.state)).length;
  const of = (done: number, all: number) => (all > 0 ? { done, all } : null);
  return {
    received: of(carried.length - isIn("to-pack", "packed"), carried.length),
    loaded: of(loaded.length, boxes.length),
    arrived: of(loaded.filter((box) => box.found !== null).length, loaded.length),
    handed: of(isIn("delivered"), carried.length),
    waiting,
  };
}
