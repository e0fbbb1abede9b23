import { measureOf, readContributions, stepsOf } from "#app/domain/contribution.ts";
import type { ListingInput, VariantEdit } from "#app/domain/listing.ts";
import { type FormTexts, harvestErrors, readVariants } from "#app/domain/listing-form.ts";
import type { ListingKind } from "#app/domain/listing-kind.ts";
import type { FieldErrors } from "#app/domain/result.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";
import { isUnit } from "#app/domain/unit.ts";

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
