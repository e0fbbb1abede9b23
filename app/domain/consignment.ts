import type { Delivery } from "./checkout.ts";
import type { ConsignmentMove, ConsignmentStep } from "./life-move.ts";
import { CONSIGNMENT_MOVES } from "./order-life.ts";
import type { ConsignmentState as State } from "./order-states.ts";

/** Where a consignment can be. */
export type ConsignmentState = State;

/** The states from which goods sent this way can take the step, for the condition of an update. */
export function statesBefore(step: ConsignmentStep, delivery: Delivery): ConsignmentState[] {
  return movesOf(step, delivery).flatMap((move) => move.from);
}

/** Where the step leads, or null when it cannot be taken from there. */
export function stateAfter(
  state: ConsignmentState,
  step: ConsignmentStep,
  delivery: Delivery,
): ConsignmentState | null {
  return movesOf(step, delivery).find((move) => move.from.includes(state))?.to ?? null;
}

function movesOf(step: ConsignmentStep, delivery: Delivery): ConsignmentMove[] {
  return CONSIGNMENT_MOVES.filter(
    (move) => move.event === step && (move.only === undefined || move.only.includes(delivery)),
  );
}

/** On board or beyond: the carrier charges for it. */
export const TRAVELLED_STATES = ["departed", "arrived", "delivered"] as const satisfies readonly ConsignmentState[];

/** Still with the group: when the run has left without it, it may join another. */
export const MOVABLE_STATES = [
  "waiting",
  "to-pack",
  "packed",
  "handed-over",
] as const satisfies readonly ConsignmentState[];

/** Whether the group may see phone and address: only where it sends the goods to the buyer itself. */
export function groupSeesAddress(delivery: Delivery): boolean {
  return delivery === "courier";
}

/** Nothing is left to do for it: the buyer has the goods, or will not get them. */
export const ENDED_STATES = ["delivered", "cancelled", "refunded"] as const satisfies readonly ConsignmentState[];
