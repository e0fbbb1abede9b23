// What the rows of order-life.ts are made of.

import type { Delivery } from "./checkout.ts";
import type { EntryKind } from "./ledger.ts";
import type { ComplaintState, ConsignmentState, DisputeState, OrderState, PaymentState } from "./order-states.ts";
import type { Permission } from "./permissions.ts";

/** Who brings it about: a row of permissions.ts, the clock, the payment provider, or another row that this one follows from. */
export type Cause = Permission | "clock" | "provider" | "follows";

type Move<Of extends string, State extends string, Event extends string> = {
  of: Of;
  event: Event;
  /** Empty: this is where it begins. */
  from: readonly State[];
  to: State;
  by: readonly Cause[];
  /** What it does to the goods on sale. */
  stock?: "taken" | "put back" | "what comes back put back";
  /** What may be posted with it, and nothing else is. */
  ledger?: readonly EntryKind[];
  /** The deliveries that know this step; all of them when left out. */
  only?: readonly Delivery[];
};

export type OrderEvent = "place" | "pay" | "expire" | "cancel" | "complete" | "refund-part" | "refund";
/**
 * `arrive`: the money is here and its order waits for it. `arrive-late`: the money is here and its order does not wait (any more): a
 * person decides, the money is owed to the buyer.
 */
export type PaymentEvent = "open" | "claim" | "not-found" | "arrive" | "arrive-late" | "fail" | "expire" | "cancel";
export const CONSIGNMENT_STEPS = [
  "pay",
  "pack",
  "hand-over",
  "depart",
  "arrive",
  "send",
  "deliver",
  "cancel",
  "leave",
  "refund",
] as const;
export type ConsignmentStep = (typeof CONSIGNMENT_STEPS)[number];

export type ComplaintEvent = "report" | "answer" | "resend" | "decide" | "close";
export type DisputeEvent = "open" | "win" | "lose";

export type OrderMove = Move<"order", OrderState, OrderEvent>;
export type PaymentMove = Move<"payment", PaymentState, PaymentEvent>;
export type ConsignmentMove = Move<"consignment", ConsignmentState, "place" | ConsignmentStep>;
export type ComplaintMove = Move<"complaint", ComplaintState, ComplaintEvent>;
export type DisputeMove = Move<"dispute", DisputeState, DisputeEvent>;
export type LifeMove = OrderMove | PaymentMove | ConsignmentMove | ComplaintMove | DisputeMove;

/** Mirrored in the groups' books, released in the network's, and paid at once where it is credit or cash. */
export const REFUND_ENTRIES = ["returned", "refunded", "fee-borne", "refund-paid"] as const;
/** The provider's word too: a refund made at its own desk, or a dispute that was lost. What nobody holds any more is the network's loss. */
export const REFUNDERS = [
  "refund-order",
  "decide-complaint",
  "settle-cycle",
  "cancel-cycle",
  "answer-sailing",
  "provider",
] as const;
export const ALL_REFUND_ENTRIES = [...REFUND_ENTRIES, "loss-borne"] as const;
