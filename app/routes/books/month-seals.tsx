import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";
import type { MonthPage } from "./month-page.server.ts";

/** Who closed and reopened a month, and the entry that each seal stands on. */
export function MonthSeals({ seals }: { seals: MonthPage["seals"] }) {
  const { t, locale } = useWords();
  if (seals.length === 0) return null;
  return (
    <Section title={t("month.seals")}>
      <ol className="grid gap-3">
        {seals.map((seal) => (
          <li key={seal.id}>
            {t(`month.seal.${seal.kind}`, {
              ...{ name: seal.by, moment: formatMoment(locale, seal.at) },
              ...{ preparer: seal.preparedBy, reason: seal.reason },
            })}
            {seal.kind === "sealed" ? (
              <span className="block text-sm text-quiet">
                {t("month.seal.head", { number: seal.headSequence })}{" "}
                <code className="break-all">{seal.headHash || "–"}</code>
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
