import type { ListingKind } from "#app/domain/listing-kind.ts";
import { TRAVELS } from "#app/domain/travel.ts";
import { useWords } from "#app/i18n/words.tsx";
import { SelectField, TextField } from "./fields.tsx";

/** Where it may go: checkout keeps to it. */
export function TravelsField() {
  const { t } = useWords();
  const choices = TRAVELS.map((travels) => ({ value: travels, label: t(`sell.travels.${travels}`) }));
  return (
    <SelectField
      name="travels"
      label={t("sell.field.travels")}
      hint={t("sell.field.travels.hint")}
      choices={choices}
      optional
    />
  );
}

/** How long it keeps, which decides how far it may go. */
export function ShelfField({ kind }: { kind: Exclude<ListingKind, "craft"> }) {
  const { t } = useWords();
  return <DaysField name="shelfDays" label={t(`sell.field.shelf.${kind}`)} hint={t(`sell.field.shelf.${kind}.hint`)} />;
}

export function DaysField({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const { t } = useWords();
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      suffix={t("sell.unit.days")}
      inputMode="numeric"
      maxLength={4}
      optional
    />
  );
}
