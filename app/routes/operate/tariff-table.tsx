import { formatClock, formatShortDay, formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { type PriceParts, TariffPrice } from "./tariff-price.tsx";

export type ShownTariff = PriceParts & {
  id: string;
  service: string;
  minKg: number;
  toleranceGrams: number;
  stepGrams: number;
  maxParcelGrams: number;
  maxSideMm: number | null;
  volumeDivisor: number;
  daysUnderWay: number;
  keepsCold: boolean;
  countsBox: boolean;
  validFrom: string;
  validTo: string | null;
  source: string;
  enteredByName: string | null;
  enteredAt: string | null;
  isInForce: boolean;
};

/** The prices to a zone, old and new, with where they come from. */
export function TariffTable({ tariffs }: { tariffs: ShownTariff[] }) {
  const { t, locale } = useWords();
  const moment = (at: string): string => `${formatShortDay(locale, at)}, ${formatClock(locale, at)}`;
  const size = ({ maxParcelGrams, maxSideMm }: ShownTariff): string =>
    [formatWeight(locale, maxParcelGrams), ...(maxSideMm === null ? [] : [`${maxSideMm / 10} cm`])].join(", ");
  return (
    <Table
      caption={t("operate.zone.tariffs.lead")}
      rows={tariffs}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "service",
          label: t("operate.tariff.service"),
          cell: (row) => (
            <>
              {row.service} {row.isInForce ? <Badge tone="good">{t("operate.tariff.in-force")}</Badge> : null}
            </>
          ),
        },
        { key: "price", label: t("operate.tariff.price"), phone: "plain", cell: (row) => <TariffPrice tariff={row} /> },
        { key: "max", label: t("operate.tariff.largest"), cell: size },
        { key: "from", label: t("operate.tariff.from"), cell: (row) => moment(row.validFrom) },
        { key: "to", label: t("operate.tariff.to"), cell: (row) => (row.validTo ? moment(row.validTo) : "–") },
        {
          key: "source",
          label: t("operate.tariff.source"),
          cell: ({ source, enteredByName, enteredAt }) => (
            <>
              {source || "–"}
              {enteredByName && enteredAt ? (
                <span className="block text-sm text-quiet">
                  {t("operate.tariff.entered", { name: enteredByName, day: formatShortDay(locale, enteredAt) })}
                </span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
