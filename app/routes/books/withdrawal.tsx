import { FUND_WAYS, type FundWay } from "#app/domain/fund-payment.ts";
import { savedAs, whyAddress } from "#app/domain/why.ts";
import { formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { MoneyField, RadioGroup, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Notice, Section } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { stateFor } from "#app/ui/which-form.ts";

type Asked = {
  amount: number;
  way: FundWay;
  askedAt: string;
  answeredAt: string | null;
  refusedWhy: string;
  movementId: string | null;
};
type WithdrawalProps = {
  page: {
    group: { slug: string };
    saver: { id: string; saved: { sukarela: number } };
    asked: Asked | null;
    askKey: string | null;
    mayRefuse: boolean;
  };
  state: Parameters<typeof FormFrame>[0]["state"];
};

/** A member asks to take voluntary savings home; the treasurer grants it by recording it, or says why not. */
export function Withdrawal({ page: { group, saver, asked, askKey, mayRefuse }, state }: WithdrawalProps) {
  const { t } = useWords();
  if (!asked && askKey === null) return null;
  const saved = { ...savedAs("sukarela"), of: "member" as const, member: saver.id };
  const waits = asked !== null && asked.answeredAt === null;
  const own = stateFor(state, { intent: "withdraw" });
  const refusing = stateFor(state, { intent: "refuse-withdrawal" });
  const record = `/books/${group.slug}/savings/record?member=${saver.id}&purpose=withdrawal`;
  return (
    <div className="print:hidden">
      <Section title={t("withdrawal.title")} id="withdrawal">
        {own || refusing ? <Refusal state={state} /> : null}
        {asked ? <AskedNotice asked={asked} /> : null}
        {waits && mayRefuse ? (
          <Card className="grid max-w-xl gap-6">
            <p>
              <ButtonLink to={`${record}&sukarela=${asked.amount}&way=${asked.way}`}>
                {t("withdrawal.grant")}
              </ButtonLink>
            </p>
            <FormFrame state={refusing}>
              <input type="hidden" name="intent" value="refuse-withdrawal" />
              <TextField name="reason" label={t("withdrawal.refuse.reason")} autoComplete="off" maxLength={200} />
              <Button look="second">{t("withdrawal.refuse")}</Button>
            </FormFrame>
          </Card>
        ) : null}
        {askKey === null ? null : (
          <Card className="max-w-xl">
            <FormFrame state={own} defaults={{ way: "cash" }}>
              <input type="hidden" name="intent" value="withdraw" />
              <input type="hidden" name="formKey" value={own?.values.formKey?.[0] ?? askKey} />
              <p>
                <Sentence opens={[{ why: whyAddress(group.slug, saver.saved.sukarela, saved) }]}>
                  {t("withdrawal.hint", { amount: formatRupiah(saver.saved.sukarela) })}
                </Sentence>
              </p>
              <MoneyField name="amount" label={t("books.amount")} />
              <RadioGroup
                name="way"
                label={t("withdrawal.way")}
                options={FUND_WAYS.map((value) => ({ value, label: t(`savings.way.${value}`) }))}
              />
              <TextField name="words" label={t("withdrawal.words")} autoComplete="off" maxLength={200} optional />
              <Button look="second">{t("withdrawal.do")}</Button>
            </FormFrame>
          </Card>
        )}
      </Section>
    </div>
  );
}

function AskedNotice({ asked }: { asked: Asked }) {
  const { t, locale } = useWords();
  const amount = formatRupiah(asked.amount);
  const said =
    asked.answeredAt === null
      ? t("withdrawal.waits", { amount, day: formatShortDay(locale, asked.askedAt) })
      : asked.movementId
        ? t("withdrawal.granted", { amount })
        : t("withdrawal.refused", { amount, why: asked.refusedWhy });
  return (
    <Notice tone={asked.movementId ? "good" : "info"}>
      <Sentence>{said}</Sentence>
    </Notice>
  );
}
