import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { SHARE_PARTIES } from "#app/domain/sale-split.ts";
import { isUnit } from "#app/domain/unit.ts";
import { formatMoment, formatQuantity, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { SplitPicture, toneOf } from "#app/ui/split-picture.tsx";
import { Table } from "#app/ui/table.tsx";
import { door, notFound } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listLineParts, listOrderPostings } from "#db/read/order-why.ts";
import { findOrder } from "#db/read/orders.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "why.order.title");

export const loader = door(async ({ ctx, param }) => {
  const order = await findOrder(ctx.actor, param("number"));
  if (!order) throw notFound();
  const [parts, postings] = await Promise.all([listLineParts(order.id), listOrderPostings(order.id)]);
  return {
    number: order.number,
    groups: order.consignments.map(({ id, groupName, lines, alone, quote, share }) => ({
      ...{ id, groupName, alone, quote, share },
      lines: lines.map((line) => ({
        ...{ id: line.id, name: [line.listingName, line.variantName].filter(Boolean).join(", ") },
        ...{ unit: line.unit, unitPrice: line.unitPrice, quantityMilli: line.quantityMilli },
        ...{ goodsValue: line.goodsValue, missing: line.missing },
        ruleVersion: parts.find(({ lineId }) => lineId === line.id)?.ruleVersion ?? 0,
        // The members first: it is their price.
        parts: SHARE_PARTIES.toReversed().flatMap((party) => {
          const amount = parts.find((part) => part.lineId === line.id && part.party === party)?.amount ?? 0;
          return amount > 0 ? [{ party, amount }] : [];
        }),
      })),
    })),
    postings,
  };
});

export default function OrderWhy() {
  const { number, groups, postings } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("why.order.title")}
      lead={t("why.order.lead")}
      back={{ to: `/orders/${number}`, label: t("buy.order.title", { number }) }}
      width="narrow"
    >
      {groups.map((group) => (
        <Section key={group.id} title={t("buy.order.consignment", { group: group.groupName })} id={group.id}>
          {group.lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
          {group.alone > 0 ? <Shipping part={group} /> : null}
        </Section>
      ))}
      <Section title={t("why.order.moved")} id="moved">
        <p className="text-quiet">{t("why.order.moved.lead")}</p>
        {postings.length === 0 ? (
          <Empty drawing="book" text={t("why.order.moved.none")} />
        ) : (
          <Table
            caption={t("why.order.moved.caption")}
            rows={postings}
            rowKey={(row) => row.id}
            columns={[
              { key: "at", label: t("why.entry.when"), phone: "plain", cell: (row) => formatMoment(locale, row.at) },
              { key: "kind", label: t("books.kind"), phone: "name", cell: (row) => t(`entry.${row.kind}`) },
              { key: "where", label: t("why.accounts"), phone: "plain", cell: (row) => t(`account.${row.account}`) },
              {
                key: "amount",
                label: t("books.amount"),
                numeric: true,
                // What is kept for the buyer is above zero.
                cell: (row) => <Amount amount={-row.amount} plain="here" />,
              },
            ]}
            footer={[
              t("why.order.left"),
              "",
              "",
              <Amount key="left" amount={-postings.reduce((all, row) => all + row.amount, 0)} plain="here" />,
            ]}
          />
        )}
      </Section>
    </Page>
  );
}

type LoadedGroup = ReturnType<typeof useLoaderData<typeof loader>>["groups"][number];

/** One line: its price, and where each rupiah of it goes; no member is told apart. */
function Line({ line }: { line: LoadedGroup["lines"][number] }) {
  const { t, locale } = useWords();
  const unit = isUnit(line.unit) ? t(`unit.${line.unit}`) : line.unit;
  return (
    <Card>
      <h3 id={line.id}>{line.name}</h3>
      <p className="mt-1 mb-3">
        {formatQuantity(locale, line.quantityMilli)} {unit} × <Amount amount={line.unitPrice} plain="agreed" /> ={" "}
        <Amount amount={line.goodsValue} plain="here" className="font-bold" />
        {line.missing > 0 ? (
          <span className="block text-sm text-quiet">
            <Sentence>{t("why.order.missing", { amount: formatRupiah(line.missing) })}</Sentence>
          </span>
        ) : null}
      </p>
      <SplitPicture
        parts={line.parts.map(({ party, amount }) => ({
          ...{ key: party, label: t(`party.${party}`), amount, tone: toneOf(party) },
        }))}
        total={line.goodsValue - line.missing}
        totalLabel={t("books.line.total")}
      />
      <p className="text-sm text-quiet">{t("why.order.rule", { version: line.ruleVersion })}</p>
    </Card>
  );
}

/** Shipping can only go down: alone, the ceiling at checkout, and the share that was charged in the end. */
function Shipping({ part }: { part: LoadedGroup }) {
  const { t } = useWords();
  return (
    <Card>
      <h3>{t("buy.order.shipping")}</h3>
      <Facts
        facts={[
          { label: t("buy.order.shipping-alone"), value: <Amount amount={part.alone} plain="agreed" /> },
          { label: t("why.order.quote"), value: <Amount amount={part.quote} plain="agreed" /> },
          ...(part.share === null
            ? []
            : [{ label: t("buy.order.shipping-final"), value: <Amount amount={part.share} plain="here" /> }]),
        ]}
      />
      <p className="mt-2 text-sm text-quiet">{t("why.order.shipping-note")}</p>
    </Card>
  );
}
