import type { ReactNode } from "react";
import { useField } from "./form.tsx";

type Option = { value: string; label: ReactNode; note?: ReactNode };

/** Any number of a few, each a large target with room for an explanation. */
export function CheckGroup({
  name,
  label,
  hint,
  chosen = [],
  options,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is ticked at first. */
  chosen?: readonly string[];
  options: Option[];
}) {
  const field = useField(name, Boolean(hint));
  const ticked = field.error || field.values.length > 0 ? field.values : chosen;
  return (
    <fieldset className="grid gap-2" aria-describedby={field.describedBy}>
      <legend id={field.id} tabIndex={-1} className="mb-2 font-semibold">
        {label}
      </legend>
      {hint ? (
        <p id={`${field.id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      ) : null}
      {field.error ? (
        <p id={`${field.id}-error`} className="font-semibold text-clay">
          <span aria-hidden="true">▲ </span>
          {field.error}
        </p>
      ) : null}
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded-field border-2 border-line bg-card p-3 has-checked:border-sea has-checked:bg-sea-soft"
        >
          <input
            type="checkbox"
            name={name}
            value={option.value}
            defaultChecked={ticked.includes(option.value)}
            className="mt-0.5 size-6 shrink-0 accent-sea"
          />
          <span>
            <span className="font-semibold">{option.label}</span>
            {option.note ? <span className="block text-sm text-quiet">{option.note}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
