import { type Rupiah, rupiah } from "./money.ts";
import { fitsOfAll, type Load, pricesOf, withFits } from "./packing-prices.ts";
import { type Boxable, boxFilledPercent, type CatalogueBox, mostVolumetric, weightInBox } from "./parcel-catalogue.ts";
import { gather, type Tariff } from "./tariff.ts";

/** A box for a parcel, and how much of its volume the goods take. */
export type ChosenBox = CatalogueBox & { filledPercent: number };

type Inside = readonly (Load & Boxable)[];

/** What the carrier asks for these in one parcel, in whole rupiah; null where that is too heavy, or no box holds them. */
export function costTogether(tariff: Tariff, inside: Inside): Rupiah | null {
  const price = pricesOf(tariff).priceOf(gather(inside), fitsOfAll(withFits(tariff, inside)));
  return price === Number.POSITIVE_INFINITY ? null : rupiah(price);
}

/**
 * The box for a parcel: of those that hold it by its sides, its weight and its volume the one that costs the least, of equals the
 * smallest. Null where none does, and for goods of one buyer that are cheaper in the wrapping they came in.
 */
export function chooseBox(tariff: Tariff, inside: Inside): ChosenBox | null {
  const { boxing } = tariff;
  if (!boxing) return null;
  const goods = gather(inside);
  const fitted = withFits(tariff, inside);
  const fits = fitted.reduce((all, load) => all & (load.fits ?? 0), -1);
  const prices = pricesOf(tariff);
  let best: CatalogueBox | null = null;
  let least = inside.length > 1 ? Number.POSITIVE_INFINITY : prices.priceOf(goods) + 1;
  for (const [at, box] of boxing.boxes.entries()) {
    if (!(fits & (1 << at)) || goods.grams > box.maxGrams || goods.volumetricGrams > mostVolumetric(box, boxing))
      continue;
    const price = prices.priceOf(weightInBox(goods, box, boxing));
    if (price < least) [best, least] = [box, price];
  }
  return best && { ...best, filledPercent: boxFilledPercent(goods, best, boxing) };
}
