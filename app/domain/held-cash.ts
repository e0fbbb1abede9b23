import { z } from "zod";
import { formKey, typedMoney } from "./form-fields.ts";
import { type Rupiah, sum } from "./money.ts";
import { lineOfText, someText } from "./plain-text.ts";

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

/** What lies with a holder for shorter than this may still be handed in: days. */
const LASTING_DAYS = 14;

/** Less is there than the books say; or more. */
export const WRITE_OFF_KINDS = ["shortage", "surplus"] as const;
export type CashWriteOffKind = (typeof WRITE_OFF_KINDS)[number];

/** Whether cash has lain with somebody for so long that it is taken to be gone. Moments in milliseconds since 1970, UTC. */
export function isLasting({ sinceMs, nowMs }: { sinceMs: number | null; nowMs: number }): boolean {
  return sinceMs !== null && nowMs - sinceMs >= LASTING_DAYS * 86_400_000;
}

/** What a form on the page of held cash means; handing in says nothing. */
export const CashForm = z.object({ intent: z.enum(["hand-in", "propose", "approve", "refuse"]).default("hand-in") });

export const ProposeWriteOffForm = z.object({
  intent: z.literal("propose"),
  holderId: z.string().min(1).max(60),
  formKey,
  kind: z.enum(WRITE_OFF_KINDS, { error: "choose-one" }),
  amount: typedMoney({ from: 1 }),
  /** A group's id; empty for the network. */
  bearer: z.string().max(60).default(""),
  reason: someText({ max: 300 }),
});

export const DecideWriteOffForm = z.object({
  intent: z.enum(["approve", "refuse"]),
  writeOffId: z.string().min(1).max(60),
});
