import { z } from "zod";
import type { DisputeView } from "./dispute.ts";
import type { PaymentEvent } from "./life-move.ts";
import type { Rupiah } from "./money.ts";
import { orderAfter, PAYMENT_MOVES } from "./order-life.ts";
import type { OrderState, PaymentState } from "./order-states.ts";

export type ProviderCode = "manual" | "stripe";

/** The state after the event, or null when it cannot happen in this one. */
export function afterEvent(state: PaymentState, event: PaymentEvent): PaymentState | null {
  return PAYMENT_MOVES.find((move) => move.event === event && move.from.includes(state))?.to ?? null;
}

/** From where the event may happen: what a conditional update asks for. */
export function statesBefore(event: PaymentEvent): PaymentState[] {
  return PAYMENT_MOVES.filter((move) => move.event === event).flatMap((move) => move.from);
}

/** An order from which money can still be taken. */
export function isWaitingForMoney(orderState: OrderState): boolean {
  return orderAfter(orderState, "pay") !== null;
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
  disputes: DisputeView[];
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
const KEY_LIFE_MS = 23 * 60 * MINUTE_MS;

/** Providers forget an idempotency key after a day: from then on, look before sending again. Milliseconds since 1970, UTC. */
export function isKeyForgotten(firstSentMs: number | undefined, nowMs: number): boolean {
  return firstSentMs !== undefined && nowMs - firstSentMs > KEY_LIFE_MS;
}

export const BankReference = z
  .string()
  .trim()
  .max(80)
  .transform((text) => (text === "" ? null : text));
