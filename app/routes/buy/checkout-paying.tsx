import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { CheckField, RadioGroup } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import type { CheckoutPage } from "./checkout-page.server.ts";

/** How the buyer pays: by credit first, where there is some, and the rest by one way. */
export function CheckoutPaying({ page }: { page: CheckoutPage }) {
  const { t } = useWords();
  return (
    <Section title={t("buy.checkout.method")}>
      {page.credit > 0 ? (
        <>
          <input type="hidden" name="creditSeen" value={page.credit} />
          <CheckField
            name="useCredit"
            label={<Sentence>{t("pay-credit.use", { amount: formatRupiah(page.credit) })}</Sentence>}
            hint={t("pay-credit.use.hint")}
          />
        </>
      ) : null}
      <RadioGroup
        name="method"
        label={<span className="sr-only">{t("buy.checkout.method")}</span>}
        options={page.methods.map((method) => ({ value: method, label: t(`buy.method.${method}`) }))}
      />
    </Section>
  );
}
