import type { Bringer, HubToReach } from "./bring.ts";
import { type Carrier, type Hindrance, hindrancesOf } from "./hindrance.ts";
import type { KeepingRule } from "./keeping-rule.ts";
import { add, type Rupiah, rupiah, sum, ZERO } from "./money.ts";
import { cheapestPacking, type Packable } from "./packing.ts";
import { mostRoom } from "./packing-room.ts";
import { boxableOf } from "./parcel-catalogue.ts";
import { quoteConsignment } from "./pooling.ts";
import { gramsLeft, hasRoom, type RunLimit } from "./run-room.ts";
import { goodsValueOf, packedWeight, piecesFit, type WantedGoods } from "./sale-line.ts";
import { type PricedTariff, sendingCost } from "./tariff.ts";
import type { Journey, Travelling } from "./travel.ts";

/** How an order travels: on a run to a pick-up point or the door, alone by courier, fetched at the hub, or over a group's own counter. */
export const DELIVERIES = ["run-pickup", "run-door", "courier", "fetch", "counter"] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** When goods leave and arrive, and whether they stay cold. */
export type Passage = Omit<Journey, "by" | "toVillage">;

/** A run that still takes consignments, with those already in it in the order of their quotes. */
export type OpenRun = {
  id: string;
  /** Where it leaves. */
  hub: HubToReach;
  tariffId: string;
  tariff: PricedTariff;
  passage: Passage;
  doorFee: Rupiah;
  earlier: readonly (Packable & { quote: Rupiah })[];
  pickUpPointIds: readonly string[];
  limit: RunLimit;
};

/** What of an order one group sends, and the ceiling promised for it. */
export type ConsignmentPlan = {
  groupId: string;
  goodsValue: Rupiah;
  grams: number;
  volumetricGrams: number;
  alone: Rupiah;
  quote: Rupiah;
};

/** One way to get the goods, with its price. */
export type DeliveryOffer = {
  delivery: Delivery;
  runId: string | null;
  pickUpPointId: string | null;
  /** The tariff that it is priced by; null for what nobody sends. */
  tariffId: string | null;
  consignments: ConsignmentPlan[];
  quote: Rupiah;
  alone: Rupiah;
  doorFee: Rupiah;
  /** When it leaves and arrives; null for what nobody sends. */
  passage: Passage | null;
  /** What the buyer pays for shipping: quote + door fee. */
  price: Rupiah;
  /** In a run: what still fits in beside these goods for nothing, in grams. */
  roomGrams: number;
};

export type BasketGoods = WantedGoods & Travelling & Bringer & { variantId: string; fragile?: boolean };

export type OffersRequest = {
  goods: readonly BasketGoods[];
  /** The buyer's village; without one, goods can only be fetched. */
  toVillage: string | null;
  runs: readonly OpenRun[];
  /** The zone's tariffs for a parcel of one's own: the one that asks least for these goods is offered, of equals the first. */
  couriers: readonly Courier[];
  /** What the network says of goods that may not keep until they arrive. */
  keeping: KeepingRule;
};

/** A carrier that takes a parcel by itself. */
export type Courier = PricedTariff & { tariffId: string; passage: Passage };

export type Offers = {
  offers: DeliveryOffer[];
  /** One piece of some group's part is heavier than a parcel may be, or they do not share out well, so that a way to send it is missing. */
  tooHeavy: boolean;
  /** Runs that would go there, and have no room for all of these goods any more. */
  fullRunIds: string[];
  /** Why a run or the courier cannot take all of these goods; empty when nothing hinders. */
  hindrances: Hindrance[];
};

/**
 * Every way to get these goods. One consignment per group; in a run they join one after the other behind those already there, so their
 * quotes are ceilings together as well. What is heavier than a parcel takes several, where its pieces allow that; what may not travel that
 * way can only be fetched.
 */
export function deliveryOffers({ goods, toVillage, runs, couriers, keeping }: OffersRequest): Offers {
  const offers: DeliveryOffer[] = [];
  const hindrances: Hindrance[] = [];
  const fullRunIds: string[] = [];
  let tooHeavy = false;
  const put = (way: Way, plans: Plans, roomGrams = 0): void => {
    if (plans) offers.push(priced({ ...way, consignments: plans, roomGrams }));
    else tooHeavy = true;
  };
  const note = (found: readonly Hindrance[]): void => {
    const isKnown = (each: Hindrance): boolean =>
      hindrances.some((known) => JSON.stringify(known) === JSON.stringify(each));
    hindrances.push(...found.filter((each) => !isKnown(each)));
  };
  const hindered = (by: Journey["by"], passage: Passage, carrier: Omit<Carrier, "keeping">): Hindrance[] | null =>
    toVillage === null ? null : hindrancesOf(goods, { ...passage, by, toVillage }, { ...carrier, keeping });
  for (const run of runs) {
    const inTheWay = hindered("run", run.passage, { tariff: run.tariff, hub: run.hub });
    note(inTheWay ?? []);
    if (inTheWay?.length !== 0) continue;
    const { plans, roomGrams, isFull } = planInRun(goods, run);
    if (isFull) {
      fullRunIds.push(run.id);
      continue;
    }
    const aboard = { runId: run.id, tariffId: run.tariffId, passage: run.passage };
    for (const pickUpPointId of run.pickUpPointIds)
      put({ delivery: "run-pickup", ...aboard, pickUpPointId, doorFee: ZERO }, plans, roomGrams);
    put({ delivery: "run-door", ...aboard, pickUpPointId: null, doorFee: run.doorFee }, plans, roomGrams);
  }
  const nowhere = { runId: null, pickUpPointId: null, doorFee: ZERO };
  const found = couriers.map((courier) => hindered("courier", courier.passage, { tariff: courier, hub: null }));
  const open = couriers.filter((_, at) => found[at]?.length === 0);
  const cheapest = planCheapest(goods, open);
  if (open.length > 0) put({ delivery: "courier", ...nowhere, ...(cheapest?.by ?? NOBODY) }, cheapest?.plan ?? null);
  else note(found.flatMap((each) => each ?? []));
  put({ delivery: "fetch", ...nowhere, ...NOBODY }, planFetch(goods));
  // That some other run leaves from too far a hub concerns nobody who has one to choose.
  const isRunOffered = offers.some((offer) => offer.runId !== null);
  const told = hindrances.filter((each) => each.problem !== "hub-far" || !isRunOffered);
  return { offers, tooHeavy, fullRunIds, hindrances: told };
}

const NOBODY = { tariffId: null, passage: null };

type Plans = ConsignmentPlan[] | null;
type Way = Pick<DeliveryOffer, "delivery" | "runId" | "pickUpPointId" | "tariffId" | "doorFee" | "passage">;
type Priced = Way & Pick<DeliveryOffer, "consignments" | "roomGrams">;

function priced(way: Priced): DeliveryOffer {
  const quote = sum(way.consignments.map((each) => each.quote));
  return { ...way, quote, alone: sum(way.consignments.map((each) => each.alone)), price: add(quote, way.doorFee) };
}

/** The goods by group in a fixed order, weighed; null when one is beyond weighing or worth nothing. */
function weighed(
  goods: readonly BasketGoods[],
  volumeDivisor: number,
): Omit<ConsignmentPlan, "alone" | "quote">[] | null {
  const groups = [...new Set(goods.map((each) => each.groupId))].toSorted();
  const parts = [];
  for (const groupId of groups) {
    const own = goods.filter((each) => each.groupId === groupId);
    const weight = packedWeight(own, volumeDivisor);
    if (!weight) return null;
    const goodsValue = sum(own.map((each) => goodsValueOf(each) ?? ZERO));
    parts.push({ groupId, goodsValue, ...weight });
  }
  return parts;
}

function sendable(goods: readonly BasketGoods[], tariff: PricedTariff) {
  const parts = weighed(goods, tariff.volumeDivisor);
  const isSendable = ({ groupId }: { groupId: string }): boolean =>
    piecesFit(
      goods.filter((each) => each.groupId === groupId),
      tariff,
    );
  return parts?.every(isSendable) ? parts : null;
}

type PlanInRun = { plans: Plans; roomGrams: number; isFull: boolean };

function planInRun(goods: readonly BasketGoods[], { tariff, earlier, limit }: OpenRun): PlanInRun {
  const parts = sendable(goods, tariff);
  if (!parts) return { plans: null, roomGrams: 0, isFull: false };
  const inRun = [...earlier];
  const plans = parts.map((part) => {
    const { grams, volumetricGrams } = part;
    const own = goods.filter((each) => each.groupId === part.groupId);
    const joining: Packable = { id: `joining:${part.groupId}`, grams, volumetricGrams, ...boxableOf(own) };
    const { alone, quote } = quoteConsignment({ tariff, earlier: inRun, joining });
    inRun.push({ ...joining, quote });
    return { ...part, alone, quote };
  });
  const free = mostRoom({ tariff, loads: inRun, packing: cheapestPacking(tariff, inRun) });
  const isFull = !hasRoom({ limit, tariff, loads: inRun });
  return { plans, roomGrams: Math.min(free, gramsLeft(limit, inRun)), isFull };
}

function planAlone(goods: readonly BasketGoods[], tariff: PricedTariff): Plans {
  const parts = sendable(goods, tariff);
  if (!parts) return null;
  return parts.map((part) => {
    const alone = sendingCost(tariff, part);
    return { ...part, alone, quote: alone };
  });
}

/** With whom this very basket costs least, be a kilogram cheaper elsewhere: a first block or a fee may outweigh it. */
function planCheapest(goods: readonly BasketGoods[], couriers: readonly Courier[]) {
  const plans = couriers.flatMap((courier) => {
    const plan = planAlone(goods, courier);
    const { tariffId, passage } = courier;
    return plan ? [{ plan, by: { tariffId, passage }, cost: sum(plan.map((each) => each.quote)) }] : [];
  });
  return plans.toSorted((a, b) => a.cost - b.cost)[0] ?? null;
}

/** Nothing is sent, so the divisor only says how the volume is written down. */
function planFetch(goods: readonly BasketGoods[]): Plans {
  return weighed(goods, 6000)?.map((part) => ({ ...part, alone: ZERO, quote: ZERO })) ?? null;
}

/** A choice as a form carries it, with the shipping price that was on the screen: "run-pickup:RUN:POINT:18000". */
export function choiceOf(offer: Pick<DeliveryOffer, "delivery" | "runId" | "pickUpPointId" | "price">): string {
  return `${keyOf(offer)}:${offer.price}`;
}

/** The choice without its price. */
export function keyOf({ delivery, runId, pickUpPointId }: Pick<DeliveryOffer, "delivery" | "runId" | "pickUpPointId">) {
  return [delivery, runId ?? "", pickUpPointId ?? ""].join(":");
}

/** Reads {@link choiceOf}; null when it is no such text. */
export function parseChoice(text: string): { key: string; delivery: Delivery; shown: Rupiah } | null {
  const match = /^((run-pickup|run-door|courier|fetch):[\w-]{0,64}:[\w-]{0,64}):(\d{1,13})$/.exec(text);
  const delivery = DELIVERIES.find((each) => each === match?.[2]);
  return match?.[1] && delivery ? { key: match[1], delivery, shown: rupiah(Number(match[3])) } : null;
}
