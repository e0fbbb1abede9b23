import { FUND_PURPOSES, FUND_WAYS } from "#app/domain/fund-payment.ts";
import { whyAddress } from "#app/domain/why.ts";
import { formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount, type Explained } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, PhotoField, RadioGroup, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { DateField } from "#app/ui/number-fields.tsx";
import { Badge, Card, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { FundReceipt } from "./fund-receipt-link.tsx";
import type { FundsPage, FundsPart } from "./funds.server.ts";

/** Payments that wait for the second person; each with its receipt. */
export function DecideFunds({ page, state }: FundsPart) {
  const { t } = useWords();
  const waiting = page.payments.filter((row) => row.state === "asked" && !row.isOwn);
  if (waiting.length === 0 || !page.may.includes("decide-fund-payment")) return null;
  return (
    <Section title={t("funds.decide")} id="decide">
      {waiting.map((row) => (
        <Card key={row.id} className="grid max-w-xl gap-4">
          <p>
            <Amount amount={row.amount} className="font-bold" plain="not-yet" />, {t(`surplus.fund.${row.fund}`)}:{" "}
            {row.counterpart}. {t(`funds.purpose.${row.purpose}`)}. {row.note} <FundReceipt page={page} id={row.id} />
          </p>
          <FormFrame state={stateFor(state, { intent: "approve", paymentId: row.id })}>
            <input type="hidden" name="intent" value="approve" />
            <input type="hidden" name="paymentId" value={row.id} />
            <Button>{t("funds.approve")}</Button>
          </FormFrame>
          <FormFrame state={stateFor(state, { intent: "refuse", paymentId: row.id })}>
            <input type="hidden" name="intent" value="refuse" />
            <input type="hidden" name="paymentId" value={row.id} />
            <TextField name="reason" label={t("funds.refuse.reason")} autoComplete="off" maxLength={200} />
            <Button look="second">{t("funds.refuse")}</Button>
          </FormFrame>
        </Card>
      ))}
    </Section>
  );
}

/** The treasurer pays out of a fund that holds something. */
export function SpendFund({ page, state }: FundsPart) {
  const { t } = useWords();
  const able = page.funds.filter(({ left }) => left > 0);
  if (!page.may.includes("spend-fund") || able.length === 0) return null;
  const own = stateFor(state, { intent: "spend" });
  return (
    <Section title={t("funds.spend")} id="spend">
      <Card className="max-w-xl">
        <FormFrame state={own} defaults={{ day: page.today, way: "cash" }} multipart>
          <input type="hidden" name="intent" value="spend" />
          <input type="hidden" name="formKey" value={own?.values.formKey?.[0] ?? page.formKey} />
          <p>
            <Sentence>
              {page.limit === 0 ? t("funds.spend.always") : t("funds.spend.limit", { limit: formatRupiah(page.limit) })}
            </Sentence>
          </p>
          <SelectField
            name="fund"
            label={t("funds.fund")}
            blank
            choices={able.map(({ fund, left }) => ({
              value: fund,
              label: `${t(`surplus.fund.${fund}`)}, ${formatRupiah(left)}`,
            }))}
          />
          <SelectField
            name="purpose"
            label={t("funds.purpose")}
            blank
            choices={FUND_PURPOSES.map((value) => ({ value, label: t(`funds.purpose.${value}`) }))}
          />
          <MoneyField name="amount" label={t("books.amount")} />
          <TextField name="counterpart" label={t("funds.counterpart")} autoComplete="off" maxLength={100} />
          <TextField name="note" label={t("cash.note")} autoComplete="off" maxLength={200} optional />
          <DateField name="day" label={t("cash.receipt-day")} />
          <RadioGroup
            name="way"
            label={t("books.pay-out.method")}
            options={FUND_WAYS.map((value) => ({ value, label: t(`payout-method.${value}`) }))}
          />
          <PhotoField name="receipt" label={t("funds.receipt")} />
          <Button wide>{t("funds.do")}</Button>
        </FormFrame>
      </Card>
    </Section>
  );
}

const LOOKS = {
  asked: "info",
  paid: "good",
  refused: "warn",
  "reversal-asked": "info",
  reversed: "warn",
} as const;

export function FundPayments({ page }: { page: FundsPage }) {
  const { t, locale } = useWords();
  return (
    <Section title={t("funds.payments")} id="payments">
      {page.payments.length === 0 ? <p>{t("funds.payments.none")}</p> : null}
      {page.payments.length === 0 ? null : (
        <Table
          caption={t("funds.payments.caption")}
          rows={page.payments}
          rowKey={(row) => row.id}
          columns={[
            { key: "to", label: t("funds.counterpart"), phone: "name", cell: (row) => row.counterpart },
            {
              key: "fund",
              label: t("funds.fund"),
              phone: "plain",
              cell: (row) => `${t(`surplus.fund.${row.fund}`)}, ${t(`funds.purpose.${row.purpose}`)}. ${row.note}`,
            },
            { key: "day", label: t("books.day"), phone: "plain", cell: (row) => formatShortDay(locale, row.day) },
            {
              key: "state",
              label: t("funds.state"),
              phone: "plain",
              cell: (row) => (
                <span className="inline-flex flex-wrap items-center gap-2">
                  <Badge tone={LOOKS[row.state]}>{t(`funds.state.${row.state}`)}</Badge>
                  {[row.voucher, row.asker, row.decider, row.why, row.reversalWhy].filter(Boolean).join(", ")}
                  <FundReceipt page={page} id={row.id} />
                </span>
              ),
            },
            {
              key: "amount",
              label: t("books.amount"),
              numeric: true,
              cell: (row) => <Amount amount={row.amount} {...whyPaid(page.slug, row)} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

/** Up to what amount the treasurer pays alone: the chair's to say. */
export function FundLimit({ page, state }: FundsPart) {
  const { t } = useWords();
  if (!page.may.includes("set-fund-limit")) return null;
  return (
    <Section title={t("funds.limit")} id="limit">
      <Card className="max-w-xl">
        <FormFrame
          state={stateFor(state, { intent: "limit" })}
          defaults={{ limit: formatRupiah(page.limit).replace("Rp ", "") }}
        >
          <input type="hidden" name="intent" value="limit" />
          <MoneyField name="limit" label={t("funds.limit.amount")} hint={t("funds.limit.hint")} />
          <Button look="second">{t("funds.limit.save")}</Button>
        </FormFrame>
      </Card>
    </Section>
  );
}

/** What was paid opens to its entry; what is only asked for has none. */
function whyPaid(slug: string, { id, state, amount }: FundsPage["payments"][number]): Explained {
  if (state === "asked" || state === "refused") return { plain: "not-yet" };
  return { why: whyAddress(slug, amount, { of: "group", account: ["shu-fund"], kind: ["fund-spent"], cause: id }) };
}
