import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { MishapForm } from "#app/domain/mishap.ts";
import { permit } from "#app/domain/permissions.ts";
import { DifferenceForm } from "#app/domain/reconciliation.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
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
import { FailedNews } from "./failed-news.tsx";

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
  if (!form.ok) return refused({ ...form.state, errors: { form: "form-broken" } }, form.status);
  const { intent, ...mishap } = form.value;
  const answer = await (intent === "retry" ? retryMishap : settleMishap)(ctx, mishap);
  return answer.ok ? redirect(PAGE, 303) : refusedBy(answer, form.values);
});

export default function SeeMishaps() {
  const { disputes, comparedAt, open, mishaps } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  // What is wrong with one difference stands at that one.
  const isOfOne = open.some(({ id }) => id === state?.values.differenceId?.[0]);
  return (
    <Page
      title={t("operate.mishaps.title")}
      lead={t("operate.mishaps.lead")}
      back={{ to: "/operate", label: t("nav.operate") }}
      width="narrow"
    >
      <Refusal state={isOfOne ? undefined : state} />
      <DisputesList disputes={disputes} />
      <DifferencesList comparedAt={comparedAt} open={open} state={state} />
      <FailedNews mishaps={mishaps} />
    </Page>
  );
}
