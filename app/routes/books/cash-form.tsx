import { CASH_CATEGORIES } from "#app/domain/cash-movement.ts";
import { CASH_BOX, whyAddress } from "#app/domain/why.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, PhotoField, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { DateField } from "#app/ui/number-fields.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";

type CashFormProps = {
  slug: string;
  state: Parameters<typeof FormFrame>[0]["state"];
  formKey: string;
  today: string;
  cashBox: number;
};

/** One voucher: what it was for, how much, when, with whom, and a picture of the receipt. */
export function CashForm({ slug, state, formKey, today, cashBox }: CashFormProps) {
  const { t } = useWords();
  return (
    <div className="print:hidden">
      <Section title={t("cash.add")}>
        <Card className="max-w-xl">
          <FormFrame state={state} defaults={{ day: today }} multipart>
            <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
            <p>
              <Sentence opens={[{ why: whyAddress(slug, cashBox, CASH_BOX) }]}>
                {t("cash.box", { amount: formatRupiah(cashBox) })}
              </Sentence>{" "}
              {t("cash.add.hint")}
            </p>
            <SelectField
              name="category"
              label={t("cash.category")}
              choices={CASH_CATEGORIES.map((value) => ({ value, label: t(`cash.category.${value}`) }))}
              blank
            />
            <MoneyField name="amount" label={t("cash.amount")} />
            <DateField name="day" label={t("cash.receipt-day")} />
            <TextField
              name="counterpart"
              label={t("cash.counterpart")}
              hint={t("cash.counterpart.hint")}
              autoComplete="off"
              maxLength={100}
            />
            <TextField name="note" label={t("cash.note")} autoComplete="off" maxLength={200} optional />
            <PhotoField name="receipt" label={t("cash.receipt")} optional />
            <Button wide>{t("cash.add.do")}</Button>
          </FormFrame>
        </Card>
      </Section>
    </div>
  );
}
