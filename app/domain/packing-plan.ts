import { type Rupiah, rupiah, subtract, sum } from "./money.ts";
import { cheapestPacking, type Packable } from "./packing.ts";
import { pricesOf } from "./packing-prices.ts";
import { BOX_NAMES, BOXES, type Box } from "./parcel-box.ts";
import {
  countedGrams,
  isSideTooLong,
  isTooLong,
  longestSide,
  type PricedTariff,
  parcelCost,
  parcelsNeeded,
  sendingCost,
  type Tariff,
  volumetricGrams,
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
  /** The smallest box of the catalogue that holds it and costs no more; null where a box of its own shape is better. */
  box: Box | null;
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
  | "nothing-fits";

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
 * The packing as it stands, parcel by parcel, with what it costs beside the cheapest. A parcel that has become too heavy is priced as if
 * its goods went one by one, and says so.
 */
export function planParcels({ tariff, goods }: PlanRequest): PackingPlan {
  const arranged = [...arrange({ tariff, goods })];
  const parcels = arranged.map(([number, inside]): PlannedParcel => {
    const weight = weigh(inside);
    const others = arranged.filter(([other]) => other !== number).map(([, each]) => each);
    const { roomUpTo } = pricesOf(tariff);
    const counted = countedGrams(weight);
    const room = roomUpTo(counted);
    const cost = costOf(tariff, inside);
    return {
      number,
      ids: stacked(inside).map((each) => each.id),
      ...weight,
      cost,
      saved: subtract(aloneOf(tariff, inside), cost),
      roomGrams: Math.max(0, room - counted),
      filledPercent: Math.min(100, Math.round((100 * counted) / Math.max(1, room))),
      box: boxFor(tariff, { inside, weight, cost }),
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

export type MoveProblem = "parcel-too-heavy" | "parcel-too-long" | "parcel-not-cold";
export type PossibleMove = { to: number; difference: Rupiah } | { to: number; problem: MoveProblem };

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
    if (together.length > 1 && countedGrams(weigh(together)) > tariff.maxParcelGrams)
      return { to, problem: "parcel-too-heavy" };
    // By itself it may still be cut down, or go another way; with others it keeps them all ashore.
    if (inside.length > 0 && isSideTooLong(moving.longestMm, tariff)) return { to, problem: "parcel-too-long" };
    if (inside.some((each) => each.apart !== moving.apart)) return { to, problem: "parcel-not-cold" };
    const before = costOf(tariff, from[1]) + costOf(tariff, inside);
    return { to, difference: rupiah(costOf(tariff, left) + costOf(tariff, together) - before) };
  });
}

function weigh(goods: readonly Weight[]): Weight {
  return {
    grams: goods.reduce((all, each) => all + each.grams, 0),
    volumetricGrams: goods.reduce((all, each) => all + each.volumetricGrams, 0),
  };
}

function aloneOf(tariff: Tariff, goods: readonly Weight[]): Rupiah {
  return sum(goods.map((each) => sendingCost(tariff, each)));
}

function costOf(tariff: Tariff, goods: readonly Weight[]): Rupiah {
  const weight = weigh(goods);
  if (goods.length === 0 || countedGrams(weight) > tariff.maxParcelGrams) return aloneOf(tariff, goods);
  return parcelCost(tariff, weight);
}

/** Heavy things below light ones, and nothing on what breaks but what breaks too. */
function stacked(goods: readonly Placed[]): Placed[] {
  return goods.toSorted((a, b) => Number(a.fragile) - Number(b.fragile) || b.grams - a.grams || (a.id < b.id ? -1 : 1));
}

/** Goods never fill a box to the last corner. */
const BOX_FILL = 0.85;

/** By volume, and so that no thing in it is longer than its longest side. */
function boxFor(
  tariff: PlanRequest["tariff"],
  { inside, weight, cost }: { inside: readonly Placed[]; weight: Weight; cost: Rupiah },
): PlannedParcel["box"] {
  const holds = (box: Box): boolean => {
    const { lengthMm, widthMm, heightMm } = BOXES[box];
    if (isTooLong(BOXES[box], tariff)) return false;
    if (inside.some(({ longestMm }) => longestMm !== null && longestMm > longestSide(BOXES[box]))) return false;
    return weight.volumetricGrams * tariff.volumeDivisor <= BOX_FILL * lengthMm * widthMm * heightMm;
  };
  const box = BOX_NAMES.find(holds);
  if (!box) return null;
  const boxed = { grams: weight.grams, volumetricGrams: volumetricGrams(BOXES[box], tariff.volumeDivisor) };
  return countedGrams(boxed) <= tariff.maxParcelGrams && parcelCost(tariff, boxed) <= cost ? box : null;
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
  const isDearer = (other: readonly Placed[]): boolean =>
    countedGrams(weigh([...inside, ...other])) > tariff.maxParcelGrams ||
    costOf(tariff, [...inside, ...other]) >= cost + costOf(tariff, other);
  const alike = others.filter((other) => other[0]?.apart === inside[0]?.apart);
  const why: [ParcelReason, boolean][] = [
    ["too-heavy", inside.length > 1 && countedGrams(weight) > tariff.maxParcelGrams],
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
