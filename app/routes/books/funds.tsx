import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import {
  AnswerFundReversalForm,
  AskFundReversalForm,
  DecideFundForm,
  FundIntent,
  FundLimitForm,
  FundPaymentForm,
} from "#app/domain/fund-payment.ts";
import { may, permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { Table } from "#app/ui/table.tsx";
import { answerFundReversal } from "#app/usecases/books/answer-fund-reversal.ts";
import { askFundReversal } from "#app/usecases/books/ask-fund-reversal.ts";
import { decideFundPayment } from "#app/usecases/books/decide-fund-payment.ts";
import { setFundLimit } from "#app/usecases/books/set-fund-limit.ts";
import { spendFund } from "#app/usecases/books/spend-fund.ts";
import { type Door, door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { refusedByKeeping, refusedKeeping, uploadOf } from "../sell/held-photo.server.ts";
import { DecideFunds, FundLimit, FundPayments, SpendFund } from "./fund-forms.tsx";
import { AnswerFundReversals, AskFundReversal } from "./fund-reversals.tsx";
import { readFundsPage } from "./funds.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "funds.title");

export const loader = door(readFundsPage);

export const action = door(async (entered) => {
  const group = await openCooperative(entered, "see-books");
  if (!may(entered.ctx.actor, "spend-fund", { groupId: group.id }))
    permit(entered.ctx.actor, "decide-fund-payment", { groupId: group.id });
  const refusal = await takeStep(entered, group.id);
  return refusal ?? redirect(`/books/${group.slug}/surplus/funds`, 303);
});

async function takeStep({ ctx, request }: Door, groupId: string) {
  const asked = await readForm(request.clone(), FundIntent);
  if (!asked.ok) return refused({ ...asked.state, errors: { form: "form-broken" } }, asked.status);
  if (asked.value.intent === "spend") {
    const form = await readForm(request, FundPaymentForm);
    if (!form.ok) return refusedKeeping(ctx, form, "receipt");
    const { intent: _, ...said } = form.value;
    const receipt = await uploadOf(ctx, form, "receipt");
    const answer = await spendFund(ctx, { ...said, groupId, receipt });
    return answer.ok ? null : refusedByKeeping(ctx, form, answer, { field: "receipt" });
  }
  if (asked.value.intent === "limit") {
    const form = await readForm(request, FundLimitForm);
    if (!form.ok) return refused(form.state, form.status);
    const answer = await setFundLimit(ctx, { groupId, limit: form.value.limit });
    return answer.ok ? null : refusedBy(answer, form.values);
  }
  if (asked.value.intent === "ask-reversal") {
    const form = await readForm(request, AskFundReversalForm);
    if (!form.ok) return refused(form.state, form.status);
    const answer = await askFundReversal(ctx, { groupId, paymentId: form.value.paymentId, why: form.value.why });
    return answer.ok ? null : refusedBy(answer, form.values);
  }
  if (asked.value.intent === "reverse" || asked.value.intent === "keep") {
    const form = await readForm(request, AnswerFundReversalForm);
    if (!form.ok) return refused(form.state, form.status);
    const to = form.value.intent === "reverse" ? "reversed" : "paid";
    const answer = await answerFundReversal(ctx, { groupId, paymentId: form.value.paymentId, to });
    return answer.ok ? null : refusedBy(answer, form.values);
  }
  const form = await readForm(request, DecideFundForm);
  if (!form.ok) return refused(form.state, form.status);
  const { intent, paymentId, reason: why } = form.value;
  const to = intent === "approve" ? "paid" : "refused";
  const answer = await decideFundPayment(ctx, { groupId, paymentId, to, why });
  return answer.ok ? null : refusedBy(answer, form.values);
}

export default function Funds() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const { slug, name, funds } = page;
  return (
    <Page
      title={t("funds.title")}
      lead={name}
      trail={[
        { to: `/books/${slug}`, label: t("books.title") },
        { to: `/books/${slug}/surplus`, label: t("surplus.title") },
      ]}
    >
      <p>{t("funds.lead")}</p>
      <Refusal state={state} />
      <Section title={t("funds.left")}>
        {funds.every(({ put }) => put === 0) ? (
          <p>{t("funds.none")}</p>
        ) : (
          <Table
            caption={t("funds.left.caption")}
            rows={funds.filter(({ put }) => put !== 0)}
            rowKey={(row) => row.fund}
            columns={[
              { key: "fund", label: t("funds.fund"), phone: "name", cell: (row) => t(`surplus.fund.${row.fund}`) },
              {
                key: "put",
                label: t("funds.put"),
                numeric: true,
                cell: (row) => <Amount amount={row.put} why={`/books/${slug}/surplus`} />,
              },
              {
                key: "left",
                label: t("funds.remaining"),
                numeric: true,
                cell: (row) => <Amount amount={row.left} plain="here" />,
              },
            ]}
          />
        )}
      </Section>
      <DecideFunds page={page} state={state} />
      <AnswerFundReversals page={page} state={state} />
      <SpendFund page={page} state={state} />
      <FundPayments page={page} />
      <AskFundReversal page={page} state={state} />
      <FundLimit page={page} state={state} />
    </Page>
  );
}
