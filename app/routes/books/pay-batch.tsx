import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckGroup } from "#app/ui/check-group.tsx";
import { PhotoField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import type { BatchView } from "./payout-batch-view.server.ts";

type PartProps = { page: BatchView; state: Parameters<typeof FormFrame>[0]["state"] };
type Line = BatchView["lines"][number];

/** What the treasurer does with an approved batch: transfers together, cash one member at a time. */
export function PayBatch({ page, state }: PartProps) {
  const { t } = useWords();
  const waiting = page.lines.filter((line) => line.state === "waiting");
  const byBank = waiting.filter((line) => line.method !== "cash");
  const inCash = waiting.filter((line) => line.method === "cash");
  const base = `/books/${page.group.slug}/payouts/${page.batch.id}`;
  return (
    <>
      {byBank.length > 0 ? (
        <Section title={t("payouts.bank")} id="bank">
          <Card className="grid max-w-xl gap-6">
            <FormFrame state={undefined} action={`${base}/bank-file`}>
              <p>{t("payouts.bank.hint")}</p>
              <Button look="second">{t("payouts.bank.file")}</Button>
            </FormFrame>
            <PayByBank lines={byBank} state={state} />
          </Card>
        </Section>
      ) : null}
      {inCash.length > 0 ? (
        <Section title={t("payouts.cash")} id="cash">
          <p>{t("payouts.cash.hint")}</p>
          <p>
            <ButtonLink to={`${base}/slips`} look="second">
              {t("payouts.slips")}
            </ButtonLink>
          </p>
          <div className="grid gap-4 sm:grid-cols-2">
            {inCash.map((line) => (
              <PayInCash key={line.id} line={line} state={state} />
            ))}
          </div>
        </Section>
      ) : null}
    </>
  );
}

function PayByBank({ lines, state }: { lines: Line[]; state: PartProps["state"] }) {
  const { t } = useWords();
  return (
    <FormFrame state={stateFor(state, { intent: "pay", how: "bank" })} defaults={{}} multipart>
      <input type="hidden" name="intent" value="pay" />
      <input type="hidden" name="how" value="bank" />
      <CheckGroup
        name="lineId"
        label={t("payouts.bank.lines")}
        chosen={lines.map((line) => line.id)}
        options={lines.map((line) => ({
          value: line.id,
          label: line.name,
          note: `${formatRupiah(line.amount)}, ${line.provider} •••• ${line.lastFour}`,
        }))}
      />
      <TextField
        name="reference"
        label={t("books.pay-out.reference")}
        hint={t("books.pay-out.reference-hint")}
        autoComplete="off"
        maxLength={100}
        optional
      />
      <PhotoField name="proof" label={t("payouts.proof")} optional />
      <Button>{t("payouts.bank.paid")}</Button>
    </FormFrame>
  );
}

function PayInCash({ line, state }: { line: Line; state: PartProps["state"] }) {
  const { t } = useWords();
  return (
    <Card>
      <FormFrame state={stateFor(state, { intent: "pay", how: "cash", lineId: line.id })} multipart>
        <input type="hidden" name="intent" value="pay" />
        <input type="hidden" name="how" value="cash" />
        <input type="hidden" name="lineId" value={line.id} />
        <h3>
          <Sentence>{`${line.name}: ${formatRupiah(line.amount)}`}</Sentence>
        </h3>
        {line.amount > 0 ? (
          <>
            {line.hasAccount ? (
              <TextField
                name="payoutCode"
                label={t("payouts.code")}
                hint={t("payouts.code.hint")}
                inputMode="numeric"
                autoComplete="off"
                maxLength={20}
                optional
              />
            ) : (
              <p>{t("payouts.code.no-account")}</p>
            )}
            <PhotoField name="proof" label={t("payouts.slip")} hint={t("payouts.slip.hint")} optional />
          </>
        ) : (
          <p>{t("payouts.cash.nothing")}</p>
        )}
        <Button>{t("payouts.cash.paid")}</Button>
      </FormFrame>
    </Card>
  );
}
