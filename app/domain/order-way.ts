import type { Delivery } from "./checkout.ts";
import type { ConsignmentState } from "./order-states.ts";

/** The stops of goods on their way, as a buyer sees them. */
export const WAY_STOPS = ["group", "hub", "sea", "place", "yours"] as const;
export type WayStop = (typeof WAY_STOPS)[number];

/** The stops that goods sent this way pass. */
export function stopsOf(delivery: Delivery): WayStop[] {
  if (delivery === "run-pickup" || delivery === "run-door") return [...WAY_STOPS];
  if (delivery === "courier") return ["group", "sea", "yours"];
  return delivery === "fetch" ? ["group", "hub", "yours"] : [];
}

const AT = {
  waiting: "group",
  "to-pack": "group",
  packed: "group",
  "handed-over": "hub",
  departed: "sea",
  arrived: "place",
  delivered: "yours",
  cancelled: null,
  refunded: null,
} as const satisfies Record<ConsignmentState, WayStop | null>;

/** Where one group's part of an order is; null when it is not on its way any more. */
export function stopOf(state: ConsignmentState): WayStop | null {
  return AT[state];
}

/** Where the order is as a whole: where the part is that has come least far. Null when nothing of it is under way. */
export function slowestStop(states: readonly ConsignmentState[]): WayStop | null {
  const stops = states.map(stopOf).filter((stop) => stop !== null);
  return WAY_STOPS.find((stop) => stops.includes(stop)) ?? null;
}
