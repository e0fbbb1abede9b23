import { negate, type Rupiah } from "#app/domain/money.ts";
import { providerSettledEntry } from "#app/domain/postings-of-mishaps.ts";
import { isSettlementBooked } from "../read/reconciliation.ts";
import type { Tx } from "../transaction.server.ts";
import { post } from "./ledger.ts";
import { dropDifferences, keepDifference } from "./reconciliation.ts";

type By = { now: Date; newId: () => string };
type Returned = {
  ref: string;
  amount: Rupiah;
  hasFailed: boolean;
  movementRef: string | null;
  returnRef: string | null;
};

/**
 * Our bank did not take what the provider sent: what was posted for it is posted back. Where nobody had seen it at the bank yet, both are
 * written, so that neither is asked about again. The operator hears of it once.
 */
export async function applyBankReturn(tx: Tx, by: By, returned: Returned): Promise<"applied"> {
  const { ref, amount, hasFailed, movementRef, returnRef } = returned;
  if (!hasFailed || movementRef === null || returnRef === null) return "applied";
  const postedBy = { actorId: null, now: by.now, newId: by.newId };
  if (!(await isSettlementBooked(movementRef))) await post(tx, providerSettledEntry({ movementRef, amount }), postedBy);
  await post(tx, providerSettledEntry({ movementRef: returnRef, amount: negate(amount) }), postedBy);
  await dropDifferences(tx, { refs: [movementRef, returnRef], now: by.now });
  await keepDifference(tx, by, { kind: "bank-returned", ref, theirs: amount, ours: amount });
  return "applied";
}
