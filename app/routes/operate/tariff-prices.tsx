import { useId } from "react";
import { TABLE_KILOGRAMS } from "#app/domain/tariff-prices.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

type Service = {
  id: string;
  service: string;
  byKilogram: number[];
  steps: { fromGrams: number; price: number }[];
};

/** What each kilogram costs by the tariffs in force: a picture, and the same figures in a table. */
export function TariffPrices({ services }: { services: Service[] }) {
  const { t } = useWords();
  const rows = Array.from({ length: TABLE_KILOGRAMS }, (_, at) => ({ at, kilograms: at + 1 }));
  return (
    <Section id="prices" title={t("operate.tariff.prices")}>
      <PricePicture services={services} />
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sea underline underline-offset-2">
          {t("operate.tariff.prices.table")}
        </summary>
        <Table
          caption={t("operate.tariff.prices.caption")}
          rows={rows}
          rowKey={(row) => String(row.kilograms)}
          columns={[
            { key: "kg", label: t("operate.tariff.prices.weight"), cell: (row) => `${row.kilograms} kg` },
            ...services.map(({ id, service, byKilogram }) => ({
              key: id,
              label: service,
              numeric: true,
              cell: (row: { at: number }) => <Amount plain="agreed" amount={byKilogram[row.at] ?? 0} />,
            })),
          ]}
        />
      </details>
    </Section>
  );
}

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 4;
const TOP = 14;
/** Lines differ in their dashes as well, so that nothing hangs on the colour. */
const LOOKS = [
  { className: "stroke-mangrove", strokeDasharray: undefined },
  { className: "stroke-sea", strokeDasharray: "6 3" },
  { className: "stroke-clay", strokeDasharray: "2 3" },
] as const;

function PricePicture({ services }: { services: Service[] }) {
  const id = useId();
  const { t } = useWords();
  const most = Math.max(1, ...services.flatMap((service) => service.byKilogram));
  const across = (grams: number): number => LEFT + (grams / (TABLE_KILOGRAMS * 1000)) * (WIDTH - 2 * LEFT);
  const up = (price: number): number => HEIGHT - (price / most) * (HEIGHT - TOP);
  const said = services.map(({ service, byKilogram }) =>
    t("operate.tariff.prices.said", {
      service,
      ...{ one: formatRupiah(byKilogram[0] ?? 0), ten: formatRupiah(byKilogram[9] ?? 0) },
      thirty: formatRupiah(byKilogram[TABLE_KILOGRAMS - 1] ?? 0),
    }),
  );
  return (
    <figure className="grid gap-2">
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-said`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 16}`}
        className="h-auto w-full max-w-xl"
      >
        <title id={`${id}-title`}>{t("operate.tariff.prices.picture")}</title>
        <desc id={`${id}-said`}>{said.join(" ")}</desc>
        <line x1={LEFT} x2={WIDTH - LEFT} y1={TOP} y2={TOP} className="stroke-line" strokeWidth="1" />
        <line x1={LEFT} x2={WIDTH - LEFT} y1={HEIGHT} y2={HEIGHT} className="stroke-edge" strokeWidth="1" />
        <text x={LEFT} y={TOP - 4} fontSize="9" className="fill-ink">
          {/* The figure alone: the picture's description says it in rupiah. */}
          {formatRupiah(most).replace(/^\D+/, "")}
        </text>
        {[1, 10, 20, 30].map((kilograms) => (
          <text
            key={kilograms}
            x={across(kilograms * 1000)}
            y={HEIGHT + 12}
            fontSize="9"
            textAnchor={kilograms === TABLE_KILOGRAMS ? "end" : "middle"}
            className="fill-ink"
          >
            {kilograms} kg
          </text>
        ))}
        {services.map(({ id: key, steps }, at) => (
          <polyline key={key} points={pointsOf(steps, across, up)} fill="none" strokeWidth="2" {...LOOKS[at % 3]} />
        ))}
      </svg>
      <figcaption className="flex flex-wrap gap-x-4 text-sm">
        {services.map(({ id: key, service }, at) => (
          <span key={key} className="inline-flex items-center gap-2">
            <svg viewBox="0 0 24 8" aria-hidden="true" className="h-2 w-6">
              <line x1="0" x2="24" y1="4" y2="4" strokeWidth="2" {...LOOKS[at % 3]} />
            </svg>
            {service}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** Level to the end of each piece, then straight up to the next. */
function pointsOf(steps: Service["steps"], across: (grams: number) => number, up: (price: number) => number): string {
  return steps
    .flatMap(({ fromGrams, price }, at) => {
      const to = steps[at + 1]?.fromGrams ?? TABLE_KILOGRAMS * 1000;
      return [
        `${across(fromGrams).toFixed(1)},${up(price).toFixed(1)}`,
        `${across(to).toFixed(1)},${up(price).toFixed(1)}`,
      ];
    })
    .join(" ");
}
