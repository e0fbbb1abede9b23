import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { isLoading } from "#app/domain/run.ts";
import { mayChangeRun } from "#app/domain/run-life.ts";
import { PostponeForm } from "#app/domain/sailing-forms.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { localMoment, parseLocalMoment } from "#app/i18n/moment.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { MomentField } from "#app/ui/number-fields.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { postponeRun } from "#app/usecases/ship/postpone-run.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findRun } from "#db/read/runs.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "sailing.postpone.title", { code: data?.code ?? "" });

const DAY_MS = 24 * 3_600_000;

async function open({ ctx, param }: Door) {
  const run = await findRun(ctx.actor, param("code"));
  if (!run) throw notFound();
  permit(ctx.actor, "postpone-run", { hubId: run.hubId });
  return run;
}

export const loader = door(async (entered) => {
  const run = await open(entered);
  if (!mayChangeRun(run.state, "postponed")) throw redirect(`/runs/${run.code}`);
  const later = (at: Date): string => localMoment(new Date(at.getTime() + DAY_MS));
  return {
    ...{ code: run.code, vessel: run.vessel, isLocked: isLoading(run.state) },
    ...{ seen: run.departsAt.getTime(), departsAt: run.departsAt, cutOffAt: run.cutOffAt },
    ...{ nextCutOff: later(run.cutOffAt), nextDeparture: later(run.departsAt), formKey: entered.ctx.secrets.token() },
  };
});

export const action = door(async (entered) => {
  const run = await open(entered);
  const form = await readForm(entered.request, PostponeForm);
  if (!form.ok) return refused(form.state, form.status);
  const { seen, cutOffAt: cutOff, departsAt: departs, ...input } = form.value;
  const [cutOffAt, departsAt] = [parseLocalMoment(cutOff), parseLocalMoment(departs)];
  if (!cutOffAt || !departsAt)
    return refused({
      values: form.values,
      errors: { ...(cutOffAt ? {} : { cutOffAt: "not-moment" }), ...(departsAt ? {} : { departsAt: "not-moment" }) },
    });
  const days = { cutOffAt, departsAt, seenDepartsAt: new Date(seen) };
  const answer = await postponeRun(entered.ctx, { ...input, ...days, runId: run.id });
  return answer.ok ? redirect(`/runs/${run.code}`) : refusedBy(answer, form.values);
});

export default function PostponeRun() {
  const run = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const { code, nextCutOff, nextDeparture } = run;
  return (
    <Page
      title={t("sailing.postpone.title", { code })}
      lead={t("sailing.postpone.lead")}
      back={{ to: `/runs/${code}`, label: t("runs.one", { code }) }}
      width="narrow"
    >
      <p>{t("sailing.now", { vessel: run.vessel, when: formatMoment(locale, run.departsAt) })}</p>
      {run.isLocked ? <Notice>{t("sailing.postpone.locked")}</Notice> : null}
      <FormFrame state={state} defaults={{ cutOffAt: nextCutOff, departsAt: nextDeparture }}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? run.formKey} />
        <input type="hidden" name="seen" value={run.seen} />
        <TextField name="reason" label={t("sailing.reason")} hint={t("sailing.reason.hint")} maxLength={120} />
        <MomentField name="departsAt" label={t("sailing.new-departure")} />
        <MomentField name="cutOffAt" label={t("sailing.new-cut-off")} hint={t("sailing.new-cut-off.hint")} />
        <Button wide>{t("sailing.postpone.do")}</Button>
      </FormFrame>
    </Page>
  );
}
