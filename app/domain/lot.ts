import { rupiah } from "./money.ts";
import type { Contribution, SoldLot } from "./sale-split.ts";
import { allocate } from "./split.ts";

/** A delivery's place in a lot. Quantities are thousandths of the unit. */
export type LotPart = {
  deliveryId: string;
  memberId: string;
  memberNumber: number;
  /** What it counts when the lot's money is divided: what was accepted when the lot was begun. */
  weightMilli: number;
  /** What of it is neither sold nor written off nor given back. */
  leftMilli: number;
};

/** Deliveries of one variant and day. */
export type Lot = { id: string; variantId: string; day: string; number: number; parts: readonly LotPart[] };

export type Taking = { lotId: string; deliveryId: string; quantityMilli: number };

/** Goods of one variant that are wanted. */
export type WantedQuantity = { variantId: string; quantityMilli: number };

/** What a line takes: of which deliveries, and how much came from stock that nobody's delivery stands behind. */
export type LinePlan = { takings: Taking[]; untracedMilli: number; lots: SoldLot[] };

/** Why goods left a lot without being sold. */
export const WRITE_OFF_REASONS = ["shrunk", "spoiled", "broken", "missing", "used"] as const;
/** Or it was sent once more, after a complaint about what had been sold. */
export const RESENT = "resent";
export type WriteOffReason = (typeof WRITE_OFF_REASONS)[number];

/** Lots in the order in which they are sold: the older day first, of one day the first one. */
export function oldestFirst<Any extends Pick<Lot, "day" | "number" | "id">>(lots: readonly Any[]): Any[] {
  const key = ({ day, number, id }: Any): string => `${day} ${String(number).padStart(6, "0")} ${id}`;
  return lots.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What is still there of a lot, in thousandths of the unit. */
export function leftOf(lot: { parts: readonly { leftMilli: number }[] }): number {
  return lot.parts.reduce((all, part) => all + part.leftMilli, 0);
}

/**
 * Shares a quantity among the deliveries of a lot by what each still has there (largest remainder; ties to the lower member number, then
 * the lower delivery id). The parts sum to the quantity, and none is more than that delivery has.
 * @param quantityMilli thousandths of the unit, not negative
 * @throws RangeError when it is more than the lot has
 */
export function shareAmong(
  quantityMilli: number,
  parts: readonly LotPart[],
): { deliveryId: string; quantityMilli: number }[] {
  const left = leftOf({ parts });
  if (quantityMilli > left) throw new RangeError(`cannot take ${quantityMilli} of ${left}`);
  if (quantityMilli === 0) return [];
  const ordered = parts.toSorted((a, b) => a.memberNumber - b.memberNumber || (a.deliveryId < b.deliveryId ? -1 : 1));
  // The one division that we have counts whole rupiah; whole thousandths are divided the same way.
  const amounts = allocate(
    rupiah(quantityMilli),
    ordered.map((part) => part.leftMilli),
  );
  return ordered
    .map(({ deliveryId }, at) => ({ deliveryId, quantityMilli: Number(amounts[at] ?? 0) }))
    .filter((share) => share.quantityMilli > 0);
}

/**
 * What each wanted line takes, first in, first out. Stock that no delivery stands behind was there before any lot, so it goes first.
 * @param untracedMilli of each variant, its stock beyond what its lots have; missing means none
 * @returns a plan for each line, in the lines' order; quantities sum to what was wanted
 * @throws RangeError when a variant has less than is wanted
 */
export function planLines<Line extends WantedQuantity>(
  lines: readonly Line[],
  { lots, untracedMilli }: { lots: readonly Lot[]; untracedMilli: ReadonlyMap<string, number> },
): { line: Line; plan: LinePlan }[] {
  const untraced = new Map(untracedMilli);
  const left = new Map(lots.flatMap((lot) => lot.parts.map((part) => [keyOf(lot, part), part.leftMilli] as const)));
  return lines.map((line) => {
    const before = Math.min(line.quantityMilli, Math.max(0, untraced.get(line.variantId) ?? 0));
    untraced.set(line.variantId, (untraced.get(line.variantId) ?? 0) - before);
    let wanted = line.quantityMilli - before;
    const plan: LinePlan = { takings: [], untracedMilli: before, lots: [] };
    for (const lot of oldestFirst(lots.filter((each) => each.variantId === line.variantId))) {
      const parts = lot.parts.map((part) => ({ ...part, leftMilli: left.get(keyOf(lot, part)) ?? 0 }));
      const taken = Math.min(wanted, leftOf({ parts }));
      if (taken === 0) continue;
      for (const share of shareAmong(taken, parts)) {
        plan.takings.push({ lotId: lot.id, ...share });
        const key = keyOf(lot, share);
        left.set(key, (left.get(key) ?? 0) - share.quantityMilli);
      }
      plan.lots.push({ label: lot.day, quantityMilli: taken, contributions: contributionsOf(lot.parts) });
      wanted -= taken;
    }
    if (wanted > 0) throw new RangeError(`${wanted} of ${line.variantId} is nowhere`);
    return { line, plan };
  });
}

function keyOf(lot: { id: string }, part: { deliveryId: string }): string {
  return `${lot.id} ${part.deliveryId}`;
}

/** Whoever brought to a lot, and how much: the weights by which its money is divided. */
function contributionsOf(parts: readonly LotPart[]): Contribution[] {
  return parts.map(({ memberId, memberNumber, weightMilli }) => ({
    memberId,
    memberNumber,
    step: "",
    weight: weightMilli,
  }));
}

/** How a correction of a begun lot leaves what is still there: the same deliveries, each with what it has, as a lot of its own. */
export function carriedOver(
  parts: readonly LotPart[],
  correction: { deliveryId: string; quantityMilli: number },
): { deliveryId: string; quantityMilli: number }[] {
  return parts
    .map(({ deliveryId, leftMilli }) => ({
      deliveryId,
      quantityMilli: leftMilli - (deliveryId === correction.deliveryId ? correction.quantityMilli : 0),
    }))
    .filter((part) => part.quantityMilli > 0);
}
