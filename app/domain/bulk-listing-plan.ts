import { VARIANT_FACT_COLUMNS } from "./bulk-facts.ts";
import {
  type BulkFacts,
  hasVariant,
  type ListingFields,
  readListingFields,
  readUnit,
  readVariantRow,
} from "./bulk-listing-row.ts";
import { type BulkListing, type ListingColumn, listingColumnOf, OF_LISTING } from "./bulk-listings.ts";
import { type CellError, type NamedRow, readSheet, type SheetRows } from "./bulk-sheet.ts";
import { MAX_VARIANTS, type VariantEdit } from "./listing.ts";

export type ListingChange = {
  row: number;
  /** Null for a new listing. */
  listing: BulkListing | null;
  fields: ListingFields;
  /** As the sheet says; a variant that no row names stays as it is. */
  variants: VariantEdit[];
};

export type ListingPlan = { added: ListingChange[]; changed: ListingChange[]; same: number; errors: CellError[] };

/**
 * What a sheet would change among a group's listings. Rows belong together by the listing's code, or while it is new by kind and name.
 * Nothing is taken away: a listing or variant that the sheet does not name stays.
 */
export function planListings(sheet: SheetRows, facts: BulkFacts): ListingPlan {
  const plan: ListingPlan = { added: [], changed: [], same: 0, errors: [] };
  const read = readSheet({ sheet, needed: ["kind", "name", "unit", "price", "stock"], columnOf: listingColumnOf });
  if (!read.ok) return { ...plan, errors: read.errors };
  for (const rows of groupRows(read.rows)) {
    const change = readListing({ rows, facts, errors: plan.errors });
    if (!change) continue;
    if (change.listing === null) plan.added.push(change);
    else if (isSame(change, change.listing)) plan.same += 1;
    else plan.changed.push(change);
  }
  plan.errors.push(...skuProblems([...plan.added, ...plan.changed], facts.listings));
  return plan;
}

type Rows = NamedRow<ListingColumn>[];

function groupRows(rows: Rows): Rows[] {
  const together = new Map<string, Rows>();
  for (const row of rows) {
    const code = row.cell("listing").trim();
    const key =
      code === "" ? `new\n${row.cell("kind").trim()}\n${row.cell("name").trim().toLowerCase()}` : `old\n${code}`;
    together.set(key, [...(together.get(key) ?? []), row]);
  }
  return [...together.values()];
}

type Reading = { rows: Rows; facts: BulkFacts; errors: CellError[] };

function readListing({ rows, facts, errors }: Reading): ListingChange | null {
  const [first] = rows;
  if (!first) return null;
  const count = errors.length;
  const wrong = (row: number, column: ListingColumn, reason: string) => errors.push({ row, column, reason });
  const code = first.cell("listing").trim();
  const before = facts.listings.find((listing) => listing.slug === code);
  if (code !== "" && !before) wrong(first.row, "listing", "listing-unknown");
  const fields = readListingFields({ row: first, errors }, { facts, before });
  for (const row of rows.slice(1))
    for (const column of OF_LISTING)
      if (row.cell(column).trim() !== "" && row.cell(column).trim() !== first.cell(column).trim())
        wrong(row.row, column, "sheet-differs");
  // Where the unit is wrong the rest is read all the same, by the unit that allows most: all mistakes are named at once.
  const unit = readUnit(first.cell("unit").trim()) ?? "kg";
  const variants: VariantEdit[] = [];
  for (const row of rows.filter(hasVariant)) {
    const variant = readVariantRow({ row, errors }, { unit, before, ruleIdOf: facts.ruleIdOf });
    if (variant) variants.push(variant);
  }
  for (const [row, reason] of nameProblems(variants, before)) wrong(row, "variantName", reason);
  if (errors.length > count || !fields) return null;
  return { row: first.row, listing: before ?? null, fields, variants };
}

/** Where there is a choice, each variant needs a name of its own; and there is a limit to how many. */
function nameProblems(variants: VariantEdit[], before: BulkListing | undefined): [number, string][] {
  const named = new Set(variants.map((variant) => variant.id));
  const kept = (before?.variants ?? []).filter((variant) => !named.has(variant.id));
  const total = variants.length + kept.length;
  const seen = new Set(kept.map((variant) => variant.name.toLowerCase()));
  const seenIds = new Set<string>();
  return variants.flatMap(({ row, id, name }, at): [number, string][] => {
    const lower = name.toLowerCase();
    const isTwice = id !== null && seenIds.has(id);
    if (id !== null) seenIds.add(id);
    const problem =
      kept.length + at >= MAX_VARIANTS
        ? "sheet-variants"
        : isTwice
          ? "sheet-twice"
          : total > 1 && lower === ""
            ? "variant-name-missing"
            : total > 1 && seen.has(lower)
              ? "variant-name-twice"
              : null;
    seen.add(lower);
    return problem ? [[row, problem]] : [];
  });
}

/** Codes are the group's own: each stands on one variant, of those in the sheet and of those that it leaves as they are. */
function skuProblems(changes: readonly ListingChange[], listings: readonly BulkListing[]): CellError[] {
  const told = new Set(changes.flatMap(({ variants }) => variants.map((variant) => variant.id)));
  const rest = listings.flatMap(({ variants }) => variants.filter((variant) => !told.has(variant.id)));
  const seen = new Set(rest.map(({ sku }) => sku.toLowerCase()));
  return changes.flatMap(({ variants }) =>
    variants.flatMap(({ sku, row }): CellError[] => {
      const code = sku.toLowerCase();
      const isTaken = code !== "" && seen.has(code);
      seen.add(code);
      return isTaken ? [{ row, column: "sku", reason: "sku-twice" }] : [];
    }),
  );
}

function isSame({ fields, variants }: ListingChange, before: BulkListing): boolean {
  const { contributions, ...plain } = fields;
  const fieldsSame = (Object.keys(plain) as (keyof typeof plain)[]).every((key) => plain[key] === before[key]);
  const key = ({ memberId, step, weight }: (typeof contributions)[number]) => `${memberId}\n${step}\n${weight}`;
  const made = contributions.map(key).sort().join("\n\n");
  return (
    fieldsSame &&
    made === before.contributions.map(key).sort().join("\n\n") &&
    variants.every((variant) => {
      const now = before.variants.find((each) => each.id === variant.id);
      const measures = [
        "name",
        "price",
        "packedGrams",
        "lengthMm",
        "widthMm",
        "heightMm",
        ...VARIANT_FACT_COLUMNS,
      ] as const;
      return (
        now && variant.stockMilli === variant.stockWasMilli && measures.every((each) => now[each] === variant[each])
      );
    })
  );
}
