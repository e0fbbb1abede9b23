import { FACT_COLUMNS, factCell, VARIANT_FACT_COLUMNS } from "./bulk-facts.ts";
import { type BulkContribution, makersCell } from "./bulk-makers.ts";
import type { SheetRows } from "./bulk-sheet.ts";
import type { ListingInput, VariantInput } from "./listing.ts";
import type { ListingFacts, VariantFacts } from "./listing-facts.ts";
import type { ListingKind } from "./listing-kind.ts";

/** What a listing says, then what each of its variants says: a row is a variant, and a listing with three has three rows. */
export const LISTING_COLUMNS = [
  "listing",
  "kind",
  "name",
  "description",
  "unit",
  "rule",
  "makers",
  ...FACT_COLUMNS,
  "variant",
  "variantName",
  ...VARIANT_FACT_COLUMNS,
  "price",
  "stock",
  "stockWas",
  "packedGrams",
  "lengthMm",
  "widthMm",
  "heightMm",
] as const;
export type ListingColumn = (typeof LISTING_COLUMNS)[number];

export function listingColumnOf(name: string): ListingColumn | null {
  return LISTING_COLUMNS.find((column) => column === name) ?? null;
}

/** Columns that say something of the listing, not of a variant: in the first of its rows they must stand, in the others they may. */
export const OF_LISTING: readonly ListingColumn[] = LISTING_COLUMNS.slice(1, LISTING_COLUMNS.indexOf("variant"));

/** `lotMilli`: what lies in its lots, of a variant whose stock is kept by deliveries; null of another. */
export type BulkVariant = VariantInput & { id: string; position: number; lotMilli: number | null };

/** A listing as it is now, with what names it in a sheet. */
export type BulkListing = Omit<ListingInput<BulkVariant>, "contributions" | "unit"> & {
  id: string;
  slug: string;
  version: number;
  kind: ListingKind;
  unit: string;
  ruleName: string;
  contributions: BulkContribution[];
};

/** 12500 thousandths → "12,5", as {@link readStock} reads it. */
function quantityCell(milli: number): string {
  return String(milli / 1000).replace(".", ",");
}

/** The listings as rows of a sheet, without the names of the columns. A listing without variants has one row all the same. */
export function listingRows(listings: readonly BulkListing[]): SheetRows {
  return listings.flatMap((listing) => {
    const variants = listing.variants.length > 0 ? listing.variants : [null];
    return variants.map((variant) => {
      const cells = cellsOf(listing, variant);
      return LISTING_COLUMNS.map((column) => cells[column]);
    });
  });
}

function cellsOf(listing: BulkListing, variant: BulkVariant | null): Record<ListingColumn, string> {
  const facts = Object.fromEntries(FACT_COLUMNS.map((column) => [column, factCell(listing[column])]));
  const ofVariant = Object.fromEntries(
    VARIANT_FACT_COLUMNS.map((column) => [column, factCell(variant?.[column] ?? null)]),
  );
  return {
    ...(facts as Record<keyof ListingFacts, string>),
    ...(ofVariant as Record<keyof VariantFacts, string>),
    listing: listing.slug,
    kind: listing.kind,
    name: listing.name,
    description: listing.description,
    unit: listing.unit,
    rule: listing.ruleName,
    makers: makersCell(listing.contributions),
    variant: variant?.id ?? "",
    variantName: variant?.name ?? "",
    price: String(variant?.price ?? ""),
    stock: variant ? quantityCell(variant.stockMilli) : "",
    stockWas: variant ? quantityCell(variant.stockMilli) : "",
    packedGrams: String(variant?.packedGrams ?? ""),
    lengthMm: String(variant?.lengthMm ?? ""),
    widthMm: String(variant?.widthMm ?? ""),
    heightMm: String(variant?.heightMm ?? ""),
  };
}
