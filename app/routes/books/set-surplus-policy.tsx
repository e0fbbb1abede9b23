import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { SURPLUS_FUNDS, SurplusPolicyForm } from "#app/domain/surplus-year.ts";
import { formatPercent, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Page } from "#app/ui/page.tsx";
import { setSurplusPolicy } from "#app/usecases/books/set-surplus-policy.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listMeetings, listSurplusPolicies } from "#db/read/surplus.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "surplus.policy");

export const loader = door(async (entered) => {
  const group = await openCooperative(entered, "set-surplus-policy");
  const [[current], meetings] = await Promise.all([listSurplusPolicies(group.id), listMeetings(group.id)]);
  const { locale, secrets } = entered.ctx;
  const percent = (basisPoints: number): string => formatPercent(locale, basisPoints).replace(" %", "");
  return {
    group: { slug: group.slug, name: group.name },
    formKey: secrets.token(),
    meetings: meetings.map(({ id, day, place }) => ({ id, day, place })),
    percents: Object.fromEntries(
      (current?.funds ?? [])
        .filter(({ basisPoints }) => basisPoints > 0)
        .map((each) => [each.key, percent(each.basisPoints)]),
    ),
    countsVoluntary: current?.countsVoluntary ?? false,
  };
});

export const action = door(async (entered) => {
  const group = await openCooperative(entered, "set-surplus-policy");
  const form = await readForm(entered.request, SurplusPolicyForm);
  if (!form.ok) return refused(form.state, form.status);
  const { formKey, meetingId, countsVoluntary } = form.value;
  const answer = await setSurplusPolicy(entered.ctx, {
    ...{ groupId: group.id, formKey, meetingId, countsVoluntary: countsVoluntary === "yes" },
    funds: SURPLUS_FUNDS.map((key) => ({ key, basisPoints: form.value[key] })),
  });
  return answer.ok ? redirect(`/books/${group.slug}/surplus`, 303) : refusedBy(answer, form.values);
});

export default function SetSurplusPolicy() {
  const { group, formKey, meetings, percents, countsVoluntary } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("surplus.policy")}
      lead={t("surplus.policy.lead")}
      trail={[
        { to: `/books/${group.slug}`, label: t("books.title") },
        { to: `/books/${group.slug}/surplus`, label: t("surplus.title") },
      ]}
      width="narrow"
    >
      <FormFrame
        state={state}
        defaults={{ ...percents, meetingId: meetings[0]?.id, countsVoluntary: countsVoluntary ? "yes" : "" }}
      >
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <SelectField
          name="meetingId"
          label={t("surplus.policy.meeting")}
          blank
          choices={meetings.map(({ id, day, place }) => ({
            ...{ value: id, label: `${formatShortDay(locale, day)}, ${place}` },
          }))}
        />
        <Card className="grid gap-4">
          <p>{t("surplus.policy.sum")}</p>
          {SURPLUS_FUNDS.map((key) => (
            <TextField
              key={key}
              name={key}
              label={t(`surplus.fund.${key}`)}
              inputMode="decimal"
              autoComplete="off"
              suffix="%"
              maxLength={6}
              optional
            />
          ))}
        </Card>
        <CheckField
          name="countsVoluntary"
          label={t("surplus.policy.voluntary")}
          hint={t("surplus.policy.voluntary.hint")}
        />
        <Button wide>{t("surplus.policy.save")}</Button>
      </FormFrame>
    </Page>
  );
}
