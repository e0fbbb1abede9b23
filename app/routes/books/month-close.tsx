import type { ComponentProps } from "react";
import { CASH_BOX, whyAddress } from "#app/domain/why.ts";
import { formatMoment, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Notice, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Table } from "#app/ui/table.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import type { MonthPage } from "./month-page.server.ts";

type PartProps = { page: MonthPage; state: ComponentProps<typeof FormFrame>["state"] };

/** Counting, comparing, proposing, approving: what a month that is over still needs. */
export function MonthClose({ page, state }: PartProps) {
  const { t, locale } = useWords();
  if (!page.isOver) return null;
  const isClosed = page.state === "closed";
  return (
    <Section title={t("month.close.title")} id="close">
      {page.reconciled ? <Reconciliation page={page} /> : null}
      {isClosed ? null : <Differences page={page} state={state} />}
      {isClosed || !page.may.includes("count-period") ? null : <Count page={page} state={state} />}
      {page.proposed && page.state === "proposed" ? (
        <Notice>
          {t("month.proposed-by", { name: page.proposed.by, moment: formatMoment(locale, page.proposed.at) })}
        </Notice>
      ) : null}
      {page.sentBack && page.state === "in-review" ? (
        <Notice tone="warn">
          {t("month.sent-back", { name: page.sentBack.by, moment: formatMoment(locale, page.sentBack.at) })}{" "}
          {page.sentBack.why}
        </Notice>
      ) : null}
      {page.state === "open" && !page.may.includes("count-period") ? <p>{t("month.close.waits")}</p> : null}
      <Press page={page} />
      {page.state === "proposed" && page.may.includes("close-period") ? <SendBack state={state} /> : null}
      {isClosed && page.isOperator ? (
        <Card>
          <FormFrame state={stateFor(state, { intent: "reopen" })}>
            <input type="hidden" name="intent" value="reopen" />
            <TextField name="reason" label={t("month.reopen.reason")} hint={t("month.reopen.note")} maxLength={200} />
            <Button look="danger">{t("month.reopen")}</Button>
          </FormFrame>
        </Card>
      ) : null}
    </Section>
  );
}

function Reconciliation({ page }: { page: MonthPage }) {
  const { t, locale } = useWords();
  const { reconciled, counted } = page;
  return (
    <>
      {counted ? <p>{t("month.count.by", { name: counted.by, moment: formatMoment(locale, counted.at) })}</p> : null}
      <Table
        caption={t("month.count.caption")}
        rows={reconciled ?? []}
        rowKey={(row) => row.place}
        columns={[
          { key: "place", label: t("month.place"), phone: "name", cell: (row) => t(`month.place.${row.place}`) },
          {
            key: "counted",
            label: t("month.counted"),
            numeric: true,
            cell: (row) => <Amount amount={row.counted} plain="not-yet" />,
          },
          { key: "ledger", label: t("month.ledger"), numeric: true, cell: (row) => <Ledger page={page} row={row} /> },
          {
            key: "difference",
            label: t("month.difference"),
            numeric: true,
            phone: "figure",
            cell: (row) => (
              <Amount amount={row.difference} plain="here" className={row.difference === 0 ? "" : "text-clay"} />
            ),
          },
        ]}
      />
    </>
  );
}

/** The box is the group's own and opens; what the bank holds is everybody's. */
function Ledger({ page, row }: { page: MonthPage; row: NonNullable<MonthPage["reconciled"]>[number] }) {
  if (row.place !== "cash-box") return <Amount amount={row.ledger} plain="not-yours" />;
  const why = whyAddress(page.group.slug, row.ledger, { ...CASH_BOX, until: page.month });
  return <Amount amount={row.ledger} why={why} />;
}

/** Each difference with its amount, and a form for whoever may book it under a name. */
function Differences({ page, state }: PartProps) {
  const { t } = useWords();
  return (page.reconciled ?? [])
    .filter(({ difference }) => difference !== 0)
    .map(({ place, difference }) => {
      const name = t(`month.place.${place}`);
      const mayBook = place === "cash-box" ? page.may.includes("book-difference") : page.isOperator;
      if (!mayBook)
        return place === "cash-box" ? null : <p key={place}>{t("month.difference.operators", { place: name })}</p>;
      return (
        <Card key={place}>
          <FormFrame state={stateFor(state, { intent: "difference", place })}>
            <input type="hidden" name="intent" value="difference" />
            <input type="hidden" name="place" value={place} />
            <input type="hidden" name="formKey" value={`${page.formKey}-${place}`} />
            <p className="font-semibold">
              <Sentence>{t("month.difference.title", { place: name, amount: formatRupiah(difference) })}</Sentence>
            </p>
            <TextField
              name="name"
              label={t("month.difference.name")}
              hint={t("month.difference.name-hint")}
              maxLength={120}
            />
            <Button look="second">{t("month.difference.do")}</Button>
          </FormFrame>
        </Card>
      );
    });
}

/** Blind at first: the books' own figures stand beside the count only once it is made. */
function Count({ page, state }: PartProps) {
  const { t } = useWords();
  const form = (
    <FormFrame state={stateFor(state, { intent: "count" })}>
      <input type="hidden" name="intent" value="count" />
      <div>
        <h3>{t("month.count")}</h3>
        <p className="mt-1 text-quiet">{t("month.count.hint")}</p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <MoneyField name="cashBox" label={t("month.place.cash-box")} />
        <MoneyField name="bank" label={t("month.place.bank")} />
        <MoneyField name="stripe" label={t("month.place.stripe")} />
        <MoneyField name="codInTransit" label={t("month.place.cod-in-transit")} />
      </div>
      <Button look={page.reconciled ? "second" : "main"}>{t("month.count.do")}</Button>
    </FormFrame>
  );
  if (!page.reconciled) return <Card>{form}</Card>;
  return (
    <details open={state?.values.intent?.[0] === "count"}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-sea">{t("month.count.again")}</summary>
      <Card>{form}</Card>
    </details>
  );
}

/** The second person's other answer: not yet, and why. */
function SendBack({ state }: Pick<PartProps, "state">) {
  const { t } = useWords();
  return (
    <Card>
      <FormFrame state={stateFor(state, { intent: "send-back" })}>
        <input type="hidden" name="intent" value="send-back" />
        <TextField
          name="reason"
          label={t("month.send-back.reason")}
          hint={t("month.send-back.hint")}
          autoComplete="off"
          maxLength={200}
        />
        <Button look="second">{t("month.send-back")}</Button>
      </FormFrame>
    </Card>
  );
}

/** The button of the person whose turn it is. */
function Press({ page }: { page: MonthPage }) {
  const { t } = useWords();
  const isProposing = page.state === "in-review" && page.may.includes("propose-period");
  const isClosing = page.state === "proposed" && page.may.includes("close-period");
  if (!isProposing && !isClosing) return null;
  const open = page.questionCount;
  return (
    <Card>
      <FormFrame state={undefined}>
        <input type="hidden" name="intent" value={isClosing ? "close" : "propose"} />
        {open > 0 ? <Notice tone="warn">{t("month.close.questions", { count: open })}</Notice> : null}
        <p>{t(isClosing ? "month.close.note" : "month.propose.note")}</p>
        <Button>{t(isClosing ? "month.close" : "month.propose")}</Button>
      </FormFrame>
    </Card>
  );
}
