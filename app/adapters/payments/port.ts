import type { Locale } from "#app/domain/locale.ts";
import type { Rupiah } from "#app/domain/money.ts";
import type { PaymentMethod } from "#app/domain/order.ts";
import type { ProviderCode, ProviderView } from "#app/domain/payment.ts";
import type { EventSubject } from "#app/domain/provider-event.ts";
import type { ProviderMovement } from "#app/domain/reconciliation.ts";
import type { GroupAccounts } from "./port-accounts.ts";

/** All that a provider needs to ask a buyer for money. Kept as it is and sent again unchanged, so it holds no clock. */
export type PaymentStart = {
  paymentId: string;
  orderNumber: string;
  method: PaymentMethod;
  amount: Rupiah;
  /** On top of the amount, for transfers. */
  uniqueAddition: Rupiah;
  /** Seconds since 1970. */
  expiresAtSeconds: number | null;
  locale: Locale;
  /** What the buyer sees: these and the shipping sum to the amount. */
  lines: { name: string; amount: Rupiah }[];
  shipping: { name: string; amount: Rupiah };
  returnUrl: string;
  cancelUrl: string;
};

export type PaymentNext =
  | { kind: "redirect"; url: string }
  | { kind: "instructions"; method: PaymentMethod; amount: Rupiah; code: string };

export type Started = { ref: string; next: PaymentNext };

export type RefundRequest = {
  ref: string;
  amount: Rupiah;
  /** The business fact; the same key twice is one refund. */
  key: string;
};
export type RefundAnswer = { ref: string | null; status: "by-hand" | "pending" | "succeeded" | "failed" };

export type ProviderEvent = {
  eventId: string;
  type: string;
  objectRef: string | null;
  /** What it is about; null for what we do not act on. */
  concerns: EventSubject | null;
  /** The group's account that it happened at; null for our own. */
  account: string | null;
};
/** Money between a balance at the provider and the bank of whoever owns it. */
export type PayoutView = {
  ref: string;
  amount: Rupiah;
  hasFailed: boolean;
  /** The provider's names for the change of the balance when it went out, and when it came back. */
  movementRef: string | null;
  returnRef: string | null;
};
/** As the provider itself lists it, where no endpoint of ours has taken it. */
export type ListedEvent = ProviderEvent & { raw: string };

/** One way to take money. Knows nothing of orders or the ledger, and refuses to run inside a transaction. */
export interface PaymentProvider {
  readonly code: ProviderCode;
  readonly can: { refund: boolean; webhook: boolean; expires: boolean };
  /** The same key and start twice give the same answer. */
  start(start: PaymentStart, key: string): Promise<Started>;
  /** The truth about a payment, asked by the provider's name for it or for a part of it; null when the provider knows none. */
  fetch(ref: string): Promise<ProviderView | null>;
  /** Stops asking for the money. When it has come already, the answer says so. */
  cancel(ref: string): Promise<ProviderView | null>;
  refund(request: RefundRequest): Promise<RefundAnswer>;
  /** Every change of our balance there in that time, for a provider that keeps one. Seconds since 1970. */
  listMovements?(time: { fromSeconds: number; toSeconds: number }): Promise<ProviderMovement[]>;
  /** Verifies the signature over the raw body. @throws BadSignature */
  parseWebhook?(raw: string, signature: string, isOfAccounts?: boolean): ProviderEvent;
  /** Null account: our own money on its way to our bank. */
  fetchPayout?(ref: string, account: string | null): Promise<PayoutView | null>;
  /** The events of that time that no endpoint of ours has taken, the oldest first; our own, or those of one group's account. */
  listEvents?(asked: { sinceSeconds: number; account: string | null }): Promise<ListedEvent[]>;
  /** Where groups may have accounts of their own there. */
  accounts?: GroupAccounts;
}

/** The event is forged, stale or not signed at all. */
export class BadSignature extends Error {}

/** The provider said no, or did not answer. */
export class ProviderProblem extends Error {
  /** Whether the same request may succeed later; false: it never will. */
  readonly mayRetry: boolean;
  /** There was not enough money where it was to come from. */
  readonly isLacking: boolean;
  constructor(
    message: string,
    { mayRetry, isLacking = false, cause }: { mayRetry: boolean; isLacking?: boolean; cause?: unknown },
  ) {
    super(message, { cause });
    this.name = "ProviderProblem";
    this.mayRetry = mayRetry;
    this.isLacking = isLacking;
  }
}

/** Throws when the caller holds a transaction open: nobody may wait for the outside with the books locked. */
export type OutsideGuard = () => void;

export type Payments = Record<"manual", PaymentProvider> & Partial<Record<"stripe", PaymentProvider>>;
