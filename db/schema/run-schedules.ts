import { SCHEDULE_STATES, SCHEDULED_OUTCOMES } from "#app/domain/run-schedule.ts";
import { check, index, instant, integer, money, primaryKey, sql, table, text } from "../dialect.ts";
import { people } from "./people.ts";
import { hubs, runs, zones } from "./shipping.ts";

/** A departure that comes back every week. */
export const runSchedules = table(
  "run_schedules",
  {
    id: text("id").primaryKey(),
    hubId: text("hub_id")
      .notNull()
      .references(() => hubs.id),
    zoneId: text("zone_id")
      .notNull()
      .references(() => zones.id),
    /** The carrier's service as the tariffs name it: each run takes the tariff that is in force when it is opened. */
    service: text("service").notNull(),
    vessel: text("vessel").notNull(),
    /** 0 Sunday to 6 Saturday, by WIB. */
    weekday: integer("weekday").notNull(),
    /** "15:00", by WIB. */
    departsAt: text("departs_at").notNull(),
    /** Hours from the cut-off to the departure. */
    cutOffHours: integer("cut_off_hours").notNull(),
    /** How many days before the departure orders can join. */
    daysAhead: integer("days_ahead").notNull(),
    doorFee: money("door_fee").notNull(),
    maxGrams: integer("max_grams"),
    maxParcels: integer("max_parcels"),
    /** YYYY-MM-DD: no departure before the first and after the last; null for no end. */
    firstDay: text("first_day").notNull(),
    lastDay: text("last_day"),
    state: text("state", { enum: SCHEDULE_STATES }).notNull(),
    /** Every run and every change takes its turn here. */
    version: integer("version").notNull().default(1),
    formKey: text("form_key").notNull().unique(),
    startedBy: text("started_by")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("run_schedules_state").on(t.state, t.hubId),
    check(
      "run_schedules_sane",
      sql`${t.weekday} between 0 and 6 and ${t.cutOffHours} between 1 and 240 and ${t.daysAhead} between 1 and 28 and ${t.doorFee} >= 0 and (${t.maxGrams} is null or ${t.maxGrams} > 0) and (${t.maxParcels} is null or ${t.maxParcels} > 0)`,
    ),
  ],
);

/** One day of a schedule; that there is one keeps a run from being opened twice. */
export const scheduledDays = table(
  "scheduled_days",
  {
    scheduleId: text("schedule_id")
      .notNull()
      .references(() => runSchedules.id),
    /** YYYY-MM-DD. */
    day: text("day").notNull(),
    outcome: text("outcome", { enum: SCHEDULED_OUTCOMES }).notNull(),
    runId: text("run_id").references(() => runs.id),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scheduleId, t.day] })],
);
