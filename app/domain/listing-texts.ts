import type { VariantInput } from "./listing.ts";
import { rowField } from "./listing-form.ts";
import { boxOf, type Measures } from "./parcel-box.ts";

/** Thousandths as a form shows them: 12500 → "12,5". */
export function quantityText(milli: number): string {
  return String(milli / 1000).replace(".", ",");
}

/** A box by its name, or exact centimetres. */
export function measureTexts(measures: Measures, row: number): Record<string, string> {
  const box = boxOf(measures);
  const cm = (mm: number): string => (box ? "" : String(mm / 10).replace(".", ","));
  return {
    [rowField("box", row)]: box ?? "exact",
    [rowField("length", row)]: cm(measures.lengthMm),
    [rowField("width", row)]: cm(measures.widthMm),
    [rowField("height", row)]: cm(measures.heightMm),
  };
}

/** A variant as the fields of its row hold it, so that what is read back is the same. */
export function variantTexts(variant: VariantInput & { id: string }, row: number): Record<string, string> {
  return {
    [rowField("variant-id", row)]: variant.id,
    [rowField("variant-name", row)]: variant.name,
    [rowField("price", row)]: String(variant.price),
    [rowField("stock", row)]: quantityText(variant.stockMilli),
    [rowField("stock-was", row)]: String(variant.stockMilli),
    [rowField("weight", row)]: `${variant.packedGrams} g`,
    ...measureTexts(variant, row),
  };
}
