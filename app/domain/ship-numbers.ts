import { type Rupiah, rupiah, sum, times, ZERO } from "./money.ts";
import { cheapestPacking } from "./packing.ts";
import { pricesOf } from "./packing-prices.ts";
import { countedGrams, gather, type Tariff } from "./tariff.ts";

/** What one consignment of a settled run cost, beside sending it alone. */
export type SettledConsignment = {
  /** YYYY-MM in WIB, of the settlement. */
  month: string;
  runCode: string;
  orderNumber: string;
  /** Tells apart buyers of one name; never shown. */
  buyerKey: string;
  buyerName: string;
  groupName: string;
  grams: number;
  alone: Rupiah;
  share: Rupiah;
};

export type ShipNumbers = {
  key: string;
  consignments: number;
  grams: number;
  alone: Rupiah;
  share: Rupiah;
  saved: Rupiah;
  /** For each 1,000 g on the scale, rounded half up; null where nothing was weighed. */
  perKgAlone: Rupiah | null;
  perKgShared: Rupiah | null;
};

/** Sums by any key, in the order of the keys. */
export function numbersBy(
  rows: readonly SettledConsignment[],
  keyOf: (row: SettledConsignment) => string,
): ShipNumbers[] {
  const keys = [...new Set(rows.map(keyOf))].toSorted();
  return keys.map((key) => {
    const own = rows.filter((row) => keyOf(row) === key);
    const grams = own.reduce((all, row) => all + row.grams, 0);
    const alone = sum(own.map((row) => row.alone));
    const share = sum(own.map((row) => row.share));
    const perKg = (amount: Rupiah): Rupiah | null => (grams > 0 ? times(amount, 1000, grams) : null);
    return {
      ...{ key, consignments: own.length, grams, alone, share, saved: rupiah(alone - share) },
      ...{ perKgAlone: perKg(alone), perKgShared: perKg(share) },
    };
  });
}

type Carried = { id: string; grams: number; volumetricGrams: number; apart?: string };

/** What lay in a run's parcels and what could have lain there for the same price, in counted grams, as the planner packs it. */
export function fillOf(tariff: Tariff, loads: readonly Carried[]): { filled: number; room: number } {
  const { roomUpTo } = pricesOf(tariff);
  const byId = new Map(loads.map((load) => [load.id, load]));
  let [filled, room] = [0, 0];
  for (const ids of cheapestPacking(tariff, loads).parcels) {
    const counted = countedGrams(gather(ids.flatMap((id) => byId.get(id) ?? [])));
    filled += counted;
    room += Math.max(counted, roomUpTo(counted));
  }
  return { filled, room };
}

/** In basis points; null where nothing travelled. */
export function fillRate(runs: readonly { filled: number; room: number }[]): number | null {
  const room = runs.reduce((all, run) => all + run.room, 0);
  return room > 0 ? Math.round((runs.reduce((all, run) => all + run.filled, 0) * 10_000) / room) : null;
}

/** All of them together. */
export function totalOf(rows: readonly SettledConsignment[]): ShipNumbers {
  const [all] = numbersBy(rows, () => "all");
  const none = { consignments: 0, grams: 0, alone: ZERO, share: ZERO, saved: ZERO };
  return all ?? { key: "all", ...none, perKgAlone: null, perKgShared: null };
}
