import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah, sum } from "#app/domain/money.ts";
import { cheapestPacking, type Packable } from "#app/domain/packing.ts";
import { provenBound } from "#app/domain/packing-bound.ts";
import { chooseBox, costTogether } from "#app/domain/packing-box.ts";
import { movesOf, type Placed, planParcels } from "#app/domain/packing-plan.ts";
import {
  BOX_KINDS,
  type Boxing,
  type CatalogueBox,
  COLD,
  FILLING_PERCENT,
  fitsOf,
  inOrder,
  measuredSides,
  outerSize,
  sidesOf,
  sidesOfAll,
} from "#app/domain/parcel-catalogue.ts";
import { gather, sendingCost, type Tariff, volumetricGrams } from "#app/domain/tariff.ts";
import { airTariff, aTariff } from "#tests/world/shipping.ts";

const card: CatalogueBox = {
  ...{ id: "card", name: "Card", kind: "box", lengthMm: 300, widthMm: 200, heightMm: 200 },
  ...{ wallMm: 5, emptyGrams: 250, maxGrams: 8000 },
};
const large: CatalogueBox = { ...card, id: "large", lengthMm: 600, widthMm: 400, heightMm: 400, maxGrams: 30_000 };
const cool: CatalogueBox = { ...large, id: "cool", kind: "chilled", wallMm: 25 };
const sack: CatalogueBox = { ...large, id: "sack", kind: "sack", lengthMm: 1100, wallMm: 0 };
const boxingOf = (boxes: CatalogueBox[], isCounted = false): Boxing => ({
  ...{ boxes: inOrder(boxes), volumeDivisor: 6000, isCounted },
});
const boxed = (boxes: CatalogueBox[], isCounted = false): Tariff => ({
  ...airTariff,
  boxing: boxingOf(boxes, isCounted),
});
const load = (id: string, over: Partial<Packable> = {}): Packable => ({
  id,
  grams: 500,
  volumetricGrams: 300,
  ...over,
});
const namesOf = (boxes: CatalogueBox[], goods: Parameters<typeof fitsOf>[1]) =>
  boxes.filter((_, at) => fitsOf({ boxes }, goods) & (1 << at)).map((box) => box.id);

describe("the sides of goods and boxes", () => {
  it("are held against each other sorted, never slantwise", () => {
    const fits = (...[lengthMm, widthMm, heightMm]: [number, number, number]) =>
      fitsOf({ boxes: [card] }, { sides: sidesOf({ lengthMm, widthMm, heightMm }) }) === 1;
    expect([fits(200, 300, 200), fits(200, 200, 301), fits(201, 201, 10)]).toEqual([true, false, false]);
    // The diagonal of 300 × 200 × 200 is 412.
    expect(fits(400, 10, 10)).toBe(false);
    expect(namesOf([card], {})).toEqual(["card"]);
  });

  it("of several things are the least that holds each of them, and a measured side cuts them", () => {
    const all = sidesOfAll([sidesOf({ lengthMm: 10, widthMm: 90, heightMm: 20 }), [50, 50, 5]]);
    expect(all).toEqual([90, 50, 10]);
    expect(measuredSides(all, 40)).toEqual([40, 40, 10]);
    expect(measuredSides(null, 40)).toEqual([40, 0, 0]);
    expect([measuredSides(all, null), measuredSides(null, null)]).toEqual([all, null]);
  });

  it("keep cold goods in a cool box, all else out of it, and what breaks out of a sack", () => {
    const boxes = [card, cool, sack];
    expect(namesOf(boxes, { apart: COLD })).toEqual(["cool"]);
    expect(namesOf(boxes, {})).toEqual(["card", "sack"]);
    expect(namesOf(boxes, { fragile: true })).toEqual(["card"]);
    expect(namesOf([card, sack], { apart: COLD })).toEqual(["card", "sack"]);
  });
});

describe("packing into boxes", () => {
  it("puts together only what one box holds, and takes the smallest", () => {
    const goods = [load("a"), load("b"), load("c", { sides: [700, 10, 10] })];
    expect(cheapestPacking(boxed([card, large]), goods)).toMatchObject({ parcels: [["a", "b"], ["c"]] });
    expect(cheapestPacking(boxed([card, sack]), goods)).toMatchObject({ parcels: [["a", "b", "c"]] });
    expect(chooseBox(boxed([large, card]), goods.slice(0, 2))).toMatchObject({ id: "card", filledPercent: 30 });
    expect(chooseBox(boxed([card, large]), goods)).toBeNull();
    expect(chooseBox(boxed([card, large]), [load("c", { sides: [700, 10, 10] })])).toBeNull();
  });

  it("counts the box where the carrier does, and leaves goods alone where its air would cost more", () => {
    const two = [load("a"), load("b")];
    // Large: 61 × 41 × 41 cm ÷ 6000 = 17,091 g, so 17 kg; two parcels of 500 g are 2 kg.
    expect(costTogether(boxed([large], true), two)).toBe(17 * 38_000);
    expect(cheapestPacking(boxed([large], true), two)).toMatchObject({ total: 76_000, parcels: [["a"], ["b"]] });
    expect(cheapestPacking(boxed([large]), two)).toMatchObject({ total: 38_000, parcels: [["a", "b"]] });
    expect(chooseBox(boxed([large], true), [load("a")])).toBeNull();
  });

  it("says which parcel no box holds any more, and moves nothing where none would", () => {
    const rule = { ...boxed([card]), volumeDivisor: 6000, maxSideMm: null };
    const placed = (id: string, parcel: number | null): Placed => ({
      ...{ ...load(id, { grams: 5000 }), parcel, longestMm: null, fragile: false },
    });
    expect(planParcels({ tariff: rule, goods: [placed("a", 1), placed("b", 1)] }).parcels[0]).toMatchObject({
      ...{ box: null, cost: 2 * 5 * 38_000 },
      why: ["no-box", "one-place"],
    });
    expect(movesOf({ tariff: rule, goods: [placed("a", 1), placed("b", 2)], id: "a" })).toEqual([
      { to: 2, problem: "parcel-no-box" },
    ]);
    const light = [placed("a", 1), { ...placed("b", 2), grams: 500 }];
    expect(movesOf({ tariff: rule, goods: light, id: "a" })).toMatchObject([{ to: 2, box: { id: "card" } }]);
  });
});

const aSide = fc.integer({ min: 50, max: 900 });
const aBox = fc.record({
  ...{ kind: fc.constantFrom(...BOX_KINDS), lengthMm: aSide, widthMm: aSide, heightMm: aSide },
  ...{ wallMm: fc.integer({ min: 0, max: 30 }), emptyGrams: fc.integer({ min: 0, max: 900 }) },
  maxGrams: fc.integer({ min: 500, max: 40_000 }),
});
const someBoxes = fc
  .array(aBox, { minLength: 1, maxLength: 6 })
  .map((boxes) => boxes.map((box, at) => ({ ...box, id: `b${at}`, name: `Box ${at}` })));
const aBoxedTariff = fc
  .tuple(aTariff, someBoxes, fc.boolean())
  .map(([tariff, boxes, isCounted]) => ({ ...tariff, boxing: boxingOf(boxes, isCounted) }));
const goods = (min: number, max: number) =>
  fc
    .array(
      fc.record({
        ...{ grams: fc.integer({ min: 0, max: 3000 }), size: fc.tuple(aSide, aSide, aSide) },
        ...{ known: fc.boolean(), fragile: fc.boolean(), cold: fc.boolean() },
      }),
      { minLength: min, maxLength: max },
    )
    .map((all) =>
      all.map(({ grams, size: [lengthMm, widthMm, heightMm], known, fragile, cold }, at): Packable => {
        const size = { lengthMm, widthMm, heightMm };
        const volume = Math.min(3000, volumetricGrams(size, 6000));
        return {
          ...{ id: `c${String(at).padStart(3, "0")}`, grams, volumetricGrams: volume, fragile },
          ...(known && { sides: sidesOf(size) }),
          ...(cold && { apart: COLD }),
        };
      }),
    );

/** By the words of the rule, not by its bits. */
function holds(box: CatalogueBox, inside: readonly Packable[], { boxes }: Boxing): boolean {
  const { grams, volumetricGrams: volume } = gather(inside);
  const mm3 = box.lengthMm * box.widthMm * box.heightMm;
  const hasCool = boxes.some((each) => each.kind === "chilled");
  return (
    grams <= box.maxGrams &&
    volume * 6000 <= (mm3 * FILLING_PERCENT) / 100 &&
    inside.every(({ sides = [], fragile, apart }) => {
      const own = sidesOf(box);
      const isCold = apart === COLD && hasCool;
      return (
        sides.every((side, at) => side <= (own[at] ?? 0)) &&
        isCold === (box.kind === "chilled") &&
        !(fragile && box.kind === "sack")
      );
    })
  );
}

function checkPlan(tariff: Tariff & { boxing: Boxing }, loads: readonly Packable[]): void {
  const packing = cheapestPacking(tariff, loads);
  expect(packing.parcels.flat().toSorted()).toEqual(loads.map((each) => each.id).toSorted());
  const byId = new Map(loads.map((each) => [each.id, each]));
  for (const ids of packing.parcels) {
    const inside = ids.flatMap((id) => byId.get(id) ?? []);
    if (inside.length < 2) continue;
    const box = chooseBox(tariff, inside);
    expect(box && holds(box, inside, tariff.boxing)).toBe(true);
    const outer = box && volumetricGrams(outerSize(box), 6000);
    if (box && tariff.boxing.isCounted)
      expect(costTogether(tariff, inside)).toBe(
        sendingCost(tariff, { grams: gather(inside).grams + box.emptyGrams, volumetricGrams: outer ?? 0 }),
      );
  }
  const alone = sum(loads.map((each) => sendingCost(tariff, each)));
  expect(packing.total).toBeLessThanOrEqual(alone);
  expect(packing.lowerBound).toBeLessThanOrEqual(packing.total);
  expect(cheapestPacking(tariff, loads.toReversed())).toEqual(packing);
}

/** Every way to put them together, one by one. */
function leastOf(tariff: Tariff, loads: readonly Packable[], parcels: Packable[][] = []): number {
  const [first, ...rest] = loads;
  if (!first) {
    const kinds = parcels.every((inside) => inside.every((each) => each.apart === inside[0]?.apart));
    const prices = parcels.map((inside) => costTogether(tariff, inside));
    return kinds && !prices.includes(null) ? sum(prices.map((price) => price ?? rupiah(0))) : Number.POSITIVE_INFINITY;
  }
  const into = parcels.map((_, at) => parcels.map((inside, other) => (at === other ? [...inside, first] : inside)));
  return Math.min(...[...into, [...parcels, [first]]].map((next) => leastOf(tariff, rest, next)));
}

describe("a plan of boxes", () => {
  it("has every consignment once, nothing beyond its box, no order of arrival, and is never dearer than alone", () => {
    fc.assert(fc.property(aBoxedTariff, goods(1, 9), checkPlan), { numRuns: 80 });
  });

  it("swaps nothing into a box where it does not lie, where parcels hold many", () => {
    const rule = { ...airTariff, perParcel: rupiah(15_000), boxing: boxingOf([large, sack]) };
    for (const [step, most] of [
      [37, 160],
      [71, 230],
      [113, 310],
      [29, 90],
      [193, 400],
    ] as const)
      checkPlan(
        rule,
        Array.from({ length: 40 }, (_, at) =>
          load(`c${String(at).padStart(2, "0")}`, {
            ...{ grams: 40 + ((step * at * at) % most), volumetricGrams: 40 + ((step * at) % most) },
            fragile: at % 3 === 0,
            ...(at % 3 === 1 && { sides: [1000, 50, 50] as const }),
          }),
        ),
      );
  });

  it("turns goods and boxes alike, whichever way their sides are told", () => {
    const turned = { ...large, lengthMm: 40, widthMm: 900, heightMm: 500 };
    const fits = (...sides: [number, number, number]) => fitsOf({ boxes: [turned] }, { sides }) === 1;
    expect([fits(900, 500, 40), fits(900, 500, 41), fits(901, 40, 10)]).toEqual([true, false, false]);
  });

  it("is the cheapest of all ways to put them together", () => {
    fc.assert(
      fc.property(aBoxedTariff, goods(1, 5), (tariff, loads) => {
        expect(cheapestPacking(tariff, loads).total).toBe(leastOf(tariff, loads));
      }),
      { numRuns: 60 },
    );
  });

  it("keeps all of that for more than can be weighed exactly, above the proven bound", () => {
    fc.assert(
      fc.property(aBoxedTariff, goods(18, 30), (tariff, loads) => {
        checkPlan(tariff, loads);
        const warm = loads.filter((each) => each.apart !== COLD);
        const { parcels, total } = cheapestPacking(tariff, warm);
        const effort = { mostSorts: 20, mostTurns: 2, mostLooks: 100 };
        expect(provenBound(tariff, { loads: warm, parcels }, effort)).toBeLessThanOrEqual(total);
      }),
      { numRuns: 3 },
    );
  });
});
