import { z } from "zod";
import { addDays, weekdayOf } from "./calendar-day.ts";
import type { Delivery, DeliveryOffer } from "./checkout.ts";
import { formKey, typedMoney } from "./form-fields.ts";
import { add, type Rupiah, sum, times, ZERO } from "./money.ts";
import type { FieldErrors } from "./result.ts";

export const STANDING_STATES = ["active", "paused", "ended"] as const;
export type StandingState = (typeof STANDING_STATES)[number];

/** Where the goods go each time: fetched at the group, at a pick-up point, or brought to an address by whatever is cheapest that day. */
export const STANDING_DELIVERIES = ["fetch", "run-pickup", "door"] as const;
export type StandingDelivery = (typeof STANDING_DELIVERIES)[number];

/** Only what a buyer pays by hand once the order is there: a card is never charged by itself. */
export const STANDING_METHODS = ["transfer", "qris", "cash-on-delivery"] as const;
export type StandingMethod = (typeof STANDING_METHODS)[number];

/** What a turn came to: an order, nothing because the buyer skipped it, or nothing until the buyer says. */
export const TURN_OUTCOMES = ["ordered", "skipped", "asked"] as const;
export type TurnOutcome = (typeof TURN_OUTCOMES)[number];

/** How many standing orders a person may have that have not ended. */
export const STANDING_AT_MOST = 20;

export const StandingTermsForm = z.object({
  quantity: z.string({ error: "required" }).max(40, { error: "too-long" }),
  everyWeeks: z.enum(["1", "2"], { error: "standing-choose-rhythm" }).transform(Number),
  /** 0 Sunday to 6 Saturday; left out for what is ordered when a sale cycle opens. */
  weekday: z
    .string()
    .regex(/^[0-6]?$/, { error: "invalid" })
    .default("")
    .transform((text) => (text === "" ? null : Number(text))),
  place: z.string({ error: "standing-choose-place" }).max(100, { error: "standing-choose-place" }),
  method: z.enum(STANDING_METHODS, { error: "choose-method" }),
  useCredit: z.enum(["yes", ""]).default(""),
  /** Left empty, today's total and a tenth. */
  ceiling: z.string().max(30, { error: "not-money" }).default(""),
});
export type StandingTermsForm = z.output<typeof StandingTermsForm>;
export const StartStandingForm = StandingTermsForm.extend({ formKey, variantId: z.string().min(1).max(100) });

const Ceiling = typedMoney({ from: 1 });

/** A ceiling as typed; null when it was left to us, undefined when it is no money. */
export function readCeiling(text: string): Rupiah | null | undefined {
  if (text.trim() === "") return null;
  const read = Ceiling.safeParse(text);
  return read.success ? read.data : undefined;
}

type Termed = Pick<StandingTermsForm, "weekday" | "method" | "ceiling"> & {
  /** The goods are ordered when a sale cycle opens. */
  isByCycle: boolean;
  isPlaceThere: boolean;
  methods: readonly StandingMethod[];
};

/** What is wrong with what was chosen, by field; the quantity is read beside it. */
export function termsErrors({ weekday, method, ceiling, isByCycle, isPlaceThere, methods }: Termed): FieldErrors {
  const errors: FieldErrors = {};
  if (!isByCycle && weekday === null) errors.weekday = "standing-choose-weekday";
  if (isByCycle && method === "cash-on-delivery") errors.method = "cycle-paid-ahead";
  if (!methods.includes(method)) errors.method = "choose-method";
  if (!isPlaceThere) errors.place = "standing-choose-place";
  if (readCeiling(ceiling) === undefined) errors.ceiling = "not-money";
  return errors;
}

/** When today's price cannot be reckoned, the buyer has to name the ceiling. */
export const NAME_A_CEILING: FieldErrors = { ceiling: "standing-say-ceiling" };

export type StandingPlace = { delivery: StandingDelivery; pickUpPointId: string | null; addressId: string | null };

/** A place as a form carries it: "fetch", "point:ID", "address:ID". Null when it is none. */
export function parsePlace(text: string): StandingPlace | null {
  const match = /^(?:fetch|(point|address):([\w-]{1,64}))$/.exec(text);
  if (!match) return null;
  const [, kind, id = null] = match;
  if (kind === "point") return { delivery: "run-pickup", pickUpPointId: id, addressId: null };
  if (kind === "address") return { delivery: "door", pickUpPointId: null, addressId: id };
  return { delivery: "fetch", pickUpPointId: null, addressId: null };
}

/** The other way round: see {@link parsePlace}. */
export function placeText({ pickUpPointId, addressId }: Omit<StandingPlace, "delivery">): string {
  if (pickUpPointId !== null) return `point:${pickUpPointId}`;
  return addressId === null ? "fetch" : `address:${addressId}`;
}

type Priced = Pick<DeliveryOffer, "delivery" | "pickUpPointId" | "price">;

const DOORS: readonly Delivery[] = ["run-door", "courier"];

/** Of all ways to get the goods, the cheapest that leads to the chosen place; undefined when none does. A courier takes no cash for us. */
export function cheapestWay<Offer extends Priced>(
  offers: readonly Offer[],
  { delivery, pickUpPointId, method }: Pick<StandingPlace, "delivery" | "pickUpPointId"> & { method: StandingMethod },
): Offer | undefined {
  const fitting = offers.filter((offer) => {
    if (delivery === "door")
      return DOORS.includes(offer.delivery) && !(offer.delivery === "courier" && method === "cash-on-delivery");
    return offer.delivery === delivery && offer.pickUpPointId === pickUpPointId;
  });
  return fitting.toSorted((a, b) => a.price - b.price)[0];
}

/** What one turn costs by this offer: goods and shipping, in rupiah. */
export function turnTotal(lines: readonly { goodsValue: Rupiah | null }[], { price }: Pick<Priced, "price">): Rupiah {
  return add(sum(lines.map((line) => line.goodsValue ?? ZERO)), price);
}

/** The ceiling when the buyer names none: today's total and a tenth of it. */
export function usualCeiling(total: Rupiah): Rupiah {
  return times(total, 11, 10);
}

/** Cycles of one harvest open some days earlier or later than a week apart; within so many days they are still the next ones. */
const CYCLE_SLACK_DAYS = 3;

/** The first day on which it is ordered: the next such weekday from this day on, or any day when a cycle opens. */
export function firstTurn(weekday: number | null, from: string): string {
  if (weekday === null) return from;
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

/**
 * The first day on which it may be ordered again after a turn on this day. By the week it falls on the weekday after as many weeks; by the
 * cycle any that opens about as many weeks later.
 * @param day YYYY-MM-DD, the day of the turn, which may be later than it was due
 */
export function turnAfter(
  { weekday, everyWeeks }: { weekday: number | null; everyWeeks: number },
  day: string,
): string {
  if (weekday === null) return addDays(day, everyWeeks * 7 - CYCLE_SLACK_DAYS);
  return addDays(firstTurn(weekday, addDays(day, 1)), (everyWeeks - 1) * 7);
}

/** Why a turn is not ordered without asking. */
export const STUCK_REASONS = ["goods", "price", "delivery", "spoils", "method", "phone"] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];
