import { type Rupiah, rupiah, subtract, sum } from "./money.ts";
import { cheapestPacking, type Packable } from "./packing.ts";
import { type ChosenBox, chooseBox, costTogether } from "./packing-box.ts";
import { pricesOf } from "./packing-prices.ts";
import {
  countedGrams,
  gather,
  isSideTooLong,
  type PricedTariff,
  parcelsNeeded,
  sendingCost,
  type Tariff,
  type Weight,
} from "./tariff.ts";

/** A consignment with the parcel that the packer put it in, counted from 1; null where nobody has said so. */
export type Placed = Packable & {
  parcel: number | null;
  fragile: boolean;
  /** In millimetres, as it was measured when packed, else of its longest thing; null where nobody knows. */
  longestMm: number | null;
};

export type PlannedParcel = Weight & {
  number: number;
  /** From the bottom to the top: the heaviest first, what breaks on top of all that does not. */
  ids: string[];
  cost: Rupiah;
  /** What the same goods would cost one by one, less the cost. */
  saved: Rupiah;
  /** What still fits in for nothing, in grams. */
  roomGrams: number;
  /** How full it is, in percent of what it may weigh at its price. */
  filledPercent: number;
  /** Of the hub's boxes the one that costs the least, of equals the smallest; null where it goes in its own wrapping. */
  box: ChosenBox | null;
  /** More than one where what lies in it is heavier than the carrier takes in one piece. */
  pieces: number;
  why: ParcelReason[];
};

export type ParcelReason =
  | "too-heavy"
  | "too-long"
  | "split"
  | "by-volume"
  | "cold"
  | "fragile-on-top"
  | "one-place"
  | "nothing-fits"
  | "no-box";

export type PackingPlan = {
  parcels: PlannedParcel[];
  total: Rupiah;
  /** The cheapest way to pack the same goods, c*(N). */
  cheapest: Rupiah;
  alone: Rupiah;
};

type PlanRequest = { tariff: PricedTariff; goods: readonly Placed[] };

/**
 * The goods of each parcel, by its number: as the packer placed them; what nobody has placed goes in the cheapest way after those, and
 * what is heavier than a parcel may be stands for itself, last.
 */
export function arrange({ tariff, goods }: { tariff: Tariff; goods: readonly Placed[] }): Map<number, Placed[]> {
  const parcels = new Map<number, Placed[]>();
  for (const each of goods.toSorted((a, b) => (a.parcel ?? 0) - (b.parcel ?? 0)))
    if (each.parcel !== null) parcels.set(each.parcel, [...(parcels.get(each.parcel) ?? []), each]);
  let number = Math.max(0, ...parcels.keys());
  const left = goods.filter((each) => each.parcel === null);
  for (const ids of cheapestPacking(tariff, left).parcels) {
    number += 1;
    parcels.set(
      number,
      left.filter((each) => ids.includes(each.id)),
    );
  }
  return parcels;
}

/**
 * The packing as it stands, parcel by parcel, with what it costs beside the cheapest. A parcel that has become too heavy, or too large for
 * every box, is priced as if its goods went one by one, and says so.
 */
export function planParcels({ tariff, goods }: PlanRequest): PackingPlan {
  const arranged = [...arrange({ tariff, goods })];
  const parcels = arranged.map(([number, inside]): PlannedParcel => {
    const weight = gather(inside);
    const others = arranged.filter(([other]) => other !== number).map(([, each]) => each);
    const { roomUpTo } = pricesOf(tariff);
    const counted = countedGrams(weight);
    const box = chooseBox(tariff, inside);
    const room = roomUpTo(counted);
    const cost = costOf(tariff, inside);
    return {
      number,
      ids: stacked(inside).map((each) => each.id),
      ...weight,
      cost,
      saved: subtract(aloneOf(tariff, inside), cost),
      roomGrams: Math.max(0, Math.min(room - counted, (box?.maxGrams ?? room) - weight.grams)),
      filledPercent: Math.min(100, Math.round((100 * counted) / Math.max(1, room))),
      box,
      pieces: parcelsNeeded(tariff, weight),
      why: reasonsOf({ tariff, inside, weight, others }),
    };
  });
  return {
    parcels,
    total: sum(parcels.map((parcel) => parcel.cost)),
    cheapest: cheapestPacking(tariff, goods).total,
    alone: aloneOf(tariff, goods),
  };
}

export type MoveProblem = "parcel-too-heavy" | "parcel-too-long" | "parcel-not-cold" | "parcel-no-box";
/** With the box that the parcel is then packed in. */
export type PossibleMove =
  | { to: number; difference: Rupiah; box: ChosenBox | null }
  | { to: number; problem: MoveProblem };

/** Where one consignment could go instead, an empty parcel last, and what that changes; less than zero is cheaper. */
export function movesOf({ tariff, goods, id }: PlanRequest & { id: string }): PossibleMove[] {
  const parcels = arrange({ tariff, goods });
  const from = [...parcels].find(([, inside]) => inside.some((each) => each.id === id));
  const moving = from?.[1].find((each) => each.id === id);
  if (!from || !moving) return [];
  const left = from[1].filter((each) => each !== moving);
  const targets = [...parcels].filter(([number]) => number !== from[0]);
  if (left.length > 0) targets.push([Math.max(...parcels.keys()) + 1, []]);
  return targets.map(([to, inside]) => {
    const together = [...inside, moving];
    if (together.length > 1 && countedGrams(gather(together)) > tariff.maxParcelGrams)
      return { to, problem: "parcel-too-heavy" };
    // By itself it may still be cut down, or go another way; with others it keeps them all ashore.
    if (inside.length > 0 && isSideTooLong(moving.longestMm, tariff)) return { to, problem: "parcel-too-long" };
    if (inside.some((each) => each.apart !== moving.apart)) return { to, problem: "parcel-not-cold" };
    if (costTogether(tariff, together) === null) return { to, problem: "parcel-no-box" };
    const before = costOf(tariff, from[1]) + costOf(tariff, inside);
    const difference = rupiah(costOf(tariff, left) + costOf(tariff, together) - before);
    return { to, difference, box: chooseBox(tariff, together) };
  });
}

function aloneOf(tariff: Tariff, goods: readonly Weight[]): Rupiah {
  return sum(goods.map((each) => sendingCost(tariff, each)));
}

/** What is too heavy for one parcel, or for every box, is priced one by one. */
function costOf(tariff: Tariff, goods: readonly Placed[]): Rupiah {
  return (goods.length > 0 ? costTogether(tariff, goods) : null) ?? aloneOf(tariff, goods);
}

/** Heavy things below light ones, and nothing on what breaks but what breaks too. */
function stacked(goods: readonly Placed[]): Placed[] {
  return goods.toSorted((a, b) => Number(a.fragile) - Number(b.fragile) || b.grams - a.grams || (a.id < b.id ? -1 : 1));
}

function reasonsOf({
  tariff,
  inside,
  weight,
  others,
}: {
  tariff: PricedTariff;
  inside: readonly Placed[];
  weight: Weight;
  others: readonly (readonly Placed[])[];
}): ParcelReason[] {
  const isCold = inside.some((each) => each.apart);
  const places = new Set(inside.map((each) => each.place ?? ""));
  const cost = costOf(tariff, inside);
  const isDearer = (other: readonly Placed[]): boolean => {
    const together = costTogether(tariff, [...inside, ...other]);
    return together === null || together >= cost + costOf(tariff, other);
  };
  const alike = others.filter((other) => other[0]?.apart === inside[0]?.apart);
  const why: [ParcelReason, boolean][] = [
    ["too-heavy", inside.length > 1 && countedGrams(weight) > tariff.maxParcelGrams],
    ["no-box", countedGrams(weight) <= tariff.maxParcelGrams && costTogether(tariff, inside) === null],
    ["too-long", inside.some((each) => isSideTooLong(each.longestMm, tariff))],
    ["split", inside.length === 1 && countedGrams(weight) > tariff.maxParcelGrams],
    ["cold", isCold],
    ["nothing-fits", alike.length > 0 && alike.every(isDearer)],
    ["by-volume", weight.volumetricGrams > weight.grams],
    ["fragile-on-top", inside.some((each) => each.fragile)],
    ["one-place", inside.length > 1 && places.size === 1],
  ];
  return why.filter(([, holds]) => holds).map(([reason]) => reason);
}
