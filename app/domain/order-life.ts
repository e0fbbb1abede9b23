import type { Delivery } from "./checkout.ts";
import {
  ALL_REFUND_ENTRIES,
  type Cause,
  type ComplaintEvent,
  type ComplaintMove,
  type ConsignmentMove,
  type DisputeEvent,
  type DisputeMove,
  type LifeMove,
  type OrderEvent,
  type OrderMove,
  type PaymentMove,
  REFUND_ENTRIES,
  REFUNDERS,
} from "./life-move.ts";
import type { ComplaintState, ConsignmentState, DisputeState, OrderState } from "./order-states.ts";

const BY_RUN = ["run-pickup", "run-door"] as const;
const BY_PACKING = [...BY_RUN, "courier", "fetch"] as const;
const WAITING = ["open", "claimed"] as const;
/** Given up on our side, but money knows nothing of that. */
const GIVEN_UP = ["failed", "expired", "cancelled"] as const;

const ORDER_MOVES: readonly OrderMove[] = [
  {
    of: "order",
    event: "place",
    from: [],
    to: "awaiting-payment",
    by: ["place-order", "sell-at-counter"],
    stock: "taken",
    ledger: ["credit-set-aside"],
  },
  { of: "order", event: "place", from: [], to: "payable-on-delivery", by: ["place-order"], stock: "taken" },
  {
    of: "order",
    event: "pay",
    from: ["awaiting-payment", "payable-on-delivery"],
    to: "paid",
    by: ["confirm-payment", "deliver-order", "place-order", "sell-at-counter", "pay-at-counter", "provider"],
    ledger: ["paid", "run-settled"],
  },
  {
    ...{ of: "order", event: "expire", from: ["awaiting-payment"], to: "expired", by: ["clock"], stock: "put back" },
    ledger: ["credit-released"],
  },
  {
    of: "order",
    event: "cancel",
    from: ["awaiting-payment", "payable-on-delivery"],
    to: "cancelled",
    by: ["cancel-order", "cancel-at-counter", "answer-sailing"],
    stock: "put back",
    ledger: ["credit-released"],
  },
  { of: "order", event: "complete", from: ["paid"], to: "completed", by: ["follows"] },
  ...(["paid", "completed"] as const).map(
    (state): OrderMove => ({
      of: "order",
      event: "refund-part",
      from: [state],
      to: state,
      by: REFUNDERS,
      stock: "what comes back put back",
      ledger: ALL_REFUND_ENTRIES,
    }),
  ),
  {
    of: "order",
    event: "refund",
    from: ["paid", "completed"],
    to: "refunded",
    by: REFUNDERS,
    stock: "what comes back put back",
    ledger: ALL_REFUND_ENTRIES,
  },
];

/** The ways of one try to pay. Nothing leaves "paid": a refund is a row of its own. */
export const PAYMENT_MOVES: readonly PaymentMove[] = [
  {
    of: "payment",
    event: "open",
    from: [],
    to: "open",
    by: ["place-order", "change-payment-method", "pay-order", "sell-at-counter", "pay-at-counter"],
  },
  { of: "payment", event: "claim", from: WAITING, to: "claimed", by: ["upload-proof", "pay-at-counter"] },
  { of: "payment", event: "not-found", from: ["claimed"], to: "open", by: ["reopen-claim"] },
  {
    of: "payment",
    event: "arrive",
    from: [...WAITING, ...GIVEN_UP],
    to: "paid",
    by: ["confirm-payment", "deliver-order", "place-order", "sell-at-counter", "pay-at-counter", "provider"],
    ledger: ["paid"],
  },
  {
    of: "payment",
    event: "arrive-late",
    from: [...WAITING, ...GIVEN_UP],
    to: "needs-attention",
    by: ["confirm-payment", "provider"],
    ledger: ["paid"],
  },
  { of: "payment", event: "fail", from: WAITING, to: "failed", by: ["provider"] },
  { of: "payment", event: "expire", from: WAITING, to: "expired", by: ["clock", "provider"] },
  { of: "payment", event: "cancel", from: WAITING, to: "cancelled", by: ["change-payment-method", "follows"] },
];

/** The ways of one group's part of an order. */
export const CONSIGNMENT_MOVES: readonly ConsignmentMove[] = [
  { of: "consignment", event: "place", from: [], to: "waiting", by: ["place-order", "sell-at-counter"] },
  // To be paid in cash at the door: the group need not wait.
  { of: "consignment", event: "place", from: [], to: "to-pack", by: ["place-order"] },
  { of: "consignment", event: "pay", from: ["waiting"], to: "to-pack", by: ["follows"] },
  // Packed goods may be weighed again until they are handed over.
  {
    of: "consignment",
    event: "pack",
    from: ["to-pack", "packed"],
    to: "packed",
    by: ["pack-consignment", "receive-consignment", "type-in-list"],
    ledger: ["packed-short"],
    only: BY_PACKING,
  },
  {
    ...{ of: "consignment", event: "hand-over", from: ["packed"], to: "handed-over" },
    ...{ by: ["hand-over-consignment", "receive-consignment", "type-in-list"], only: BY_PACKING },
  },
  // Over the counter, goods lie there unpacked: paid, handed over and delivered is one moment.
  { of: "consignment", event: "hand-over", from: ["to-pack"], to: "handed-over", by: ["follows"], only: ["counter"] },
  { of: "consignment", event: "depart", from: ["handed-over"], to: "departed", by: ["depart-run"], only: BY_RUN },
  {
    of: "consignment",
    event: "arrive",
    from: ["departed"],
    to: "arrived",
    by: ["arrive-run", "check-arrival", "type-in-list"],
    only: BY_RUN,
  },
  {
    of: "consignment",
    event: "send",
    from: ["packed", "handed-over"],
    to: "departed",
    by: ["send-consignment"],
    only: ["courier"],
  },
  delivered(["arrived"], BY_RUN),
  delivered(["departed"], ["courier"]),
  delivered(["handed-over"], ["fetch"]),
  delivered(["handed-over"], ["counter"], ["follows"]),
  // Never paid: nothing was posted for it.
  {
    of: "consignment",
    event: "cancel",
    from: ["waiting", "to-pack"],
    to: "cancelled",
    by: ["cancel-order", "cancel-at-counter", "clock", "answer-sailing"],
  },
  // To be paid at the door, and its sailing was put off or called off: packed goods need not be taken.
  {
    ...{ of: "consignment", event: "leave", from: ["packed", "handed-over"], to: "cancelled" },
    ...{ by: ["answer-sailing"], only: BY_RUN },
  },
  // Paid, and the money goes back.
  {
    of: "consignment",
    event: "refund",
    from: ["to-pack", "packed", "handed-over", "departed", "arrived", "delivered"],
    to: "refunded",
    by: REFUNDERS,
  },
];

function delivered(
  from: readonly ConsignmentState[],
  only: readonly Delivery[],
  by: readonly Cause[] = ["deliver-order"],
): ConsignmentMove {
  return { of: "consignment", event: "deliver", from, to: "delivered", by, ledger: ["delivered"], only };
}

/** A buyer complains about a part that was delivered. As long as it is not closed, the members' money of it is not paid out. */
const COMPLAINT_MOVES: readonly ComplaintMove[] = [
  { of: "complaint", event: "report", from: [], to: "open", by: ["report-complaint"] },
  { of: "complaint", event: "answer", from: ["open", "answered"], to: "answered", by: ["answer-complaint"] },
  {
    ...{ of: "complaint", event: "resend", from: ["open", "answered"], to: "resending", by: ["decide-complaint"] },
    stock: "taken",
  },
  {
    of: "complaint",
    event: "decide",
    from: ["open", "answered"],
    to: "closed",
    by: ["decide-complaint"],
    ledger: REFUND_ENTRIES,
  },
  { of: "complaint", event: "close", from: ["resending"], to: "closed", by: ["close-complaint"] },
];

/** The buyer's bank takes a card payment back. As long as it is not decided, the money is held and the members' part is not paid out. */
const DISPUTE_MOVES: readonly DisputeMove[] = [
  { of: "dispute", event: "open", from: [], to: "open", by: ["provider"], ledger: ["disputed"] },
  { of: "dispute", event: "win", from: ["open"], to: "won", by: ["provider"], ledger: ["dispute-won"] },
  { of: "dispute", event: "lose", from: ["open"], to: "lost", by: ["provider"], ledger: ALL_REFUND_ENTRIES },
];

/**
 * The whole life of an order: every way in which an order, a try to pay it, one group's part of it, a complaint about that and a dispute
 * can change. What is not in this table cannot happen; docs/order-life.md is drawn from it.
 */
export const ORDER_LIFE: readonly LifeMove[] = [
  ...ORDER_MOVES,
  ...PAYMENT_MOVES,
  ...CONSIGNMENT_MOVES,
  ...COMPLAINT_MOVES,
  ...DISPUTE_MOVES,
];

/** From where an order can take this turn, for the condition of an update. */
export function orderStatesBefore(event: OrderEvent): OrderState[] {
  return ORDER_MOVES.filter((move) => move.event === event).flatMap((move) => move.from);
}

/** Where an order stands after it, or null when it cannot happen from there. */
export function orderAfter(state: OrderState, event: OrderEvent): OrderState | null {
  return ORDER_MOVES.find((move) => move.event === event && move.from.includes(state))?.to ?? null;
}

/** As {@link orderStatesBefore}, for a complaint. */
export function complaintStatesBefore(event: ComplaintEvent): ComplaintState[] {
  return COMPLAINT_MOVES.filter((move) => move.event === event).flatMap((move) => move.from);
}

/** As {@link orderAfter}, for a complaint. */
export function complaintAfter(state: ComplaintState, event: ComplaintEvent): ComplaintState | null {
  return COMPLAINT_MOVES.find((move) => move.event === event && move.from.includes(state))?.to ?? null;
}

/** As {@link orderStatesBefore}, for a dispute. */
export function disputeStatesBefore(event: DisputeEvent): DisputeState[] {
  return DISPUTE_MOVES.filter((move) => move.event === event).flatMap((move) => move.from);
}
