import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, weekdayOf } from "#app/domain/calendar-day.ts";
import { departureDays, problemsOfRhythm, type Rhythm, timesOf } from "#app/domain/run-schedule.ts";

const TODAY = "2026-11-24";
const rhythm = (over: Partial<Rhythm> = {}): Rhythm => ({
  ...{ weekday: 2, departsAt: "15:00", cutOffHours: 24, daysAhead: 7, firstDay: TODAY, lastDay: null },
  ...over,
});

describe("the days of a departure that comes back", () => {
  it("are its weekday, from its first to its last day, both counted", () => {
    const days = (over: Partial<Rhythm>, span = 14) => departureDays(rhythm(over), { from: TODAY, days: span });
    expect(days({})).toEqual(["2026-11-24", "2026-12-01", "2026-12-08"]);
    expect(days({ weekday: 1 })).toEqual(["2026-11-30", "2026-12-07"]);
    expect(days({ firstDay: "2026-11-25", lastDay: "2026-12-01" })).toEqual(["2026-12-01"]);
    expect(days({ lastDay: "2026-11-23" })).toEqual([]);
  });

  it("are all such days, once each and in order, and no other", () => {
    const day = fc.integer({ min: 0, max: 60 }).map((ahead) => addDays(TODAY, ahead));
    const any = fc.record({ weekday: fc.integer({ min: 0, max: 6 }), firstDay: day, lastDay: fc.option(day) });
    fc.assert(
      fc.property(any, day, fc.integer({ min: 0, max: 40 }), (schedule, from, days) => {
        const expected = Array.from({ length: days + 1 }, (_, at) => addDays(from, at)).filter(
          (each) =>
            weekdayOf(each) === schedule.weekday &&
            daysBetween(schedule.firstDay, each) >= 0 &&
            (schedule.lastDay === null || daysBetween(each, schedule.lastDay) >= 0),
        );
        expect(departureDays(schedule, { from, days })).toEqual(expected);
      }),
    );
  });

  it("depart by the islands' clock, and close so many hours before", () => {
    const { departsMs, cutOffMs } = timesOf(rhythm({ cutOffHours: 28 }), "2026-12-01");
    expect(new Date(departsMs).toISOString()).toBe("2026-12-01T08:00:00.000Z");
    expect(new Date(cutOffMs).toISOString()).toBe("2026-11-30T04:00:00.000Z");
  });
});

describe("a departure that cannot come back like that", () => {
  it("is told why, beside the field", () => {
    const problems = (over: Partial<Rhythm>) => problemsOfRhythm(rhythm(over), { today: TODAY });
    expect(problems({})).toEqual({});
    expect(problems({ firstDay: "2026-11-23" })).toEqual({ firstDay: "date-past" });
    expect(problems({ firstDay: "2026-12-02", lastDay: "2026-12-01" })).toEqual({ lastDay: "last-before-first" });
    expect(problems({ daysAhead: 1 })).toEqual({ daysAhead: "opens-after-cut-off" });
  });
});
