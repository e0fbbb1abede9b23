import { formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";

export type PriceParts = {
  perKg: number;
  perParcel: number;
  boatFee: number;
  firstBlockGrams: number;
  firstBlockFee: number;
};

/** What a tariff asks, each of its prices in a line of its own; those that are nothing are left out. */
export function TariffPrice({ tariff }: { tariff: PriceParts }) {
  const { t, locale } = useWords();
  const { perKg, perParcel, boatFee, firstBlockGrams, firstBlockFee } = tariff;
  const lines = [
    {
      key: "first",
      amount: firstBlockFee,
      what: t("operate.tariff.first-block-up-to", { weight: formatWeight(locale, firstBlockGrams) }),
    },
    { key: "kg", amount: perKg, what: t(firstBlockGrams > 0 ? "operate.tariff.a-further-kg" : "operate.tariff.a-kg") },
    { key: "parcel", amount: perParcel, what: t("operate.tariff.a-parcel") },
    { key: "boat", amount: boatFee, what: t("operate.tariff.a-parcel-on-board") },
  ].filter((line) => line.amount > 0);
  if (lines.length === 0) return <>{t("operate.tariff.free")}</>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.key}>
          <Amount plain="agreed" amount={line.amount} /> {line.what}
        </li>
      ))}
    </ul>
  );
}
