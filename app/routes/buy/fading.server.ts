import type { Passage } from "#app/domain/checkout.ts";
import { freshnessOf } from "#app/domain/travel.ts";
import type { Context } from "#app/usecases/context.ts";
import type { BasketLine } from "#db/read/baskets.ts";
import { findZone, listPassages } from "#db/read/delivery-offers.ts";
import { findCheckoutDefaults } from "#db/read/orders.ts";

/** Of these goods those that arrive with little time left, or none: each listing once. Nothing where nothing is sent. */
export function fadingOf(lines: readonly BasketLine[], passage: Passage | null | undefined) {
  if (!passage) return [];
  const found = lines.flatMap((line) => {
    const fresh = freshnessOf(line, passage);
    if (!fresh || fresh.state === "keeps") return [];
    const { listingId, listingName: name, kind } = line;
    return [{ listingId, name, kind, ...fresh }];
  });
  return found.filter(({ listingId }, at) => found.findIndex((each) => each.listingId === listingId) === at);
}

export type Fading = ReturnType<typeof fadingOf>[number];

/** The boat that is first at the place where this buyer's last order went; null where nothing spoils, or no place or boat is known. */
export async function soonestPassage(
  { actor, now }: Pick<Context, "actor" | "now">,
  lines: readonly BasketLine[],
): Promise<Passage | null> {
  if (lines.every((line) => line.shelfDays === null)) return null;
  const villageCode = (await findCheckoutDefaults(actor))?.villageCode;
  const zone = villageCode ? await findZone(villageCode) : null;
  const passages = zone ? await listPassages(zone.id, now) : [];
  const byRun = passages.flatMap(({ by, passage }) => (by === "run" ? [passage] : []));
  return byRun.toSorted((a, b) => (a.arrivesOn < b.arrivesOn ? -1 : 1))[0] ?? null;
}
