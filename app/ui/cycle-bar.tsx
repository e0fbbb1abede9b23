import { formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Progress } from "./progress.tsx";

type CycleBarProps = { label: string; unit: string; orderedMilli: number; pledgedMilli: number };

/** How full a sale cycle is: "42 of 60 kg", of what is pledged at most. */
export function CycleBar({ label, unit, orderedMilli, pledgedMilli }: CycleBarProps) {
  const { t, locale } = useWords();
  const text = t("cycles.ordered.of", {
    ordered: formatQuantity(locale, orderedMilli),
    most: formatQuantity(locale, pledgedMilli),
    unit: unitName(t, unit),
  });
  return <Progress label={label} value={orderedMilli} max={pledgedMilli} text={text} />;
}
