import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { oneOf } from "#app/domain/catalogue.ts";
import { parseRupiah } from "#app/domain/money.ts";
import { SAVING_KINDS, SAVINGS_PURPOSES, SAVINGS_WAYS, SavingsForm } from "#app/domain/savings.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, RadioGroup, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { DateField } from "#app/ui/number-fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { recordSavings } from "#app/usecases/books/record-savings.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { listSavers } from "#db/read/savings.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "savings.record");

export const loader = door(async (entered) => {
  const group = await openCooperative(entered, "record-savings");
  const { url, ctx } = entered;
  const { actor, now, secrets } = ctx;
  const [savers, money] = await Promise.all([
    listSavers(actor, { groupId: group.id, now }),
    getGroupMoney(actor, group.id),
  ]);
  const wish = parseRupiah(url.searchParams.get("sukarela") ?? "");
  const chosen = savers.find((saver) => saver.id === url.searchParams.get("member"));
  return {
    group: { slug: group.slug, name: group.name },
    formKey: secrets.token(),
    sukarela: wish ?? 0,
    way: oneOf(SAVINGS_WAYS, url.searchParams.get("way") ?? "") ?? ("cash" as const),
    today: dayInWib(now.getTime()),
    cashBox: money.cashBox,
    purpose: oneOf(SAVINGS_PURPOSES, url.searchParams.get("purpose") ?? "") ?? ("deposit" as const),
    savers: savers
      .filter((saver) => saver.left === null || saver.total > 0)
      .map(({ id, name, number, total, left }) => ({ id, name, number, total, hasLeft: left !== null })),
    chosen: chosen && {
      ...{ id: chosen.id, pokok: chosen.standing.pokokBehind, wajib: chosen.standing.wajibBehind },
    },
  };
});

export const action = door(async (entered) => {
  const group = await openCooperative(entered, "record-savings");
  const form = await readForm(entered.request, SavingsForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await recordSavings(entered.ctx, { ...form.value, groupId: group.id });
  if (!answer.ok) return refusedBy(answer, form.values);
  return redirect(`/books/${group.slug}/savings/receipts/${answer.movementId}`, 303);
});

/** "20.000", or nothing for nothing. */
const typed = (amount: number | undefined): string => (amount ? formatRupiah(amount).replace("Rp ", "") : "");

export default function RecordSavings() {
  const { group, formKey, today, cashBox, purpose, savers, chosen, sukarela, way } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const isIn = purpose === "deposit";
  return (
    <Page
      title={t("savings.record")}
      lead={group.name}
      trail={[
        { to: `/books/${group.slug}`, label: t("books.title") },
        { to: `/books/${group.slug}/savings`, label: t("savings.title") },
      ]}
      width="narrow"
    >
      <FormFrame
        state={state}
        defaults={{
          ...{ memberId: chosen?.id, purpose, way, day: today },
          sukarela: typed(sukarela),
          ...{ pokok: isIn ? typed(chosen?.pokok) : "", wajib: isIn ? typed(chosen?.wajib) : "" },
        }}
      >
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <SelectField
          name="memberId"
          label={t("books.member")}
          blank
          choices={savers.map((saver) => ({
            value: saver.id,
            label: t(saver.hasLeft ? "savings.member.left" : "savings.member", {
              ...{ number: saver.number, name: saver.name, amount: formatRupiah(saver.total) },
            }),
          }))}
        />
        <RadioGroup
          name="purpose"
          label={t("savings.purpose")}
          options={SAVINGS_PURPOSES.map((value) => ({
            ...{ value, label: t(`savings.purpose.${value}`), note: t(`savings.purpose.${value}.note`) },
          }))}
        />
        {SAVING_KINDS.map((kind) => (
          <MoneyField key={kind} name={kind} label={t(`savings.${kind}`)} optional />
        ))}
        <RadioGroup
          name="way"
          label={t("savings.way")}
          options={SAVINGS_WAYS.map((value) => ({
            ...{ value, label: t(`savings.way.${value}`) },
            note: <Sentence>{t(`savings.way.${value}.note`, { amount: formatRupiah(cashBox) })}</Sentence>,
          }))}
        />
        <TextField
          name="note"
          label={t("savings.note")}
          hint={t("savings.note.hint")}
          autoComplete="off"
          maxLength={200}
          optional
        />
        <DateField name="day" label={t("savings.day")} />
        <Button wide>{t("savings.record.do")}</Button>
      </FormFrame>
    </Page>
  );
}
