import { readListingFacts, readVariantFactsOf } from "./bulk-facts.ts";
import type { BulkListing, BulkVariant, ListingColumn } from "./bulk-listings.ts";
import { readMakers } from "./bulk-makers.ts";
import type { CellError, NamedRow } from "./bulk-sheet.ts";
import { type ListingInput, MAX_DESCRIPTION, MAX_NAME, type VariantEdit } from "./listing.ts";
import { variantName } from "./listing-facts.ts";
import { LISTING_KINDS, type ListingKind } from "./listing-kind.ts";
import { MAX_PACKED_GRAMS, MAX_SIDE_MM, type ReadNumber, readCount, readPrice, readStock } from "./listing-numbers.ts";
import { lineOfText, someText } from "./plain-text.ts";
import { isUnit, type Unit } from "./unit.ts";

export type BulkFacts = {
  listings: readonly BulkListing[];
  memberIdOf: (number: string) => string | undefined;
  /** The newest version of the group's rule of that name. */
  ruleIdOf: (name: string) => string | undefined;
};

export type ListingFields = Omit<ListingInput, "variants"> & { kind: ListingKind };

const Name = lineOfText({ max: MAX_NAME });
const Description = someText({ max: MAX_DESCRIPTION, min: 0 });
const VariantName = lineOfText({ max: 60, min: 0 });

type Cells = { row: NamedRow<ListingColumn>; errors: CellError[] };

/** Remembers what is wrong in a row, cell by cell. */
function reader({ row, errors }: Cells) {
  const text = (column: ListingColumn): string => row.cell(column).trim();
  const wrong = (column: ListingColumn, reason: string): null => {
    errors.push({ row: row.row, column, reason });
    return null;
  };
  const number = <N extends number>(column: ListingColumn, read: ReadNumber<N>): N | null =>
    read.ok ? read.value : wrong(column, read.reason);
  return { text, wrong, number };
}

/** What the first row of a listing says of it. @returns null when something is wrong; what, stands in `errors` then */
export function readListingFields(
  cells: Cells,
  { facts, before }: { facts: BulkFacts; before: BulkListing | undefined },
): ListingFields | null {
  const { text, wrong } = reader(cells);
  const count = cells.errors.length;
  const kind = LISTING_KINDS.find((each) => each === text("kind").toLowerCase()) ?? wrong("kind", "sheet-kind");
  if (kind && before && before.kind !== kind) wrong("kind", "sheet-kind-fixed");
  const name = Name.safeParse(text("name"));
  if (!name.success) wrong("name", name.error.issues[0]?.message ?? "invalid");
  const description = Description.safeParse(cells.row.cell("description"));
  if (!description.success) wrong("description", description.error.issues[0]?.message ?? "invalid");
  const unit = readUnit(text("unit"));
  if (unit === null) wrong("unit", "unit-unknown");
  const rule = readRule(text("rule"), { facts, before });
  if (rule === undefined) wrong("rule", "rule-not-here");
  const makers = readMakers(text("makers"), facts.memberIdOf);
  if (!makers.ok) wrong("makers", makers.reason);
  // Where kind or unit is wrong the rest is read all the same: all mistakes are named at once.
  const told = readListingFacts(cells, { kind: kind ?? "harvest", unit: unit ?? "kg", before });
  if (cells.errors.length > count || !kind || !unit || !name.success || !description.success || !makers.ok) return null;
  return {
    ...told,
    ...{ kind, unit, name: name.data, description: description.data },
    ...{ splitRuleId: rule ?? null, contributions: makers.contributions },
  };
}

export function readUnit(text: string): Unit | null {
  const unit = text.toLowerCase();
  return isUnit(unit) ? unit : null;
}

/** An unchanged name keeps the listing's version of the rule; another name means that rule's newest. */
function readRule(name: string, { facts, before }: { facts: BulkFacts; before: BulkListing | undefined }) {
  if (before && before.ruleName === name) return before.splitRuleId;
  return name === "" ? null : facts.ruleIdOf(name);
}

/** Whether a row says anything of a variant. */
export function hasVariant(row: NamedRow<ListingColumn>): boolean {
  return ["variant", "variantName", "price", "stock"].some((column) => row.cell(column as ListingColumn).trim() !== "");
}

/** What a row says of its variant. @returns null when something is wrong */
export function readVariantRow(
  cells: Cells,
  { unit, before, ruleIdOf }: { unit: Unit; before: BulkListing | undefined; ruleIdOf: BulkFacts["ruleIdOf"] },
): VariantEdit | null {
  const { text, wrong, number } = reader(cells);
  const known = before?.variants.find((variant) => variant.id === text("variant"));
  if (text("variant") !== "" && !known) wrong("variant", "variant-unknown");
  const name = VariantName.safeParse(text("variantName"));
  if (!name.success) wrong("variantName", name.error.issues[0]?.message ?? "invalid");
  const price = number("price", readPrice(text("price")));
  const stockMilli = number("stock", readStock(text("stock"), unit));
  // Without the stock that was known when the file was made, the stock is set to what is written.
  const stockWasMilli =
    text("stockWas") === "" ? (known?.stockMilli ?? 0) : number("stockWas", readStock(text("stockWas"), unit));
  const facts = readVariantFactsOf(cells, known);
  const { splitRuleName } = facts;
  if (splitRuleName !== "" && ruleIdOf(splitRuleName) === undefined) wrong("splitRuleName", "rule-not-here");
  if (known && stockMilli !== null && stockWasMilli !== null) {
    const problem = stockProblem(known, stockMilli - stockWasMilli);
    if (problem) wrong("stock", problem);
  }
  const packedGrams = number("packedGrams", readCount(text("packedGrams"), MAX_PACKED_GRAMS));
  const side = (column: "lengthMm" | "widthMm" | "heightMm") => number(column, readCount(text(column), MAX_SIDE_MM));
  const [lengthMm, widthMm, heightMm] = [side("lengthMm"), side("widthMm"), side("heightMm")];
  if (text("variant") !== "" && !known) return null;
  if (price === null || stockMilli === null || stockWasMilli === null || packedGrams === null || !name.success)
    return null;
  if (lengthMm === null || widthMm === null || heightMm === null) return null;
  return {
    ...facts,
    ...{
      id: known?.id ?? null,
      name: variantName({ ...facts, name: name.data }),
      price,
      stockMilli,
      stockWasMilli: known ? stockWasMilli : 0,
    },
    ...{ packedGrams, lengthMm, widthMm, heightMm, isRetired: false, row: cells.row.row },
  };
}

/** As in the listing's own form: what is sold is gone, and what deliveries keep is not typed. */
function stockProblem({ stockMilli, lotMilli }: BulkVariant, change: number): string | null {
  const then = stockMilli + change;
  if (then < 0) return "stock-sold";
  return lotMilli !== null && (change > 0 || (change < 0 && then < lotMilli)) ? "stock-by-deliveries" : null;
}
