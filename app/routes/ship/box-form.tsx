import { BOX_KINDS, type CatalogueBox, FILLING_PERCENT } from "#app/domain/parcel-catalogue.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";

type Props = {
  formKey: string;
  state: { errors: Record<string, string>; values: Record<string, string[]> } | undefined;
  /** What the form starts as. */
  box?: CatalogueBox;
};

const typed = (tenths: number): string => String(tenths / 10).replace(".", ",");

/** A box by its inside, for the catalogue. */
export function BoxForm({ formKey, state, box }: Props) {
  const { t } = useWords();
  const defaults = box && {
    ...{ name: box.name, kind: box.kind, lengthMm: typed(box.lengthMm), widthMm: typed(box.widthMm) },
    ...{ heightMm: typed(box.heightMm), wallMm: box.wallMm, emptyGrams: box.emptyGrams },
    maxGrams: `${String(box.maxGrams / 1000).replace(".", ",")} kg`,
  };
  return (
    <FormFrame state={state} defaults={defaults ?? { kind: "box" }}>
      <input type="hidden" name="intent" value="box" />
      <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
      <TextField name="name" label={t("boxes.name")} hint={t("boxes.name-hint")} maxLength={40} />
      <SelectField
        name="kind"
        label={t("boxes.kind")}
        hint={t("boxes.kind.note")}
        choices={BOX_KINDS.map((value) => ({ value, label: t(`boxes.kind.${value}`) }))}
      />
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-semibold">{t("boxes.sides")}</legend>
        <div className="grid grid-cols-3 items-end gap-3">
          {(["length", "width", "height"] as const).map((side) => (
            <TextField
              key={side}
              name={`${side}Mm`}
              label={t(`boxes.${side}`)}
              inputMode="decimal"
              autoComplete="off"
              maxLength={8}
            />
          ))}
        </div>
        <p className="text-sm text-quiet">{t("boxes.rule", { percent: FILLING_PERCENT })}</p>
      </fieldset>
      <TextField name="wallMm" label={t("boxes.wall")} hint={t("boxes.wall-hint")} suffix="mm" inputMode="numeric" />
      <TextField name="emptyGrams" label={t("boxes.empty")} suffix="g" inputMode="numeric" />
      <TextField name="maxGrams" label={t("boxes.most")} hint={t("consignments.weight-hint")} inputMode="decimal" />
      <Button wide>{t("boxes.save")}</Button>
    </FormFrame>
  );
}
