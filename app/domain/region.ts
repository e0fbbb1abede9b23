import { z } from "zod";

/** Administrative regions of Indonesia by Kemendagri code: PP province, PP.KK regency or city, PP.KK.CC district, PP.KK.CC.DDDD village. */
export const REGION_LEVELS = ["province", "regency", "district", "village"] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

const CODE = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;

export const RegionCode = z.string().regex(CODE, { error: "region-code" });
export const VillageCode = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, { error: "village-code" });

/** @returns the level that a code stands for, or null when it has no code's shape; says nothing about whether the region exists */
export function levelOf(code: string): RegionLevel | null {
  if (!CODE.test(code)) return null;
  return REGION_LEVELS[code.split(".").length - 1] ?? null;
}

/** @returns the code one level up ("21.72.03" for "21.72.03.1005"), or null for a province or what is no code */
export function parentOf(code: string): string | null {
  const level = levelOf(code);
  return level === null || level === "province" ? null : code.slice(0, code.lastIndexOf("."));
}

/** "21.72.03.1005" lies in 21.72. */
export function regencyOf(code: string): string {
  return code.split(".").slice(0, 2).join(".");
}

/**
 * The most exact of the candidates that contains the region, as tariff areas are matched: a district beats its regency, which beats
 * its province. Whole parts are compared, so "21.7" matches nothing.
 * @returns the candidate, or null when none contains it
 */
export function longestPrefix(code: string, candidates: Iterable<string>): string | null {
  const known = new Set(candidates);
  for (let region: string | null = levelOf(code) && code; region !== null; region = parentOf(region)) {
    if (known.has(region)) return region;
  }
  return null;
}
