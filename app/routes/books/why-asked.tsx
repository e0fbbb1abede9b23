import type { Why } from "#app/domain/why.ts";
import { formatMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";

/** The question behind an amount, in words: whose money, which accounts, what happened, when. */
export function WhyAsked({ why, memberName }: { why: Why; memberName: string | null }) {
  const { t, locale } = useWords();
  const month = (name: string): string => formatMonth(locale, name);
  const { account, kind, category, order, from, until, arrived } = why;
  const times = [
    ...(arrived === undefined ? [] : [t("why.months.arrived", { month: month(arrived) })]),
    ...timesOf(from, until).map(([key, values]) =>
      t(`why.months.${key}`, Object.fromEntries(values.map(([name, value]) => [name, month(value)]))),
    ),
  ];
  const facts = [
    { label: t("why.whose"), value: t(`why.of.${why.of}`, { name: memberName ?? "" }) },
    ...(account ? [{ label: t("why.accounts"), value: account.map((each) => t(`account.${each}`)).join(", ") }] : []),
    ...(kind ? [{ label: t("books.kind"), value: kind.map((each) => t(`entry.${each}`)).join(", ") }] : []),
    ...(category && category !== "none" ? [{ label: t("why.category"), value: t(`cash.for.${category}`) }] : []),
    ...(order ? [{ label: t("why.order"), value: order }] : []),
    ...(times.length > 0 ? [{ label: t("why.months"), value: times.join(", ") }] : []),
    ...(why.isCredit ? [{ label: t("why.side"), value: t("why.side.credit") }] : []),
  ];
  return (
    <div className="mt-4">
      <Facts facts={facts} />
    </div>
  );
}

type Time = ["during" | "between" | "until" | "from", [string, string][]];

function timesOf(from: string | undefined, until: string | undefined): Time[] {
  if (from !== undefined && from === until) return [["during", [["month", from]]]];
  if (from !== undefined && until !== undefined)
    return [
      [
        "between",
        [
          ["from", from],
          ["until", until],
        ],
      ],
    ];
  if (until !== undefined) return [["until", [["until", until]]]];
  return from === undefined ? [] : [["from", [["from", from]]]];
}
