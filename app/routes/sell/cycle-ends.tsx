import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { DateField, MomentField } from "#app/ui/number-fields.tsx";
import { Notice } from "#app/ui/page.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import type { CyclePage } from "./cycle-page.server.ts";

type Props = { page: CyclePage; state: Parameters<typeof stateFor>[0] };

const FOLD = "max-w-xl rounded-card border border-line bg-card p-4";
const SUMMARY = "min-h-11 cursor-pointer py-2 font-semibold text-sea";

/** More time, or an end: both folded away, for they are not what one comes for. */
export function CycleEnds({ page: { cycle, mayEnd, rollOver }, state }: Props) {
  const { t } = useWords();
  if (!mayEnd) return null;
  const rolling = stateFor(state, { intent: "roll-over" });
  return (
    <div className="grid gap-4">
      {cycle.phase === "closed" ? (
        <details open={rolling !== undefined} className={FOLD}>
          <summary className={SUMMARY}>{t("cycles.roll-over.title")}</summary>
          <FormFrame state={rolling} defaults={rollOver} className="mt-3 grid gap-4">
            <input type="hidden" name="intent" value="roll-over" />
            <p>{t("cycles.roll-over.lead")}</p>
            <MomentField name="closesAt" label={t("cycles.closes")} />
            <DateField name="handOverDay" label={t("cycles.hand-over")} />
            <Button look="second">{t("cycles.roll-over.do")}</Button>
          </FormFrame>
        </details>
      ) : null}
      <details className={FOLD}>
        <summary className={SUMMARY}>{t("cycles.cancel.title")}</summary>
        <FormFrame className="mt-3 grid gap-4">
          <input type="hidden" name="intent" value="cancel" />
          <Notice tone="warn">{t("cycles.cancel.lead")}</Notice>
          <Button look="danger">{t("cycles.cancel.do")}</Button>
        </FormFrame>
      </details>
    </div>
  );
}
