import type { Rupiah } from "#app/domain/money.ts";
import type { StripeAccountView } from "#app/domain/stripe-account.ts";
import type { TransferView } from "#app/domain/transfer.ts";

export type AccountRequest = {
  groupId: string;
  /** The business fact; the same key twice is one account. */
  key: string;
};

export type TransferRequest = {
  /** The provider's name of the payment that the money came by, and ours. */
  paymentRef: string;
  paymentId: string;
  accountRef: string;
  amount: Rupiah;
  key: string;
  /** Counts up when it is tried anew after a plain no, for the provider keeps that answer under the key. */
  turn: number;
};

/** Sends groups what is theirs: for a provider where each may have an account of its own. */
export interface GroupAccounts {
  open(request: AccountRequest): Promise<{ ref: string }>;
  /** What an earlier request under this key had opened, when the provider has forgotten the key. */
  opened(key: string): Promise<{ ref: string } | null>;
  /** Where the group's officer tells the provider what it asks; works once and for minutes, so it is never kept. */
  link(where: { ref: string; againUrl: string; backUrl: string }): Promise<{ url: string }>;
  /** How the account stands; null when there never was one. */
  fetch(ref: string): Promise<StripeAccountView | null>;
  /** @throws ProviderProblem also when the payment was not settled in rupiah */
  send(request: TransferRequest): Promise<TransferView>;
  /** What an earlier request under this key had sent. */
  sent(of: { paymentId: string; key: string }): Promise<TransferView | null>;
  fetchTransfer(ref: string): Promise<TransferView | null>;
  reverse(request: { transferRef: string; amount: Rupiah; key: string }): Promise<{ ref: string }>;
  /** All that ever came to an account, less what was taken back: what is there now, and what went on to the group's bank. */
  received(accountRef: string): Promise<Rupiah>;
}
