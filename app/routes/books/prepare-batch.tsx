import { BATCH_KINDS } from "#app/domain/payout.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, RadioGroup, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { DateField } from "#app/ui/number-fields.tsx";
import { Card, Section } from "#app/ui/page.tsx";

type Props = { state: Parameters<typeof FormFrame>[0]["state"]; formKey: string; hasAsked: boolean };

/** For whom the next batch is, and what of it is held back. */
export function PrepareBatch({ state, formKey, hasAsked }: Props) {
  const { t } = useWords();
  const holdFields = ["hold", "holdWhy", "holdUntil"];
  const isHolding = holdFields.some((name) => state?.values[name]?.[0] || state?.errors[name]);
  return (
    <Section title={t("payouts.prepare")} id="prepare">
      <Card className="max-w-xl">
        <FormFrame state={state} defaults={{ kind: hasAsked ? "asked" : "all" }}>
          <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
          <RadioGroup
            name="kind"
            label={t("payouts.kind")}
            options={BATCH_KINDS.filter((kind) => kind !== "asked" || hasAsked).map((value) => ({
              value,
              label: t(`payouts.kind.${value}`),
            }))}
          />
          <MoneyField name="minimum" label={t("payouts.minimum")} hint={t("payouts.minimum.hint")} optional />
          <details open={isHolding}>
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-sea">{t("payouts.hold")}</summary>
            <div className="mt-3 grid gap-5">
              <TextField
                name="hold"
                label={t("payouts.hold.part")}
                hint={t("payouts.hold.hint")}
                autoComplete="off"
                maxLength={20}
                optional
              />
              <TextField
                name="holdWhy"
                label={t("payouts.hold.why")}
                hint={t("payouts.hold.why-hint")}
                autoComplete="off"
                maxLength={120}
                optional
              />
              <DateField name="holdUntil" label={t("payouts.hold.until")} optional />
            </div>
          </details>
          <TextField name="note" label={t("payouts.note")} autoComplete="off" maxLength={200} optional />
          <Button wide>{t("payouts.prepare.do")}</Button>
        </FormFrame>
      </Card>
    </Section>
  );
}
