import type { Delivery } from "./checkout.ts";
import type { Permission } from "./permissions.ts";

export const CONSIGNMENT_STATES = [
  "waiting",
  "to-pack",
  "packed",
  "handed-over",
  "departed",
  "arrived",
  "delivered",
  "cancelled",
  "refunded",
] as const;
export type ConsignmentState = (typeof CONSIGNMENT_STATES)[number];

export const CONSIGNMENT_STEPS = [
  "pay",
  "pack",
  "hand-over",
  "depart",
  "arrive",
  "send",
  "deliver",
  "cancel",
  "refund",
] as const;
export type ConsignmentStep = (typeof CONSIGNMENT_STEPS)[number];

type Move = {
  step: ConsignmentStep;
  from: readonly ConsignmentState[];
  to: ConsignmentState;
  /** Who may: the row in permissions.ts. Null where the order decides, not a person at the goods. */
  permission: Permission | null;
  /** The deliveries that know this step; all of them when left out. */
  only?: readonly Delivery[];
};

const BY_RUN = ["run-pickup", "run-door"] as const;

/** The whole life of a consignment. What is not in this table cannot happen. */
export const CONSIGNMENT_MOVES: readonly Move[] = [
  { step: "pay", from: ["waiting"], to: "to-pack", permission: null },
  // Packed goods may be weighed again until they are handed over.
  { step: "pack", from: ["to-pack", "packed"], to: "packed", permission: "pack-consignment" },
  { step: "hand-over", from: ["packed"], to: "handed-over", permission: "hand-over-consignment" },
  { step: "depart", from: ["handed-over"], to: "departed", permission: "depart-run", only: BY_RUN },
  { step: "arrive", from: ["departed"], to: "arrived", permission: "arrive-run", only: BY_RUN },
  {
    step: "send",
    from: ["packed", "handed-over"],
    to: "departed",
    permission: "send-consignment",
    only: ["courier"],
  },
  { step: "deliver", from: ["arrived"], to: "delivered", permission: "deliver-order", only: BY_RUN },
  { step: "deliver", from: ["departed"], to: "delivered", permission: "deliver-order", only: ["courier"] },
  { step: "deliver", from: ["handed-over"], to: "delivered", permission: "deliver-order", only: ["fetch"] },
  // Never paid: nothing was posted for it.
  {
    step: "cancel",
    from: ["waiting", "to-pack", "packed", "handed-over", "departed", "arrived"],
    to: "cancelled",
    permission: "cancel-order",
  },
  // Paid, and the money goes back.
  {
    step: "refund",
    from: ["to-pack", "packed", "handed-over", "departed", "arrived", "delivered"],
    to: "refunded",
    permission: "refund-order",
  },
];

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

function movesOf(step: ConsignmentStep, delivery: Delivery): Move[] {
  return CONSIGNMENT_MOVES.filter(
    (move) => move.step === step && (move.only === undefined || move.only.includes(delivery)),
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
