import type { SurplusSlip } from "#app/domain/surplus-year.ts";
import { sharedWith, whyAddress } from "#app/domain/why.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Sentence } from "#app/ui/sentence.tsx";

type Shown = Omit<SurplusSlip, "total" | "parts"> & {
  total: number;
  parts: { key: "business" | "capital"; own: number; all: number; fund: number; amount: number }[];
};

type SlipProps = { slip: Shown; group: { slug: string; name: string }; year: { id: string; name: number } };

/** One member's slip; small enough for a quarter of an A4 sheet, which is A6. */
export function Slip({ slip, group, year }: SlipProps) {
  const { t } = useWords();
  return (
    <section className="grid content-start gap-3 rounded-card border border-line bg-card p-4 print:break-inside-avoid">
      <p className="font-bold text-sea-deep">{group.name}</p>
      <h2>{t("surplus.year.title", { year: String(year.name) })}</h2>
      <p>
        {slip.name}
        <span className="block text-sm text-quiet">{slip.label}</span>
      </p>
      <p>
        <span className="block text-sm text-quiet">{t("surplus.slip.share")}</span>
        <Amount
          amount={slip.total}
          why={whyAddress(group.slug, slip.total, sharedWith(slip, year.id))}
          className="text-xl font-bold"
        />
      </p>
      <ul className="grid gap-2 text-sm">
        {slip.parts.map((part) => (
          <li key={part.key}>
            <Sentence>
              {t(`surplus.slip.${part.key}`, {
                ...{ own: formatRupiah(part.own), all: formatRupiah(part.all), fund: formatRupiah(part.fund) },
              })}
            </Sentence>{" "}
            <Amount amount={part.amount} plain="here" className="font-semibold" />
          </li>
        ))}
      </ul>
      <p className="h-16 border-b border-line text-sm text-quiet">{t("surplus.slip.received")}</p>
    </section>
  );
}
