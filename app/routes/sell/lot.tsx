import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { formatMoment, formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { LotBar } from "#app/ui/lot-bar.tsx";
import { Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findLot } from "#db/read/lots.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "lots.title");

export const loader = door(async (at) => {
  const group = await openGroup(at, "see-lots");
  const { actor } = at.ctx;
  const lot = await findLot(actor, { groupId: group.id, lotId: at.param("lot") });
  if (!lot) throw notFound();
  const subject = { groupId: group.id };
  return {
    slug: group.slug,
    lot,
    mayWriteOff: may(actor, "write-off-lot", subject),
    mayCorrect: may(actor, "correct-delivery", subject),
  };
});

export default function SeeLot() {
  const { slug, lot, mayWriteOff } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const amount = (milli: number): string => `${formatQuantity(locale, milli)} ${unitName(t, lot.unit)}`;
  return (
    <Page
      title={[lot.listingName, lot.variantName].filter(Boolean).join(", ")}
      lead={t("lots.of-day", { day: formatShortDay(locale, lot.day), number: lot.number })}
      back={{ to: `/desk/${slug}/lots`, label: t("lots.title") }}
      width="narrow"
    >
      <Card className="grid gap-3">
        <LotBar left={lot.leftMilli} of={lot.acceptedMilli} />
        <p>{t("lots.left-of", { left: amount(lot.leftMilli), accepted: amount(lot.acceptedMilli) })}</p>
        {mayWriteOff && lot.leftMilli > 0 ? (
          <p>
            <ButtonLink to={`/desk/${slug}/lots/${lot.id}/write-off`} look="second">
              {t("lots.write-off.title")}
            </ButtonLink>
          </p>
        ) : null}
      </Card>
      <Parts amount={amount} />
      <Sales amount={amount} />
      {lot.writeOffs.length > 0 ? (
        <Section title={t("lots.write-offs")}>
          <ul className="grid gap-2">
            {lot.writeOffs.map((off) => (
              <li key={off.id}>
                <strong>−{amount(off.quantityMilli)}</strong> · {t(`lots.write-off.${off.reason}`)}
                {off.note ? `: ${off.note}` : null}
                <span className="block text-sm text-quiet">
                  {off.recordedBy}, {formatMoment(locale, off.recordedAt)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}

type Shown = { amount: (milli: number) => string };

/** Who brought it. */
function Parts({ amount }: Shown) {
  const { slug, lot, mayCorrect } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Section title={t("lots.parts")}>
      <Table
        caption={t("lots.parts.caption")}
        rows={lot.parts}
        rowKey={(part) => part.deliveryId}
        columns={[
          {
            key: "member",
            label: t("lots.field.member"),
            cell: (part) =>
              mayCorrect ? (
                <Link
                  to={`/desk/${slug}/deliveries/${part.deliveryId}`}
                  className="inline-flex min-h-11 items-center text-sea underline"
                >
                  {part.memberName}
                </Link>
              ) : (
                part.memberName
              ),
          },
          { key: "brought", label: t("lots.brought"), numeric: true, cell: (part) => amount(part.weightMilli) },
          { key: "left", label: t("lots.left"), numeric: true, cell: (part) => amount(part.leftMilli) },
        ]}
      />
    </Section>
  );
}

/** Where it went. */
function Sales({ amount }: Shown) {
  const { slug, lot } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  if (lot.sales.length === 0)
    return (
      <Section title={t("lots.sales")}>
        <Empty text={t("lots.sales.none")} />
      </Section>
    );
  return (
    <Section title={t("lots.sales")}>
      <ul className="grid gap-1">
        {lot.sales.map((sale) => (
          <li key={sale.key}>
            <strong>{amount(sale.quantityMilli)}</strong> · {formatShortDay(locale, sale.placedAt)}
            {sale.lineId && sale.orderNumber ? (
              <>
                {" · "}
                <Link
                  to={`/books/${slug}/lines/${sale.lineId}`}
                  className="inline-flex min-h-11 items-center text-sea underline"
                >
                  {sale.orderNumber}
                </Link>
              </>
            ) : null}
            {sale.shortMilli > 0 ? (
              <span className="text-quiet"> · {t("lots.trace.short", { quantity: amount(sale.shortMilli) })}</span>
            ) : null}
            {sale.returnedAt ? <span className="text-quiet"> · {t("lots.trace.returned")}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
