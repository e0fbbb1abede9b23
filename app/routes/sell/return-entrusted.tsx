import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { ReturnForm } from "#app/domain/entrustment.ts";
import { formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { returnEntrusted } from "#app/usecases/sell/return-entrusted.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findEntrustment } from "#db/read/entrustments.ts";
import { numberOf } from "./entrustment.server.ts";
import { RowField, RowName } from "./row-field.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "entrust.return.title");

export const loader = door(async (at) => {
  const group = await openGroup(at, "return-entrusted");
  const note = await findEntrustment(at.ctx.actor, { groupId: group.id, number: numberOf(at) });
  if (!note) throw notFound();
  const today = dayInWib(at.ctx.now.getTime());
  const { number, memberName, placeName } = note;
  const lines = note.lines.filter((line) => line.leftMilli > 0);
  return { slug: group.slug, number, memberName, placeName, lines, today, formKey: at.ctx.secrets.token() };
});

export const action = door(async (at) => {
  const group = await openGroup(at, "return-entrusted");
  const form = await readForm(at.request, ReturnForm);
  if (!form.ok) return refused(form.state, form.status);
  const number = numberOf(at);
  const answer = await returnEntrusted(at.ctx, { ...form.value, groupId: group.id, number });
  if (!answer.ok && answer.reason === "no-such-entrustment") throw notFound();
  return answer.ok ? redirect(`/desk/${group.slug}/entrustments/${number}`) : refusedBy(answer, form.values);
});

export default function ReturnEntrusted() {
  const { slug, number, memberName, placeName, lines, today, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("entrust.return.title")}
      lead={`${memberName} · ${placeName}`}
      back={{ to: `/desk/${slug}/entrustments/${number}`, label: t("entrust.number", { number }) }}
      width="narrow"
    >
      <FormFrame state={state} defaults={{ day: today }}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        {lines.map((line, at) => {
          const unit = unitName(t, line.unit);
          return (
            <div key={line.id}>
              <RowName id={line.id} />
              <RowField
                {...{ name: "quantity", at, row: line.id, suffix: unit }}
                label={[line.listingName, line.variantName].filter(Boolean).join(", ")}
                hint={t("entrust.return.hint", { left: `${formatQuantity(locale, line.leftMilli)} ${unit}` })}
              />
            </div>
          );
        })}
        <TextField name="day" type="date" label={t("entrust.day")} max={today} />
        <Button wide>{t("entrust.return.do")}</Button>
      </FormFrame>
    </Page>
  );
}
