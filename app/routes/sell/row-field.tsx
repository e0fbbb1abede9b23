import type { ReactNode } from "react";
import { rowField } from "#app/domain/entrustment.ts";
import { FIELD_CLASS, FieldShell, useField, useTyped } from "#app/ui/form.tsx";

type RowFieldProps = {
  /** The name that all rows share, which row of them this is, and what errors call the row. */
  name: string;
  at: number;
  row: string | number;
  label: ReactNode;
  hint?: ReactNode;
  suffix?: ReactNode;
  inputMode?: "decimal" | "numeric";
  choices?: { value: string; label: string }[];
};

/** One box of a form of several rows: what was typed and what was wrong stay in its row. */
export function RowField({ name, at, row, label, hint, suffix, inputMode = "decimal", choices }: RowFieldProps) {
  const field = useField(rowField(name, row), Boolean(hint));
  const typed = useTyped(name)?.[at] ?? "";
  const shared = {
    ...{ id: field.id, name, defaultValue: typed, className: FIELD_CLASS },
    ...{ "aria-invalid": field.error ? true : undefined, "aria-describedby": field.describedBy },
  };
  return (
    <FieldShell id={field.id} label={label} hint={hint} error={field.error}>
      {choices ? (
        <select {...shared}>
          <option value="">–</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <span className="flex items-center gap-2">
          <input {...shared} inputMode={inputMode} autoComplete="off" maxLength={20} />
          {suffix ? <span className="shrink-0 text-quiet">{suffix}</span> : null}
        </span>
      )}
    </FieldShell>
  );
}

/** Names the row that its boxes speak of. */
export function RowName({ id }: { id: string }) {
  return <input type="hidden" name="line" value={id} />;
}
