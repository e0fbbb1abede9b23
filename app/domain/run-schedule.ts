import { z } from "zod";
import { addDays, daysBetween, parseMomentCell, weekdayOf } from "./calendar-day.ts";
import { formKey, typedDay } from "./form-fields.ts";
import type { FieldErrors } from "./result.ts";
import { OpenRunForm, wholeField } from "./ship-forms.ts";

export const SCHEDULE_STATES = ["active", "paused", "ended"] as const;
export type ScheduleState = (typeof SCHEDULE_STATES)[number];

/** What became of one day of a schedule: its run was made, or nobody sails. */
export const SCHEDULED_OUTCOMES = ["opened", "skipped"] as const;

const { hubId, tariffId, vessel, doorFee, maxKg, maxParcels } = OpenRunForm.shape;

export const StartScheduleForm = z.object({
  ...{ formKey, hubId, tariffId, vessel, doorFee, maxKg, maxParcels },
  weekday: z
    .string()
    .regex(/^[0-6]$/, { error: "standing-choose-weekday" })
    .transform(Number),
  departsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "not-clock" }),
  cutOffHours: wholeField(240, 1),
  daysAhead: wholeField(28, 1),
  firstDay: typedDay,
  lastDay: z.union([z.literal(""), typedDay]).transform((day) => (day === "" ? null : day)),
});

export const ScheduleStepForm = z.object({
  intent: z.enum(["pause", "resume", "end", "skip", "sail"]),
  id: z.string().min(1).max(64),
  day: z.string().max(10).default(""),
});

export type Rhythm = {
  weekday: number;
  departsAt: string;
  cutOffHours: number;
  daysAhead: number;
  firstDay: string;
  lastDay: string | null;
};

/** What is wrong with a new schedule, by field. A run has to be open for a while before its cut-off. */
export function problemsOfRhythm(
  { cutOffHours, daysAhead, firstDay, lastDay }: Rhythm,
  { today }: { today: string },
): FieldErrors {
  const errors: FieldErrors = {};
  if (daysBetween(today, firstDay) < 0) errors.firstDay = "date-past";
  if (lastDay !== null && daysBetween(firstDay, lastDay) < 0) errors.lastDay = "last-before-first";
  if (daysAhead * 24 <= cutOffHours) errors.daysAhead = "opens-after-cut-off";
  return errors;
}

/**
 * The days on which it departs, from this day on for so many days: its own weekday, from its first to its last day.
 * @param from YYYY-MM-DD, the first day that counts
 * @param days how many days after it count too
 */
export function departureDays(
  { weekday, firstDay, lastDay }: Pick<Rhythm, "weekday" | "firstDay" | "lastDay">,
  { from, days }: { from: string; days: number },
): string[] {
  const start = daysBetween(from, firstDay) > 0 ? firstDay : from;
  const end = addDays(from, days);
  const first = addDays(start, (weekday - weekdayOf(start) + 7) % 7);
  const all: string[] = [];
  for (let day = first; day <= end && (lastDay === null || day <= lastDay); day = addDays(day, 7)) all.push(day);
  return all;
}

/** So many days before orders can join it, a run of a schedule is there to be planned with. */
export const PLANNED_DAYS = 7;

/** When it departs on a day, and from when until when orders join: from the first minute of their day; milliseconds since 1970. */
export function timesOf(
  { departsAt, cutOffHours, daysAhead }: Pick<Rhythm, "departsAt" | "cutOffHours" | "daysAhead">,
  day: string,
): { opensMs: number; departsMs: number; cutOffMs: number } {
  const departsMs = parseMomentCell(`${day} ${departsAt}`);
  const opensMs = parseMomentCell(`${addDays(day, -daysAhead)} 00:00`);
  if (departsMs === null || opensMs === null) throw new RangeError(`no such moment: ${day} ${departsAt}`);
  return { opensMs, departsMs, cutOffMs: departsMs - cutOffHours * 3_600_000 };
}
