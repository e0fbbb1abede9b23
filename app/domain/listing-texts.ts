import type { VariantInput } from "./listing.ts";
import type { ListingFacts } from "./listing-facts.ts";
import { rowField } from "./listing-rows.ts";
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

const tick = (isTicked: boolean): string => (isTicked ? "yes" : "");

/** What is said of a listing, as the fields of its form hold it. */
export function factTexts(
  listing: ListingFacts & { name: string; description: string; unit: string; splitRuleId: string | null },
): Record<string, string> {
  const { name, description, unit, permitNumber, halalNumber, ingredients, allergens, batch, storage } = listing;
  return {
    ...{ name, description, unit, permitNumber, halalNumber, ingredients, allergens, batch, storage },
    ...{ harvestFrom: listing.harvestFrom ?? "", harvestUntil: listing.harvestUntil ?? "" },
    ...{ madeToOrderDays: String(listing.madeToOrderDays ?? ""), shelfDays: String(listing.shelfDays ?? "") },
    openPiecesPerMaker: String(listing.openPiecesPerMaker ?? ""),
    ...{ fragile: tick(listing.fragile), bulky: tick(listing.bulky), catchWeight: tick(listing.catchWeight) },
    ...{ travels: listing.travels, splitRuleId: listing.splitRuleId ?? "" },
    ...{ option1: listing.option1, option2: listing.option2, option3: listing.option3 },
    ...{ permitKind: listing.permitKind ?? "", halal: listing.halal ?? "", halalUntil: listing.halalUntil ?? "" },
  };
}

/** A variant as the fields of its row hold it, so that what is read back is the same. */
export function variantTexts(variant: VariantInput & { id: string }, row: number): Record<string, string> {
  return {
    [rowField("variant-id", row)]: variant.id,
    [rowField("variant-name", row)]: variant.name,
    [rowField("value1", row)]: variant.value1,
    [rowField("value2", row)]: variant.value2,
    [rowField("value3", row)]: variant.value3,
    [rowField("sku", row)]: variant.sku,
    [rowField("net", row)]: variant.netGrams === null ? "" : `${variant.netGrams} g`,
    [rowField("grade", row)]: variant.grade ?? "",
    [rowField("grade-text", row)]: variant.gradeText,
    [rowField("rule", row)]: variant.splitRuleName,
    [rowField("price", row)]: String(variant.price),
    [rowField("stock", row)]: quantityText(variant.stockMilli),
    [rowField("stock-was", row)]: String(variant.stockMilli),
    [rowField("weight", row)]: `${variant.packedGrams} g`,
    ...measureTexts(variant, row),
  };
}
