import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { voucherNumber } from "#app/domain/cash-movement.ts";
import { may } from "#app/domain/permissions.ts";
import { COST_BASES, goodsName, StockCostForm } from "#app/domain/stock-cost.ts";
import { formatMoment, formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, RadioGroup, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { recordStockCost } from "#app/usecases/books/record-stock-cost.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listExpenseVouchers, listStockCosts } from "#db/read/stock-costs.ts";
import { listStockOnHand } from "#db/read/stock-on-hand.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "stock-cost.title");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  const { actor, secrets } = entered.ctx;
  const mayRecord = may(actor, "record-stock-cost", { groupId: group.id });
  const [records, stock, vouchers] = await Promise.all([
    listStockCosts(actor, group.id),
    listStockOnHand(actor, group.id),
    mayRecord ? listExpenseVouchers(actor, group.id) : [],
  ]);
  const kinds = new Map(stock.onHand.map((row) => [row.id, { ...row, lot: null }]));
  const goods = [...kinds.values(), ...stock.onHand.filter((row) => row.lot !== null)];
  return {
    ...{ slug: group.slug, name: group.name, mayRecord, formKey: secrets.token() },
    chosen: entered.url.searchParams.get("goods") ?? "",
    goods: goods.map(({ id, listing, variant, unit, lot }) => ({
      ...{ value: goodsName({ variantId: id, lotId: lot?.id ?? null }), listing, variant, unit, day: lot?.day ?? null },
    })),
    vouchers: vouchers.map((each) => ({ ...each, label: voucherNumber(each) })),
    records: records.map(({ voucherYear, voucherNumber: number, ...row }) => ({
      ...row,
      voucher: voucherYear && number ? voucherNumber({ year: voucherYear, number }) : "",
    })),
  };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "record-stock-cost");
  const form = await readForm(entered.request, StockCostForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await recordStockCost(entered.ctx, { ...form.value, groupId: group.id });
  return answer.ok ? redirect(`/books/${group.slug}/stock-costs`, 303) : refusedBy(answer, form.values);
});

export default function StockCosts() {
  const { slug, name, mayRecord } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page
      title={t("stock-cost.title")}
      lead={name}
      trail={[
        { to: `/books/${slug}`, label: t("books.title") },
        { to: `/books/${slug}/registers/stock`, label: t("register.stock") },
      ]}
    >
      <p className="max-w-prose">{t("stock-cost.lead")}</p>
      {mayRecord ? <Record /> : null}
      <Records />
    </Page>
  );
}

function Record() {
  const { goods, vouchers, chosen, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  if (goods.length === 0) return <Empty drawing="book" text={t("stock-cost.no-goods")} />;
  return (
    <Card className="max-w-xl">
      <FormFrame state={state} defaults={{ goods: chosen, basis: "paid" }}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <SelectField
          name="goods"
          label={t("register.goods")}
          blank
          choices={goods.map((row) => ({
            value: row.value,
            label: [
              ...[row.listing, row.variant].filter(Boolean),
              ...(row.day ? [t("stock-cost.lot", { day: formatShortDay(locale, row.day) })] : []),
              unitName(t, row.unit),
            ].join(", "),
          }))}
        />
        <MoneyField name="unitCost" label={t("stock-cost.unit")} hint={t("stock-cost.unit.hint")} />
        <RadioGroup
          name="basis"
          label={t("stock-cost.basis")}
          options={COST_BASES.map((value) => ({ value, label: t(`stock-cost.basis.${value}`) }))}
        />
        <TextField
          name="source"
          label={t("stock-cost.source")}
          hint={t("stock-cost.source.hint")}
          autoComplete="off"
          maxLength={120}
        />
        {vouchers.length > 0 ? (
          <SelectField
            name="voucherId"
            label={t("stock-cost.voucher")}
            blank
            optional
            choices={vouchers.map((row) => ({
              value: row.id,
              label: `${row.label}, ${row.counterpart}, ${formatRupiah(row.amount)}`,
            }))}
          />
        ) : null}
        <Button wide>{t("stock-cost.do")}</Button>
      </FormFrame>
    </Card>
  );
}

const LINK = "inline-flex min-h-11 items-center text-sea underline";

/** Every record, the newest first: the page behind each figure at cost. */
function Records() {
  const { slug, records } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  if (records.length === 0) return <Empty drawing="book" text={t("stock-cost.none")} />;
  return (
    <Section title={t("stock-cost.records")} id="records">
      <Table
        caption={t("stock-cost.records.caption")}
        rows={records}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "goods",
            label: t("register.goods"),
            phone: "name",
            cell: (row) => (
              <span id={`cost-${row.number}`}>{[row.listing, row.variant].filter(Boolean).join(", ")}</span>
            ),
          },
          {
            key: "lot",
            label: t("register.lot"),
            phone: "plain",
            cell: (row) =>
              row.lotId && row.lotDay ? (
                <Link className={LINK} to={`/desk/${slug}/lots/${row.lotId}`}>
                  {formatShortDay(locale, row.lotDay)}
                </Link>
              ) : (
                t("stock-cost.all-lots")
              ),
          },
          {
            key: "source",
            label: t("stock-cost.source"),
            phone: "plain",
            cell: (row) => (
              <>
                {t(`stock-cost.basis.${row.basis}`)}: {row.source}.{" "}
                {row.voucherId ? (
                  <Link className={LINK} to={`/books/${slug}/cash/${row.voucherId}`}>
                    {row.voucher}
                  </Link>
                ) : null}
              </>
            ),
          },
          {
            key: "who",
            label: t("stock-cost.recorded"),
            phone: "plain",
            cell: (row) => `${row.recorder}, ${formatMoment(locale, row.recordedAt)}`,
          },
          {
            key: "cost",
            label: t("stock-cost.unit"),
            numeric: true,
            cell: (row) => (
              <>
                <Amount amount={row.unitCost} plain="here" /> / {unitName(t, row.unit)}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
