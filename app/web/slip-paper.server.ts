import { amountInWords } from "#app/domain/amount-in-words.ts";
import type { Locale } from "#app/domain/locale.ts";
import type { SurplusSlip } from "#app/domain/surplus-year.ts";
import { formatDay, formatRupiah } from "#app/i18n/format.ts";
import type { Paper } from "#app/i18n/paper.ts";
import { translator } from "#app/i18n/translate.ts";

type Said = { slip: SurplusSlip; group: string; year: number; at: Date; isUndone: boolean; locale: Locale };

/** A member's slip of a year as a small paper. */
export function slipPaper({ slip, group, year, at, isUndone, locale }: Said): Paper {
  const t = translator(locale);
  return {
    ...{ title: t("surplus.year.title", { year: String(year) }), number: slip.label, issuer: [group] },
    facts: [
      { label: t("books.member"), lines: [slip.name] },
      { label: t("document.date"), lines: [formatDay(locale, at)] },
    ],
    goods: {
      head: [t("surplus.fund"), t("surplus.slip.own"), t("surplus.slip.all"), t("surplus.amount")],
      rows: slip.parts.map(({ key, own, all, amount }) => [
        ...([t(`surplus.fund.${key}`), formatRupiah(own), formatRupiah(all), formatRupiah(amount)] as const),
      ]),
    },
    totals: [
      { label: t("surplus.slip.share"), value: formatRupiah(slip.total), isStrong: true },
      { label: t("document.in-words"), value: amountInWords(slip.total, locale), isStrong: false },
    ],
    notes: [t(isUndone ? "surplus.slip.undone" : "surplus.slip.where")],
    signature: { dated: t("surplus.slip.received"), name: slip.name },
    language: locale,
  };
}
