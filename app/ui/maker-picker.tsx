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

/** Who made or brought it: a tick for each, and if wanted a figure beside the name. One list for each work step. */
export function MakerPicker({ makers, steps, legend, hint, measure, suffix, chosen }: MakerPickerProps) {
  const { t } = useWords();
  const field = useField("maker", true);
  const isChosen = useChosen(chosen);
  const lists = steps.length === 0 ? [undefined] : steps.map((_, at) => at);
  return (
    <FieldGroup field={field} legend={legend} hint={hint}>
      {lists.map((at) => (
        <div key={at ?? "all"} className="grid gap-2">
          {at === undefined ? null : <h3 className="mt-2">{t("sell.field.maker.step", { step: steps[at] ?? "" })}</h3>}
          <ul className="grid gap-2">
            {makers.map((maker) => {
              const key = contributionKey(maker.id, at);
              return (
                <MakerRow
                  key={key}
                  name={maker.name}
                  value={key}
                  measure={measure}
                  suffix={suffix}
                  {...isChosen(key)}
                />
              );
            })}
          </ul>
        </div>
      ))}
    </FieldGroup>
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
    <li className="flex items-center justify-between gap-x-3 rounded-field border-2 border-edge bg-card px-3 py-1 has-checked:border-sea has-checked:bg-sea-soft">
      <label className="flex min-h-11 min-w-0 grow cursor-pointer items-center gap-3">
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
