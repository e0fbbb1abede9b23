import { rupiah } from "./money.ts";
import type { CutRule } from "./sale-cycle.ts";
import { allocate } from "./split.ts";

/** What one order line of a cycle asks for, in thousandths of the unit, and when it was ordered. */
export type Asked = { id: string; askedMilli: number; orderedMs: number };

export type Cut = {
  id: string;
  askedMilli: number;
  /** Of what was asked, what was ordered beyond the pledges and so waits for a heavy crop. */
  waitingMilli: number;
  keptMilli: number;
};

export type Crop = {
  /** What really came in, thousandths of the unit. */
  cropMilli: number;
  /** What growers pledged at most: orders beyond it wait, the last ones first. Null when none wait. */
  pledgedMilli: number | null;
  /** The smallest part that is sold: a cut ends on whole steps. */
  stepMilli: number;
  rule: CutRule;
};

/**
 * Shares out a crop among the orders of a cycle. Nobody gets more than was asked; when there is enough, everybody gets that. When it falls
 * short, what was ordered within the pledges comes first, and what waits has the rest; each is cut by the cycle's published rule: the same
 * part for all in whole steps (largest remainder, ties to who ordered first), or who ordered first is served first. What is kept sums to the
 * crop in whole steps, where everybody asked in whole steps. The order in which the lines are given does not matter.
 * @returns the lines in the order of ordering
 */
export function shareOutCrop(asked: readonly Asked[], { cropMilli, pledgedMilli, stepMilli, rule }: Crop): Cut[] {
  const inOrder = asked.toSorted((a, b) => a.orderedMs - b.orderedMs || (a.id < b.id ? -1 : 1));
  let within = pledgedMilli ?? Number.POSITIVE_INFINITY;
  const firm = inOrder.map(({ askedMilli }) => {
    const part = Math.min(askedMilli, within);
    within -= part;
    return part;
  });
  const waiting = inOrder.map(({ askedMilli }, at) => askedMilli - (firm[at] ?? 0));
  const cut = rule === "pro-rata" ? cutProRata : cutInOrder;
  const keptFirm = cut(firm, { cropMilli, stepMilli });
  const left = cropMilli - total(keptFirm);
  const keptWaiting = cut(waiting, { cropMilli: left, stepMilli });
  return inOrder.map(({ id, askedMilli }, at) => ({
    id,
    askedMilli,
    waitingMilli: waiting[at] ?? 0,
    keptMilli: (keptFirm[at] ?? 0) + (keptWaiting[at] ?? 0),
  }));
}

type There = { cropMilli: number; stepMilli: number };

function cutProRata(asked: readonly number[], { cropMilli, stepMilli }: There): number[] {
  if (cropMilli >= total(asked)) return [...asked];
  const steps = asked.map((milli) => Math.floor(milli / stepMilli));
  const there = Math.min(Math.floor(cropMilli / stepMilli), total(steps));
  if (there === 0) return asked.map(() => 0);
  // The one division that we have counts whole rupiah; whole steps are divided the same way.
  return allocate(rupiah(there), steps).map((part) => part * stepMilli);
}

function cutInOrder(asked: readonly number[], { cropMilli, stepMilli }: There): number[] {
  let left = cropMilli;
  return asked.map((milli) => {
    const kept = milli <= left ? milli : Math.floor(left / stepMilli) * stepMilli;
    // Nobody behind the first who is cut gets anything, not even a part of a step.
    left = kept < milli ? 0 : left - kept;
    return kept;
  });
}

function total(quantities: readonly number[]): number {
  return quantities.reduce((all, each) => all + each, 0);
}
