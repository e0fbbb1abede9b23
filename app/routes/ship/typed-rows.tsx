import { useWords } from "#app/i18n/words.tsx";
import { FIELD_CLASS, FieldShell, useField, useTyped } from "#app/ui/form.tsx";
import type { ListRow, TypedList } from "./hub-lists.server.ts";

type RowsProps = { list: TypedList; rows: ListRow[] };

/** The rows of a paper list as fields, in the paper's order; a row that is left empty is left out. */
export function TypedRows({ list, rows }: RowsProps) {
  return (
    <ul className="grid gap-4 ps-0">
      {rows.map((row, at) => (
        <li key={row.id} className="grid gap-3 rounded-card border border-line bg-card p-4">
          <p>
            <strong>{row.name}</strong> · {row.under}
            <span className="block text-sm text-quiet">{row.details.join(", ")}</span>
          </p>
          <input type="hidden" name="rowId" value={row.id} />
          <RowFields list={list} row={row} at={at} />
        </li>
      ))}
    </ul>
  );
}

function RowFields({ list, row, at }: { list: TypedList; row: ListRow; at: number }) {
  const { t } = useWords();
  const ticked = useTyped("tick")?.includes(row.id) ?? false;
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      {list === "receiving" ? (
        <RowField name="count" field={`count-${row.id}`} at={at} label={t("hub.paper.count")} inputMode="numeric" />
      ) : (
        <RowTick field={`count-${row.id}`} id={row.id} isTicked={ticked} label={t(`hub.type-in.tick.${list}`)} />
      )}
      {list === "arrival" ? null : (
        <RowField
          name="weight"
          field={`weight-${row.id}`}
          at={at}
          label={t("hub.type-in.weight", { weight: row.weight })}
          inputMode="decimal"
        />
      )}
    </div>
  );
}

type RowFieldProps = { name: string; field: string; at: number; label: string; inputMode: "numeric" | "decimal" };

function RowField({ name, field, at, label, inputMode }: RowFieldProps) {
  const { id, error, describedBy } = useField(field, false);
  const typed = useTyped(name)?.[at];
  return (
    <FieldShell id={id} label={label} error={error}>
      <input
        id={id}
        name={name}
        defaultValue={typed ?? ""}
        inputMode={inputMode}
        autoComplete="off"
        maxLength={20}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        className={FIELD_CLASS}
      />
    </FieldShell>
  );
}

type RowTickProps = { field: string; id: string; isTicked: boolean; label: string };

function RowTick({ field, id, isTicked, label }: RowTickProps) {
  const { id: fieldId, error, describedBy } = useField(field, false);
  return (
    <FieldShell id={fieldId} label={label} error={error}>
      <input
        id={fieldId}
        type="checkbox"
        name="tick"
        value={id}
        defaultChecked={isTicked}
        aria-describedby={describedBy}
        className="size-8 accent-sea"
      />
    </FieldShell>
  );
}
