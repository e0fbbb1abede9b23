import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { SavingsTermsForm } from "#app/domain/savings.ts";
import { formatMonth, formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { setSavingsTerms } from "#app/usecases/books/set-savings-terms.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { monthOf } from "#app/web/month.ts";
import { pageTitle } from "#app/web/title.ts";
import { listTerms } from "#db/read/savings.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "savings.terms");

export const loader = door(async (entered) => {
  const group = await openCooperative(entered, "set-savings-terms");
  const versions = await listTerms(group.id);
  return {
    group: { slug: group.slug, name: group.name },
    formKey: entered.ctx.secrets.token(),
    month: monthOf(entered.ctx.now).name,
    versions: versions.toReversed(),
  };
});

export const action = door(async (entered) => {
  const group = await openCooperative(entered, "set-savings-terms");
  const form = await readForm(entered.request, SavingsTermsForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await setSavingsTerms(entered.ctx, { ...form.value, groupId: group.id });
  return answer.ok ? redirect(`/books/${group.slug}/savings`, 303) : refusedBy(answer, form.values);
});

export default function SetSavingsTerms() {
  const { group, formKey, month, versions } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const [last] = versions;
  const typed = (amount: number | undefined) => (amount === undefined ? "" : formatRupiah(amount).replace("Rp ", ""));
  return (
    <Page
      title={t("savings.terms")}
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
          ...{ pokok: typed(last?.pokok), wajib: typed(last?.wajib), dueDay: last?.dueDay ?? 10, fromMonth: month },
        }}
      >
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <MoneyField name="pokok" label={t("savings.pokok")} hint={t("savings.pokok.hint")} />
        <MoneyField name="wajib" label={t("savings.wajib")} hint={t("savings.wajib.hint")} />
        <TextField name="fromMonth" label={t("savings.terms.from")} hint={t("savings.terms.from.hint")} type="month" />
        <TextField
          name="dueDay"
          label={t("savings.terms.due-day")}
          hint={t("savings.terms.due-day.hint")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
        />
        <TextField
          name="decision"
          label={t("books.rules.decision")}
          hint={t("books.rules.decision-hint")}
          autoComplete="off"
          maxLength={200}
        />
        <Button wide>{t("savings.terms.save")}</Button>
      </FormFrame>
      {versions.length > 0 ? (
        <Section title={t("books.rules.versions")}>
          <ul className="grid gap-3">
            {versions.map((version) => (
              <li key={version.id}>
                <Card>
                  <p className="font-semibold">{t("books.rules.version", { version: version.version })}</p>
                  <p>
                    <Sentence>
                      {t("savings.terms.are", {
                        ...{ pokok: formatRupiah(version.pokok), wajib: formatRupiah(version.wajib) },
                        ...{ day: version.dueDay, month: formatMonth(locale, version.fromMonth) },
                      })}
                    </Sentence>
                  </p>
                  <p className="text-quiet">{version.decision}</p>
                  <p className="text-sm text-quiet">
                    {t("books.rules.since", { day: formatShortDay(locale, version.setAt), name: version.setBy })}
                  </p>
                </Card>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
