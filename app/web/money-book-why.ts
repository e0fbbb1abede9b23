import type { MoneyPlace } from "#app/domain/cash-movement.ts";
import { CASH_BOX, type Why, whyAddress } from "#app/domain/why.ts";

const NETWORK_BANK: Why = { of: "network", account: ["bank"] };
/** What the network keeps: all that the group's accounts have, read from the other side. */
const AT_NETWORK: Why = { of: "own", isCredit: true };

type Book = { slug: string; isNetwork: boolean; place: MoneyPlace };

/** What makes an amount of a cash or bank book; what went out reads the other way round. */
export function openerOf({ slug, isNetwork, place }: Book) {
  const base = isNetwork ? NETWORK_BANK : place === "cash" ? CASH_BOX : AT_NETWORK;
  return (amount: number, rest: Partial<Why>, isOut = false) => ({
    ...{ amount, why: whyAddress(slug, amount, { ...base, ...rest, isCredit: (base.isCredit ?? false) !== isOut }) },
  });
}
