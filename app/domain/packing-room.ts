import type { Packable, Packing } from "./packing.ts";
import { pricesOf } from "./packing-prices.ts";
import { countedGrams, gather, type Tariff } from "./tariff.ts";

type Packed = { tariff: Tariff; loads: readonly Packable[]; packing: Pick<Packing, "parcels"> };

/** What still fits into the emptiest parcel for nothing, in grams: up to the next step of the tariff, or what a parcel may weigh. */
export function mostRoom({ tariff, loads, packing }: Packed): number {
  const { roomUpTo } = pricesOf(tariff);
  const byId = new Map(loads.map((load) => [load.id, load]));
  return packing.parcels.reduce((most, ids) => {
    const counted = countedGrams(gather(ids.flatMap((id) => byId.get(id) ?? [])));
    return Math.max(most, roomUpTo(counted) - counted);
  }, 0);
}
