import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { DRAW_SOURCES } from "#app/domain/payout.ts";
import { DrawCashForm } from "#app/domain/payout-forms.ts";
import { CASH_BOX, OWED, whyAddress } from "#app/domain/why.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, RadioGroup } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { drawCash } from "#app/usecases/books/draw-cash.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { getGroupMoney } from "#db/read/books.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "books.draw-cash");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "draw-cash");
  const { cashBox, owed, ownAccount } = await getGroupMoney(entered.ctx.actor, group.id);
  return { slug: group.slug, name: group.name, formKey: entered.ctx.secrets.token(), cashBox, owed, ownAccount };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "draw-cash");
  const form = await readForm(entered.request, DrawCashForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await drawCash(entered.ctx, { ...form.value, groupId: group.id });
  return answer.ok ? redirect(`/books/${group.slug}`) : refusedBy(answer, form.values);
});

export default function DrawCash() {
  const { slug, name, formKey, cashBox, owed, ownAccount } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("books.draw-cash")}
      lead={name}
      back={{ to: `/books/${slug}`, label: t("books.title") }}
      width="narrow"
    >
      <p>
        {t("books.cash-box")}:{" "}
        <Amount amount={cashBox} why={whyAddress(slug, cashBox, CASH_BOX)} className="font-bold" />. {t("books.owed")}:{" "}
        <Amount amount={owed} why={whyAddress(slug, owed, OWED)} className="font-bold" />.
      </p>
      <FormFrame state={state} defaults={{ from: "bank" }}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        {ownAccount > 0 ? (
          <RadioGroup
            name="from"
            label={t("books.draw-cash.from")}
            options={DRAW_SOURCES.map((value) => ({ value, label: t(`books.draw-cash.from.${value}`) }))}
          />
        ) : null}
        <MoneyField name="amount" label={t("books.amount")} hint={t("books.draw-cash.hint")} />
        <Button wide>{t("books.draw-cash.do")}</Button>
      </FormFrame>
    </Page>
  );
}
