import { type DeliveryOffer, deliveryOffers } from "#app/domain/checkout.ts";
import type { KeepingRule } from "#app/domain/keeping-rule.ts";
import { cheapestWay, type StandingMethod, type StandingPlace } from "#app/domain/standing-order.ts";
import type { listWantedLines } from "./baskets.ts";
import { findDeliveryFacts } from "./delivery-offers.ts";
import { findPickUpPoint } from "./places.ts";
import { findAddressOf } from "./saved-addresses.ts";

type Goods = Awaited<ReturnType<typeof listWantedLines>>;

/** Where an order goes, as its row says it. */
export type OrderPlace = Record<"street" | "rt" | "rw" | "landmark" | "postal", string> & {
  villageCode: string | null;
};

export type StandingWay = { place: OrderPlace; offer: DeliveryOffer };

const NOWHERE: OrderPlace = { villageCode: null, street: "", rt: "", rw: "", landmark: "", postal: "" };

type Wanted = StandingPlace & { personId: string; method: StandingMethod };

/** For use cases: the cheapest way that leads to the chosen place now; null when there is none, or the place is gone. */
export function findStandingWay(goods: Goods, wanted: Wanted, now: Date): Promise<StandingWay | null> {
  // Nobody is there to read a warning: what may not arrive fresh is never ordered by itself.
  return findWay(goods, wanted, { now, keeping: "refuse" });
}

/** Why there is none: something goes there, but the goods would spoil on it; or nothing does. */
export async function whyNoStandingWay(goods: Goods, wanted: Wanted, now: Date): Promise<"spoils" | "delivery"> {
  return (await findWay(goods, wanted, { now, keeping: "warn" })) ? "spoils" : "delivery";
}

type At = { now: Date; keeping: KeepingRule };

async function findWay(goods: Goods, wanted: Wanted, { now, keeping }: At): Promise<StandingWay | null> {
  const place = await placeOf(wanted);
  if (!place) return null;
  const { villageCode } = place;
  const facts = villageCode ? await findDeliveryFacts(villageCode, now) : null;
  const ways = { toVillage: villageCode, runs: facts?.runs ?? [], couriers: facts?.couriers ?? [], keeping };
  const offer = cheapestWay(deliveryOffers({ goods, ...ways }).offers, wanted);
  return offer ? { place, offer } : null;
}

async function placeOf({ personId, pickUpPointId, addressId }: Wanted): Promise<OrderPlace | null> {
  if (pickUpPointId !== null) {
    const point = await findPickUpPoint(pickUpPointId);
    return point ? { ...NOWHERE, villageCode: point.villageCode } : null;
  }
  if (addressId === null) return NOWHERE;
  const address = await findAddressOf(personId, addressId);
  if (!address) return null;
  const { villageCode, street, rt, rw, landmark, postcode } = address;
  return { villageCode, street, rt, rw, landmark, postal: postcode };
}
