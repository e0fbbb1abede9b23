import { whyAddress } from "#app/domain/why.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { FundReceipt } from "./fund-receipt-link.tsx";
import type { FundsPart } from "./funds.server.ts";

/** The treasurer says which payment was wrong. */
export function AskFundReversal({ page, state }: FundsPart) {
  const { t } = useWords();
  const paid = page.payments.filter((row) => row.state === "paid");
  if (paid.length === 0 || !page.may.includes("ask-fund-reversal")) return null;
  return (
    <Section title={t("funds.reversal")} id="wrong">
      <Card className="max-w-xl">
        <FormFrame state={stateFor(state, { intent: "ask-reversal" })}>
          <input type="hidden" name="intent" value="ask-reversal" />
          <p>{t("funds.reversal.hint")}</p>
          <SelectField
            name="paymentId"
            label={t("funds.reversal.which")}
            blank
            choices={paid.map(({ id, voucher, counterpart, amount }) => ({
              value: id,
              label: `${voucher}, ${counterpart}, ${formatRupiah(amount)}`,
            }))}
          />
          <TextField name="why" label={t("funds.reversal.why")} autoComplete="off" maxLength={200} />
          <Button look="second">{t("funds.reversal.ask")}</Button>
        </FormFrame>
      </Card>
    </Section>
  );
}

/** Payments said to be wrong, for the second person. */
export function AnswerFundReversals({ page, state }: FundsPart) {
  const { t } = useWords();
  const waiting = page.payments.filter((row) => row.state === "reversal-asked" && !row.isOwn);
  if (waiting.length === 0 || !page.may.includes("answer-fund-reversal")) return null;
  return (
    <Section title={t("funds.reversal.decide")} id="undo">
      {waiting.map((row) => (
        <Card key={row.id} className="grid max-w-xl gap-4">
          <p>
            <Amount
              amount={row.amount}
              className="font-bold"
              why={whyAddress(page.slug, row.amount, {
                of: "group",
                account: ["shu-fund"],
                kind: ["fund-spent"],
                cause: row.id,
              })}
            />
            , {row.voucher}: {row.counterpart}. {row.reversalWhy}. <FundReceipt page={page} id={row.id} />
          </p>
          {(["reverse", "keep"] as const).map((intent) => (
            <FormFrame key={intent} state={stateFor(state, { intent, paymentId: row.id })}>
              <input type="hidden" name="intent" value={intent} />
              <input type="hidden" name="paymentId" value={row.id} />
              <Button look={intent === "keep" ? "second" : "main"}>
                {t(intent === "keep" ? "funds.reversal.keep" : "funds.reversal.agree")}
              </Button>
            </FormFrame>
          ))}
        </Card>
      ))}
    </Section>
  );
}
