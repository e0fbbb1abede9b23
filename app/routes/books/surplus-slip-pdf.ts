import { amountInWords } from "#app/domain/amount-in-words.ts";
import { formatDay, formatRupiah } from "#app/i18n/format.ts";
import type { Paper } from "#app/i18n/paper.ts";
import { translator } from "#app/i18n/translate.ts";
import { door } from "#app/web/door.server.ts";
import { sheetAnswer } from "#app/web/picture-answer.server.ts";
import { openSlip } from "#app/web/surplus.server.ts";

/** A member's slip of a year as a file to keep, send or print. */
export const loader = door(async (entered) => {
  const { group, member, year, slip, isUndone, approvedAt } = await openSlip(entered);
  const { locale, papers, now } = entered.ctx;
  const t = translator(locale);
  const paper: Paper = {
    ...{ title: t("surplus.year.title", { year: String(year) }), number: slip.label, issuer: [group.name] },
    facts: [
      { label: t("books.member"), lines: [`${member.number}. ${slip.name}`] },
      { label: t("document.date"), lines: [formatDay(locale, approvedAt ?? now)] },
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
  return sheetAnswer(await papers.pdf(paper), slip.label.replaceAll("/", "-"));
});
