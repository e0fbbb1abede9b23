import { z } from "zod";
import { formKey, typedMoney } from "./form-fields.ts";
import { type Rupiah, sum, times, ZERO } from "./money.ts";
import { lineOfText } from "./plain-text.ts";

/** Paid for, or still owed for, as for a bought lot; or what went into it, as cloth for a piece. */
export const COST_BASES = ["paid", "owed", "material"] as const;

/** What a treasurer records of the cost of goods; `goods` is a variant's id, with a lot's behind a colon for that lot alone. */
export const StockCostForm = z.object({
  formKey,
  goods: z.string().min(1, "required").max(130, "form-broken"),
  unitCost: typedMoney({ from: 0 }),
  basis: z.enum(COST_BASES, "required"),
  source: lineOfText({ max: 120 }),
  voucherId: z.string().max(64, "form-broken").default(""),
});

/** The goods that a form names. */
export function goodsOf(text: string): { variantId: string; lotId: string | null } {
  const [variantId = "", lotId] = text.split(":");
  return { variantId, lotId: lotId || null };
}

export function goodsName({ variantId, lotId }: { variantId: string; lotId: string | null }): string {
  return lotId ? `${variantId}:${lotId}` : variantId;
}

type Goods = { variantId: string; lotId: string | null };

/**
 * The record that says what goods cost: the newest of their lot, else the newest of their variant that names no lot.
 * @param records the newest first
 */
export function costRecordFor<Any extends Goods>(
  records: readonly Any[],
  { variantId, lotId }: Goods,
): Any | undefined {
  const own = records.filter((record) => record.variantId === variantId);
  return (lotId && own.find((record) => record.lotId === lotId)) || own.find((record) => record.lotId === null);
}

/** What lies there of some goods, in thousandths of the unit; `unitCost` null where no cost is on record. Rupiah for one unit. */
export type StockLine = { leftMilli: number; price: Rupiah; unitCost: Rupiah | null };

/** What goods cost, to whole rupiah (half up); goods without a record count for nothing, so that a book never shows what nobody knows. */
export function valueAtCost({ leftMilli, unitCost }: StockLine): Rupiah {
  return unitCost === null ? ZERO : times(unitCost, leftMilli, 1000);
}

/** All goods at cost and at their selling price, in whole rupiah; and how many lines count for nothing. */
export function stockTotals(lines: readonly StockLine[]): { atCost: Rupiah; atPrice: Rupiah; unknown: number } {
  return {
    atCost: sum(lines.map(valueAtCost)),
    atPrice: sum(lines.map(({ price, leftMilli }) => times(price, leftMilli, 1000))),
    unknown: lines.filter(({ unitCost }) => unitCost === null).length,
  };
}
