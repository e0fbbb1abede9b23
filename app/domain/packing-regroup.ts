import { fitsOfAll, type Load, type Parcel, type Prices } from "./packing-prices.ts";
import { ANY_BOX } from "./parcel-catalogue.ts";
import { countedGrams } from "./tariff.ts";

/** So many loads are packed anew at a time: 3⁸ steps are a fraction of a millisecond. */
const AT_ONCE = 8;

/** How often, for a load: few loads get more care, as a checkout waits for some dozens and a hub for thousands. */
function rounds(loads: number): number {
  return Math.round(Math.min(25 * loads, 12_000 + 7 * loads));
}

/**
 * Betters a packing, a few parcels at a time: those that carry air are drawn more often, what lies in them is packed anew in the cheapest
 * way (all partitions, or exchanges where they hold too many loads), and of packings that cost the same the one that leaves the air in
 * one parcel, where the next comer can use it. The draws are the same each time, so the outcome is; it never costs more than the beginning.
 */
export function regroup<T extends Load>(beginning: readonly Parcel<T>[], prices: Prices): Parcel<T>[] {
  const parcels = [...beginning];
  const random = draws();
  const loads = parcels.reduce((all, parcel) => all + parcel.loads.length, 0);
  for (let round = rounds(loads); round > 0 && parcels.length > 1; round--) {
    const drawn = drawSome(parcels, random, prices);
    const now = drawn.map((position) => parcels[position]).filter((parcel) => parcel !== undefined);
    const count = now.reduce((all, parcel) => all + parcel.loads.length, 0);
    const after = count <= AT_ONCE ? packAnew(now, prices) : exchange(now, prices);
    if (!after) continue;
    // The emptied places are closed from the end, so that the earlier positions stay true.
    for (const [turn, position] of drawn.entries()) {
      const parcel = after[turn];
      if (parcel) parcels[position] = parcel;
    }
    for (const parcel of after.slice(drawn.length)) parcels.push(parcel);
    for (const position of drawn.slice(after.length).toSorted((a, b) => b - a)) {
      const last = parcels.pop();
      if (last && position < parcels.length) parcels[position] = last;
    }
  }
  return parcels;
}

/** Numbers from 0 to 1 that look drawn and are the same each time (mulberry32). */
function draws(): () => number {
  let state = 20_261_125;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a parcel could still take at its price, in grams; of two, the airier one is drawn. */
function airIn(parcel: Parcel<Load> | undefined, { roomUpTo }: Prices): number {
  if (!parcel) return -1;
  const counted = countedGrams(parcel);
  return roomUpTo(counted) - counted;
}

function drawSome(parcels: readonly Parcel<Load>[], random: () => number, prices: Prices): number[] {
  const drawn: number[] = [];
  let loads = 0;
  for (let tries = 0; tries < 12; tries++) {
    const one = Math.floor(random() * parcels.length);
    const other = Math.floor(random() * parcels.length);
    const position = airIn(parcels[one], prices) >= airIn(parcels[other], prices) ? one : other;
    const more = parcels[position]?.loads.length ?? 0;
    if (drawn.includes(position)) continue;
    if (drawn.length >= 2 && loads + more > AT_ONCE) continue;
    drawn.push(position);
    loads += more;
    if (loads >= AT_ONCE) break;
  }
  return drawn;
}

/** The same loads in the cheapest parcels, or undefined where that is what they are in. */
function packAnew<T extends Load>(now: readonly Parcel<T>[], prices: Prices): Parcel<T>[] | undefined {
  const loads = now.flatMap((parcel) => parcel.loads);
  const sets = 1 << loads.length;
  const { grams, volumetric, price, worth, best, first, fits } = SCRATCH;
  for (let set = 1; set < sets; set++) {
    const top = 31 - Math.clz32(set);
    const rest = set ^ (1 << top);
    const load = loads[top];
    const weight = {
      grams: (grams[rest] ?? 0) + (load?.grams ?? 0),
      volumetricGrams: (volumetric[rest] ?? 0) + (load?.volumetricGrams ?? 0),
    };
    grams[set] = weight.grams;
    volumetric[set] = weight.volumetricGrams;
    fits[set] = (rest === 0 ? ANY_BOX : (fits[rest] ?? ANY_BOX)) & (load?.fits ?? ANY_BOX);
    price[set] = prices.priceOf(weight, rest === 0 ? ANY_BOX : fits[set]);
    worth[set] = (price[set] ?? 0) - bonus(countedGrams(weight), prices) + scattered(loads, set);
  }
  for (let set = 1; set < sets; set++) {
    const lowest = set & -set;
    const others = set ^ lowest;
    let least = Number.POSITIVE_INFINITY;
    let chosen = lowest;
    for (let mates = others; ; mates = (mates - 1) & others) {
      const total = (worth[mates | lowest] ?? 0) + (best[others ^ mates] ?? 0);
      if (total < least) {
        least = total;
        chosen = mates | lowest;
      }
      if (mates === 0) break;
    }
    best[set] = least;
    first[set] = chosen;
  }
  const before = now.reduce(
    (all, parcel) =>
      all + parcel.price - bonus(countedGrams(parcel), prices) + scattered(parcel.loads, 2 ** parcel.loads.length - 1),
    0,
  );
  if (!((best[sets - 1] ?? 0) < before - 1e-9)) return undefined;
  const after: Parcel<T>[] = [];
  for (let set = sets - 1; set > 0; ) {
    const chosen = first[set] ?? set;
    after.push({
      loads: loads.filter((_, position) => chosen & (1 << position)),
      grams: grams[chosen] ?? 0,
      volumetricGrams: volumetric[chosen] ?? 0,
      price: price[chosen] ?? 0,
    });
    set ^= chosen;
  }
  return after;
}

const column = (): Float64Array => new Float64Array(1 << AT_ONCE);
const SCRATCH = {
  grams: column(),
  volumetric: column(),
  price: column(),
  worth: column(),
  best: column(),
  first: new Int32Array(1 << AT_ONCE),
  fits: new Int32Array(1 << AT_ONCE),
};

/** Of equal prices the packing with fewer places to a parcel; far less than a rupiah. */
function scattered(loads: readonly Load[], set: number): number {
  let places = 0;
  for (let one = 0; one < loads.length; one++) {
    if (!(set & (1 << one))) continue;
    let isNew = true;
    for (let other = 0; other < one && isNew; other++)
      if (set & (1 << other) && loads[other]?.place === loads[one]?.place) isNew = false;
    if (isNew) places++;
  }
  return places * 0.01;
}

/** Less than a rupiah for all parcels together: it decides between equal prices only, for air that is together. */
function bonus(counted: number, { roomUpTo }: Prices): number {
  const air = roomUpTo(counted) - counted;
  return (0.001 * air * air) / (1e6 + air * air);
}

/** The first merge, move or swap between two parcels that saves money. */
function exchange<T extends Load>(now: readonly Parcel<T>[], prices: Prices): Parcel<T>[] | undefined {
  const { priceOf } = prices;
  const [a, b, ...rest] = now;
  if (!a || !b) return undefined;
  const total = a.price + b.price;
  const together = { grams: a.grams + b.grams, volumetricGrams: a.volumetricGrams + b.volumetricGrams };
  if (priceOf(together) < total) {
    const both = [...a.loads, ...b.loads];
    const price = priceOf(together, fitsOfAll(both));
    if (price < total) return [{ loads: both, ...together, price }, ...rest];
  }
  // With "nothing" on either side a swap is a move.
  for (const out of [undefined, ...a.loads])
    for (const into of [undefined, ...b.loads]) {
      const grams = (into?.grams ?? 0) - (out?.grams ?? 0);
      const volumetricGrams = (into?.volumetricGrams ?? 0) - (out?.volumetricGrams ?? 0);
      const left = { grams: a.grams + grams, volumetricGrams: a.volumetricGrams + volumetricGrams };
      const right = { grams: b.grams - grams, volumetricGrams: b.volumetricGrams - volumetricGrams };
      // No box makes it cheaper, so that most need not be held against the boxes at all.
      if (priceOf(left) + priceOf(right) >= total) continue;
      const price = {
        left: priceOf(left, fitsAfter(prices, a.loads, { out, into })),
        right: priceOf(right, fitsAfter(prices, b.loads, { out: into, into: out })),
      };
      if (price.left + price.right >= total) continue;
      return [
        { loads: replaced(a.loads, out, into), ...left, price: price.left },
        { loads: replaced(b.loads, into, out), ...right, price: price.right },
        ...rest,
      ].filter((parcel) => parcel.loads.length > 0);
    }
  return undefined;
}

/** As {@link replaced}, without making the list. */
function fitsAfter(
  { isBoxed }: Prices,
  loads: readonly Load[],
  swap: { out: Load | undefined; into: Load | undefined },
): number {
  if (!isBoxed || loads.length - (swap.out ? 1 : 0) + (swap.into ? 1 : 0) < 2) return ANY_BOX;
  let fits = swap.into?.fits ?? ANY_BOX;
  for (const load of loads) if (load !== swap.out) fits &= load.fits ?? ANY_BOX;
  return fits;
}

function replaced<T extends Load>(loads: readonly T[], out: T | undefined, into: T | undefined): T[] {
  return [...loads.filter((load) => load !== out), ...(into ? [into] : [])];
}
