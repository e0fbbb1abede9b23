import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Section } from "#app/ui/page.tsx";

/** A voucher or receipt is never changed: with a reason, another one takes it back. */
export function TakeBack({ state }: { state: Parameters<typeof FormFrame>[0]["state"] }) {
  const { t } = useWords();
  return (
    <div className="print:hidden">
      <Section title={t("voucher.reverse")}>
        <Card>
          <FormFrame state={state}>
            <p>{t("voucher.reverse.hint")}</p>
            <TextField name="reason" label={t("voucher.reverse.reason")} autoComplete="off" maxLength={200} />
            <Button look="danger">{t("voucher.reverse.do")}</Button>
          </FormFrame>
        </Card>
      </Section>
    </div>
  );
}
