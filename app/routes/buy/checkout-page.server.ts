import { choiceOf, type DeliveryOffer, deliveryOffers, keyOf, parseChoice } from "#app/domain/checkout.ts";
import { crossingNotes } from "#app/domain/free-zone.ts";
import type { Hindrance } from "#app/domain/hindrance.ts";
import { add, type Rupiah, sum, ZERO } from "#app/domain/money.ts";
import { changedSince, seenLine } from "#app/domain/order.ts";
import type { FormState } from "#app/web/form.server.ts";
import { chosenVillage, offerRegions, regionValues } from "#app/web/regions.server.ts";
import { basketOwner, type Visit } from "#app/web/visit.server.ts";
import { type BasketLine, listBasketLines } from "#db/read/baskets.ts";
import { findCreditBalance } from "#db/read/buyer-credit.ts";
import { type DeliveryFacts, findDeliveryFacts } from "#db/read/delivery-offers.ts";
import { findNetwork, methodsOf } from "#db/read/networks.ts";
import { findCheckoutDefaults } from "#db/read/orders.ts";
import { listPickUpPoints } from "#db/read/places.ts";
import { offerAddresses } from "./checkout-address.server.ts";
import { ridesOf } from "./checkout-rides.server.ts";
import { fadingOf } from "./fading.server.ts";

/** All that the checkout page shows for what was typed so far (nothing yet, at first). */
export async function checkoutPage(visit: Visit, typed: FormState["values"] | null) {
  const { ctx } = visit;
  const lines = await listBasketLines(basketOwner(visit), ctx.now);
  const values = typed ?? (await firstValues(visit));
  const villageCode = chosenVillage(values);
  const facts = villageCode ? await findDeliveryFacts(villageCode, ctx.now) : null;
  const goodsTotal = sum(lines.map((line) => line.goodsValue ?? ZERO));
  const orderable = lines.every((line) => line.trouble === null);
  const { runs = [], couriers = [], keeping = "warn" } = facts ?? {};
  const { offers, tooHeavy, fullRunIds, hindrances } = orderable
    ? deliveryOffers({ goods: lines, toVillage: villageCode, runs, couriers, keeping })
    : { offers: [], tooHeavy: false, fullRunIds: [], hindrances: [] };
  const chosen = parseChoice(values.delivery?.[0] ?? "");
  const offer = offerAtPoint(offers, values.point?.[0]) ?? offers.find((each) => keyOf(each) === chosen?.key);
  return {
    // A choice keeps standing when its price changed; what it costs now is on the page.
    values: { ...values, delivery: offer ? [choiceOf(offer)] : [] },
    isGift: values.isGift?.[0] === "yes",
    region: await offerRegions(ctx.regions, values),
    lines: lines.map((line) => ({ ...shownLine(line), fading: fadingOf([line], offer?.passage)[0] ?? null })),
    changes: typed ? changesOf(typed, lines) : [],
    shippingWas: offer && chosen?.key === keyOf(offer) && offer.price > chosen.shown ? chosen.shown : null,
    shippingNow: offer?.price ?? null,
    goodsTotal,
    rides: ridesOf(ctx, offers, facts),
    offers: offers.map((each) => ({
      ...shownOffer(each, facts),
      total: add(goodsTotal, each.price),
      fading: fadingOf(lines, each.passage),
    })),
    fetchAt: fetchAt(lines),
    tooHeavy,
    full: fullRuns(fullRunIds, facts),
    hindered: hinderedGoods(hindrances, lines),
    crossings: villageCode ? crossingNotes(lines, [villageCode]) : [],
    points: (await listPickUpPoints()).map(({ id, name, zoneName, villageCode: village }) => ({
      ...{ id, name, zoneName, step: nearStep(id) },
      isChosen: offer?.delivery === "run-pickup" ? offer.pickUpPointId === id : village === villageCode,
    })),
    isAddressOpen: isAddressOpen(values, villageCode),
    hasVillage: villageCode !== null,
    hasZone: facts?.zone !== null,
    ...(await waysToPay(visit, goodsTotal)),
    addresses: await offerAddresses(ctx.actor, values),
    formKey: typed?.formKey?.[0] || ctx.secrets.token(),
  };
}

export type CheckoutPage = Awaited<ReturnType<typeof checkoutPage>>;

/** The ways to pay: by the buyer's credit as well, where it covers the goods at least. */
async function waysToPay({ ctx }: Visit, goodsTotal: Rupiah) {
  const credit = await findCreditBalance(ctx.actor);
  const byMoney = methodsOf(await findNetwork(), ctx.payments.stripe !== undefined);
  const methods = credit > 0 && credit >= goodsTotal ? (["credit", ...byMoney] as const) : byMoney;
  return { credit, methods };
}

const NEAR = "near:";

/** What a pick-up point's button sends: the buyer's place is then taken to be the point's, and its cheapest boat is chosen. */
function nearStep(pointId: string): string {
  return `${NEAR}${pointId}`;
}

/** What {@link nearStep} says, as fields of the form; null for every other button of the form. */
export async function nearValues(step: string | undefined): Promise<FormState["values"] | null> {
  if (!step?.startsWith(NEAR)) return null;
  const point = (await listPickUpPoints()).find((each) => each.id === step.slice(NEAR.length));
  return point ? { ...regionValues(point.villageCode), point: [point.id] } : {};
}

/** The cheapest way to a pick-up point, of equal ones the first to leave. */
function offerAtPoint(offers: readonly DeliveryOffer[], pointId: string | undefined): DeliveryOffer | undefined {
  const there = offers.filter((each) => each.delivery === "run-pickup" && each.pickUpPointId === pointId);
  return there.toSorted((a, b) => a.price - b.price)[0];
}

/** Whoever has goods fetched at a point need not see the fields of an address. */
function isAddressOpen(values: FormState["values"], villageCode: string | null): boolean {
  const isAsked = ["region", "quote"].includes(values.step?.[0] ?? "");
  const isOnlyPartChosen = villageCode === null && Boolean(values.regency?.[0]);
  return isAsked || isOnlyPartChosen || Boolean(values.street?.[0]);
}

async function firstValues({ ctx }: Visit): Promise<FormState["values"]> {
  const known = await findCheckoutDefaults(ctx.actor);
  const { villageCode, ...rest } = known ?? {};
  const values: FormState["values"] = villageCode ? regionValues(villageCode) : {};
  for (const [name, value] of Object.entries(rest)) if (typeof value === "string") values[name] = [value];
  return { ...values, savingAs: ["credit"] };
}

function shownLine(line: BasketLine) {
  const name = [line.listingName, line.variantName].filter(Boolean).join(", ");
  const { variantId, groupName, unit, price, quantityMilli, leftMilli, goodsValue, trouble } = line;
  const { catchWeight, madeToOrderDays } = line;
  return {
    variantId,
    name,
    groupName,
    unit,
    price,
    quantityMilli,
    leftMilli,
    goodsValue,
    trouble,
    catchWeight,
    madeToOrderDays,
    seen: seenLine(line),
  };
}

/** Which goods cannot travel there, and why: said once for each, for all boats and the courier. */
function hinderedGoods(hindrances: Hindrance[], lines: BasketLine[]) {
  const said = new Map<
    string,
    { key: string; name: string; problem: Hindrance["problem"]; shelfDays: number | null }
  >();
  for (const { variantId, problem } of hindrances) {
    const line = lines.find((each) => each.variantId === variantId);
    const key = `${line?.listingId}:${problem}`;
    if (line) said.set(key, { key, name: line.listingName, problem, shelfDays: line.shelfDays });
  }
  return [...said.values()];
}

/** The departures that have no room for all of this. */
function fullRuns(ids: readonly string[], facts: DeliveryFacts | null) {
  const full = facts?.runs.filter((run) => ids.includes(run.id)) ?? [];
  return full.map(({ id, vessel, departsAt }) => ({ id, vessel, departsAt: departsAt.toISOString() }));
}

function changesOf(typed: FormState["values"], lines: BasketLine[]) {
  return changedSince(typed.seen ?? [], lines).flatMap(({ variantId, was }) => {
    const line = lines.find((each) => each.variantId === variantId);
    return line ? [{ ...shownLine(line), was }] : [];
  });
}

function shownOffer(offer: DeliveryOffer, facts: DeliveryFacts | null) {
  const run = facts?.runs.find((each) => each.id === offer.runId);
  const point = facts?.points.find((each) => each.id === offer.pickUpPointId);
  const { delivery, quote, alone, doorFee, price } = offer;
  return {
    choice: choiceOf(offer),
    ...{ delivery, quote, alone, doorFee, price },
    run: run
      ? { vessel: run.vessel, cutOffAt: run.cutOffAt.toISOString(), departsAt: run.departsAt.toISOString() }
      : null,
    point: point ? { name: point.name, address: point.address } : null,
  };
}

/** Where each group's goods are fetched: at its hub, where it has one. */
function fetchAt(lines: BasketLine[]) {
  const places = new Map(
    lines.map((line) => [line.groupName, line.hubName ? `${line.hubName}, ${line.hubAddress ?? ""}` : null]),
  );
  return [...places].map(([group, place]) => ({ group, place }));
}
