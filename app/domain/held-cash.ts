import { z } from "zod";
import { formKey, typedMoney } from "./form-fields.ts";
import { type Rupiah, sum } from "./money.ts";
import { lineOfText } from "./plain-text.ts";

/** What a holder took at a door (above zero) or handed in (below zero), in whole rupiah. */
export type CashMove = { atMs: number; amount: Rupiah };

/** One holder's cash at the bank: how much of it, and what is to be said about a difference. */
export const HandInForm = z.object({
  holderId: z.string().min(1).max(60),
  formKey,
  amount: typedMoney({ from: 1 }),
  note: lineOfText({ max: 200, min: 0 }).default(""),
});

/**
 * Since when somebody has held cash: what is handed in is taken to be the cash that lay longest.
 * @param moves oldest first
 * @returns milliseconds, or null when nothing is held
 */
export function heldSince(moves: readonly CashMove[]): number | null {
  let handedIn = -sum(moves.filter((move) => move.amount < 0).map((move) => move.amount));
  for (const { atMs, amount } of moves) {
    if (amount <= 0) continue;
    if (amount > handedIn) return atMs;
    handedIn -= amount;
  }
  return null;
}
