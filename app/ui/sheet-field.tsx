import { FIELD_CLASS, FieldShell, useField } from "./form.tsx";

/** A file with a table. */
export function SheetField({ name, label, hint }: { name: string; label: string; hint: string }) {
  const field = useField(name, true);
  return (
    <FieldShell id={field.id} label={label} hint={hint} error={field.error} optional={undefined}>
      <input
        id={field.id}
        name={name}
        type="file"
        accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
        className={`${FIELD_CLASS} file:me-3 file:min-h-9 file:rounded-field file:border-0 file:bg-sea-soft file:px-3 file:font-semibold file:text-sea`}
      />
    </FieldShell>
  );
}
