import { ZERO } from "#app/domain/money.ts";
import { BOX_KINDS } from "#app/domain/parcel-catalogue.ts";
import { RUN_STATES } from "#app/domain/run.ts";
import { SHARE_RULES } from "#app/domain/share-rule.ts";
import { boolean, check, index, instant, integer, money, primaryKey, sql, table, text } from "../dialect.ts";
import { people } from "./people.ts";

/** A tariff area. */
export const zones = table("zones", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
});

/** Which regions lie in a zone: a code prefix (province, regency or district); the longest match wins. */
export const zoneAreas = table(
  "zone_areas",
  {
    zoneId: text("zone_id")
      .notNull()
      .references(() => zones.id),
    regionCode: text("region_code").notNull().unique(),
  },
  (t) => [primaryKey({ columns: [t.zoneId, t.regionCode] })],
);

/** A carrier's price rule for a zone. Fields as in the calculator (docs/money.md). */
export const tariffs = table(
  "tariffs",
  {
    id: text("id").primaryKey(),
    service: text("service").notNull(),
    zoneId: text("zone_id")
      .notNull()
      .references(() => zones.id),
    perKg: money("per_kg").notNull(),
    perParcel: money("per_parcel").notNull(),
    boatFee: money("boat_fee").notNull().default(ZERO),
    firstBlockGrams: integer("first_block_grams").notNull().default(0),
    firstBlockFee: money("first_block_fee").notNull().default(ZERO),
    minKg: integer("min_kg").notNull(),
    toleranceGrams: integer("tolerance_grams").notNull(),
    stepGrams: integer("step_grams").notNull(),
    maxParcelGrams: integer("max_parcel_grams").notNull(),
    /** The longest side of a parcel; null where the carrier says nothing of it. */
    maxSideMm: integer("max_side_mm"),
    /** cm³ per kg: 6000 is usual by air, 4000 by sea. */
    volumeDivisor: integer("volume_divisor").notNull(),
    /** Days from departure to the buyer's place. */
    daysUnderWay: integer("days_under_way").notNull().default(1),
    keepsCold: boolean("keeps_cold").notNull().default(false),
    /** The carrier measures and weighs the box, air and all; else the goods count. */
    countsBox: boolean("counts_box").notNull().default(false),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to"),
    /** Where the figures come from: a leaflet, a call, a bill. */
    source: text("source").notNull().default(""),
    enteredBy: text("entered_by").references(() => people.id),
    enteredAt: instant("entered_at"),
  },
  (t) => [
    index("tariffs_zone").on(t.zoneId),
    check(
      "tariffs_sane",
      sql`${t.perKg} >= 0 and ${t.perParcel} >= 0 and ${t.minKg} >= 0 and ${t.toleranceGrams} >= 0 and ${t.stepGrams} > 0 and ${t.maxParcelGrams} > 0 and ${t.volumeDivisor} > 0 and ${t.daysUnderWay} >= 0 and ${t.boatFee} >= 0 and ${t.firstBlockGrams} >= 0 and ${t.firstBlockFee} >= 0 and (${t.maxSideMm} is null or ${t.maxSideMm} > 0) and (${t.validTo} is null or ${t.validTo} >= ${t.validFrom})`,
    ),
  ],
);

/** What parcels are packed in. A box that changes is a new row, so that what went with an old one stays true. */
export const boxes = table(
  "boxes",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    kind: text("kind", { enum: BOX_KINDS }).notNull(),
    /** The sides inside. */
    lengthMm: integer("length_mm").notNull(),
    widthMm: integer("width_mm").notNull(),
    heightMm: integer("height_mm").notNull(),
    wallMm: integer("wall_mm").notNull(),
    emptyGrams: integer("empty_grams").notNull(),
    maxGrams: integer("max_grams").notNull(),
    enteredBy: text("entered_by").references(() => people.id),
    enteredAt: instant("entered_at").notNull(),
    retiredAt: instant("retired_at"),
  },
  (t) => [
    check(
      "boxes_sane",
      sql`${t.lengthMm} > 0 and ${t.widthMm} > 0 and ${t.heightMm} > 0 and ${t.wallMm} >= 0 and ${t.emptyGrams} >= 0 and ${t.maxGrams} > 0 and (${t.retiredAt} is null or ${t.retiredAt} >= ${t.enteredAt})`,
    ),
  ],
);

/** Where goods are gathered. */
export const hubs = table("hubs", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  villageCode: text("village_code").notNull(),
  address: text("address").notNull(),
});

export const hubKeepers = table(
  "hub_keepers",
  {
    hubId: text("hub_id")
      .notNull()
      .references(() => hubs.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.hubId, t.personId] })],
);

/** Where buyers fetch goods. */
export const pickUpPoints = table(
  "pick_up_points",
  {
    id: text("id").primaryKey(),
    zoneId: text("zone_id")
      .notNull()
      .references(() => zones.id),
    name: text("name").notNull(),
    villageCode: text("village_code").notNull(),
    address: text("address").notNull(),
    /** As people say it: "Senin–Sabtu 08.00–16.00". */
    openingHours: text("opening_hours").notNull().default(""),
  },
  (t) => [index("pick_up_points_zone").on(t.zoneId)],
);

/** Who gives goods to their buyers at a pick-up point, and sees nothing else of a run. */
export const pointKeepers = table(
  "point_keepers",
  {
    pickUpPointId: text("pick_up_point_id")
      .notNull()
      .references(() => pickUpPoints.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.pickUpPointId, t.personId] }), index("point_keepers_person").on(t.personId)],
);

/** Consignments that travel together on one departure. */
export const runs = table(
  "runs",
  {
    id: text("id").primaryKey(),
    code: text("code").notNull().unique(),
    hubId: text("hub_id")
      .notNull()
      .references(() => hubs.id),
    zoneId: text("zone_id")
      .notNull()
      .references(() => zones.id),
    tariffId: text("tariff_id")
      .notNull()
      .references(() => tariffs.id),
    vessel: text("vessel").notNull(),
    /** When orders can join; null where they could at once. */
    opensAt: instant("opens_at"),
    cutOffAt: instant("cut_off_at").notNull(),
    departsAt: instant("departs_at").notNull(),
    /** Added once per order that is brought to the door instead of a pick-up point. */
    doorFee: money("door_fee").notNull(),
    state: text("state", { enum: RUN_STATES }).notNull(),
    version: integer("version").notNull().default(1),
    /** What it takes at most, by weight and in boxes; null where nobody set a limit. */
    maxGrams: integer("max_grams"),
    maxParcels: integer("max_parcels"),
    /** How its bill is divided: the network's rule when it was opened, as domain/share-rule.ts names it. */
    shareRule: text("share_rule", { enum: SHARE_RULES }).notNull().default("equal-saving"),
    /** What the carrier really charged; known at settlement. */
    carrierBill: money("carrier_bill"),
    /** A picture of the carrier's bill. */
    billPhotoId: text("bill_photo_id"),
    departedAt: instant("departed_at"),
    arrivedAt: instant("arrived_at"),
    settledAt: instant("settled_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("runs_zone_state").on(t.zoneId, t.state, t.cutOffAt),
    check(
      "runs_limit",
      sql`(${t.maxGrams} is null or ${t.maxGrams} > 0) and (${t.maxParcels} is null or ${t.maxParcels} > 0)`,
    ),
    check("runs_planned", sql`${t.state} <> 'planned' or ${t.opensAt} is not null`),
    check("runs_money", sql`${t.doorFee} >= 0 and (${t.carrierBill} is null or ${t.carrierBill} >= 0)`),
  ],
);

/** The pick-up points that a run serves. */
export const runPoints = table(
  "run_points",
  {
    runId: text("run_id")
      .notNull()
      .references(() => runs.id),
    pickUpPointId: text("pick_up_point_id")
      .notNull()
      .references(() => pickUpPoints.id),
  },
  (t) => [primaryKey({ columns: [t.runId, t.pickUpPointId] }), index("run_points_point").on(t.pickUpPointId)],
);
