import { daysBetween } from "./calendar-day.ts";
import type { KeepingRule } from "./keeping-rule.ts";
import { longestPrefix, regencyOf } from "./region.ts";

/** Where goods may go: anywhere; only where they stay cold; only within the group's own regency or city; by boat or lorry, not with a courier. */
export const TRAVELS = ["anywhere", "chilled", "local", "cargo"] as const;
export type Travels = (typeof TRAVELS)[number];

/** What decides how far goods may go. */
export type Travelling = {
  travels: Travels;
  /** Good for so many days after they were harvested or made; null for goods that keep. */
  shelfDays: number | null;
  /** A harvest's last day, YYYY-MM-DD. */
  harvestUntil: string | null;
  /** Ordered ahead: not there before this day, YYYY-MM-DD. */
  readyOn?: string | null;
  /** The group's village. */
  fromVillage: string;
};

/** One way there: what carries the goods, and when. Days are YYYY-MM-DD in WIB. */
export type Journey = {
  by: "run" | "courier";
  toVillage: string;
  keepsCold: boolean;
  /** The last day on which goods are handed over for it. */
  leavesOn: string;
  arrivesOn: string;
};

/** A journey to wherever it goes. */
export type Way = Omit<Journey, "toVillage">;

export type TravelProblem = "local-only" | "needs-cold" | "cargo-only" | "not-ready" | "spoils";

/** A day in hand, for a boat that is late. */
const MARGIN_DAYS = 1;

/** Why goods cannot travel this way; null when they can. What may not keep until then travels or not, as the network's rule says. */
export function travelProblem(goods: Travelling, journey: Journey, keeping: KeepingRule): TravelProblem | null {
  if (goods.travels === "local" && regencyOf(goods.fromVillage) !== regencyOf(journey.toVillage)) return "local-only";
  if (goods.travels === "chilled" && !journey.keepsCold) return "needs-cold";
  if (goods.travels === "cargo" && journey.by === "courier") return "cargo-only";
  // A courier comes once the goods are there; a boat does not wait.
  if (goods.readyOn && journey.by === "run" && journey.leavesOn < goods.readyOn) return "not-ready";
  return keeping === "refuse" && freshnessOf(goods, journey)?.state === "spoils" ? "spoils" : null;
}

/** How goods that do not keep for ever arrive: well, with no more than the day in hand left, or maybe not fresh any more. */
export type Freshness = {
  state: "keeps" | "tight" | "spoils";
  shelfDays: number;
  /** YYYY-MM-DD. */
  arrivesOn: string;
  /** How many days after harvest or making they arrive. */
  daysOld: number;
};

type Fresh = Pick<Travelling, "shelfDays" | "harvestUntil"> & {
  /** When they were packed, YYYY-MM-DD; left out while they can still be made fresh. */
  packedOn?: string | null;
};

/**
 * How fresh goods arrive; null for what keeps. Arrival − harvest + one day of margin must not be more than they keep; they are taken to be
 * harvested or made on the last day that still catches it. Whoever asks whether goods keep on the way asks here.
 */
export function freshnessOf(
  { shelfDays, harvestUntil, packedOn = null }: Fresh,
  { leavesOn, arrivesOn }: Pick<Journey, "leavesOn" | "arrivesOn">,
): Freshness | null {
  if (shelfDays === null) return null;
  const freshOn = [packedOn, harvestUntil].filter((day) => day !== null).reduce(earlier, leavesOn);
  const needed = daysToKeep(freshOn, arrivesOn);
  const state = needed > shelfDays ? "spoils" : needed === shelfDays ? "tight" : "keeps";
  return { state, shelfDays, arrivesOn, daysOld: daysBetween(freshOn, arrivesOn) };
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** How many days goods have to keep that are fresh on one day and arrive on another. Days are YYYY-MM-DD. */
export function daysToKeep(freshOn: string, arrivesOn: string): number {
  return daysBetween(freshOn, arrivesOn) + MARGIN_DAYS;
}

/** Which goods may go this way, as far as that does not depend on where they come from and how long they keep. */
export function travelsThatMay(way: Way): Travels[] {
  const near = { fromVillage: "21.72.04.1002", shelfDays: null, harvestUntil: null };
  const journey = { ...way, toVillage: near.fromVillage };
  return TRAVELS.filter((travels) => travelProblem({ ...near, travels }, journey, "refuse") === null);
}

/**
 * Whether goods of a village that stay within its regency may be sent somewhere in a tariff area.
 * @param areas the region codes of all tariff areas, of which the most exact one counts
 */
export function isNearZone(
  villageCode: string,
  zoneId: string,
  areas: readonly { zoneId: string; regionCode: string }[],
): boolean {
  const regency = regencyOf(villageCode);
  const own = areas.filter((area) => area.zoneId === zoneId).map((area) => area.regionCode);
  const codes = areas.map((area) => area.regionCode);
  // Part of the regency lies in the area, or what is larger than the regency does and no other area has the regency for itself.
  if (own.some((code) => code === regency || code.startsWith(`${regency}.`))) return true;
  return own.some((code) => code === longestPrefix(regency, codes));
}
