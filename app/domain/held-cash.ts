import { z } from "zod";
import { parseRupiah, type Rupiah, sum } from "./money.ts";
import { lineOfText } from "./plain-text.ts";

/** What a holder took at a door (above zero) or handed in (below zero), in whole rupiah. */
export type CashMove = { atMs: number; amount: Rupiah };

/** One holder's cash at the bank: how much of it, and what is to be said about a difference. */
export const HandInForm = z.object({
  holderId: z.string().min(1).max(60),
  formKey: z.string().min(20, { error: "form-broken" }).max(64, { error: "form-broken" }),
  amount: z.string().transform((text, context) => {
    const amount = parseRupiah(text);
    if (amount !== null && amount > 0) return amount;
    context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "not-money" });
    return z.NEVER;
  }),
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
