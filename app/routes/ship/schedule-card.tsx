import { Link } from "@remix-run/react";
import { formatDay, formatShortDay, formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Notice } from "#app/ui/page.tsx";
import type { SchedulesPage } from "./schedules-page.server.ts";

type Schedule = SchedulesPage["schedules"][number];

/** One departure that comes back, its next days, and what can be done about it. */
export function ScheduleCard({ schedule }: { schedule: Schedule }) {
  const { t, locale } = useWords();
  const { hubName, zoneName, vessel, weekday, departsAt, state, maxGrams, maxParcels, lastDay } = schedule;
  const isRunning = state === "active";
  return (
    <li className="grid content-start gap-3 rounded-card border border-line bg-card p-4 shadow-card">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg font-bold">
          {hubName} → {zoneName}
        </h2>
        <Badge tone={isRunning ? "good" : "warn"}>{t(`schedules.state.${isRunning ? "active" : "paused"}`)}</Badge>
      </div>
      <p>
        {vessel} · {t("schedules.each", { weekday: t(`standing.weekday.${weekdayKey(weekday)}`), clock: departsAt })}
      </p>
      <p className="text-sm text-quiet">
        {t("schedules.facts", { days: schedule.daysAhead, hours: schedule.cutOffHours })}{" "}
        {maxGrams === null ? "" : t("schedules.limit", { weight: formatWeight(locale, maxGrams) })}{" "}
        {maxParcels === null ? "" : t("schedules.limit.parcels", { count: maxParcels })}{" "}
        {lastDay === null ? "" : t("schedules.until", { day: formatDay(locale, lastDay) })}
      </p>
      {schedule.isPriced ? null : <Notice tone="warn">{t("schedules.no-tariff")}</Notice>}
      {isRunning ? <NextDays schedule={schedule} /> : null}
      <div className="flex flex-wrap gap-3">
        <Step id={schedule.id} intent={isRunning ? "pause" : "resume"}>
          {t(isRunning ? "schedules.pause" : "schedules.resume")}
        </Step>
        <Step id={schedule.id} intent="end">
          {t("schedules.end")}
        </Step>
      </div>
      <p className="text-sm text-quiet">{t("schedules.end.note")}</p>
    </li>
  );
}

function NextDays({ schedule }: { schedule: Schedule }) {
  const { t, locale } = useWords();
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t("schedules.next")}</h3>
      <ul className="grid gap-2">
        {schedule.days.map(({ day, outcome, code, runState, opensOn }) => (
          <li key={day} className="flex flex-wrap items-center justify-between gap-2 border-line border-t pt-2">
            <span>{formatDay(locale, day)}</span>
            {code && runState ? (
              <Link to={`/runs/${code}`} className="inline-flex min-h-11 items-center gap-2 text-sea underline">
                {code} · {t(`run-state.${runState}`)}
              </Link>
            ) : (
              <>
                <span className="text-sm text-quiet">
                  {outcome === "skipped"
                    ? t("schedules.skipped")
                    : t("schedules.waiting", { day: formatShortDay(locale, opensOn) })}
                </span>
                <Step id={schedule.id} intent={outcome === "skipped" ? "sail" : "skip"} day={day}>
                  {t(outcome === "skipped" ? "schedules.sail" : "schedules.skip", {
                    day: formatShortDay(locale, day),
                  })}
                </Step>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

type StepProps = { id: string; intent: "pause" | "resume" | "end" | "skip" | "sail"; day?: string; children: string };

function Step({ id, intent, day, children }: StepProps) {
  return (
    <FormFrame className="">
      <input type="hidden" name="id" value={id} />
      {day ? <input type="hidden" name="day" value={day} /> : null}
      <Button name="intent" value={intent} look={intent === "end" ? "danger" : "second"}>
        {children}
      </Button>
    </FormFrame>
  );
}

const DAYS = ["0", "1", "2", "3", "4", "5", "6"] as const;
const weekdayKey = (weekday: number) => DAYS[weekday] ?? "0";
