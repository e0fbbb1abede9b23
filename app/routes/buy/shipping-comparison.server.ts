import type { Bringer } from "#app/domain/bring.ts";
import { compareShipping } from "#app/domain/shipping-comparison.ts";
import type { Travelling } from "#app/domain/travel.ts";
import type { Context } from "#app/usecases/context.ts";
import { findZoneFacts, listDestinations } from "#db/read/delivery-offers.ts";
import type { listVariantsOnSale } from "#db/read/listing-page.ts";

type Asked = {
  from: Bringer;
  listing: Pick<Travelling, "travels" | "shelfDays" | "harvestUntil">;
  variant: Awaited<ReturnType<typeof listVariantsOnSale>>[number];
  /** The area that somebody chose, however they wrote it. */
  wanted: string | null;
  /** Where the next run goes: shown to who has not chosen. */
  usual: string | null;
};

/** One unit sent to a place by itself, and in the place's next run; null when there is no place to send to. */
export async function showShipping({ now }: Pick<Context, "now">, asked: Asked) {
  const { from, listing, variant, wanted, usual } = asked;
  const places = await listDestinations();
  const place =
    places.find((each) => each.id === wanted) ?? places.find((each) => each.id === usual) ?? places[0] ?? null;
  if (!place) return null;
  const { runs, couriers, keeping } = await findZoneFacts({ zoneId: place.id, now, runLimit: 1 });
  const { alone, pooled, tooHeavy } = compareShipping({
    goods: [
      {
        ...variant,
        ...listing,
        ...from,
        ...{ variantId: variant.id, quantityMilli: 1000 },
      },
    ],
    toVillage: place.regionCode,
    runs,
    couriers,
    keeping,
  });
  const run = runs.find((each) => each.id === pooled?.runId);
  return {
    places: places.map(({ id, name }) => ({ id, name })),
    place: { id: place.id, name: place.name },
    alone,
    tooHeavy,
    pooled: pooled && run ? { price: pooled.price, cutOffAt: run.cutOffAt, joined: run.earlier.length } : null,
  };
}
