import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { rupiah, sum } from "#app/domain/money.ts";
import { may } from "#app/domain/permissions.ts";
import { goodsValueOf } from "#app/domain/sale-line.ts";
import { formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Money } from "#app/ui/money.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { Table } from "#app/ui/table.tsx";
import { door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findEntrustment } from "#db/read/entrustments.ts";
import { numberOf } from "./entrustment.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "entrust.note");

export const loader = door(async (at) => {
  const group = await openGroup(at, "see-desk");
  const { actor } = at.ctx;
  const note = await findEntrustment(actor, { groupId: group.id, number: numberOf(at) });
  if (!note) throw notFound();
  const isOpen = note.lines.some((line) => line.leftMilli > 0);
  return {
    group: { slug: group.slug, name: group.name },
    note,
    // What was sold at the agreed price; a line that sold nothing is worth nothing.
    earned: sum(
      note.lines.map((line) => goodsValueOf({ price: line.agreedPrice, quantityMilli: line.soldMilli }) ?? rupiah(0)),
    ),
    mayReturn: isOpen && may(actor, "return-entrusted", { groupId: group.id }),
  };
});

export default function SeeEntrustment() {
  const { group, note, earned, mayReturn } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const facts = [
    { label: t("entrust.group"), value: group.name },
    { label: t("entrust.member"), value: <strong>{`${note.memberNumber}. ${note.memberName}`}</strong> },
    { label: t("entrust.place.short"), value: note.placeName },
    { label: t("entrust.day"), value: formatShortDay(locale, note.day) },
    ...(note.note ? [{ label: t("entrust.remark"), value: note.note }] : []),
    { label: t("entrust.recorded"), value: note.recordedBy },
  ];
  return (
    <Page
      title={t("entrust.number", { number: note.number })}
      back={{ to: `/desk/${group.slug}/entrustments`, label: t("entrust.title") }}
      width="narrow"
    >
      <PrintSheet label={t("entrust.print")} hint={t("entrust.print.hint")}>
        <Facts facts={facts} />
        <NoteLines />
        <p>{t("entrust.terms")}</p>
        <div className="grid grid-cols-2 gap-6">
          {[t("entrust.sign.member"), t("entrust.sign.group")].map((who) => (
            <p key={who} className="flex h-28 flex-col justify-between border-b border-line pb-1">
              <span>{who}</span>
              <span className="text-sm text-quiet">{t("entrust.sign.name")}</span>
            </p>
          ))}
        </div>
      </PrintSheet>
      <p className="print:hidden">
        {t("entrust.earned")} <Money amount={earned} className="font-bold" />. {t("entrust.earned.hint")}
      </p>
      {mayReturn ? (
        <p className="print:hidden">
          <ButtonLink look="second" to={`/desk/${group.slug}/entrustments/${note.number}/return`}>
            {t("entrust.return.title")}
          </ButtonLink>
        </p>
      ) : null}
      <div className="grid gap-6 print:hidden">
        <Now />
        <Changes />
      </div>
    </Page>
  );
}

/** What of each line was sold, is lost, went home, and must still be there. */
function Now() {
  const { note } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Section title={t("entrust.now")}>
      <ul className="grid gap-2">
        {note.lines.map((line) => {
          const amount = (milli: number) => `${formatQuantity(locale, milli)} ${unitName(t, line.unit)}`;
          const parts = [
            line.soldMilli > 0 && `${t("entrust.sold")} ${amount(line.soldMilli)}`,
            line.lostMilli > 0 && `${t("entrust.lost")} ${amount(line.lostMilli)}`,
            line.returnedMilli > 0 && `${t("entrust.returned")} ${amount(line.returnedMilli)}`,
            `${t("entrust.left")} ${amount(line.leftMilli)}`,
          ];
          return (
            <li key={line.id}>
              <span className="font-semibold">{[line.listingName, line.variantName].filter(Boolean).join(", ")}</span>
              <span className="block">{parts.filter(Boolean).join(" · ")}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** What the note says came. */
function NoteLines() {
  const { note } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const lines = note.lines.map((line) => ({
    ...line,
    amount: (milli: number): string => `${formatQuantity(locale, milli)} ${unitName(t, line.unit)}`,
  }));
  return (
    <Table
      caption={t("entrust.lines")}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: "goods",
          label: t("entrust.goods"),
          cell: (line) => [line.listingName, line.variantName].filter(Boolean).join(", "),
        },
        {
          key: "price",
          label: t("entrust.price"),
          numeric: true,
          phone: "plain",
          cell: (line) => <Money amount={line.agreedPrice} />,
        },
        {
          key: "quantity",
          label: t("entrust.quantity"),
          numeric: true,
          cell: (line) => line.amount(line.quantityMilli),
        },
      ]}
    />
  );
}

/** Every count and return, as it was written down. */
function Changes() {
  const { note } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  if (note.changes.length === 0) return null;
  return (
    <Section title={t("entrust.changes")}>
      <ul className="grid gap-2">
        {note.changes.map((change) => {
          const line = note.lines.find((each) => each.id === change.lineId);
          const amount = (milli: number) => `${formatQuantity(locale, milli)} ${unitName(t, line?.unit ?? "")}`;
          const parts = [
            change.soldMilli > 0 && `${t("entrust.sold")} ${amount(change.soldMilli)}`,
            change.lostMilli > 0 && `${t("entrust.lost")} ${amount(change.lostMilli)}`,
            change.returnedMilli > 0 && `${t("entrust.returned")} ${amount(change.returnedMilli)}`,
          ].filter(Boolean);
          return (
            <li key={`${change.changeId} ${change.lineId}`}>
              <strong>{t(`entrust.change.${change.kind}`)}</strong> {formatShortDay(locale, change.day)} ·{" "}
              {[line?.listingName, line?.variantName].filter(Boolean).join(", ")}:{" "}
              {parts.length > 0 ? parts.join(" · ") : t("entrust.change.nothing")}
              <span className="block text-sm text-quiet">{change.recordedBy}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
