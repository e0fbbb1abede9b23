import { ZERO } from "#app/domain/money.ts";
import { placeText, type StandingPlace } from "#app/domain/standing-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { listWantedLines } from "#db/read/baskets.ts";
import { listPickUpPoints } from "#db/read/places.ts";
import { listSavedAddresses } from "#db/read/saved-addresses.ts";
import { findCycleOpening, hadCycle } from "#db/read/standing-orders.ts";
import { listStandingMethods } from "#db/read/standing-terms.ts";
import { findStandingWay } from "#db/read/standing-ways.ts";

type Wanted = { variantId: string; quantityMilli: number };

/** What can be chosen for a standing order of these goods, with what each place costs today. */
export async function standingChoices(ctx: Context, { variantId, quantityMilli }: Wanted) {
  const lines = await listWantedLines([{ variantId, quantityMilli }], ctx.now);
  const [goods] = lines;
  const isByCycle = await hadCycle(variantId);
  const opensAt = isByCycle ? await findCycleOpening(variantId) : null;
  const methods = await listStandingMethods();
  const points = await listPickUpPoints();
  const addresses = await listSavedAddresses(ctx.actor);
  const places: (StandingPlace & { name: string; more: string })[] = [
    {
      ...{ delivery: "fetch", pickUpPointId: null, addressId: null, more: "" },
      name: goods?.hubName ?? goods?.groupName ?? "",
    },
    ...addresses.map(({ id, label, street }) => ({
      ...{ delivery: "door" as const, pickUpPointId: null, addressId: id, name: label, more: street },
    })),
    ...points.map(({ id, name, zoneName }) => ({
      ...{ delivery: "run-pickup" as const, pickUpPointId: id, addressId: null, name, more: zoneName },
    })),
  ];
  const priced = places.map(async ({ name, more, ...place }) => {
    const wanted = { ...place, personId: ctx.actor.personId ?? "", method: "transfer" as const };
    const way = await findStandingWay(lines, wanted, ctx.now);
    const { delivery } = place;
    return { value: placeText(place), delivery, name, more, price: way?.offer.price ?? null };
  });
  return {
    isByCycle,
    /** Of a cycle that has not opened yet. */
    opensAt: opensAt && opensAt > ctx.now ? opensAt.toISOString() : null,
    goodsToday: goods?.goodsValue ?? ZERO,
    // Those to which something goes today stand first.
    places: (await Promise.all(priced)).toSorted((a, b) => Number(a.price === null) - Number(b.price === null)),
    // What is ordered ahead is paid ahead.
    methods: isByCycle ? methods.filter((method) => method !== "cash-on-delivery") : methods,
  };
}

export type StandingChoices = Awaited<ReturnType<typeof standingChoices>>;
