import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { fillOf, fillRate, numbersBy, type SettledConsignment, totalOf } from "#app/domain/ship-numbers.ts";
import { airTariff } from "#tests/world/shipping.ts";

const sent = (over: Partial<SettledConsignment>): SettledConsignment => ({
  ...{ month: "2026-10", runCode: "PB-1", orderNumber: "LB-1", buyerKey: "+62811", buyerName: "Rahmah" },
  ...{ groupName: "Seri Dompak", grams: 1000, alone: rupiah(38_000), share: rupiah(19_000), ...over },
});

describe("what sharing a run saved", () => {
  const rows = [
    sent({ month: "2026-11", grams: 1500, alone: rupiah(76_000), share: rupiah(38_000) }),
    sent({}),
    sent({ grams: 500, share: rupiah(38_000) }),
  ];

  it("is summed month by month, with the cost of a kilogram alone and together", () => {
    expect(numbersBy(rows, ({ month }) => month)).toEqual([
      {
        ...{ key: "2026-10", consignments: 2, grams: 1500, alone: 76_000, share: 57_000, saved: 19_000 },
        ...{ perKgAlone: 50_667, perKgShared: 38_000 },
      },
      {
        ...{ key: "2026-11", consignments: 1, grams: 1500, alone: 76_000, share: 38_000, saved: 38_000 },
        ...{ perKgAlone: 50_667, perKgShared: 25_333 },
      },
    ]);
    expect(totalOf(rows)).toMatchObject({ consignments: 3, grams: 3000, saved: 57_000 });
  });

  it("is nothing where nothing travelled, and has no price of a kilogram that nobody weighed", () => {
    expect(totalOf([])).toMatchObject({ consignments: 0, saved: 0, perKgAlone: null, perKgShared: null });
    expect(totalOf([sent({ grams: 0 })])).toMatchObject({ saved: 19_000, perKgAlone: null });
    expect(fillRate([])).toBeNull();
  });

  it("counts how full the parcels were of what their price allows", () => {
    const load = (id: string, grams: number) => ({ id, grams, volumetricGrams: 0 });
    const { filled, room } = fillOf(airTariff, [load("a", 700), load("b", 500)]);
    expect(filled).toBe(1200);
    // One kilogram is paid, and 300 g over it are tolerated.
    expect(room).toBe(1300);
    expect(fillRate([{ filled, room }])).toBe(Math.round((filled * 10_000) / room));
    expect(
      fillRate([
        { filled: 500, room: 1000 },
        { filled: 1000, room: 1000 },
      ]),
    ).toBe(7500);
  });
});
