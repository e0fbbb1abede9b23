import { z } from "zod";
import { formKey } from "./form-fields.ts";
import { KEEPING_RULES } from "./keeping-rule.ts";
import { readPacked } from "./listing-numbers.ts";
import { parseRupiah, ZERO } from "./money.ts";
import { BOX_KINDS } from "./parcel-catalogue.ts";
import { parsePercent } from "./percent.ts";
import { normalisePhone } from "./phone.ts";
import { lineOfText, someText } from "./plain-text.ts";
import type { FieldErrors } from "./result.ts";
import { SHARE_RULES } from "./share-rule.ts";
import { parseSide } from "./tariff.ts";
import { isUnit } from "./unit.ts";
import { parseWeight } from "./weight.ts";

const id = z.string().min(1, "required").max(64);

function read<Value>(parse: (text: string) => Value | null, reason: string) {
  return z
    .string()
    .default("")
    .transform((text, context): Value => {
      const value = parse(text);
      if (value !== null) return value;
      context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : reason });
      return z.NEVER;
    });
}

const money = read(parseRupiah, "not-money");
const percent = read(parsePercent, "not-percent");
const weight = read(parseWeight, "not-weight");
export const wholeField = (max: number, min = 0) =>
  read((text) => {
    // A point sets off thousands: "1.000" is a thousand, "1.5" is no whole number.
    const typed = text.trim();
    const bare = /^\d{1,3}(\.\d{3})+$/.test(typed) ? typed.replaceAll(".", "") : typed;
    return /^\d{1,9}$/.test(bare) && Number(bare) >= min && Number(bare) <= max ? Number(bare) : null;
  }, "not-whole");

function optionally<Value>(parse: (text: string) => Value | null, reason: string) {
  return z
    .string()
    .default("")
    .transform((text, context): Value | null => {
      if (text.trim() === "") return null;
      const value = parse(text);
      if (value === null) context.addIssue({ code: "custom", message: reason });
      return value;
    });
}

const optionalWhole = (max: number) =>
  optionally((text) => {
    const bare = text.trim().replaceAll(".", "");
    return /^\d{1,9}$/.test(bare) && Number(bare) >= 1 && Number(bare) <= max ? Number(bare) : null;
  }, "not-whole");

const optionalMoney = optionally(parseRupiah, "not-money");

const tick = z
  .string()
  .default("")
  .transform((text) => text === "yes");

/** The buttons of a consignment's page; the others' fields stay empty. */
export const ConsignmentForm = z.object({ intent: z.enum(["pack", "hand-over", "send", "move"]) });
export const PackForm = z.object({
  intent: z.literal("pack"),
  packedGrams: weight,
  /** Asked for where the carrier takes no longer side than some. */
  packedSideMm: optionally(parseSide, "not-side"),
  /** For goods sold by weight: their order lines, and what the scale shows of each, in the same order. */
  weighedLine: z.array(z.string().max(64)).max(60).default([]),
  weighed: z.array(z.string().max(30)).max(60).default([]),
  sure: z.string().default(""),
});

/** Where a problem with one weighed line stands. */
export function packedField(orderLineId: string): string {
  return `weighed-${orderLineId}`;
}

type WeighedInput = { id: string; unit: string };

/** Reads what the scale shows of each line; lines that the form does not name are packed as ordered. */
export function readWeighed(
  lines: readonly WeighedInput[],
  form: { weighedLine: readonly string[]; weighed: readonly string[] },
): { ok: true; packed: Record<string, number> } | { ok: false; fields: FieldErrors } {
  const packed: Record<string, number> = {};
  const fields: FieldErrors = {};
  for (const { id, unit } of lines) {
    const at = form.weighedLine.indexOf(id);
    if (at < 0 || !isUnit(unit)) continue;
    const read = readPacked(form.weighed[at] ?? "", unit);
    if (read.ok) packed[id] = read.value;
    else fields[packedField(id)] = read.reason;
  }
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, packed };
}
export const SendForm = z.object({ intent: z.literal("send"), note: lineOfText({ max: 200, min: 0 }) });

export const RUN_INTENTS = ["open", "lock", "pack", "unpack", "depart", "arrive", "move"] as const;
export const RunForm = z.object({
  intent: z.enum(RUN_INTENTS),
  consignmentId: z.string().max(64).default(""),
  /** Boxes that are not on board may stay behind. */
  leave: z.string().default(""),
});

export const ParcelsForm = z.object({
  intent: z.enum(["move", "keep", "anew"]),
  consignmentId: z.string().max(64).default(""),
  to: z.coerce.number().int().min(0).max(100_000).default(0),
  /** Where to go next. */
  next: z.string().max(20).default(""),
});

export const OpenRunForm = z.object({
  formKey,
  hubId: id,
  tariffId: id,
  vessel: lineOfText({ max: 60 }),
  /** Empty: at once. */
  opensAt: z.string().max(30).default(""),
  cutOffAt: z.string().max(30).default(""),
  departsAt: z.string().max(30).default(""),
  doorFee: money,
  /** Empty: as much as comes. */
  maxKg: optionalWhole(100_000),
  maxParcels: optionalWhole(10_000),
  /** None ticked: all of the zone. */
  pickUpPointIds: z.array(id).max(200).default([]),
});

export const ChangeRunForm = z.object({
  ...{ maxKg: OpenRunForm.shape.maxKg, maxParcels: OpenRunForm.shape.maxParcels },
  pickUpPointIds: OpenRunForm.shape.pickUpPointIds,
  /** What the run took and passed by when the form was shown. */
  seen: z.string().max(20_000).default(""),
});

export const DeliverForm = z.object({
  cash: optionalMoney,
  pickUpCode: z.string().max(20).default(""),
  /** Not on the form where goods are brought to a door. */
  takenBy: z
    .string()
    .default("")
    .pipe(lineOfText({ max: 60, min: 0 })),
});

/** What the carrier asked; `seen` is what the preview showed goes back. */
export const SettleForm = z.object({ bill: money, seen: z.coerce.number().int().nonnegative() });

export const ZoneForm = z.object({ intent: z.literal("zone"), formKey, name: lineOfText({ max: 60 }) });
export const AreaForm = z.object({
  intent: z.enum(["add-area", "drop-area"]),
  regionCode: z.string().max(20).default(""),
});

export const TariffForm = z.object({
  intent: z.literal("tariff"),
  formKey,
  service: lineOfText({ max: 60 }),
  perKg: money,
  perParcel: money,
  boatFee: optionalMoney.transform((fee) => fee ?? ZERO),
  firstBlockGrams: optionally(parseWeight, "not-weight").transform((grams) => grams ?? 0),
  firstBlockFee: optionalMoney.transform((fee) => fee ?? ZERO),
  minKg: wholeField(1000),
  toleranceGrams: wholeField(100_000),
  stepGrams: wholeField(100_000, 1),
  maxParcelGrams: weight,
  maxSideMm: optionally(parseSide, "not-side"),
  volumeDivisor: wholeField(1_000_000, 1),
  daysUnderWay: wholeField(60),
  keepsCold: tick,
  countsBox: tick,
  validFrom: z.string().max(30).default(""),
  validTo: z.string().max(30).default(""),
  source: z
    .string()
    .default("")
    .pipe(lineOfText({ max: 120, min: 0 })),
});

export const BoxForm = z.object({
  intent: z.literal("box"),
  formKey,
  name: lineOfText({ max: 40 }),
  kind: z.enum(BOX_KINDS, "choose-one"),
  lengthMm: read(parseSide, "not-side"),
  widthMm: read(parseSide, "not-side"),
  heightMm: read(parseSide, "not-side"),
  wallMm: wholeField(100),
  emptyGrams: wholeField(20_000),
  maxGrams: weight,
});
export const RetireBoxForm = z.object({ intent: z.literal("retire") });

export const HubForm = z.object({
  intent: z.literal("hub"),
  formKey,
  name: lineOfText({ max: 60 }),
  address: someText({ max: 200 }),
});

export const PickUpPointForm = z.object({
  formKey,
  zoneId: id,
  name: lineOfText({ max: 60 }),
  address: someText({ max: 200 }),
  openingHours: lineOfText({ max: 80, min: 0 }),
});

export const KeeperForm = z.object({ intent: z.literal("keeper"), phone: read(normalisePhone, "phone") });
/** Which group the hub serves from now on, or no more. */
export const ServeForm = z.object({ intent: z.enum(["serve", "unserve"]), groupId: id });
export const DropKeeperForm = z.object({ intent: z.literal("drop-keeper"), personId: id });

export const NetworkForm = z.object({
  name: lineOfText({ max: 60 }),
  fee: percent,
  qrisFee: percent,
  takesTransfer: tick,
  takesQris: tick,
  takesCashOnDelivery: tick,
  sendsToGroups: tick,
  bankName: lineOfText({ max: 60, min: 0 }),
  bankAccount: lineOfText({ max: 40, min: 0 }),
  bankHolder: lineOfText({ max: 80, min: 0 }),
  payWithinHours: wholeField(720, 1),
  fetchWithinDays: wholeField(60, 1),
  fetchFreshWithinDays: wholeField(60, 1),
  foodNeedsPermit: tick,
  foodNeedsHalal: tick,
  shareRule: z.enum(SHARE_RULES, "invalid").default("equal-saving"),
  keepingRule: z.enum(KEEPING_RULES, "invalid").default("warn"),
});
