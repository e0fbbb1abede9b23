import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { MishapForm } from "#app/domain/mishap.ts";
import { permit } from "#app/domain/permissions.ts";
import { DifferenceForm } from "#app/domain/reconciliation.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { bookSettlement } from "#app/usecases/operate/book-settlement.ts";
import { retryMishap } from "#app/usecases/operate/retry-mishap.ts";
import { settleDifference } from "#app/usecases/operate/settle-difference.ts";
import { settleMishap } from "#app/usecases/operate/settle-mishap.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listDisputes } from "#db/read/disputes.ts";
import { listMishaps } from "#db/read/mishaps.ts";
import { findReconciliation } from "#db/read/reconciliation.ts";
import { DifferencesList } from "./differences-list.tsx";
import { DisputesList } from "./disputes-list.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.mishaps.title");

export const loader = door(async ({ ctx }) => ({
  disputes: await listDisputes(ctx.actor),
  ...(await findReconciliation(ctx.actor)),
  mishaps: await listMishaps(ctx.actor),
}));

const PAGE = "/operate/mishaps";

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "settle-mishap");
  const difference = await readForm(request.clone(), DifferenceForm);
  if (difference.ok) {
    const { intent, ...settled } = difference.value;
    const answer = await (intent === "book-settlement" ? bookSettlement : settleDifference)(ctx, settled);
    return answer.ok ? redirect(PAGE, 303) : refusedBy(answer, difference.values);
  }
  if ((difference.state.values.differenceId ?? []).length > 0) return refused(difference.state, difference.status);
  const form = await readForm(request, MishapForm);
  if (!form.ok) return refused(form.state, form.status);
  const { intent, ...mishap } = form.value;
  const answer = await (intent === "retry" ? retryMishap : settleMishap)(ctx, mishap);
  return answer.ok ? redirect(PAGE, 303) : refusedBy(answer, form.values);
});

export default function SeeMishaps() {
  const { disputes, comparedAt, open, mishaps } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("operate.mishaps.title")}
      lead={t("operate.mishaps.lead")}
      back={{ to: "/operate", label: t("nav.operate") }}
      width="narrow"
    >
      <Refusal state={state} />
      <DisputesList disputes={disputes} />
      <DifferencesList comparedAt={comparedAt} open={open} state={state} />
      <Failed mishaps={mishaps} />
    </Page>
  );
}

type MishapRow = {
  kind: "event" | "request";
  name: string;
  what: string;
  about: string;
  at: string;
  error: string | null;
};

function Failed({ mishaps }: { mishaps: readonly MishapRow[] }) {
  const { t, locale } = useWords();
  return (
    <Section title={t("operate.mishaps.failed")}>
      {mishaps.length === 0 ? <Empty text={t("operate.mishaps.none")} /> : <p>{t("operate.mishaps.failed-lead")}</p>}
      {mishaps.map(({ kind, name, what, about, at, error }) => (
        <Card key={`${kind} ${name}`} className="grid gap-3">
          <div>
            <h3>{t(`operate.mishaps.${kind}`)}</h3>
            <p className="break-all">
              {what} · {about}
            </p>
            <p className="text-sm text-quiet">{formatMoment(locale, at)}</p>
            {error ? <p className="text-sm text-clay">{error}</p> : null}
          </div>
          <FormFrame className="flex flex-wrap gap-2">
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="name" value={name} />
            <Button name="intent" value="retry">
              {t("operate.mishaps.retry")}
            </Button>
            <Button name="intent" value="settle" look="second">
              {t("operate.mishaps.settle")}
            </Button>
          </FormFrame>
        </Card>
      ))}
    </Section>
  );
}
