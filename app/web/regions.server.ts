import { z } from "zod";
import { levelOf, parentOf, REGION_LEVELS, type RegionLevel } from "#app/domain/region.ts";
import type { Context } from "#app/usecases/context.ts";
import type { FormState } from "./form.server.ts";

type Regions = Context["regions"];

/** What a page with a RegionPicker holds: the levels that can be chosen now, and what is chosen. */
export type RegionOffer = {
  levels: { level: RegionLevel; chosen: string; choices: { value: string; label: string }[] }[];
};

/** Where most of our people live; the picker starts here. */
const HOME = "21.72";

/** Spread this into the schema of a form that has a RegionPicker. */
export const regionFields = {
  step: z.string().max(20).default(""),
  province: z.string().max(20).default(""),
  regency: z.string().max(20).default(""),
  district: z.string().max(20).default(""),
  village: z.string().max(20).default(""),
};

/** Whether the button "next region" was pressed: show the form again with the next level, and do nothing else. */
export function wantsNextRegion(values: FormState["values"]): boolean {
  return values.step?.[0] === "region";
}

/** The village that was chosen, or null while a level is open or does not lie in the one above it. */
export function chosenVillage(values: FormState["values"]): string | null {
  const chosen = REGION_LEVELS.map((level) => values[level]?.[0] ?? "");
  const holds = chosen.every((code, at) => {
    const above = chosen[at - 1] ?? null;
    return levelOf(code) === REGION_LEVELS[at] && parentOf(code) === above;
  });
  return holds ? (chosen.at(-1) ?? null) : null;
}

/** What the selects hold when a village is known already. */
export function regionValues(villageCode: string): FormState["values"] {
  const values: FormState["values"] = {};
  for (let code: string | null = villageCode; code !== null; code = parentOf(code)) {
    const level = levelOf(code);
    if (level) values[level] = [code];
  }
  return values;
}

/**
 * The selects for what is chosen so far: every level down to the first that is still open. A choice that does not lie
 * in the region above it is dropped.
 */
export async function offerRegions(regions: Regions, values: FormState["values"] = {}): Promise<RegionOffer> {
  const isFirst = REGION_LEVELS.every((level) => !values[level]);
  const asked = isFirst ? regionValues(HOME) : values;
  const below = {
    province: () => regions.provinces(),
    regency: (code: string) => regions.regencies(code),
    district: (code: string) => regions.districts(code),
    village: (code: string) => regions.villages(code),
  };
  const levels: RegionOffer["levels"] = [];
  let parent = "";
  for (const level of REGION_LEVELS) {
    const choices = (await below[level](parent)).map(({ code, name }) => ({ value: code, label: name }));
    const wanted = asked[level]?.[0] ?? "";
    const chosen = choices.some((choice) => choice.value === wanted) ? wanted : "";
    levels.push({ level, chosen, choices });
    if (chosen === "") break;
    parent = chosen;
  }
  return { levels };
}
