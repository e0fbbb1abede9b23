import { Link } from "@remix-run/react";
import { PAID_OUT, whyAddress } from "#app/domain/why.ts";
import { formatPercent, formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount, type Explained } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import type { BatchView } from "./payout-batch-view.server.ts";

type PartProps = { page: BatchView; state: Parameters<typeof FormFrame>[0]["state"] };
type Line = BatchView["lines"][number];

const LOOKS = { waiting: "info", paid: "good", failed: "bad", dropped: "warn" } as const;

/** Every line with what it takes of the share, how it goes, and what became of it. */
export function BatchLines({ page, state }: PartProps) {
  const { t } = useWords();
  const base = `/books/${page.group.slug}`;
  return (
    <Section title={t("payouts.lines")} id="lines">
      <Table
        caption={t("payouts.lines.caption")}
        rows={page.lines}
        rowKey={(line) => line.id}
        columns={[
          {
            key: "name",
            label: t("books.member"),
            phone: "name",
            cell: (line) => (
              <Link
                to={`${base}/members/${line.memberId}`}
                className="inline-flex min-h-11 items-center text-sea underline"
              >
                {line.name}
              </Link>
            ),
          },
          { key: "way", label: t("books.pay-out.method"), phone: "plain", cell: (line) => <Way line={line} /> },
          { key: "parts", label: t("payouts.parts"), phone: "plain", cell: (line) => <Parts line={line} /> },
          { key: "state", label: t("months.state"), phone: "plain", cell: (line) => <State line={line} base={base} /> },
          {
            key: "amount",
            label: t("books.amount"),
            numeric: true,
            cell: (line) => <Amount amount={line.amount} {...whyPaid(page.group.slug, line)} />,
          },
        ]}
      />
      <Fail page={page} state={state} />
    </Section>
  );
}

/** What was paid opens to its entry, less what of it went to an advance; what waits has none. */
function whyPaid(slug: string, { id, state, memberId, amount }: Line): Explained {
  if (state !== "paid") return { plain: "not-yet" };
  return { why: whyAddress(slug, amount, { of: "member", member: memberId, ...PAID_OUT, cause: id }) };
}

function Way({ line }: { line: Line }) {
  const { t } = useWords();
  const way = t(`payout-method.${line.method}`);
  return line.lastFour && line.method !== "cash" ? `${way}, ${line.provider} •••• ${line.lastFour}` : way;
}

/** What of the share is not in hand: to an advance, held back; and what was agreed of an advance. */
function Parts({ line }: { line: Line }) {
  const { t, locale } = useWords();
  const parts = [
    ...(line.kind === "advance" ? [t("payouts.is-advance", { reason: line.reason })] : []),
    ...(line.repayBasisPoints ? [t("advance.terms.part", { part: formatPercent(locale, line.repayBasisPoints) })] : []),
    ...(line.repayAmount ? [t("advance.terms.amount", { amount: formatRupiah(line.repayAmount) })] : []),
    ...(line.agreedBy ? [t(`own-money.agreed.${line.agreedBy}`)] : []),
    ...(line.repaid > 0 ? [t("payouts.repaid", { amount: formatRupiah(line.repaid) })] : []),
    ...(line.kept > 0 && line.keptUntil
      ? [
          t("payouts.kept", {
            amount: formatRupiah(line.kept),
            reason: line.keptWhy,
            day: formatShortDay(locale, line.keptUntil),
          }),
        ]
      : []),
  ];
  return parts.length === 0 ? null : <Sentence>{parts.join(" ")}</Sentence>;
}

function State({ line, base }: { line: Line; base: string }) {
  const { t } = useWords();
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone={LOOKS[line.state]}>{t(`payouts.line.${line.state}`)}</Badge>
      {line.voucher}
      {line.confirmedBy ? ` ${t(`payouts.confirmed.${line.confirmedBy}`)}` : ""}
      {line.reference ? ` ${line.reference}` : ""}
      {line.failedWhy ? ` ${line.failedWhy}` : ""}
      {line.hasProof ? (
        <a href={`${base}/payouts/proof/${line.id}`} className="inline-flex min-h-11 items-center text-sea underline">
          {t("payouts.see-proof")}
        </a>
      ) : null}
      {line.hasAgreement ? (
        <a
          href={`${base}/payouts/proof/${line.id}?of=agreement`}
          className="inline-flex min-h-11 items-center text-sea underline"
        >
          {t("payouts.agreement.see")}
        </a>
      ) : null}
    </span>
  );
}

/** A line that did not work: what it took is due again. */
function Fail({ page, state }: PartProps) {
  const { t } = useWords();
  const own = stateFor(state, { intent: "fail" });
  const able = page.lines.filter(
    (line) => line.state === "waiting" || (line.state === "paid" && line.method !== "cash"),
  );
  if (!page.may.includes("pay-lines") || page.batch.state !== "approved" || able.length === 0) return null;
  return (
    <details open={own !== undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-sea">{t("payouts.fail")}</summary>
      <Card className="max-w-xl">
        <FormFrame state={own}>
          <input type="hidden" name="intent" value="fail" />
          <p>{t("payouts.fail.hint")}</p>
          <SelectField
            name="lineId"
            label={t("books.member")}
            blank
            choices={able.map((line) => ({ value: line.id, label: `${line.name}, ${formatRupiah(line.amount)}` }))}
          />
          <TextField
            name="reason"
            label={t("payouts.fail.reason")}
            hint={t("payouts.fail.reason-hint")}
            autoComplete="off"
            maxLength={200}
          />
          <Button look="danger">{t("payouts.fail.do")}</Button>
        </FormFrame>
      </Card>
    </details>
  );
}
