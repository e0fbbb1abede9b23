import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { PAYOUT_METHODS } from "#app/domain/payout.ts";
import { PayOutForm } from "#app/domain/payout-forms.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, RadioGroup, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { prepareCash } from "#app/usecases/books/prepare-cash.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { getGroupMoney, listMemberBalances } from "#db/read/books.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "books.pay-out");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "pay-out");
  const { ctx, url } = entered;
  const [members, money] = await Promise.all([
    listMemberBalances(ctx.actor, group.id),
    getGroupMoney(ctx.actor, group.id),
  ]);
  // What a buyer's complaint holds is not paid out yet.
  const owed = members
    .map((member) => ({ ...member, owed: member.owed - member.held }))
    .filter((member) => member.owed > 0 || member.held > 0);
  const chosen = owed.find((member) => member.id === url.searchParams.get("member"));
  return {
    slug: group.slug,
    name: group.name,
    formKey: ctx.secrets.token(),
    members: owed.map(({ id, name, held, owed: amount }) => ({ id, name, held, owed: Math.max(0, amount) })),
    cashBox: money.cashBox,
    chosen: chosen ? { id: chosen.id, owed: chosen.owed } : null,
  };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "pay-out");
  const form = await readForm(entered.request, PayOutForm);
  if (!form.ok) return refused(form.state, form.status);
  const { method, ...asked } = form.value;
  if (method === "cash") {
    const answer = await prepareCash(entered.ctx, { ...asked, groupId: group.id });
    return answer.ok ? redirect(`/books/${group.slug}/payouts/${answer.batchId}`, 303) : refusedBy(answer, form.values);
  }
  const answer = await payOut(entered.ctx, { ...asked, method, groupId: group.id });
  return answer.ok ? redirect(`/books/${group.slug}/members/${asked.memberId}`, 303) : refusedBy(answer, form.values);
});

export default function PayOut() {
  const { slug, name, formKey, members, cashBox, chosen } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const key = state?.values.formKey?.[0] ?? formKey;
  return (
    <Page
      title={t("books.pay-out")}
      lead={name}
      back={{ to: `/books/${slug}`, label: t("books.title") }}
      width="narrow"
    >
      {members.length === 0 ? (
        <Empty drawing="book" text={t("books.pay-out.none")} />
      ) : (
        <FormFrame
          state={state}
          defaults={{
            memberId: chosen?.id,
            amount: chosen ? formatRupiah(chosen.owed).replace("Rp ", "") : "",
            method: "cash",
          }}
        >
          <input type="hidden" name="formKey" value={key} />
          <SelectField
            name="memberId"
            label={t("books.member")}
            blank
            choices={members.map((member) => ({
              value: member.id,
              label: [
                `${member.name} — ${formatRupiah(member.owed)}`,
                ...(member.held > 0 ? [t("books.held", { amount: formatRupiah(member.held) })] : []),
              ].join(", "),
            }))}
          />
          <MoneyField name="amount" label={t("books.amount")} hint={t("books.pay-out.amount-hint")} />
          <RadioGroup
            name="method"
            label={t("books.pay-out.method")}
            options={PAYOUT_METHODS.map((method) => ({
              value: method,
              label: t(`payout-method.${method}`),
              note:
                method === "cash" ? (
                  <Sentence>{t("books.pay-out.cash-note", { amount: formatRupiah(cashBox) })}</Sentence>
                ) : (
                  t("books.pay-out.transfer-note")
                ),
            }))}
          />
          <TextField
            name="reference"
            label={t("books.pay-out.reference")}
            hint={t("books.pay-out.reference-hint")}
            optional
            maxLength={100}
          />
          <Button wide>{t("books.pay-out.do")}</Button>
        </FormFrame>
      )}
    </Page>
  );
}
