import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { CountForm } from "#app/domain/entrustment.ts";
import { formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { countEntrusted } from "#app/usecases/sell/count-entrusted.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listAtPlace } from "#db/read/entrustments.ts";
import { RowField, RowName } from "./row-field.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "entrust.count.title");

export const loader = door(async (at) => {
  const group = await openGroup(at, "count-entrusted");
  const place = at.url.searchParams.get("place") ?? "";
  const lines = await listAtPlace(at.ctx.actor, { groupId: group.id, place });
  const [first] = lines;
  if (!first) throw notFound();
  const today = dayInWib(at.ctx.now.getTime());
  return { slug: group.slug, placeName: first.placeName, lines, today, formKey: at.ctx.secrets.token() };
});

export const action = door(async (at) => {
  const group = await openGroup(at, "count-entrusted");
  const form = await readForm(at.request, CountForm);
  if (!form.ok) return refused(form.state, form.status);
  const place = at.url.searchParams.get("place") ?? "";
  const answer = await countEntrusted(at.ctx, { ...form.value, groupId: group.id, place });
  return answer.ok ? redirect(`/desk/${group.slug}/entrustments`) : refusedBy(answer, form.values);
});

export default function CountEntrusted() {
  const { slug, placeName, today, lines, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("entrust.count.title")}
      lead={`${placeName}. ${t("entrust.count.lead")}`}
      back={{ to: `/desk/${slug}/entrustments`, label: t("entrust.title") }}
      width="narrow"
    >
      <FormFrame state={state} defaults={{ day: today }}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        {lines.map((line, at) => (
          <CountedLine key={line.id} line={line} at={at} />
        ))}
        <TextField name="day" type="date" label={t("entrust.day")} max={today} />
        <Button wide>{t("entrust.count.do")}</Button>
      </FormFrame>
    </Page>
  );
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>["lines"][number];

function CountedLine({ line, at }: { line: Line; at: number }) {
  const { t, locale } = useWords();
  const unit = unitName(t, line.unit);
  return (
    <fieldset className="grid min-w-0 gap-3 rounded-field border border-line p-3">
      <legend className="px-1 font-semibold">{[line.listingName, line.variantName].filter(Boolean).join(", ")}</legend>
      <p className="text-sm text-quiet">
        {line.memberName} · {t("entrust.number", { number: line.number })} ·{" "}
        {t("entrust.count.expected", { left: `${formatQuantity(locale, line.leftMilli)} ${unit}` })}
      </p>
      <RowName id={line.id} />
      <div className="grid gap-3 sm:grid-cols-2">
        <RowField {...{ name: "counted", at, row: line.id, suffix: unit }} label={t("entrust.count.counted")} />
        <RowField {...{ name: "lost", at, row: line.id, suffix: unit }} label={t("entrust.count.lost")} />
      </div>
    </fieldset>
  );
}
