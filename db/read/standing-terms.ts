import { readQuantity } from "#app/domain/listing-numbers.ts";
import type { Rupiah } from "#app/domain/money.ts";
import type { FieldErrors } from "#app/domain/result.ts";
import {
  NAME_A_CEILING,
  parsePlace,
  readCeiling,
  STANDING_METHODS,
  type StandingMethod,
  type StandingPlace,
  type StandingTermsForm,
  termsErrors,
  turnTotal,
  usualCeiling,
} from "#app/domain/standing-order.ts";
import { listWantedLines } from "./baskets.ts";
import { findNetwork, methodsOf } from "./networks.ts";
import { findPickUpPoint } from "./places.ts";
import { findAddressOf } from "./saved-addresses.ts";
import { hadCycle } from "./standing-orders.ts";
import { findStandingWay } from "./standing-ways.ts";

export type StandingTerms = StandingPlace & {
  quantityMilli: number;
  everyWeeks: number;
  weekday: number | null;
  method: StandingMethod;
  usesCredit: boolean;
  ceiling: Rupiah;
};

type Asked = { form: StandingTermsForm; personId: string; variantId: string; now: Date };

/** For use cases: what a form asks for, as it can stand; or what is wrong with it, by field. */
export async function readStandingTerms(asked: Asked): Promise<{ terms: StandingTerms } | { fields: FieldErrors }> {
  const { form, personId, variantId, now } = asked;
  const [goods] = await listWantedLines([{ variantId, quantityMilli: 1000 }], now);
  if (!goods) return { fields: { form: "not-for-sale" } };
  const quantity = readQuantity(form.quantity, goods.unit);
  const isByCycle = await hadCycle(variantId);
  const place = parsePlace(form.place);
  const isPlaceThere = place !== null && (await isThere(place, personId));
  const fields = termsErrors({ ...form, isByCycle, isPlaceThere, methods: await listStandingMethods() });
  if (!quantity.ok) fields.quantity = quantity.reason;
  if (Object.keys(fields).length > 0 || !quantity.ok || !place) return { fields };
  const wanted = { ...place, quantityMilli: quantity.value, method: form.method };
  const most = readCeiling(form.ceiling) ?? (await ceilingToday({ ...wanted, personId, variantId }, now));
  if (most === null) return { fields: NAME_A_CEILING };
  const { everyWeeks } = form;
  const weekday = isByCycle ? null : form.weekday;
  return { terms: { ...wanted, everyWeeks, weekday, usesCredit: form.useCredit === "yes", ceiling: most } };
}

/** How a standing order can be paid in this network. */
export async function listStandingMethods(): Promise<StandingMethod[]> {
  const taken = methodsOf(await findNetwork(), false);
  return STANDING_METHODS.filter((method) => taken.includes(method));
}

async function isThere({ pickUpPointId, addressId }: StandingPlace, personId: string): Promise<boolean> {
  if (pickUpPointId !== null) return (await findPickUpPoint(pickUpPointId)) !== undefined;
  return addressId === null || (await findAddressOf(personId, addressId)) !== undefined;
}

type Wanted = StandingPlace & { personId: string; variantId: string; quantityMilli: number; method: StandingMethod };

/** Today's total and a tenth; null when there is no way to the place today, or the goods are worth nothing. */
async function ceilingToday({ variantId, quantityMilli, ...place }: Wanted, now: Date): Promise<Rupiah | null> {
  const lines = await listWantedLines([{ variantId, quantityMilli }], now);
  const way = await findStandingWay(lines, place, now);
  const total = way ? turnTotal(lines, way.offer) : null;
  return total === null || total === 0 ? null : usualCeiling(total);
}
