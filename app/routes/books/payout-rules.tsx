import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { PAYOUT_APPROVALS } from "#app/domain/payout.ts";
import { PayoutRulesForm } from "#app/domain/payout-forms.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, RadioGroup } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { setPayoutRules } from "#app/usecases/books/set-payout-rules.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "payouts.rules");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "set-payout-rules");
  return { slug: group.slug, name: group.name, approval: group.payoutApproval, advanceLimit: group.advanceLimit };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "set-payout-rules");
  const form = await readForm(entered.request, PayoutRulesForm);
  if (!form.ok) return refused(form.state, form.status);
  await setPayoutRules(entered.ctx, { ...form.value, groupId: group.id });
  return redirect(`/books/${group.slug}/payouts`, 303);
});

export default function PayoutRules() {
  const { slug, name, approval, advanceLimit } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("payouts.rules")}
      lead={name}
      trail={[
        { to: `/books/${slug}`, label: t("books.title") },
        { to: `/books/${slug}/payouts`, label: t("payouts.title") },
      ]}
      width="narrow"
    >
      <FormFrame state={state} defaults={{ approval, advanceLimit: formatRupiah(advanceLimit).replace("Rp ", "") }}>
        <RadioGroup
          name="approval"
          label={t("payouts.approval")}
          options={PAYOUT_APPROVALS.map((value) => ({ value, label: t(`payouts.approval.${value}`) }))}
        />
        <MoneyField name="advanceLimit" label={t("payouts.advance-limit")} hint={t("payouts.advance-limit.hint")} />
        <Button wide>{t("payouts.rules.save")}</Button>
      </FormFrame>
    </Page>
  );
}
