import type { ReactNode } from "react";
import { type ContributionMeasure, contributionKey } from "#app/domain/contribution.ts";
import { useWords } from "#app/i18n/words.tsx";
import { FieldGroup } from "./field-group.tsx";
import { FIELD_CLASS, useField, useTyped } from "./form.tsx";

type Maker = { id: string; name: string };

type MakerPickerProps = {
  makers: Maker[];
  /** The work steps of the rule; empty when it has none. */
  steps: string[];
  legend: ReactNode;
  hint: ReactNode;
  /** What the figure beside each name counts; null for no figure. */
  measure: ContributionMeasure | null;
  /** What stands behind the figure. */
  suffix: string;
  /** Key → figure of those who stand on record. */
  chosen: Record<string, string>;
};

/**
 * Who made or brought it: a tick for each, and if wanted a figure beside the name. Where a rule pays by work step, whoever did all
 * steps is ticked once; a list for each step is folded away below.
 */
export function MakerPicker({ steps, legend, hint, chosen, ...rows }: MakerPickerProps) {
  const { t } = useWords();
  const field = useField("maker", true);
  const isChosen = useChosen(chosen);
  const isByStep = steps.some((_, at) => rows.makers.some((maker) => isChosen(contributionKey(maker.id, at)).checked));
  return (
    <FieldGroup field={field} legend={legend} hint={hint}>
      <MakerRows {...rows} isChosen={isChosen} />
      {steps.length === 0 ? null : (
        <details open={isByStep} className="rounded-field border border-line p-3">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("sell.field.maker.by-step")}</summary>
          <p className="text-sm text-quiet">{t("sell.field.maker.by-step.hint")}</p>
          {steps.map((step, at) => (
            <div key={step} className="mt-3 grid gap-2">
              <h3>{t("sell.field.maker.step", { step })}</h3>
              <MakerRows {...rows} at={at} isChosen={isChosen} />
            </div>
          ))}
        </details>
      )}
    </FieldGroup>
  );
}

type MakerRowsProps = Pick<MakerPickerProps, "makers" | "measure" | "suffix"> & {
  /** The place of the step in the rule; none for all steps at once. */
  at?: number;
  isChosen: (key: string) => { checked: boolean; amount: string };
};

function MakerRows({ makers, at, isChosen, ...figure }: MakerRowsProps) {
  return (
    <ul className={`grid gap-2 ${figure.measure ? "sm:grid-cols-2" : "grid-cols-2"}`}>
      {makers.map(({ id, name }) => {
        const key = contributionKey(id, at);
        return <MakerRow key={key} name={name} value={key} {...figure} {...isChosen(key)} />;
      })}
    </ul>
  );
}

/** What was typed before a refusal counts before what is on record. */
function useChosen(chosen: Record<string, string>): (key: string) => { checked: boolean; amount: string } {
  const ticked = useTyped("maker");
  const keys = useTyped("amountOf");
  const amounts = useTyped("amount");
  if (!ticked) return (key) => ({ checked: Object.hasOwn(chosen, key), amount: chosen[key] ?? "" });
  return (key) => ({ checked: ticked.includes(key), amount: amounts?.[keys?.indexOf(key) ?? -1] ?? "" });
}

type MakerRowProps = {
  name: string;
  value: string;
  measure: ContributionMeasure | null;
  suffix: string;
  checked: boolean;
  amount: string;
};

function MakerRow({ name, value, measure, suffix, checked, amount }: MakerRowProps) {
  const { t } = useWords();
  return (
    <li className="flex items-center justify-between gap-x-3 rounded-field border-2 border-edge bg-card px-2 py-1 sm:px-3 has-checked:border-sea has-checked:bg-sea-soft">
      <label className="flex min-h-11 min-w-0 grow cursor-pointer items-center gap-2 leading-tight sm:gap-3">
        <input
          type="checkbox"
          name="maker"
          value={value}
          defaultChecked={checked}
          className="size-6 shrink-0 accent-sea"
        />
        <span className="min-w-0">{name}</span>
      </label>
      {measure ? (
        <span className="flex shrink-0 items-center gap-2">
          <input type="hidden" name="amountOf" value={value} />
          <input
            name="amount"
            defaultValue={amount}
            aria-label={t(`sell.field.amount.${measure}`, { name })}
            inputMode="decimal"
            autoComplete="off"
            maxLength={12}
            className={`${FIELD_CLASS} max-w-20`}
          />
          {suffix === "" ? null : <span className="text-sm text-quiet">{suffix}</span>}
        </span>
      ) : null}
    </li>
  );
}
