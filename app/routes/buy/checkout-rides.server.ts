import type { DeliveryOffer } from "#app/domain/checkout.ts";
import { hoursLeft } from "#app/domain/run.ts";
import type { Context } from "#app/usecases/context.ts";
import type { DeliveryFacts } from "#db/read/delivery-offers.ts";

/** Each boat that takes these goods: its ways side by side with going alone, who travels along, and what one more could bring for nothing. */
export function ridesOf(
  { now, origin }: Pick<Context, "now" | "origin">,
  offers: readonly DeliveryOffer[],
  facts: DeliveryFacts | null,
) {
  const alone = offers.find((each) => each.delivery === "courier")?.price ?? null;
  return (facts?.runs ?? []).flatMap((run) => {
    const own = offers.filter((each) => each.runId === run.id);
    const [first] = own;
    if (!first) return [];
    const priceOf = (delivery: DeliveryOffer["delivery"]) =>
      own.find((each) => each.delivery === delivery)?.price ?? null;
    const pointId = run.pickUpPointIds[0];
    return [
      {
        id: run.id,
        vessel: run.vessel,
        zoneName: facts?.zone?.name ?? "",
        departsAt: run.departsAt.toISOString(),
        cutOffAt: run.cutOffAt.toISOString(),
        left: hoursLeft(now.getTime(), run.cutOffAt.getTime()),
        travelling: run.travelling,
        roomGrams: first.roomGrams,
        atPoint: priceOf("run-pickup"),
        atDoor: priceOf("run-door"),
        // The same goods by themselves: with the courier, or alone on this very boat.
        alone: alone ?? first.alone,
        url: new URL(pointId ? `/pick-up-points/${pointId}` : "/places", origin).href,
      },
    ];
  });
}
