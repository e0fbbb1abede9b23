import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { may, permit } from "#app/domain/permissions.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Notice, Page, Section } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { Agreements } from "./advance-agreement.tsx";
import { BatchLines } from "./batch-lines.tsx";
import { PayBatch } from "./pay-batch.tsx";
import { takeBatchStep } from "./payout-batch.server.ts";
import { type BatchView, openBatch, viewOf } from "./payout-batch-view.server.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "payouts.batch.number", { number: data?.batch.number ?? "" });

export const loader = door(async (entered) => {
  const { group, found } = await openBatch(entered);
  const asked = entered.url.searchParams.get("refused");
  return { ...viewOf(entered, { group, found }), refusal: BANK_REFUSALS.find((each) => each === asked) ?? null };
});

/** Why there was no file for the bank. */
const BANK_REFUSALS = ["not-approved", "no-bank-lines", "accounts-missing"] as const;

export const action = door(async (entered) => {
  const { group, found } = await openBatch(entered);
  const { actor } = entered.ctx;
  if (!may(actor, "pay-lines", { groupId: group.id })) permit(actor, "decide-batch", { groupId: group.id });
  const refusal = await takeBatchStep(entered, { groupId: group.id, batchId: found.batch.id });
  return refusal ?? redirect(`/books/${group.slug}/payouts/${found.batch.id}`, 303);
});

export default function PayoutBatch() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const { group, batch, lines } = page;
  const total = lines.reduce((all, line) => all + line.amount, 0);
  const waiting = lines.filter((line) => line.state === "waiting");
  return (
    <Page
      title={t("payouts.batch.number", { number: batch.number })}
      lead={group.name}
      trail={[
        { to: `/books/${group.slug}`, label: t("books.title") },
        { to: `/books/${group.slug}/payouts`, label: t("payouts.title") },
      ]}
    >
      <p>
        <Badge tone={batch.state === "approved" && waiting.length === 0 ? "good" : "info"}>
          {batch.state === "approved" && waiting.length === 0 ? t("payouts.done") : t(`payouts.state.${batch.state}`)}
        </Badge>
      </p>
      <Refusal state={state ?? (page.refusal ? { errors: { form: page.refusal } } : undefined)} />
      <Card>
        <Facts
          facts={[
            { label: t("books.total"), value: <Amount amount={total} plain="here" className="text-lg font-bold" /> },
            {
              label: t("payouts.prepared"),
              value: `${batch.preparer}, ${formatMoment(locale, batch.preparedAt)}`,
            },
            ...(batch.decidedAt
              ? [
                  {
                    label: t(batch.state === "refused" ? "payouts.refused" : "payouts.approved"),
                    value: `${batch.decider}, ${formatMoment(locale, batch.decidedAt)}`,
                  },
                ]
              : []),
            ...(batch.decidedWhy ? [{ label: t("payouts.why"), value: batch.decidedWhy }] : []),
            ...(batch.note ? [{ label: t("payouts.note"), value: batch.note }] : []),
          ]}
        />
      </Card>
      {batch.state === "prepared" ? <Decide page={page} state={state} /> : null}
      {batch.state !== "refused" ? <Agreements page={page} state={state} /> : null}
      {batch.state === "approved" && page.may.includes("pay-lines") ? <PayBatch page={page} state={state} /> : null}
      <BatchLines page={page} state={state} />
    </Page>
  );
}

type PartProps = { page: BatchView; state: Parameters<typeof FormFrame>[0]["state"] };

/** The second person's yes or no; for everybody else whom it waits for. */
function Decide({ page: { batch, may: mays }, state }: PartProps) {
  const { t } = useWords();
  if (!mays.includes("decide-batch") || batch.isOwn) return <Notice>{t("payouts.waits")}</Notice>;
  return (
    <Section title={t("payouts.decide")}>
      <Card className="grid max-w-xl gap-6">
        <FormFrame state={undefined}>
          <input type="hidden" name="intent" value="approve" />
          <p>{t("payouts.approve.note")}</p>
          <Button wide>{t("payouts.approve")}</Button>
        </FormFrame>
        <FormFrame state={stateFor(state, { intent: "refuse" })}>
          <input type="hidden" name="intent" value="refuse" />
          <TextField name="reason" label={t("payouts.refuse.reason")} autoComplete="off" maxLength={200} />
          <Button look="second">{t("payouts.refuse")}</Button>
        </FormFrame>
      </Card>
    </Section>
  );
}
