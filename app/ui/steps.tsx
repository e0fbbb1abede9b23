import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";

export type Step = { key: string; label: ReactNode; isDone: boolean };

/** What has happened, what happens now, and what comes; said in words, drawn for the eye. */
export function Steps({ steps, isRow = false }: { steps: Step[]; isRow?: boolean }) {
  const { t } = useWords();
  const now = steps.findIndex((step) => !step.isDone);
  return (
    <ol className={isRow ? "grid gap-1 sm:grid-flow-col sm:auto-cols-fr" : "grid gap-1"}>
      {steps.map((step, at) => (
        <li
          key={step.key}
          className={`flex items-center gap-3 ${step.isDone ? "text-mangrove" : at === now ? "font-bold" : "text-quiet"}`}
          aria-current={at === now ? "step" : undefined}
        >
          <span aria-hidden="true" className="w-6 shrink-0 text-center text-lg">
            {step.isDone ? "✓" : at === now ? "●" : "○"}
          </span>
          <span>
            {step.label}
            {step.isDone ? <span className="sr-only"> ({t("steps.done")})</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
