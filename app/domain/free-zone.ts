import { regencyOf } from "./region.ts";

/**
 * Where goods are in a free trade zone, by region code: all of the area, or a part of it of which no exact map is known to us. Of Tanjung
 * Pinang only two enclaves. Goods that leave the zone for the rest of Indonesia are inspected and need papers; more is not said here.
 */
export const FREE_ZONE_AREAS = [
  { name: "Batam", regionCode: "21.71", isWhole: true },
  { name: "Bintan", regionCode: "21.01", isWhole: false },
  { name: "Karimun", regionCode: "21.02", isWhole: false },
  { name: "Senggarang", regionCode: "21.72.03.1003", isWhole: false },
  { name: "Dompak", regionCode: "21.72.04.1002", isWhole: false },
] as const;

/** Whether goods leave the free zone for certain, or perhaps: because only a part of an area belongs to it. */
export const CROSSINGS = ["leaves", "may-leave"] as const;
export type Crossing = (typeof CROSSINGS)[number];

function areaOf(regionCode: string) {
  return FREE_ZONE_AREAS.find((area) => regionCode === area.regionCode || regionCode.startsWith(`${area.regionCode}.`));
}

/**
 * Whether goods from one place to another leave the free zone; null when they do not, or stay in their own regency or city.
 * @param from code of the village they come from
 * @param to code of the village, or of the district or regency, where they go
 */
export function crossingOf(from: string, to: string): Crossing | null {
  const [origin, destination] = [areaOf(from), areaOf(to)];
  if (!origin || destination?.isWhole || regencyOf(from) === regencyOf(to)) return null;
  return origin.isWhole && !destination ? "leaves" : "may-leave";
}

type Sent = { groupName: string; fromVillage: string };
export type CrossingNote = { crossing: Crossing; groupNames: string[] };

/** Whose goods cross that line on the way to any of these places: for certain first, each group named once. */
export function crossingNotes(goods: readonly Sent[], to: readonly string[]): CrossingNote[] {
  const found = goods.map(({ groupName, fromVillage }) => {
    const each = to.map((code) => crossingOf(fromVillage, code));
    return { groupName, crossing: CROSSINGS.find((crossing) => each.includes(crossing)) };
  });
  return CROSSINGS.flatMap((crossing) => {
    const groupNames = [...new Set(found.flatMap((each) => (each.crossing === crossing ? [each.groupName] : [])))];
    return groupNames.length > 0 ? [{ crossing, groupNames: groupNames.toSorted() }] : [];
  });
}
