import type { Measures } from "./parcel-box.ts";

/** In grams, as in tariff.ts, which needs this file. */
type Weight = { grams: number; volumetricGrams: number };

/** What has to stay cold is kept apart from all that has not. */
export const COLD = "cold";

/** A box of card or wood, one that keeps cold, or a sack, which gives and protects nothing that breaks. */
export const BOX_KINDS = ["box", "chilled", "sack"] as const;
export type BoxKind = (typeof BOX_KINDS)[number];

/** What a hub packs parcels in. The sides are those inside; a wall is so thick all around. */
export type CatalogueBox = Measures & {
  id: string;
  name: string;
  kind: BoxKind;
  wallMm: number;
  /** Empty, with its lid and tape. */
  emptyGrams: number;
  /** The most goods that it carries. */
  maxGrams: number;
};

/** The boxes that a carrier's parcels are packed in. */
export type Boxing = {
  boxes: readonly CatalogueBox[];
  /** cm³ per kilogram, by which the goods' volumetric weight was reckoned. */
  volumeDivisor: number;
  /** The carrier measures and weighs the box, air and all; else what lies in it. */
  isCounted: boolean;
};

/** Three sides in millimetres, the longest first; 0 where it is not known. */
export type Sides = readonly [number, number, number];

/** What decides which boxes goods go into, beside their weight and volume. */
export type Boxable = {
  /** The largest that a thing of it takes in each direction; without it nobody knows, and volume alone decides. */
  sides?: Sides;
  fragile?: boolean;
  /** {@link COLD} for what has to stay cold. */
  apart?: string;
};

/** Goods never fill a box to the last corner: so much of its volume, in percent. */
export const FILLING_PERCENT = 85;

/** More are no help to anybody; a set of them is one whole number's bits. */
export const MOST_BOXES = 30;

/** Any box will do, or none. */
export const ANY_BOX = -1;

/** The longest side first. */
export function sidesOf({ lengthMm, widthMm, heightMm }: Measures): Sides {
  const [long = 0, middle = 0, short = 0] = [lengthMm, widthMm, heightMm].toSorted((a, b) => b - a);
  return [long, middle, short];
}

/** The least that holds each of these things one at a time. */
export function sidesOfAll(things: readonly Sides[]): Sides {
  const most = (at: 0 | 1 | 2): number => things.reduce((all, sides) => Math.max(all, sides[at]), 0);
  return [most(0), most(1), most(2)];
}

type Thing = Measures & { travels: string; fragile?: boolean };

/** What these things, packed together, ask of a box. */
export function boxableOf(things: readonly Thing[]): Boxable & { sides: Sides } {
  return {
    sides: sidesOfAll(things.map(sidesOf)),
    fragile: things.some((each) => each.fragile),
    ...(things.some((each) => each.travels === "chilled") && { apart: COLD }),
  };
}

/** With the longest side as it was measured once packed: rolled or folded, no other side is longer than that. */
export function measuredSides(sides: Sides | null, packedSideMm: number | null): Sides | null {
  if (packedSideMm === null) return sides;
  const [, middle, short] = sides ?? [0, 0, 0];
  return [packedSideMm, Math.min(middle, packedSideMm), Math.min(short, packedSideMm)];
}

/**
 * The boxes that goods may lie in, as bits by position: each sorted side no longer than the box's own, never slantwise. What has to stay
 * cold goes in a box that keeps cold, if the hub has one, and nothing else does; what breaks goes in no sack.
 */
export function fitsOf({ boxes }: Pick<Boxing, "boxes">, { sides, fragile = false, apart }: Boxable): number {
  const hasChilled = boxes.some((box) => box.kind === "chilled");
  let fits = 0;
  for (const [at, box] of boxes.entries()) {
    if ((box.kind === "chilled") !== (apart === COLD && hasChilled)) continue;
    if (box.kind === "sack" && fragile) continue;
    const inside = sidesOf(box);
    if (sides?.some((side, which) => side > (inside[which] ?? 0))) continue;
    fits |= 1 << at;
  }
  return fits;
}

function cubicMm({ lengthMm, widthMm, heightMm }: Measures): number {
  return lengthMm * widthMm * heightMm;
}

/** As it stands on the quay, walls and all. */
export function outerSize({ lengthMm, widthMm, heightMm, wallMm }: CatalogueBox): Measures {
  return { lengthMm: lengthMm + 2 * wallMm, widthMm: widthMm + 2 * wallMm, heightMm: heightMm + 2 * wallMm };
}

/** The most volumetric grams of goods that a box takes. */
export function mostVolumetric(box: CatalogueBox, { volumeDivisor }: Pick<Boxing, "volumeDivisor">): number {
  return Math.floor((cubicMm(box) * FILLING_PERCENT) / 100 / volumeDivisor);
}

/** What a carrier counts of goods in a box: the box and all, or the goods. */
export function weightInBox(goods: Weight, box: CatalogueBox, { volumeDivisor, isCounted }: Boxing): Weight {
  if (!isCounted) return goods;
  const volumetricGrams = Math.ceil(cubicMm(outerSize(box)) / volumeDivisor);
  return { grams: goods.grams + box.emptyGrams, volumetricGrams };
}

/** How much of the box goods take, in percent of its volume inside. */
export function boxFilledPercent(goods: Weight, box: CatalogueBox, { volumeDivisor }: Boxing): number {
  return Math.min(100, Math.round((100 * goods.volumetricGrams * volumeDivisor) / cubicMm(box)));
}

/** The smallest first, so that of equal prices the first one is taken; of one size the lighter, then by id. */
export function inOrder(boxes: readonly CatalogueBox[]): CatalogueBox[] {
  return boxes.toSorted(
    (a, b) => cubicMm(a) - cubicMm(b) || a.emptyGrams - b.emptyGrams || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}
