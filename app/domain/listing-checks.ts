import { MAX_VARIANTS, type VariantEdit } from "./listing.ts";
import { type Halal, type PermitKind, readHalalNumber, readPermit } from "./listing-facts.ts";
import { rowField } from "./listing-rows.ts";
import type { FieldErrors } from "./result.ts";

/** A harvest ends on the day it begins or later. */
export function harvestErrors(from: string | null, until: string | null): FieldErrors {
  return from !== null && until !== null && until < from ? { harvestUntil: "harvest-order" } : {};
}

const PERMIT_REASONS = {
  pirt: "permit-pirt",
  "bpom-md": "permit-bpom-md",
  "bpom-cosmetic": "permit-bpom-cosmetic",
} as const satisfies Record<PermitKind, string>;

/** The numbers on a label, as they stand on it; a number needs to be right, and its kind to be said. */
export function readLabel(said: {
  permitKind: PermitKind | null;
  permitNumber: string;
  halal: Halal | null;
  halalNumber: string;
}): { ok: true; permitNumber: string; halalNumber: string } | { ok: false; fields: FieldErrors } {
  const fields: FieldErrors = {};
  const permitNumber = said.permitKind === null ? "" : readPermit(said.permitKind, said.permitNumber);
  if (said.permitKind === null && said.permitNumber !== "") fields.permitKind = "permit-kind-missing";
  if (said.permitKind !== null && permitNumber === null) fields.permitNumber = PERMIT_REASONS[said.permitKind];
  const halalNumber = said.halal === "certified" ? readHalalNumber(said.halalNumber) : "";
  if (halalNumber === null) fields.halalNumber = "halal-number";
  return permitNumber === null || halalNumber === null || Object.keys(fields).length > 0
    ? { ok: false, fields }
    : { ok: true, permitNumber, halalNumber };
}

/** Codes that another row, or other goods of the group, have already; a row of null is one that comes back. */
export function skuErrors(
  rows: readonly { key: string | null; row: number | null }[],
  elsewhere: ReadonlySet<string>,
): FieldErrors {
  const errors: FieldErrors = {};
  const seen = new Set<string>();
  for (const { key, row } of rows) {
    if (key === null) continue;
    if (seen.has(key) || elsewhere.has(key)) errors[row === null ? "restore" : rowField("sku", row)] = "sku-twice";
    seen.add(key);
  }
  return errors;
}

/** Variants can come back where there is room, under a name that no other has meanwhile. */
export function restoreErrors({
  variants,
  back,
}: {
  variants: readonly VariantEdit[];
  back: readonly { name: string }[];
}): FieldErrors {
  const onSale = variants.filter((variant) => !variant.isRetired);
  if (onSale.length + back.length > MAX_VARIANTS) return { restore: "too-many-variants" };
  const names = [...onSale, ...back].map((variant) => variant.name.toLowerCase());
  const isClear = names.length < 2 || (new Set(names).size === names.length && !names.includes(""));
  return back.length === 0 || isClear ? {} : { restore: "variant-name-twice" };
}
