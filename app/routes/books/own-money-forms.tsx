import { PAYOUT_METHODS } from "#app/domain/payout.ts";
import { formatMoment, formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, RadioGroup, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Notice, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import type { OwnMoneyPage } from "./own-money.server.ts";

export type OwnMoneyProps = {
  page: OwnMoneyPage & { group: { slug: string }; member: { id: string } };
  base: string;
  state: Parameters<typeof FormFrame>[0]["state"];
};

/** A member asks for the own money, or an officer writes down that she did. */
export function AskPayout({ page: { money, mayAsk, moneyKey }, state }: OwnMoneyProps) {
  const { t, locale } = useWords();
  if (!mayAsk || money.free <= 0) return null;
  const own = stateFor(state, { intent: "ask" });
  return (
    <Section title={t("own-money.ask")} id="ask">
      {money.asked && money.askedAt ? (
        <Notice>
          <Sentence>
            {t("own-money.asked", {
              day: formatShortDay(locale, money.askedAt),
              amount: money.asked === "all" ? t("own-money.all") : formatRupiah(money.asked),
            })}
          </Sentence>
        </Notice>
      ) : null}
      <Card className="max-w-xl">
        <FormFrame state={own}>
          <input type="hidden" name="intent" value="ask" />
          <input type="hidden" name="formKey" value={own?.values.formKey?.[0] ?? `${moneyKey}-ask`} />
          <MoneyField name="amount" label={t("books.amount")} hint={t("own-money.ask.hint")} optional />
          <TextField name="words" label={t("own-money.ask.words")} autoComplete="off" maxLength={200} optional />
          <Button look="second">{t("own-money.ask.do")}</Button>
        </FormFrame>
      </Card>
    </Section>
  );
}

/** How the money should come. The number that is known is never shown whole again. */
export function PayoutWay({ page: { way, mayAsk }, state }: OwnMoneyProps) {
  const { t, locale } = useWords();
  const own = stateFor(state, { intent: "way" });
  return (
    <Section title={t("own-money.way")} id="way">
      {way ? (
        <p>
          {way.method === "cash" ? t("payout-method.cash") : `${way.provider}, ${way.holder}, •••• ${way.lastFour}`}.{" "}
          <span className="text-quiet">
            {t("own-money.way.by", { name: way.recorder, moment: formatMoment(locale, way.recordedAt) })}
          </span>
        </p>
      ) : (
        <p className="text-quiet">{t("own-money.way.none")}</p>
      )}
      {mayAsk ? (
        <details open={own !== undefined}>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-sea">{t("own-money.way.change")}</summary>
          <Card className="max-w-xl">
            <FormFrame
              state={own}
              defaults={{ method: way?.method ?? "cash", provider: way?.provider, holder: way?.holder }}
            >
              <input type="hidden" name="intent" value="way" />
              <RadioGroup
                name="method"
                label={t("books.pay-out.method")}
                options={PAYOUT_METHODS.map((value) => ({ value, label: t(`payout-method.${value}`) }))}
              />
              <TextField
                name="provider"
                label={t("own-money.way.provider")}
                hint={t("own-money.way.provider-hint")}
                autoComplete="off"
                maxLength={60}
                optional
              />
              <TextField
                name="account"
                label={t("own-money.way.account")}
                hint={t("own-money.way.account-hint")}
                inputMode="numeric"
                autoComplete="off"
                maxLength={40}
                optional
              />
              <TextField name="holder" label={t("own-money.way.holder")} autoComplete="off" maxLength={80} optional />
              <Button look="second">{t("own-money.way.save")}</Button>
            </FormFrame>
          </Card>
        </details>
      ) : null}
    </Section>
  );
}
