import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { addDays, dayInWib } from "#app/domain/calendar-day.ts";
import { FIRST_WINDOW, WindowForm } from "#app/domain/complaint.ts";
import { permit } from "#app/domain/permissions.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { DateField } from "#app/ui/number-fields.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { setComplaintWindow } from "#app/usecases/operate/set-complaint-window.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listComplaintWindows } from "#db/read/complaint-windows.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "complaint.window.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "set-complaint-window");
  const windows = (await listComplaintWindows()).toReversed();
  const last = windows[0] ?? FIRST_WINDOW;
  return {
    windows: windows.map(({ formKey: _formKey, ...shown }) => shown),
    formKey: ctx.secrets.token(),
    defaults: {
      fromDay: addDays(dayInWib(ctx.now.getTime()), 1),
      ...{ complainDays: last.complainDays, answerDays: last.answerDays },
    },
  };
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "set-complaint-window");
  const form = await readForm(request, WindowForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await setComplaintWindow(ctx, form.value);
  return answer.ok ? redirect("/operate/complaint-windows", 303) : refusedBy(answer, form.values);
});

export default function SetComplaintWindow() {
  const { windows, formKey, defaults } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const days = t("operate.network.days-unit");
  return (
    <Page
      title={t("complaint.window.title")}
      lead={t("complaint.window.lead")}
      back={{ to: "/operate/network", label: t("operate.network.title") }}
      width="narrow"
    >
      <FormFrame state={state} defaults={defaults}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <DateField name="fromDay" label={t("complaint.window.from")} hint={t("complaint.window.from.hint")} />
        <TextField name="complainDays" label={t("complaint.window.complain")} suffix={days} inputMode="numeric" />
        <TextField name="answerDays" label={t("complaint.window.answer")} suffix={days} inputMode="numeric" />
        <Button wide>{t("complaint.window.save")}</Button>
      </FormFrame>
      <Section title={t("books.rules.versions")}>
        <ul className="grid gap-3">
          {windows.map((each) => (
            <li key={each.id}>
              <Card className="grid gap-1">
                <p>{t("complaint.window.holds", { complain: each.complainDays, answer: each.answerDays })}</p>
                <p>{t("complaint.window.since", { day: formatShortDay(locale, each.fromDay) })}</p>
                <p className="text-sm text-quiet">
                  {t("books.rules.since", { day: formatShortDay(locale, each.setAt), name: each.setBy })}
                </p>
              </Card>
            </li>
          ))}
          <li>
            {t("complaint.window.first", { complain: FIRST_WINDOW.complainDays, answer: FIRST_WINDOW.answerDays })}
          </li>
        </ul>
      </Section>
    </Page>
  );
}
