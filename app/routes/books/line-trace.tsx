import { Link } from "@remix-run/react";
import { formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";

type Taken = {
  id: string;
  deliveryId: string;
  day: string;
  memberName: string;
  quantityMilli: number;
  shortMilli: number;
  returnedAt: string | null;
};

type TraceProps = {
  trace: Taken[];
  group: string;
  unit: string;
  quantityMilli: number;
  /** It was ordered ahead: what is not traced was cut. */
  isAhead: boolean;
};

/** Whose goods these were: each delivery that a sold line came out of, oldest first. */
export function LineTrace({ trace, group, unit, quantityMilli, isAhead }: TraceProps) {
  const { t, locale } = useWords();
  if (trace.length === 0) return null;
  const traced = trace.reduce((all, taken) => all + taken.quantityMilli, 0);
  return (
    <Section title={t("lots.trace.title")} id="trace">
      <ul className="grid gap-1">
        {trace.map((taken) => (
          <li key={`${taken.id} ${taken.deliveryId}`}>
            {t("lots.trace.taken", {
              quantity: `${formatQuantity(locale, taken.quantityMilli - taken.shortMilli)} ${unit}`,
              member: taken.memberName,
            })}{" "}
            <Link
              to={`/desk/${group}/lots/${taken.id}`}
              className="inline-flex min-h-11 items-center text-sea underline underline-offset-2"
            >
              {t("lots.trace.lot", { day: formatShortDay(locale, taken.day) })}
            </Link>
            {taken.shortMilli > 0 ? (
              <span className="text-quiet">
                {" · "}
                {t("lots.trace.short", { quantity: `${formatQuantity(locale, taken.shortMilli)} ${unit}` })}
              </span>
            ) : null}
            {taken.returnedAt ? <span className="text-quiet"> · {t("lots.trace.returned")}</span> : null}
          </li>
        ))}
        {traced < quantityMilli ? (
          <li className="text-quiet">
            {t(isAhead ? "lots.trace.cut" : "lots.trace.untraced", {
              quantity: `${formatQuantity(locale, quantityMilli - traced)} ${unit}`,
            })}
          </li>
        ) : null}
      </ul>
    </Section>
  );
}
