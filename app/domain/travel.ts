import { daysBetween } from "./calendar-day.ts";

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

export type TravelProblem = "local-only" | "needs-cold" | "cargo-only" | "spoils";

/** A day in hand, for a boat that is late. */
const MARGIN_DAYS = 1;

/**
 * Why goods cannot travel this way; null when they can. Perishables: arrival − harvest + one day of margin must not be more than they
 * keep; they are taken to be harvested or made on the last day that still catches it.
 */
export function travelProblem(goods: Travelling, journey: Journey): TravelProblem | null {
  if (goods.travels === "local" && regencyOf(goods.fromVillage) !== regencyOf(journey.toVillage)) return "local-only";
  if (goods.travels === "chilled" && !journey.keepsCold) return "needs-cold";
  if (goods.travels === "cargo" && journey.by === "courier") return "cargo-only";
  if (goods.shelfDays === null) return null;
  const { harvestUntil, shelfDays } = goods;
  const freshOn = harvestUntil !== null && harvestUntil < journey.leavesOn ? harvestUntil : journey.leavesOn;
  return daysBetween(freshOn, journey.arrivesOn) + MARGIN_DAYS > shelfDays ? "spoils" : null;
}

/** "21.72.03.1005" lies in 21.72. */
function regencyOf(villageCode: string): string {
  return villageCode.split(".").slice(0, 2).join(".");
}
