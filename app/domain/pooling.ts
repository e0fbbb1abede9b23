import { add, type Rupiah, rupiah, subtract, sum, ZERO } from "./money.ts";
import { cheapestPacking, type Packable, type Packing } from "./packing.ts";
import { allocate } from "./split.ts";
import { sendingCost, type Tariff } from "./tariff.ts";

export type Pool = Packing & {
  /** What each consignment would cost sent alone, by id. */
  alone: Map<string, Rupiah>;
  /** What each pays of the total, by id: everybody saves the same percentage. */
  shares: Map<string, Rupiah>;
};

/**
 * Divides the cheapest packing's price at an equal saving rate: share = c*(N) × alone ÷ Σ alone, whole rupiah by largest remainder, ties to
 * the earlier consignment. The shares sum to the total and none is above its alone price, because the total is never above Σ alone.
 * @throws RangeError as {@link cheapestPacking}
 */
export function poolShares(tariff: Tariff, consignments: readonly Packable[]): Pool {
  const packing = cheapestPacking(tariff, consignments);
  const alone = consignments.map((each) => sendingCost(tariff, each));
  const shares = sum(alone) === 0 ? alone.map(() => ZERO) : allocate(packing.total, alone);
  if (shares.some((share, position) => share > (alone[position] ?? ZERO)))
    throw new Error("a share must not be above the price alone");
  const byId = (amounts: readonly Rupiah[]): Map<string, Rupiah> =>
    new Map(consignments.map(({ id }, position) => [id, amounts[position] ?? ZERO]));
  return { ...packing, alone: byId(alone), shares: byId(shares) };
}

export type QuoteRequest = {
  tariff: Tariff;
  /** Those already in the run, in the order in which their quotes were promised. */
  earlier: readonly (Packable & { quote: Rupiah })[];
  joining: Packable;
};

/**
 * The ceiling promised at checkout: the greater of the share with everybody now in, and what the run would still lack, but never above the
 * price alone. So the quotes of a run always cover c*(N): a newcomer can raise it by its price alone at most, and fills the gap up to that.
 */
export function quoteConsignment({ tariff, earlier, joining }: QuoteRequest): { alone: Rupiah; quote: Rupiah } {
  const pool = poolShares(tariff, [...earlier, joining]);
  const alone = sendingCost(tariff, joining);
  const lacking = subtract(pool.total, sum(earlier.map((each) => each.quote)));
  return { alone, quote: rupiah(Math.min(alone, Math.max(pool.shares.get(joining.id) ?? ZERO, lacking))) };
}

export type Settlement = {
  /** What the carrier really charged. */
  bill: Rupiah;
  /** By default each one's weight is its price alone: an equal saving rate. */
  consignments: readonly { id: string; alone: Rupiah; quote: Rupiah; weight?: bigint }[];
};

/**
 * Divides the carrier's real bill in the proportions of a rule (share-rule.ts; an equal saving rate unless told otherwise), nobody above
 * the quote: those whose part would exceed it pay the quote, and the others divide the rest, in whole rupiah by largest remainder, ties to
 * the earlier. A bill above all quotes together is carried by the shipping reserve: `reserve` is then negative, else zero.
 * @throws RangeError for a negative bill, or a quote below zero or above the price alone
 */
export function settleRun({ bill, consignments }: Settlement): { shares: Map<string, Rupiah>; reserve: Rupiah } {
  if (bill < 0) throw new RangeError(`negative bill: ${bill}`);
  for (const { id, alone, quote } of consignments)
    if (quote < 0 || quote > alone) throw new RangeError(`the quote of ${id} is not between zero and its price alone`);
  const quotes = sum(consignments.map((each) => each.quote));
  if (bill >= quotes)
    return { shares: new Map(consignments.map((each) => [each.id, each.quote])), reserve: subtract(quotes, bill) };

  const shares = new Map<string, Rupiah>();
  let open = consignments.map(({ id, alone, quote, weight }) => ({ id, quote, weight: weight ?? BigInt(alone) }));
  let left = bill;
  // Each round either caps somebody or ends; capping leaves the others a higher rate, never a lower one.
  for (;;) {
    if (open.every((each) => each.weight === 0n)) open = open.map((each) => ({ ...each, weight: BigInt(each.quote) }));
    const weights = open.reduce((all, each) => all + each.weight, 0n);
    const capped = open.filter((each) => BigInt(left) * each.weight >= BigInt(each.quote) * weights);
    if (capped.length === 0) break;
    for (const { id, quote } of capped) shares.set(id, quote);
    left = subtract(left, sum(capped.map((each) => each.quote)));
    open = open.filter((each) => !capped.includes(each));
  }
  const rest = allocate(
    left,
    open.map((each) => each.weight),
  );
  for (const [position, { id }] of open.entries()) shares.set(id, rest[position] ?? ZERO);
  return { shares: checked(bill, consignments, shares), reserve: ZERO };
}

/** Caps survive rounding, since quotes are whole; this says so loudly should it ever not hold. In the order of the input. */
function checked(
  bill: Rupiah,
  consignments: Settlement["consignments"],
  shares: ReadonlyMap<string, Rupiah>,
): Map<string, Rupiah> {
  let total = ZERO;
  const ordered = new Map<string, Rupiah>();
  for (const { id, quote } of consignments) {
    const share = shares.get(id) ?? ZERO;
    if (share > quote) throw new Error(`the share of ${id} must not be above its quote`);
    total = add(total, share);
    ordered.set(id, share);
  }
  if (total !== bill) throw new Error("the shares of a run must sum to its bill");
  return ordered;
}
