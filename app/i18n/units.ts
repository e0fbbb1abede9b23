import { isUnit } from "#app/domain/unit.ts";
import type { Translate } from "./translate.ts";

/** A unit's word as it was sold; one that is no longer known stands as it was written. */
export function unitName(t: Translate, unit: string): string {
  return isUnit(unit) ? t(`unit.${unit}`) : unit;
}
