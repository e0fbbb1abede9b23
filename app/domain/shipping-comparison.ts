import { deliveryOffers, type OffersRequest } from "./checkout.ts";
import type { Rupiah } from "./money.ts";

/** What sending goods costs by themselves and in a run, whole rupiah; null where there is no such way. */
export type ShippingComparison = {
  alone: Rupiah | null;
  /** The ceiling of the cheapest run, to a pick-up point. */
  pooled: { price: Rupiah; runId: string } | null;
  tooHeavy: boolean;
};

/** The two ways beside each other, as checkout would quote them now. */
export function compareShipping(request: OffersRequest): ShippingComparison {
  const { offers, tooHeavy } = deliveryOffers(request);
  const alone = offers.find((offer) => offer.delivery === "courier");
  const inRuns = offers.flatMap(({ delivery, price, runId }) =>
    delivery === "run-pickup" && runId !== null ? [{ price, runId }] : [],
  );
  const pooled = inRuns.toSorted((a, b) => a.price - b.price)[0] ?? null;
  return { alone: alone?.price ?? null, pooled, tooHeavy: tooHeavy && !alone && !pooled };
}
