import { add, type Rupiah, rupiah, subtract, sum, times, ZERO } from "./money.ts";
import type { ShareParty } from "./sale-split.ts";
import { takeBack } from "./split.ts";

/** How money goes back: as the provider took it, from the bank by hand, from a group's cash box, or as credit for the next order. */
export const REFUND_WAYS = ["provider", "transfer", "cash", "credit"] as const;
export type RefundWay = (typeof REFUND_WAYS)[number];

/** Of an order that credit had paid in part, a refund has a part of its own that goes back to credit, under the same key and this. */
export const BACK_TO_CREDIT = ":credit";

/**
 * Why a refund was written: somebody wanted it, less was packed, a run cost less than its quotes, or the harvest of a sale cycle fell
 * short, or its sailing was put off or called off; or it came from outside, made at the provider's own desk or by a dispute that was lost.
 */
export const REFUND_CAUSES = [
  "order",
  "packed-short",
  "saving",
  "cycle-short",
  "sailing",
  "at-provider",
  "dispute",
] as const;
export type RefundCause = (typeof REFUND_CAUSES)[number];

/** Who bears the provider's fee of a sale that is refunded. */
export const FEE_BEARERS = ["network", "fund", "members"] as const;
export type FeeBearer = (typeof FEE_BEARERS)[number];

/** One party's part of a line, with what it still holds of it. */
export type HeldShare = { shareId: string; party: ShareParty; memberId: string | null; amount: Rupiah };

/** An order line with what is left of it. */
export type HeldLine = {
  orderLineId: string;
  consignmentId: string;
  groupId: string;
  /** Its money has become the parties'; else it is still held. */
  isEarned: boolean;
  /** On its way or there: its shipping has been used. */
  hasTravelled: boolean;
  value: Rupiah;
  quantityMilli: number;
  shares: readonly HeldShare[];
};

/** What is left of the shipping: a consignment's, or the order's door fee (null). */
export type HeldShipping = {
  consignmentId: string | null;
  groupId: string | null;
  amount: Rupiah;
  /** "shipping-held" until the run is settled; from then on only the reserve can give it back. */
  from: "shipping-held" | "shipping-reserve";
};

/** What goes back. Quantities in thousandths, amounts in whole rupiah. */
export type RefundWish =
  | { kind: "everything" }
  | {
      kind: "parts";
      /** An amount says more than a quantity: so much money for it. Money alone leaves the goods with the buyer. */
      lines: readonly { orderLineId: string; quantityMilli?: number; amount?: Rupiah }[];
      shipping: Rupiah;
    }
  /** Over all that is left of the lines, and what is above that from the shipping. */
  | { kind: "amount"; amount: Rupiah };

export type PlannedLine = Omit<HeldLine, "value"> & {
  /** What goes back of it; the shares say who gives it. */
  amount: Rupiah;
};

export type RefundPlan = {
  lines: PlannedLine[];
  shipping: HeldShipping[];
  goods: Rupiah;
  shippingTotal: Rupiah;
  total: Rupiah;
  /** Nothing of the order is left then, but shipping that a settled run has charged. */
  isEverything: boolean;
};

export type RefundProblem = "refund-nothing" | "refund-too-much" | "refund-line-unknown" | "refund-shipping-too-much";

/** `isWhole`: these are all lines and all shipping of the order, not one group's part of it. */
export type Held = { lines: readonly HeldLine[]; shipping: readonly HeldShipping[]; isWhole: boolean };

type Wanted = { lines: Map<string, { quantityMilli: number; amount: Rupiah }>; shipping: Rupiah };

/**
 * What a refund takes back of each party of each line, and of the shipping. Each line is taken back over what its parties still hold (see
 * {@link takeBack}), so that refunds which add up to the sale leave everybody at zero, whatever steps they came in. Goods that will not
 * travel any more take their shipping along.
 */
export function planRefund(held: Held, wish: RefundWish): RefundPlan | RefundProblem {
  const wanted = wantedOf(held, wish);
  if (typeof wanted === "string") return wanted;
  const lines: PlannedLine[] = [];
  for (const line of held.lines) {
    const want = wanted.lines.get(line.orderLineId);
    if (!want || (want.amount === 0 && want.quantityMilli === 0)) continue;
    if (want.amount > line.value || want.quantityMilli > line.quantityMilli) return "refund-too-much";
    const { value: _value, ...rest } = line;
    lines.push({ ...rest, ...want, shares: partsOf(line, want.amount) });
  }
  const shipping = takeShipping({ held, lines, wanted: wanted.shipping });
  if (!shipping) return "refund-shipping-too-much";
  const goods = sum(lines.map((line) => line.amount));
  const shippingTotal = sum(shipping.map((part) => part.amount));
  const total = add(goods, shippingTotal);
  if (total === 0 && wish.kind !== "everything") return "refund-nothing";
  return { lines, shipping, goods, shippingTotal, total, isEverything: isEverything({ held, lines, shipping }) };
}

type Taken = { held: Held; lines: readonly PlannedLine[]; shipping: readonly HeldShipping[] };

function isEverything({ held, lines, shipping }: Taken): boolean {
  const ofHeld = (parts: readonly HeldShipping[]): Rupiah =>
    sum(parts.filter((part) => part.from === "shipping-held").map((part) => part.amount));
  const goodsLeft = subtract(sum(held.lines.map((line) => line.value)), sum(lines.map((line) => line.amount)));
  return held.isWhole && goodsLeft === 0 && ofHeld(held.shipping) === ofHeld(shipping);
}

function wantedOf(held: Held, wish: RefundWish): Wanted | RefundProblem {
  if (wish.kind === "amount") return overLines(held, wish.amount);
  if (wish.kind === "everything") {
    const stillHeld = held.shipping.filter((part) => part.from === "shipping-held");
    return {
      lines: new Map(
        held.lines.map(({ orderLineId, quantityMilli, value }) => [orderLineId, { quantityMilli, amount: value }]),
      ),
      shipping: sum(stillHeld.map((part) => part.amount)),
    };
  }
  const lines: Wanted["lines"] = new Map();
  for (const { orderLineId, quantityMilli = 0, amount } of wish.lines) {
    const line = held.lines.find((each) => each.orderLineId === orderLineId);
    if (!line || lines.has(orderLineId)) return "refund-line-unknown";
    lines.set(orderLineId, { quantityMilli, amount: amount ?? valueOfQuantity(line, quantityMilli) });
  }
  return { lines, shipping: wish.shipping };
}

function overLines(held: Held, amount: Rupiah): Wanted {
  const values = held.lines.map((line) => line.value);
  const goods = rupiah(Math.min(amount, sum(values)));
  const parts = takeBack(goods, values);
  return {
    lines: new Map(
      held.lines.map(({ orderLineId }, at) => [orderLineId, { quantityMilli: 0, amount: parts[at] ?? ZERO }]),
    ),
    shipping: subtract(amount, goods),
  };
}

/** What so much of a line is worth now: its part of what is left, half up; all that is left for all of it. */
export function valueOfQuantity(line: Pick<HeldLine, "value" | "quantityMilli">, quantityMilli: number): Rupiah {
  if (quantityMilli === 0) return ZERO;
  return quantityMilli >= line.quantityMilli ? line.value : times(line.value, quantityMilli, line.quantityMilli);
}

function partsOf(line: HeldLine, amount: Rupiah): HeldShare[] {
  const parts = takeBack(
    amount,
    line.shares.map((share) => share.amount),
  );
  return line.shares.map((share, at) => ({ ...share, amount: parts[at] ?? ZERO })).filter((share) => share.amount > 0);
}

/**
 * What will not be used any more goes back whole; of the rest, what is still held goes first, then what only the reserve can give. Null when
 * there is not so much.
 */
function takeShipping(input: { held: Held; lines: readonly PlannedLine[]; wanted: Rupiah }): HeldShipping[] | null {
  const { held, lines, wanted } = input;
  const unused = held.shipping.filter((part) => isUnused(part, held, lines));
  const rest = held.shipping
    .filter((part) => !unused.includes(part))
    .toSorted((a, b) => Number(a.from !== "shipping-held") - Number(b.from !== "shipping-held"));
  let left = rupiah(Math.max(0, wanted - sum(unused.map((part) => part.amount))));
  const taken: HeldShipping[] = [...unused];
  for (const part of rest) {
    const amount = rupiah(Math.min(part.amount, left));
    if (amount > 0) taken.push({ ...part, amount });
    left = subtract(left, amount);
  }
  return left === 0 ? taken : null;
}

/** Whether all goods that it is for go back before they travelled; a door fee is for all of the order. */
function isUnused(part: HeldShipping, held: Held, lines: readonly PlannedLine[]): boolean {
  if (part.from !== "shipping-held") return false;
  const carried = held.lines.filter((line) => part.consignmentId === null || line.consignmentId === part.consignmentId);
  if (carried.length === 0) return false;
  return carried.every(
    (line) =>
      !line.hasTravelled && lines.some((each) => each.orderLineId === line.orderLineId && each.amount === line.value),
  );
}

/** The provider's fee that a refund loses for good: what the split had set aside for it of what goes back. */
export function lostFee(lines: readonly Pick<PlannedLine, "shares">[]): Rupiah {
  const fees = lines.flatMap((line) => line.shares.filter((share) => share.party === "provider-fee"));
  return sum(fees.map((share) => share.amount));
}
