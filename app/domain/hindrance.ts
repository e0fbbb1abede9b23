import { type Bringer, canBringTo, type HubToReach } from "./bring.ts";
import type { KeepingRule } from "./keeping-rule.ts";
import { isTooLong, type PricedTariff, type Size } from "./tariff.ts";
import { type Journey, type Travelling, type TravelProblem, travelProblem } from "./travel.ts";

/**
 * Goods that keep a way from being offered, and why: how they may travel, a side that is longer than the carrier takes, or a hub to which
 * their group may not bring them.
 */
export type Hindrance = { variantId: string; problem: TravelProblem | "too-long" | "hub-far"; by: Journey["by"] };

export type Carrier = { tariff: PricedTariff; hub: HubToReach | null; keeping: KeepingRule };
type Goods = Travelling & Bringer & Size & { variantId: string };

/** What keeps these goods from going this way with this carrier; a parcel of one's own starts from no hub. */
export function hindrancesOf(
  goods: readonly Goods[],
  journey: Journey,
  { tariff, hub, keeping }: Carrier,
): Hindrance[] {
  return goods.flatMap((each) => {
    const isFar = hub !== null && !canBringTo(each, hub);
    const problem =
      travelProblem(each, journey, keeping) ?? (isTooLong(each, tariff) ? "too-long" : isFar ? "hub-far" : null);
    return problem ? [{ variantId: each.variantId, problem, by: journey.by }] : [];
  });
}
