import type { EntryKind } from "#app/domain/ledger.ts";
import { type Why, whyAddress } from "#app/domain/why.ts";
import { formatPercent, formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField } from "#app/ui/fields.tsx";
import { Figure } from "#app/ui/figure.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { AgreeToAdvance } from "./advance-agreement.tsx";
import { AskPayout, type OwnMoneyProps, PayoutWay } from "./own-money-forms.tsx";
import { PaidOut } from "./paid-out.tsx";

/** What becomes of a member's money: each figure leads to its lines below. */
export function OwnMoney({ page, base, state }: OwnMoneyProps) {
  const { t } = useWords();
  const { money } = page;
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Figure label={t("own-money.free")} amount={Math.max(0, money.free)} why="#statement" />
        {money.underWay > 0 ? (
          <Figure label={t("own-money.under-way")} amount={money.underWay} why="#under-way" />
        ) : null}
        {money.kept > 0 ? <Figure label={t("own-money.kept")} amount={money.kept} why="#holdbacks" /> : null}
        {money.held > 0 ? <Figure label={t("own-money.held")} amount={money.held} why="#statement" /> : null}
        {money.advance > 0 ? <Figure label={t("own-money.advance")} amount={money.advance} why="#advances" /> : null}
      </dl>
      <UnderWay page={page} base={base} state={state} />
      <AskPayout page={page} base={base} state={state} />
      <PaidOut page={page} base={base} state={state} />
      <Holdbacks page={page} base={base} state={state} />
      <Advances page={page} base={base} state={state} />
      <PayoutWay page={page} base={base} state={state} />
    </>
  );
}

/** What waits in a batch; a member's own code for cash stands large, to be read out. */
function UnderWay({ page: { waiting } }: OwnMoneyProps) {
  const { t } = useWords();
  if (waiting.length === 0) return null;
  return (
    <Section title={t("own-money.under-way")} id="under-way">
      {waiting.map((line) => (
        <Card key={line.id}>
          <p>
            <Sentence>
              {t(`own-money.waiting.${line.state === "approved" ? "approved" : "prepared"}`, {
                amount: formatRupiah(line.amount),
                method: t(`payout-method.${line.method}`).toLowerCase(),
              })}
            </Sentence>
            {line.kind === "advance" ? ` ${t("own-money.waiting.advance")}` : ""}
          </p>
          {line.kind === "advance" ? <AgreeToAdvance line={line} /> : null}
          {line.code ? (
            <>
              <p className="mt-3 text-quiet">{t("own-money.code")}</p>
              <p className="text-2xl font-bold tracking-widest">{line.code}</p>
              <p className="text-sm text-quiet">{t("own-money.code.hint")}</p>
            </>
          ) : null}
        </Card>
      ))}
    </Section>
  );
}

function Holdbacks({ page: { holdbacks, mayRelease } }: OwnMoneyProps) {
  const { t, locale } = useWords();
  if (holdbacks.length === 0) return null;
  return (
    <Section title={t("own-money.kept")} id="holdbacks">
      {holdbacks.map((each) => (
        <Card key={each.id}>
          <p>
            <Amount amount={each.amount} plain="not-yet" className="font-bold" />, {each.reason}.{" "}
            {each.isOver ? (
              <Badge tone="good">{t("own-money.kept.over")}</Badge>
            ) : (
              t("own-money.kept.until", { day: formatShortDay(locale, each.untilDay) })
            )}
          </p>
          {!each.isOver && mayRelease ? (
            <FormFrame state={undefined} className="mt-3">
              <input type="hidden" name="intent" value="release" />
              <input type="hidden" name="holdbackId" value={each.id} />
              <Button look="second">{t("own-money.kept.release")}</Button>
            </FormFrame>
          ) : null}
        </Card>
      ))}
    </Section>
  );
}

/** What was paid ahead and came back; the treasurer takes cash back here. */
function Advances({ page: { group, member, money, advances, moneyKey, mayRelease }, state }: OwnMoneyProps) {
  const { t, locale } = useWords();
  if (advances.length === 0) return null;
  const { terms } = money;
  const ofHer: Why = { of: "member", member: member.id, account: ["advances"] };
  const own = stateFor(state, { intent: "repay" });
  return (
    <Section title={t("own-money.advance")} id="advances">
      {terms?.basisPoints ? <p>{t("advance.terms.part", { part: formatPercent(locale, terms.basisPoints) })}</p> : null}
      {terms?.amount ? (
        <p>
          <Sentence>{t("advance.terms.amount", { amount: formatRupiah(terms.amount) })}</Sentence>
        </p>
      ) : null}
      <Table
        caption={t("own-money.advance.caption")}
        rows={advances}
        rowKey={(row) => row.entryId}
        columns={[
          { key: "kind", label: t("books.kind"), cell: (row) => t(`entry.${row.kind as EntryKind}`) },
          { key: "day", label: t("books.day"), phone: "plain", cell: (row) => formatShortDay(locale, row.at) },
          { key: "memo", label: t("payouts.voucher"), phone: "plain", cell: (row) => row.memo },
          {
            key: "amount",
            label: t("books.amount"),
            numeric: true,
            cell: (row) => (
              <Amount amount={row.amount} why={whyAddress(group.slug, row.amount, { ...ofHer, entry: row.entryId })} />
            ),
          },
        ]}
        footer={[
          "",
          "",
          t("own-money.advance.left"),
          <Amount key="left" amount={money.advance} why={whyAddress(group.slug, money.advance, ofHer)} />,
        ]}
      />
      {mayRelease && money.advance > 0 ? (
        <Card className="max-w-xl">
          <FormFrame state={own}>
            <input type="hidden" name="intent" value="repay" />
            <input type="hidden" name="formKey" value={own?.values.formKey?.[0] ?? `${moneyKey}-repay`} />
            <MoneyField name="amount" label={t("own-money.repay")} hint={t("own-money.repay.hint")} />
            <Button look="second">{t("own-money.repay.do")}</Button>
          </FormFrame>
        </Card>
      ) : null}
    </Section>
  );
}
