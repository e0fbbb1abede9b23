import { MONEY_PLACES, type MoneyPlace, withBalances } from "#app/domain/cash-movement.ts";
import { oneOf } from "#app/domain/catalogue.ts";
import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { readMoneyBook } from "#db/read/cash-book.ts";
import type { Door } from "./door.server.ts";
import { openBook } from "./group.server.ts";
import { monthNamed, monthOf } from "./month.ts";

/** The cash or bank book of a month that the address asks for, each line with the balance after it. */
export async function openMoneyBook(entered: Door) {
  const { ctx, url } = entered;
  const { book, slug, group } = await openBook(entered);
  const current = monthOf(ctx.now);
  const month = monthNamed(url.searchParams.get("month")) ?? current;
  const asked = oneOf(MONEY_PLACES, url.searchParams.get("place") ?? "") ?? "cash";
  const place: MoneyPlace = book === NETWORK_BOOK ? "bank" : asked;
  const { opening, lines } = await readMoneyBook(ctx.actor, { book, place, from: month.from, until: month.until });
  return {
    ...{ slug, group, place, month: month.name, isCurrent: month.name === current.name, opening },
    ...withBalances(opening, lines),
  };
}
