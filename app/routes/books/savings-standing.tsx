import { SAVING_KINDS } from "#app/domain/savings.ts";
import { CAPITAL, savedAs, whyAddress } from "#app/domain/why.ts";
import { formatMonth, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Card, Notice } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";

type Saver = {
  id: string;
  saved: Record<(typeof SAVING_KINDS)[number], number>;
  total: number;
  hasLeft: boolean;
  standing: { behind: number; pokokBehind: number; openMonths: { month: string; missing: number }[] };
};

/** What is there, and what is still open: said kindly, to the member alone. */
export function Standing({ slug, saver }: { slug: string; saver: Saver }) {
  const { t, locale } = useWords();
  const { standing } = saver;
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {[
          ...SAVING_KINDS.map((kind) => ({
            ...{ label: t(`savings.${kind}`), amount: saver.saved[kind], why: savedAs(kind) },
          })),
          { label: t("books.total"), amount: saver.total, why: CAPITAL },
        ].map(({ label, amount, why }) => (
          <Card key={label}>
            <dt className="text-sm font-semibold text-quiet">{label}</dt>
            <dd className="text-lg font-bold">
              <Amount amount={amount} why={whyAddress(slug, amount, { ...why, of: "member", member: saver.id })} />
            </dd>
          </Card>
        ))}
      </dl>
      {standing.behind > 0 ? (
        <div className="print:hidden">
          <Notice tone="info">
            <p>
              <Sentence>{t("savings.open", { amount: formatRupiah(standing.behind) })}</Sentence>
            </p>
            <ul className="mt-2 list-disc ps-6">
              {standing.pokokBehind > 0 ? (
                <li>
                  {t("savings.pokok")}: <Amount amount={standing.pokokBehind} plain="not-yet" />
                </li>
              ) : null}
              {standing.openMonths.map(({ month, missing }) => (
                <li key={month}>
                  {formatMonth(locale, month)}: <Amount amount={missing} plain="not-yet" />
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      {saver.hasLeft && saver.total > 0 ? <Notice tone="info">{t("savings.left.own")}</Notice> : null}
    </>
  );
}
