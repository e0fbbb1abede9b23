import { formatClock, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/page.tsx";

type Flaw = { service: string; kind: "gap" | "overlap"; from: string; to: string | null };

/** When a service has no price, or two: in words, so that somebody closes the gap before a buyer falls into it. */
export function TariffFlaws({ flaws }: { flaws: Flaw[] }) {
  const { t, locale } = useWords();
  if (flaws.length === 0) return null;
  const moment = (at: string): string => `${formatShortDay(locale, at)}, ${formatClock(locale, at)}`;
  return (
    <Notice tone="warn">
      <h3>{t("operate.tariff.flaws")}</h3>
      <ul>
        {flaws.map(({ service, kind, from, to }) => (
          <li key={`${service} ${kind} ${from}`}>
            {to === null
              ? t(`operate.tariff.${kind}.open`, { service, from: moment(from) })
              : t(`operate.tariff.${kind}`, { service, from: moment(from), to: moment(to) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
