import { measureOf, readContributions, stepsOf } from "#app/domain/contribution.ts";
import type { ListingInput, VariantEdit } from "#app/domain/listing.ts";
import { harvestErrors, readLabel } from "#app/domain/listing-checks.ts";
import { factsOfKind, type ListingFacts, NO_FACTS } from "#app/domain/listing-facts.ts";
import type { ListingKind } from "#app/domain/listing-kind.ts";
import { type FormTexts, readVariants } from "#app/domain/listing-rows.ts";
import type { FieldErrors } from "#app/domain/result.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";
import { isUnit, type Unit } from "#app/domain/unit.ts";

type Texts = {
  texts: FormTexts;
  kind: ListingKind;
  rows: number;
  /** A listing without any variant on sale may stay so. */
  mayBeNone: boolean;
  rule: SplitRule | undefined;
};

type ReadRows =
  | { ok: true; variants: VariantEdit[]; contributions: ListingInput["contributions"] }
  | { ok: false; fields: FieldErrors };

type SaidFacts = Pick<ListingFacts, "permitKind" | "permitNumber" | "halal" | "halalNumber"> & Partial<ListingFacts>;

/** What was said of a listing beside its rows, the numbers as they stand on a label. */
export function readFacts(
  said: SaidFacts,
  { kind, unit }: { kind: ListingKind; unit: Unit },
): { ok: true; facts: ListingFacts } | { ok: false; fields: FieldErrors } {
  // A group that is not asked for a label has none; a craft may have a notification, a harvest nothing.
  const asked = kind === "harvest" ? { ...said, ...NO_LABEL } : said;
  const label = readLabel(asked);
  if (!label.ok) return label;
  const { permitNumber, halalNumber } = label;
  const facts = { ...NO_FACTS, ...asked, permitNumber, halalNumber };
  return { ok: true, facts: factsOfKind(kind, unit, facts) };
}

const NO_LABEL = { permitKind: null, permitNumber: "", halal: null, halalNumber: "" } as const;

/** The parts of a listing's form that come in rows: its variants and who made it. All their errors at once. */
export function readRows({ texts, kind, rows, mayBeNone, rule }: Texts): ReadRows {
  const unit = texts.unit?.[0] ?? "";
  if (!isUnit(unit)) return { ok: false, fields: { unit: "unit-unknown" } };
  const offered = readVariants({ texts, rows, unit, mayBeNone });
  const brought = readContributions({
    makers: texts.maker ?? [],
    amountOf: texts.amountOf ?? [],
    amounts: texts.amount ?? [],
    measure: measureOf(kind, rule?.method ?? "contribution"),
    unit,
    steps: stepsOf(rule),
  });
  const [from = "", until = ""] = [texts.harvestFrom?.[0], texts.harvestUntil?.[0]];
  const days = harvestErrors(from || null, until || null);
  const fields = { ...days, ...(offered.ok ? {} : offered.fields), ...(brought.ok ? {} : brought.fields) };
  if (!offered.ok || !brought.ok || Object.keys(fields).length > 0) return { ok: false, fields };
  return { ok: true, variants: offered.variants, contributions: brought.contributions };
}
