import { dayInWib } from "./calendar-day.ts";
import { add, negate, type Rupiah, rupiah, ZERO } from "./money.ts";
import { allocate } from "./split.ts";

/** One thing that was sold, or came back: its whole price, and what of it went to members. Below zero when it came back; whole rupiah. */
export type SoldPart = {
  atMs: number;
  gross: Rupiah;
  /** In the order of the members' numbers. */
  shares: readonly { memberId: string; amount: Rupiah }[];
};

/** Turnover of one month ("2026-11", WIB); a null member is what no member brought. */
export type Turnover = { memberId: string | null; month: string; amount: Rupiah };

/** What of one sold thing's whole price counts for each member, by largest remainder; all of it for nobody when no member has a share. */
export function priceParts({ gross, shares }: Omit<SoldPart, "atMs">): { memberId: string | null; amount: Rupiah }[] {
  const weights = shares.map((share) => Math.abs(share.amount));
  if (!weights.some((weight) => weight > 0)) return [{ memberId: null, amount: gross }];
  const parts = allocate(rupiah(Math.abs(gross)), weights);
  return shares.map(({ memberId }, at) => {
    const part = parts[at] ?? ZERO;
    return { memberId, amount: gross < 0 ? negate(part) : part };
  });
}

/**
 * Turnover (peredaran bruto) month by month: the whole price of goods that arrived, before any deduction, less what came back. What several
 * members made counts for each by the parts of the price that they got, by largest remainder: the parts sum to the price.
 */
export function turnoverOf(sold: readonly SoldPart[]): Turnover[] {
  const all = new Map<string, Turnover>();
  const count = (memberId: string | null, month: string, amount: Rupiah): void => {
    const key = `${memberId ?? ""} ${month}`;
    all.set(key, { memberId, month, amount: add(all.get(key)?.amount ?? ZERO, amount) });
  };
  for (const { atMs, gross, shares } of sold) {
    const month = dayInWib(atMs).slice(0, 7);
    for (const { memberId, amount } of priceParts({ gross, shares })) count(memberId, month, amount);
  }
  return [...all.values()].filter(({ amount }) => amount !== 0);
}
