import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { permit } from "#app/domain/permissions.ts";
import { TaxRuleForm } from "#app/domain/tax.ts";
import { formatPercent, formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { DateField } from "#app/ui/number-fields.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { setTaxRule } from "#app/usecases/operate/set-tax-rule.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listTaxRules } from "#db/read/tax-rules.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "tax.rules.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "set-tax-rule");
  const rules = (await listTaxRules()).toReversed();
  const [last] = rules;
  const percent = (basisPoints: number): string => formatPercent(ctx.locale, basisPoints).replace(" %", "");
  const money = (amount: number): string => formatRupiah(amount).replace("Rp ", "");
  return {
    ...{ rules, formKey: ctx.secrets.token() },
    defaults: {
      fromDay: dayInWib(ctx.now.getTime()),
      ...(last && {
        ...{ personFree: money(last.personFree), ceiling: money(last.ceiling), rate: percent(last.rateBasisPoints) },
        ...{ warn: percent(last.warnBasisPoints), source: last.source },
      }),
    },
  };
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "set-tax-rule");
  const form = await readForm(request, TaxRuleForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await setTaxRule(ctx, form.value);
  return answer.ok ? redirect("/operate/tax-rules", 303) : refusedBy(answer, form.values);
});

export default function SetTaxRule() {
  const { rules, formKey, defaults } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("tax.rules.title")}
      lead={t("tax.rules.lead")}
      back={{ to: "/operate", label: t("nav.operate") }}
      width="narrow"
    >
      <FormFrame state={state} defaults={defaults}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <DateField name="fromDay" label={t("tax.rules.from")} hint={t("tax.rules.from.hint")} />
        <MoneyField name="personFree" label={t("tax.rules.free")} hint={t("tax.rules.free.hint")} />
        <MoneyField name="ceiling" label={t("tax.rules.ceiling")} hint={t("tax.rules.ceiling.hint")} />
        <TextField
          name="rate"
          label={t("tax.rules.rate")}
          suffix="%"
          inputMode="decimal"
          hint={t("tax.rules.rate.hint")}
        />
        <TextField
          name="warn"
          label={t("tax.rules.warn")}
          suffix="%"
          inputMode="decimal"
          hint={t("tax.rules.warn.hint")}
        />
        <TextField name="source" label={t("tax.rules.source")} hint={t("tax.rules.source.hint")} maxLength={120} />
        <Button wide>{t("tax.rules.save")}</Button>
      </FormFrame>
      {rules.length > 0 ? (
        <Section title={t("books.rules.versions")}>
          <ul className="grid gap-3">
            {rules.map((rule) => (
              <li key={rule.id}>
                <Card className="grid gap-1">
                  <p>
                    <Sentence>
                      {t("tax.rule", {
                        ...{ free: formatRupiah(rule.personFree), ceiling: formatRupiah(rule.ceiling) },
                        rate: formatPercent(locale, rule.rateBasisPoints),
                      })}
                    </Sentence>
                  </p>
                  <p className="text-sm text-quiet">
                    {t("tax.rule.source", { source: rule.source, day: formatShortDay(locale, rule.fromDay) })}
                  </p>
                  <p className="text-sm text-quiet">
                    {t("books.rules.since", { day: formatShortDay(locale, rule.setAt), name: rule.setBy })}
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
