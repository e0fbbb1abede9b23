import { type Rupiah, rupiah, sum } from "./money.ts";
import { type LineShare, type SaleLine, splitSaleLine } from "./sale-split.ts";

/** Where the price of one unit goes, for everybody to see; members are not told apart. */
export type PricePart = {
  party: "members" | "group-fund" | "fixed-cost" | "network-fee";
  amount: Rupiah;
  /** Of the price, rounded down; only for the picture's width and its label. */
  basisPoints: number;
};

const PARTS = {
  members: "member",
  "group-fund": "group-fund",
  "fixed-cost": "fixed-cost",
  "network-fee": "network-fee",
} as const satisfies Record<PricePart["party"], LineShare["party"]>;

/**
 * The parts of one unit's price by the rule of a sale, largest owner first: members, fund, costs, network. Parts of nothing are left out;
 * the rest sum to the price. A payment provider's fee, which depends on how the buyer pays, is not in it.
 */
export function pricePartsOf({
  price,
  ...sale
}: Pick<SaleLine, "networkFeeBasisPoints" | "rule" | "contributions"> & { price: Rupiah }): PricePart[] {
  const shares = splitSaleLine({ ...sale, goodsValue: price, quantityMilli: 1000, providerFeeBasisPoints: 0 });
  return (Object.keys(PARTS) as PricePart["party"][]).flatMap((party) => {
    const amount = sum(shares.filter((share) => share.party === PARTS[party]).map((share) => share.amount));
    if (amount === 0) return [];
    return [{ party, amount, basisPoints: Number((BigInt(amount) * 10_000n) / BigInt(rupiah(price))) }];
  });
}
