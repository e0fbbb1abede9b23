import type { BulkListing, ListingColumn } from "./bulk-listings.ts";
import { readMakers } from "./bulk-makers.ts";
import type { CellError, NamedRow } from "./bulk-sheet.ts";
import { parseDay } from "./calendar-day.ts";
import { type ListingInput, MAX_DESCRIPTION, MAX_NAME, type VariantEdit } from "./listing.ts";
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
const MOST_DAYS = 3650;
const YES = ["1", "ya", "yes", "true"];
const NO = ["", "0", "tidak", "no", "false"];

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
  const { text, wrong, number } = reader(cells);
  const count = cells.errors.length;
  const kind = LISTING_KINDS.find((each) => each === text("kind").toLowerCase()) ?? wrong("kind", "sheet-kind");
  if (kind && before && before.kind !== kind) wrong("kind", "sheet-kind-fixed");
  const name = Name.safeParse(text("name"));
  if (!name.success) wrong("name", name.error.issues[0]?.message ?? "invalid");
  const description = Description.safeParse(cells.row.cell("description"));
  if (!description.success) wrong("description", description.error.issues[0]?.message ?? "invalid");
  const unit = readUnit(text("unit"));
  if (unit === null) wrong("unit", "unit-unknown");
  const days = (column: "madeToOrderDays" | "shelfDays") =>
    text(column) === "" ? null : number(column, readCount(text(column), MOST_DAYS));
  const day = (column: "harvestFrom" | "harvestUntil") =>
    text(column) === "" ? null : (parseDay(text(column)) ?? wrong(column, "date-invalid"));
  const fragile = YES.includes(text("fragile").toLowerCase());
  if (!fragile && !NO.includes(text("fragile").toLowerCase())) wrong("fragile", "sheet-yes-no");
  const [harvestFrom, harvestUntil] = [day("harvestFrom"), day("harvestUntil")];
  if (harvestFrom !== null && harvestUntil !== null && harvestUntil < harvestFrom)
    wrong("harvestUntil", "harvest-order");
  const rule = readRule(text("rule"), { facts, before });
  if (rule === undefined) wrong("rule", "rule-not-here");
  const makers = readMakers(text("makers"), facts.memberIdOf);
  if (!makers.ok) wrong("makers", makers.reason);
  const [madeToOrderDays, shelfDays] = [days("madeToOrderDays"), days("shelfDays")];
  if (cells.errors.length > count || !kind || !unit || !name.success || !description.success || !makers.ok) return null;
  return {
    ...{ kind, unit, name: name.data, description: description.data, madeToOrderDays, shelfDays, fragile },
    ...{ harvestFrom, harvestUntil, splitRuleId: rule ?? null, contributions: makers.contributions },
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
  { unit, before }: { unit: Unit; before: BulkListing | undefined },
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
  if (known && stockMilli !== null && stockWasMilli !== null && known.stockMilli + stockMilli - stockWasMilli < 0)
    wrong("stock", "stock-sold");
  const packedGrams = number("packedGrams", readCount(text("packedGrams"), MAX_PACKED_GRAMS));
  const side = (column: "lengthMm" | "widthMm" | "heightMm") => number(column, readCount(text(column), MAX_SIDE_MM));
  const [lengthMm, widthMm, heightMm] = [side("lengthMm"), side("widthMm"), side("heightMm")];
  if (text("variant") !== "" && !known) return null;
  if (price === null || stockMilli === null || stockWasMilli === null || packedGrams === null || !name.success)
    return null;
  if (lengthMm === null || widthMm === null || heightMm === null) return null;
  return {
    ...{ id: known?.id ?? null, name: name.data, price, stockMilli, stockWasMilli: known ? stockWasMilli : 0 },
    ...{ packedGrams, lengthMm, widthMm, heightMm, isRetired: false, row: cells.row.row },
  };
}
