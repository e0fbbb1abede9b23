import { formatPercent, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PhotoField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import type { OwnMoneyPage } from "./own-money.server.ts";
import type { BatchView } from "./payout-batch-view.server.ts";

type Terms = { repayBasisPoints: number | null; repayAmount: number | null };

/** How an advance comes back: a part of each payout, an amount of each, or cash. */
export function RepayTerms({ line: { repayBasisPoints, repayAmount } }: { line: Terms }) {
  const { t, locale } = useWords();
  if (repayBasisPoints) return t("advance.terms.part", { part: formatPercent(locale, repayBasisPoints) });
  if (!repayAmount) return t("own-money.agree.cash");
  return <Sentence>{t("advance.terms.amount", { amount: formatRupiah(repayAmount) })}</Sentence>;
}

/** On the member's own page: what she agrees to, and her yes. */
export function AgreeToAdvance({ line }: { line: OwnMoneyPage["waiting"][number] }) {
  const { t } = useWords();
  return (
    <>
      <p>
        {line.reason}. <RepayTerms line={line} />{" "}
        {line.agreedBy ? <span className="text-quiet">{t(`own-money.agreed.${line.agreedBy}`)}</span> : null}
      </p>
      {line.mayAgree ? (
        <FormFrame state={undefined} className="mt-3">
          <input type="hidden" name="intent" value="agree" />
          <input type="hidden" name="lineId" value={line.id} />
          <p className="text-sm text-quiet">{t("own-money.agree.hint")}</p>
          <Button>{t("own-money.agree")}</Button>
        </FormFrame>
      ) : null}
    </>
  );
}

type PartProps = { page: BatchView; state: Parameters<typeof FormFrame>[0]["state"] };

/** Advances of a batch whose members have not agreed: they do on their own page, or on paper. */
export function Agreements({ page, state }: PartProps) {
  const { t } = useWords();
  const open = page.lines.filter(
    (line) => line.kind === "advance" && line.state === "waiting" && line.agreedBy === null,
  );
  if (open.length === 0) return null;
  return (
    <Section title={t("payouts.agreement")} id="agreement">
      {open.map((line) => (
        <Card key={line.id} className="grid max-w-xl gap-4">
          <p>
            {t("payouts.agreement.waits", { name: line.name })}{" "}
            {t(line.hasAccount ? "payouts.agreement.page" : "payouts.agreement.no-account")}
          </p>
          {page.may.includes("pay-lines") ? (
            <>
              <p>
                <ButtonLink to={`/books/${page.group.slug}/payouts/${page.batch.id}/slips`} look="second">
                  {t("payouts.slips")}
                </ButtonLink>
              </p>
              <FormFrame state={stateFor(state, { intent: "agree", lineId: line.id })} multipart>
                <input type="hidden" name="intent" value="agree" />
                <input type="hidden" name="lineId" value={line.id} />
                <PhotoField name="agreement" label={t("payouts.agreement.slip")} />
                <Button look="second">{t("payouts.agreement.do")}</Button>
              </FormFrame>
            </>
          ) : null}
        </Card>
      ))}
    </Section>
  );
}
