import { z } from "zod";
import type { Rupiah } from "./money.ts";

export type ProviderCode = "manual" | "stripe";

export const PAYMENT_STATES = ["open", "claimed", "paid", "failed", "expired", "cancelled", "needs-attention"] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/**
 * What can happen to one try to pay. `arrive`: the money is here and its order waits for it. `arrive-late`: the money is here and its
 * order does not wait (any more): a person decides, the money is owed to the buyer.
 */
export type PaymentEvent = "claim" | "not-found" | "arrive" | "arrive-late" | "fail" | "expire" | "cancel";

const WAITING = {
  claim: "claimed",
  arrive: "paid",
  "arrive-late": "needs-attention",
  fail: "failed",
  expire: "expired",
  cancel: "cancelled",
} as const;
/** Given up on our side, but money knows nothing of that. */
const GIVEN_UP = { arrive: "paid", "arrive-late": "needs-attention" } as const;

/** The whole life of a payment. Nothing leaves "paid": a refund is a row of its own. */
const MOVES: Record<PaymentState, Partial<Record<PaymentEvent, PaymentState>>> = {
  open: WAITING,
  claimed: { ...WAITING, "not-found": "open" },
  failed: GIVEN_UP,
  expired: GIVEN_UP,
  cancelled: GIVEN_UP,
  paid: {},
  "needs-attention": {},
};

/** The state after the event, or null when it cannot happen in this one. */
export function afterEvent(state: PaymentState, event: PaymentEvent): PaymentState | null {
  return MOVES[state][event] ?? null;
}

/** From where the event may happen: what a conditional update asks for. */
export function statesBefore(event: PaymentEvent): PaymentState[] {
  return PAYMENT_STATES.filter((state) => MOVES[state][event] !== undefined);
}

/** An order in one of these waits for its money. */
export const ORDER_STATES_WAITING = ["awaiting-payment", "payable-on-delivery"] as const;

export function isWaitingForMoney(orderState: string): boolean {
  return ORDER_STATES_WAITING.some((state) => state === orderState);
}

/** What a provider says of a payment: the truth that we bring our rows in line with. Amounts in whole rupiah. */
export type ProviderView = {
  ref: string;
  /** Ours, as we told the provider. */
  paymentId: string | null;
  status: "open" | "processing" | "paid" | "failed" | "expired" | "unknown";
  paid: Rupiah;
  /** What the provider kept, once it is known. */
  fee: { id: string; amount: Rupiah } | null;
  refunds: { ref: string; key: string | null; amount: Rupiah; status: "pending" | "succeeded" | "failed" }[];
};

/** More tries than this for one order is not a buyer who changes their mind. */
export const MAX_ATTEMPTS = 10;

const MINUTE_MS = 60_000;
/** A provider's page lives 30 minutes to 24 hours; a little more than the least, so that a slow start is not refused. */
export const CARD_WINDOW_MS = { least: 31 * MINUTE_MS, usual: 60 * MINUTE_MS };

/** How long to wait after so many failed tries, in milliseconds: half a minute, doubling, at most six hours. */
export function retryDelayMs(attempts: number): number {
  return Math.min(30_000 * 2 ** Math.max(0, attempts - 1), 6 * 60 * MINUTE_MS);
}

/** An event that could not be applied for so long is given up and shown to the operator. */
export const EVENT_LIFE_MS = 3 * 24 * 60 * MINUTE_MS;
/** Providers forget an idempotency key after a day: from now on, look before sending again. */
export const KEY_LIFE_MS = 23 * 60 * MINUTE_MS;

export const BankReference = z
  .string()
  .trim()
  .max(80)
  .transform((text) => (text === "" ? null : text));
