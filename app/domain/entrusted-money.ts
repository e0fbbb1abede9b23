import { z } from "zod";
import { formKey, typedMoney } from "./form-fields.ts";
import { type Rupiah, subtract, sum, ZERO } from "./money.ts";
import { goodsValueOf } from "./sale-line.ts";
import { allocate } from "./split.ts";

/** Money that a place handed over for what it sold, in whole rupiah. */
export const ReceiveForm = z.object({
  place: z.string().min(1).max(120),
  formKey,
  amount: typedMoney({ from: 1 }),
});

/** Taking one count or return back, or a whole note that was written wrongly. */
export const UndoForm = z.object({ changeId: z.string().max(100).default(""), formKey });

/** What a member gets for what was sold of a line, in whole rupiah (half up); zero when nothing was. */
export function soldValue({ agreedPrice, soldMilli }: { agreedPrice: Rupiah; soldMilli: number }): Rupiah {
  return goodsValueOf({ price: agreedPrice, quantityMilli: soldMilli }) ?? ZERO;
}

export type Due = { memberId: string; amount: Rupiah };
export type Receipt = { members: Due[]; commission: Rupiah };

/** All that a place owes, to whomever. */
export function owedIn(dues: readonly Due[]): Rupiah {
  return sum(dues.map((due) => due.amount));
}

/**
 * Divides what a place handed over: first to the members whose goods it sold, each at most what is due to them (less than all is divided by
 * what is due, largest remainder, ties to the first); what is above that is the group's commission.
 * @throws RangeError for a negative amount
 */
export function divideReceipt(amount: Rupiah, due: readonly Due[]): Receipt {
  const open = due.filter((each) => each.amount > 0);
  const all = sum(open.map((each) => each.amount));
  if (amount >= all) return { members: open, commission: subtract(amount, all) };
  const parts = allocate(
    amount,
    open.map((each) => each.amount),
  );
  const members = open.map(({ memberId }, at) => ({ memberId, amount: parts[at] ?? ZERO }));
  return { members: members.filter((each) => each.amount > 0), commission: ZERO };
}
