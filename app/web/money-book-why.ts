import type { MoneyPlace } from "#app/domain/cash-movement.ts";
import { CASH_BOX, type Why, whyAddress } from "#app/domain/why.ts";

const NETWORK_BANK: Why = { of: "network", account: ["bank"] };
/** What the network keeps: all that the group's accounts have, read from the other side. */
const AT_NETWORK: Why = { of: "own", isCredit: true };

type Book = { slug: string; isNetwork: boolean; place: MoneyPlace };

/** What changed a cash or bank book in a month. */
export function whyOfBook({ isNetwork, place }: Pick<Book, "isNetwork" | "place">, month: string): Why {
  return { ...baseOf({ isNetwork, place }), from: month, until: month };
}

function baseOf({ isNetwork, place }: Pick<Book, "isNetwork" | "place">): Why {
  return isNetwork ? NETWORK_BANK : place === "cash" ? CASH_BOX : AT_NETWORK;
}

/** What makes an amount of a cash or bank book; what went out reads the other way round. */
export function openerOf({ slug, isNetwork, place }: Book) {
  const base = baseOf({ isNetwork, place });
  return (amount: number, rest: Partial<Why>, isOut = false) => ({
    ...{ amount, why: whyAddress(slug, amount, { ...base, ...rest, isCredit: (base.isCredit ?? false) !== isOut }) },
  });
}
