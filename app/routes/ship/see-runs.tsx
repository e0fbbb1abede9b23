import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { AWAITED_STATES, type RUN_STATES } from "#app/domain/run.ts";
import { formatMoment, formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge, Empty, Page, Section } from "#app/ui/page.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { door } from "#app/web/door.server.ts";
import { openTasksOf } from "#app/web/tasks.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listLoneDeliveries } from "#db/read/deliveries.ts";
import { listRuns } from "#db/read/runs.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "runs.title");

const SECTIONS = [
  "arrived",
  "departed",
  "packed",
  "locked",
  "open",
  "planned",
  "settled",
  "cancelled",
] as const satisfies readonly (typeof RUN_STATES)[number][];

export const loader = door(async ({ ctx, visit }) => {
  const [runs, settled, cancelled, lone, tasks] = await Promise.all([
    listRuns(ctx.actor, { states: [...AWAITED_STATES, "departed", "arrived"] }),
    listRuns(ctx.actor, { states: ["settled"], limit: 10 }),
    listRuns(ctx.actor, { states: ["cancelled"], limit: 10 }),
    listLoneDeliveries(ctx.actor),
    openTasksOf(visit),
  ]);
  return {
    nowMs: ctx.now.getTime(),
    // Who keeps no hub has nothing to do here but look.
    tasks: ctx.actor.hubIds.length > 0 ? tasks.filter((task) => task.role === "hub") : null,
    canOpen: may(ctx.actor, "open-run", { hubId: ctx.actor.hubIds[0] }),
    lone: lone.length,
    runs: [...runs, ...settled, ...cancelled].map(
      ({ code, hubName, zoneName, vessel, opensAt, cutOffAt, departsAt, state, consignments, grams }) => ({
        ...{ code, hubName, zoneName, vessel, opensAt, cutOffAt, departsAt, state, consignments, grams },
      }),
    ),
  };
});

export default function SeeRuns() {
  const { runs, canOpen, lone, tasks, nowMs } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("runs.title")} lead={t("runs.lead")}>
      {tasks ? <TaskList tasks={tasks} nowMs={nowMs} none={t("tasks.none")} /> : null}
      <div className="flex flex-wrap gap-3">
        {canOpen ? <ButtonLink to="/runs/new">{t("runs.open")}</ButtonLink> : null}
        {canOpen ? (
          <ButtonLink to="/runs/schedules" look="second">
            {t("schedules.title")}
          </ButtonLink>
        ) : null}
        {canOpen ? (
          <ButtonLink to="/boxes" look="second">
            {t("boxes.title")}
          </ButtonLink>
        ) : null}
        <ButtonLink to="/deliveries" look="second">
          {t("runs.lone", { count: lone })}
        </ButtonLink>
      </div>
      {runs.length === 0 ? <Empty drawing="boat" text={t("runs.none")} /> : null}
      {SECTIONS.map((state) => {
        const here = runs.filter((run) => run.state === state);
        return here.length === 0 ? null : (
          <Section key={state} id={state} title={t(`runs.section.${state}`)}>
            <ul className="grid gap-3 sm:grid-cols-2">
              {here.map((run) => (
                <RunCard key={run.code} run={run} />
              ))}
            </ul>
          </Section>
        );
      })}
    </Page>
  );
}

function RunCard({ run }: { run: ReturnType<typeof useLoaderData<typeof loader>>["runs"][number] }) {
  const { t, locale } = useWords();
  return (
    <li className="grid content-start gap-1 rounded-card border border-line bg-card p-4 shadow-card">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Link
          to={`/runs/${run.code}`}
          className="inline-flex min-h-11 items-center text-lg font-bold text-sea underline underline-offset-2"
        >
          {run.hubName} → {run.zoneName}
        </Link>
        <Badge tone={run.state === "arrived" ? "warn" : run.state === "settled" ? "good" : "info"}>
          {t(`run-state.${run.state}`)}
        </Badge>
      </div>
      <p>
        {run.code} · {run.vessel}
      </p>
      <p className="text-sm text-quiet">
        {run.state === "planned" && run.opensAt
          ? t("runs.opens-at", { moment: formatMoment(locale, run.opensAt) })
          : run.state === "open"
            ? t("runs.closes", { moment: formatMoment(locale, run.cutOffAt) })
            : t("runs.departs", { moment: formatMoment(locale, run.departsAt) })}
      </p>
      <p className="text-sm text-quiet">
        {t("runs.load", { count: run.consignments, weight: formatWeight(locale, run.grams) })}
      </p>
    </li>
  );
}
