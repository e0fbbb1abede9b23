import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { PAYOUT_METHODS } from "#app/domain/payout.ts";
import { AdvanceForm } from "#app/domain/payout-forms.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, RadioGroup, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { giveAdvance } from "#app/usecases/books/give-advance.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listPayables } from "#db/read/payables.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "advance.title");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "give-advance");
  const { ctx, url } = entered;
  const members = await listPayables({ groupId: group.id, today: dayInWib(ctx.now.getTime()) });
  return {
    ...{ slug: group.slug, name: group.name, limit: group.advanceLimit, formKey: ctx.secrets.token() },
    members: members.filter((member) => !member.hasLeft).map(({ id, name, advance }) => ({ id, name, advance })),
    chosen: url.searchParams.get("member"),
  };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "give-advance");
  const form = await readForm(entered.request, AdvanceForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await giveAdvance(entered.ctx, { ...form.value, groupId: group.id });
  return answer.ok ? redirect(`/books/${group.slug}/payouts/${answer.batchId}`, 303) : refusedBy(answer, form.values);
});

export default function GiveAdvance() {
  const { slug, name, limit, formKey, members, chosen } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("advance.title")}
      lead={name}
      trail={[
        { to: `/books/${slug}`, label: t("books.title") },
        { to: `/books/${slug}/payouts`, label: t("payouts.title") },
      ]}
      width="narrow"
    >
      {limit === 0 ? (
        <Notice>{t("advance.none-allowed")}</Notice>
      ) : (
        <FormFrame state={state} defaults={{ memberId: chosen, method: "cash" }}>
          <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
          <p>
            <Sentence>{t("advance.lead", { amount: formatRupiah(limit) })}</Sentence>
          </p>
          <SelectField
            name="memberId"
            label={t("books.member")}
            blank
            choices={members.map((member) => ({
              value: member.id,
              label:
                member.advance > 0
                  ? t("advance.has", { name: member.name, amount: formatRupiah(member.advance) })
                  : member.name,
            }))}
          />
          <MoneyField name="amount" label={t("books.amount")} />
          <TextField name="reason" label={t("advance.reason")} autoComplete="off" maxLength={200} />
          <TextField
            name="repay"
            label={t("advance.repay")}
            hint={t("advance.repay.hint")}
            autoComplete="off"
            maxLength={20}
            optional
          />
          <RadioGroup
            name="method"
            label={t("books.pay-out.method")}
            options={PAYOUT_METHODS.map((value) => ({ value, label: t(`payout-method.${value}`) }))}
          />
          <Button wide>{t("advance.do")}</Button>
        </FormFrame>
      )}
    </Page>
  );
}
