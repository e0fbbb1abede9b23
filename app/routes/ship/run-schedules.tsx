import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { ScheduleStepForm, StartScheduleForm } from "#app/domain/run-schedule.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import type { Context } from "#app/usecases/context.ts";
import { endRunSchedule } from "#app/usecases/ship/end-run-schedule.ts";
import { pauseRunSchedule } from "#app/usecases/ship/pause-run-schedule.ts";
import { skipScheduledDay } from "#app/usecases/ship/skip-scheduled-day.ts";
import { startRunSchedule } from "#app/usecases/ship/start-run-schedule.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { ScheduleCard } from "./schedule-card.tsx";
import { ScheduleForm } from "./schedule-form.tsx";
import { schedulesPage } from "./schedules-page.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "schedules.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "see-run-schedules", { hubId: ctx.actor.hubIds[0] });
  return schedulesPage(ctx);
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "see-run-schedules", { hubId: ctx.actor.hubIds[0] });
  const step = await readForm(request.clone(), ScheduleStepForm);
  if (step.ok) {
    const answer = await take(ctx, step.value);
    return answer.ok ? redirect("/runs/schedules") : refusedBy(answer, step.values);
  }
  if (step.state.values.intent?.length) return refused({ errors: { form: "form-broken" }, values: {} }, step.status);
  const form = await readForm(request, StartScheduleForm);
  if (!form.ok) return refused(form.state, form.status);
  const { maxKg, ...input } = form.value;
  const answer = await startRunSchedule(ctx, { ...input, maxGrams: maxKg === null ? null : maxKg * 1000 });
  return answer.ok ? redirect("/runs/schedules") : refusedBy(answer, form.values);
});

function take(ctx: Context, { intent, id, day }: { intent: string; id: string; day: string }) {
  if (intent === "end") return endRunSchedule(ctx, { id });
  if (intent === "skip" || intent === "sail") return skipScheduledDay(ctx, { id, day, skips: intent === "skip" });
  return pauseRunSchedule(ctx, { id, pauses: intent === "pause" });
}

export default function RunSchedules() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const isNew = state?.values.formKey !== undefined;
  return (
    <Page title={t("schedules.title")} lead={t("schedules.lead")} back={{ to: "/runs", label: t("runs.title") }}>
      {isNew ? null : <Refusal state={state} />}
      {page.schedules.length === 0 ? <Empty drawing="boat" text={t("schedules.none")} /> : null}
      <ul className="grid gap-4 sm:grid-cols-2">
        {page.schedules.map((schedule) => (
          <ScheduleCard key={schedule.id} schedule={schedule} />
        ))}
      </ul>
      <ScheduleForm page={page} state={isNew ? state : undefined} />
    </Page>
  );
}
