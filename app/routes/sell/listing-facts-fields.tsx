import { useWords } from "#app/i18n/words.tsx";
import { CheckField, SelectField, TextArea, TextField } from "#app/ui/fields.tsx";
import { HalalFields, PermitFields } from "#app/ui/label-fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { DaysField, ShelfField, TravelsField } from "#app/ui/travel-fields.tsx";
import type { ShownListing } from "./edit-listing.server.ts";

type Shown = { data: ShownListing };

/** All that can be said of a listing beside its name and price, by what it is. */
export function FactsFields({ data }: Shown) {
  const { t } = useWords();
  const { kind } = data;
  const rules = data.rules.map((rule) => ({ value: rule.id, label: rule.name }));
  return (
    <>
      {kind === "food" ? <LabelFields data={data} /> : null}
      {kind === "harvest" ? null : <MakingFields />}
      <Section title={t("sell.edit.travel")}>
        <div className="grid gap-5">
          <TravelsField />
          {kind === "craft" ? null : <ShelfField kind={kind} />}
          {kind === "craft" ? null : <StorageField />}
          {kind === "craft" ? null : (
            <CheckField
              name="catchWeight"
              label={t("sell.field.catch-weight")}
              hint={t("sell.field.catch-weight.hint")}
            />
          )}
          <CheckField name="fragile" label={t("sell.field.fragile")} hint={t("sell.field.fragile.hint")} />
          <CheckField name="bulky" label={t("sell.field.bulky")} hint={t("sell.field.bulky.hint")} />
        </div>
      </Section>
      <Section title={t("sell.edit.more")}>
        <div className="grid gap-5">
          {kind === "craft" ? <PermitFields kind={kind} policy={data.policy} /> : null}
          <SelectField
            name="splitRuleId"
            label={t("sell.field.rule")}
            choices={[{ value: "", label: t("sell.field.rule.default") }, ...rules]}
            optional
          />
        </div>
      </Section>
    </>
  );
}

function StorageField() {
  const { t } = useWords();
  return (
    <TextField
      name="storage"
      label={t("sell.field.storage")}
      hint={t("sell.field.storage.hint")}
      autoComplete="off"
      maxLength={200}
      optional
    />
  );
}

/** What stands on the packet of food. */
function LabelFields({ data: { policy } }: Shown) {
  const { t } = useWords();
  return (
    <Section id="label" title={t("sell.edit.label")}>
      <p className="text-quiet">{t("sell.edit.label.lead")}</p>
      <div className="grid gap-5">
        <PermitFields kind="food" policy={policy} />
        <HalalFields policy={policy} withDay />
        <TextArea
          name="ingredients"
          label={t("sell.field.ingredients")}
          hint={t("sell.field.ingredients.hint")}
          maxLength={1000}
          rows={3}
          optional
        />
        <TextField
          name="allergens"
          label={t("sell.field.allergens")}
          hint={t("sell.field.allergens.hint")}
          autoComplete="off"
          maxLength={200}
          optional
        />
        <TextField
          name="batch"
          label={t("sell.field.batch")}
          hint={t("sell.field.batch.hint")}
          autoComplete="off"
          maxLength={60}
          optional
        />
      </div>
    </Section>
  );
}

/** In stock, or made after it was ordered, and how much the makers take on. */
function MakingFields() {
  const { t } = useWords();
  return (
    <Section title={t("sell.edit.making")}>
      <div className="grid gap-5">
        <DaysField
          name="madeToOrderDays"
          label={t("sell.field.made-to-order")}
          hint={t("sell.field.made-to-order.hint")}
        />
        <TextField
          name="openPiecesPerMaker"
          label={t("sell.field.open-pieces")}
          hint={t("sell.field.open-pieces.hint")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          optional
        />
      </div>
    </Section>
  );
}
