import { type Rupiah, rupiah, times } from "#app/domain/money.ts";
import { ProviderProblem } from "./port.ts";

// Stripe counts rupiah in hundredths, though nobody has a sen: Rp 50.000 is 5000000. The factor lives here and nowhere else.

export function toStripe(amount: Rupiah): number {
  return times(amount, 100, 1);
}

/** @throws ProviderProblem when it is not rupiah, or not a whole number of them */
export function fromStripe(minor: number, currency: string): Rupiah {
  if (currency !== "idr") throw new ProviderProblem(`not rupiah: ${currency}`, { mayRetry: false });
  if (!Number.isSafeInteger(minor) || minor % 100 !== 0)
    throw new ProviderProblem(`not whole rupiah: ${minor} hundredths`, { mayRetry: false });
  return rupiah(minor / 100);
}

/** A fee alone may carry sen; the books take it to the nearest rupiah. */
export function feeFromStripe(minor: number): Rupiah {
  return times(rupiah(minor), 1, 100);
}
