import { type CellError, type NamedRow, readYesNo } from "./bulk-sheet.ts";
import { parseDay } from "./calendar-day.ts";
import { readLabel } from "./listing-checks.ts";
import {
  factsOfKind,
  GRADES,
  HALAL,
  type ListingFacts,
  NO_FACTS,
  NO_VARIANT_FACTS,
  PERMIT_KINDS,
  type VariantFacts,
} from "./listing-facts.ts";
import type { ListingKind } from "./listing-kind.ts";
import { MAX_PACKED_GRAMS, readCount } from "./listing-numbers.ts";
import { lineOfText, someText } from "./plain-text.ts";
import { TRAVELS } from "./travel.ts";
import type { Unit } from "./unit.ts";

type FactColumn = keyof ListingFacts | keyof VariantFacts;

/** What a sheet says of a listing beside its name, unit and makers, in the order of its columns. */
export const FACT_COLUMNS = Object.keys(NO_FACTS) as (keyof ListingFacts)[];
/** What a sheet says of a variant beside its name, price, stock, weight and size. */
export const VARIANT_FACT_COLUMNS = Object.keys(NO_VARIANT_FACTS) as (keyof VariantFacts)[];

const LONGEST: Partial<Record<string, number>> = {
  ...{ option1: 30, option2: 30, option3: 30, allergens: 200, batch: 60, storage: 200 },
  ...{ permitNumber: 40, halalNumber: 40, value1: 60, value2: 60, value3: 60, sku: 60, gradeText: 60 },
};
const MOST_DAYS = 3650;

/** A fact as a cell holds it: nothing for nothing, 1 for yes. */
export function factCell(fact: ListingFacts[keyof ListingFacts] | VariantFacts[keyof VariantFacts]): string {
  if (typeof fact === "boolean") return fact ? "1" : "";
  return String(fact ?? "");
}

type Cells = { row: NamedRow<FactColumn>; errors: CellError[] };

/** Reads one row's cells; what is wrong stands in `errors`. A column that the sheet has not says what was there before. */
function factReader<Facts extends ListingFacts | VariantFacts>({ row, errors }: Cells, before: Facts) {
  const wrong = (column: FactColumn, reason: string): null => {
    errors.push({ row: row.row, column, reason });
    return null;
  };
  const raw = (column: keyof Facts & FactColumn): string =>
    row.has(column) ? row.cell(column) : factCell(before[column] as ListingFacts[keyof ListingFacts]);
  const text = (column: keyof Facts & FactColumn): string => raw(column).trim();
  return {
    wrong,
    text,
    line: (column: keyof Facts & FactColumn): string => {
      const read = lineOfText({ max: LONGEST[column] ?? 60, min: 0 }).safeParse(raw(column));
      return read.success ? read.data : (wrong(column, read.error.issues[0]?.message ?? "invalid") ?? "");
    },
    count: (column: keyof Facts & FactColumn, most: number): number | null => {
      if (text(column) === "") return null;
      const read = readCount(text(column), most);
      return read.ok ? read.value : wrong(column, read.reason);
    },
    day: (column: keyof Facts & FactColumn): string | null =>
      text(column) === "" ? null : (parseDay(text(column)) ?? wrong(column, "date-invalid")),
    isYes: (column: keyof Facts & FactColumn): boolean => {
      const said = readYesNo(text(column));
      if (said === null) wrong(column, "sheet-yes-no");
      return said ?? false;
    },
    oneOf: <Choice extends string>(column: keyof Facts & FactColumn, choices: readonly Choice[]): Choice | null => {
      const said = text(column).toLowerCase();
      if (said === "") return null;
      return choices.find((choice) => choice.toLowerCase() === said) ?? wrong(column, "sheet-choice");
    },
  };
}

/** What a row says of its listing. What the kind has no room for is left out, as a form does. */
export function readListingFacts(
  cells: Cells,
  { kind, unit, before = NO_FACTS }: { kind: ListingKind; unit: Unit; before?: ListingFacts | undefined },
): ListingFacts {
  const { wrong, line, count, day, isYes, oneOf } = factReader(cells, before);
  const said = {
    permitKind: oneOf("permitKind", PERMIT_KINDS),
    permitNumber: line("permitNumber"),
    halal: oneOf("halal", HALAL),
    halalNumber: line("halalNumber"),
  };
  const label = readLabel(said);
  if (!label.ok)
    for (const [column, reason] of Object.entries(label.fields)) wrong(column as keyof ListingFacts, reason);
  const ingredients = someText({ max: 1000, min: 0 }).safeParse(
    cells.row.has("ingredients") ? cells.row.cell("ingredients") : before.ingredients,
  );
  if (!ingredients.success) wrong("ingredients", ingredients.error.issues[0]?.message ?? "invalid");
  const [harvestFrom, harvestUntil] = [day("harvestFrom"), day("harvestUntil")];
  if (harvestFrom !== null && harvestUntil !== null && harvestUntil < harvestFrom)
    wrong("harvestUntil", "harvest-order");
  return factsOfKind(kind, unit, {
    ...said,
    ...(label.ok ? { permitNumber: label.permitNumber, halalNumber: label.halalNumber } : {}),
    ...{ harvestFrom, harvestUntil, halalUntil: day("halalUntil") },
    ...{ madeToOrderDays: count("madeToOrderDays", MOST_DAYS), shelfDays: count("shelfDays", MOST_DAYS) },
    openPiecesPerMaker: count("openPiecesPerMaker", MOST_DAYS),
    ...{ fragile: isYes("fragile"), bulky: isYes("bulky"), catchWeight: isYes("catchWeight") },
    travels: oneOf("travels", TRAVELS) ?? "anywhere",
    ...{ option1: line("option1"), option2: line("option2"), option3: line("option3") },
    ...{ allergens: line("allergens"), batch: line("batch"), storage: line("storage") },
    ingredients: ingredients.success ? ingredients.data : "",
  });
}

/** What a row says of its variant. */
export function readVariantFactsOf(cells: Cells, before: VariantFacts = NO_VARIANT_FACTS): VariantFacts {
  const { line, count, oneOf } = factReader(cells, before);
  return {
    ...{ value1: line("value1"), value2: line("value2"), value3: line("value3") },
    ...{ sku: line("sku"), gradeText: line("gradeText"), grade: oneOf("grade", GRADES) },
    ...{ netGrams: count("netGrams", MAX_PACKED_GRAMS), splitRuleName: line("splitRuleName") },
  };
}
