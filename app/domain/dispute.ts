import type { Rupiah } from "./money.ts";
import type { DisputeState } from "./order-states.ts";

/** What a provider says of a dispute. Amounts in whole rupiah. */
export type DisputeView = {
  ref: string;
  status: DisputeState;
  amount: Rupiah;
  /** What it took out of our balance for it, and for itself; zero while the bank only asks. */
  taken: Rupiah;
  fee: Rupiah;
  /** What of both it gave back. */
  returned: Rupiah;
  feeReturned: Rupiah;
  /** The bank's word for why, as the provider passes it on. */
  reason: string;
  /** Seconds since 1970: until when the provider takes an answer; null when it takes none. */
  answerBySeconds: number | null;
};
