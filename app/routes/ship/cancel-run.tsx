import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { mayChangeRun } from "#app/domain/run-life.ts";
import { CancelRunForm } from "#app/domain/sailing-forms.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { cancelRun } from "#app/usecases/ship/cancel-run.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listRunsToJoin } from "#db/read/run-moves.ts";
import { findRun } from "#db/read/runs.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "sailing.cancel.title", { code: data?.code ?? "" });

async function open({ ctx, param }: Door) {
  const run = await findRun(ctx.actor, param("code"));
  if (!run) throw notFound();
  permit(ctx.actor, "cancel-run", { hubId: run.hubId });
  return run;
}

export const loader = door(async (entered) => {
  const run = await open(entered);
  if (!mayChangeRun(run.state, "cancelled")) throw redirect(`/runs/${run.code}`);
  const { ctx } = entered;
  const others = await listRunsToJoin({ zoneId: run.zoneId, hubId: run.hubId, now: ctx.now });
  const next = others.find((each) => each.id !== run.id);
  return {
    ...{ code: run.code, vessel: run.vessel, departsAt: run.departsAt, formKey: ctx.secrets.token() },
    next: next ? { code: next.code, departsAt: next.departsAt } : null,
  };
});

export const action = door(async (entered) => {
  const run = await open(entered);
  const form = await readForm(entered.request, CancelRunForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await cancelRun(entered.ctx, { ...form.value, runId: run.id });
  return answer.ok ? redirect(`/runs/${run.code}`) : refusedBy(answer, form.values);
});

export default function CancelRun() {
  const { code, vessel, departsAt, formKey, next } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("sailing.cancel.title", { code })}
      back={{ to: `/runs/${code}`, label: t("runs.one", { code }) }}
      width="narrow"
    >
      <p>{t("sailing.now", { vessel, when: formatMoment(locale, departsAt) })}</p>
      <Confirm
        state={state}
        what={
          next
            ? t("sailing.cancel.next", { code: next.code, when: formatMoment(locale, next.departsAt) })
            : t("sailing.cancel.none")
        }
        yes={t("sailing.cancel.do")}
        back={`/runs/${code}`}
      >
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <TextField name="reason" label={t("sailing.reason")} hint={t("sailing.reason.hint")} maxLength={120} />
      </Confirm>
    </Page>
  );
}
