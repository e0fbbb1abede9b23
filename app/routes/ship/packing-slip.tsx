import type { Delivery } from "#app/domain/checkout.ts";
import { formatMoment, formatQuantity, formatShortDay, formatWeight } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { Table } from "#app/ui/table.tsx";
import { WhatsAppTo } from "#app/ui/whatsapp-to.tsx";

type Consignment = {
  orderNumber: string;
  /** Who gets it: of a gift the recipient. */
  buyerName: string;
  isGift: boolean;
  cardNote: string;
  delivery: Delivery;
  noteToGroups: string;
  runCode: string | null;
  cutOffAt: string | null;
  departsAt: string | null;
  pickUpPoint: string | null;
  hub: { name: string; address: string } | null;
  grams: number;
  packedGrams: number | null;
  sent: { at: string; note: string | null } | null;
  address: { phone: string; lines: string[] } | null;
  lines: { id: string; name: string; unit: string; quantityMilli: number; packedQuantityMilli: number | null }[];
};

/** What lies in the box and where it goes: a page to read, and on paper the slip that goes with the goods. */
export function PackingSlip({ group, consignment }: { group: string; consignment: Consignment }) {
  const { t, locale } = useWords();
  const { address, departsAt, cutOffAt, sent, isGift } = consignment;
  const facts = [
    { label: t("consignments.group"), value: group },
    { label: t(isGift ? "gift.to" : "consignments.buyer"), value: <strong>{consignment.buyerName}</strong> },
    { label: t("consignments.way"), value: t(`delivery.${consignment.delivery}`) },
    consignment.pickUpPoint && { label: t("consignments.point"), value: consignment.pickUpPoint },
    consignment.runCode && {
      label: t("consignments.run"),
      value: `${consignment.runCode}${departsAt ? ` · ${formatShortDay(locale, departsAt)}` : ""}`,
    },
    consignment.hub && {
      label: t("consignments.hub"),
      value: `${consignment.hub.name}, ${consignment.hub.address}`,
    },
    cutOffAt && { label: t("consignments.cut-off"), value: formatMoment(locale, cutOffAt) },
    address && { label: t("consignments.phone"), value: address.phone },
    address && {
      label: t("consignments.address"),
      value: address.lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      )),
    },
    {
      label: consignment.packedGrams === null ? t("consignments.weight-ordered") : t("consignments.weight-packed"),
      value: formatWeight(locale, consignment.packedGrams ?? consignment.grams),
    },
    consignment.noteToGroups && { label: t("consignments.note"), value: consignment.noteToGroups },
    sent && {
      label: t("consignments.sent"),
      value: [formatMoment(locale, sent.at), sent.note].filter(Boolean).join(" · "),
    },
  ].filter((fact) => fact !== null && fact !== "");
  return (
    <PrintSheet label={t("consignments.print")} hint={t("consignments.print-hint")}>
      {isGift ? <CardToWrite note={consignment.cardNote} /> : null}
      <Facts facts={facts} />
      <Table
        caption={t("consignments.contents")}
        rowKey={(line) => line.id}
        rows={consignment.lines}
        columns={[
          { key: "name", label: t("consignments.goods"), cell: (line) => line.name },
          {
            key: "quantity",
            label: t("consignments.quantity"),
            numeric: true,
            cell: (line) =>
              [
                `${formatQuantity(locale, line.quantityMilli)} ${unitName(t, line.unit)}`,
                line.packedQuantityMilli !== null && line.packedQuantityMilli !== line.quantityMilli
                  ? t("consignments.packed", { quantity: formatQuantity(locale, line.packedQuantityMilli) })
                  : "",
              ]
                .filter(Boolean)
                .join(" · "),
          },
        ]}
      />
      {address ? (
        <div className="print:hidden">
          <WhatsAppTo
            phone={address.phone}
            name={consignment.buyerName}
            text={t("whatsapp.consignment", { name: consignment.buyerName, group, number: consignment.orderNumber })}
          />
        </div>
      ) : null}
    </PrintSheet>
  );
}

/** What the group does for a gift. The card itself goes with the goods; on the printed slip its words would be read twice. */
function CardToWrite({ note }: { note: string }) {
  const { t } = useWords();
  return (
    <div className="print:hidden">
      <Notice>
        <p className="font-semibold">{t("gift.pack")}</p>
        {note ? (
          <>
            <p>{t("gift.write")}</p>
            <blockquote className="mt-1 whitespace-pre-line border-s-4 border-line ps-4">{note}</blockquote>
          </>
        ) : null}
      </Notice>
    </div>
  );
}
