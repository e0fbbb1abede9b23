import { FEE_BEARERS, type FeeBearer } from "#app/domain/refund.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";

/** Who bears the provider's fee of a sale that is refunded, as the group decided; its officers may choose anew. */
export function FeeBearerRule({ slug, bearer, mayEdit }: { slug: string; bearer: FeeBearer; mayEdit: boolean }) {
  const { t } = useWords();
  return (
    <Section title={t("books.fee-bearer")} id="fee-bearer">
      <p>{t("books.fee-bearer.hint")}</p>
      {mayEdit ? (
        <FormFrame action={`/books/${slug}/fee-bearer`} defaults={{ bearer }}>
          <RadioGroup
            name="bearer"
            label={t("books.fee-bearer.who")}
            options={FEE_BEARERS.map((value) => ({ value, label: t(`books.fee-bearer.${value}`) }))}
          />
          <Button look="second">{t("books.fee-bearer.save")}</Button>
        </FormFrame>
      ) : (
        <p className="font-semibold">{t(`books.fee-bearer.${bearer}`)}</p>
      )}
    </Section>
  );
}
