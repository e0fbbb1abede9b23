import type { Rupiah } from "./money.ts";

/** What became of an ordered line: as it was, at another price, less of it than then, or not for sale any more. */
export type ReorderState = "same" | "price" | "short" | "gone";

type Before = { quantityMilli: number; unitPrice: Rupiah };
type Now = { price: Rupiah; stockMilli: number } | null;

/**
 * How much of an earlier order's line can go into the basket now, and what is different: never silently.
 * @param stepMilli the smallest quantity that is sold; of a shorter stock, whole steps are taken
 */
export function reorderLine({ before, now, stepMilli }: { before: Before; now: Now; stepMilli: number }): {
  state: ReorderState;
  putMilli: number;
} {
  if (now === null) return { state: "gone", putMilli: 0 };
  const putMilli = Math.min(before.quantityMilli, Math.floor(now.stockMilli / stepMilli) * stepMilli);
  if (putMilli <= 0) return { state: "gone", putMilli: 0 };
  if (putMilli < before.quantityMilli) return { state: "short", putMilli };
  return { state: now.price === before.unitPrice ? "same" : "price", putMilli };
}
