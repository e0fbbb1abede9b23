import { MAX_VARIANTS } from "#app/domain/listing.ts";
import { GRADES, OPTION_FIELDS, VALUE_FIELDS } from "#app/domain/listing-facts.ts";
import { rowField, type VariantField } from "#app/domain/listing-rows.ts";
import { quantityText } from "#app/domain/listing-texts.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckGroup } from "#app/ui/check-group.tsx";
import { CheckField, SelectField, TextField } from "#app/ui/fields.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { BoxFields, PriceField, StockField, WeightField } from "#app/ui/variant-fields.tsx";
import type { ShownListing } from "./edit-listing.server.ts";

type State = { errors: Record<string, string>; values: Record<string, string[]> };
type Shown = { data: ShownListing; state: State | undefined };

/** One card a variant; the buttons send the form for one row or one choice more, and lose nothing. */
export function VariantRows({ data, state }: Shown) {
  const { t } = useWords();
  const rows = Number(state?.values.rows?.[0] ?? data.rows);
  return (
    <Section id="variants" title={t("sell.edit.variants")}>
      <p className="text-quiet">{t("sell.edit.variants.lead")}</p>
      <Options data={data} state={state} />
      <input type="hidden" name="rows" value={rows} />
      {Array.from({ length: rows }, (_, row) => (
        <VariantCard key={rowField("price", row)} row={row} data={data} state={state} />
      ))}
      {rows < MAX_VARIANTS ? (
        <Button name="do" value="add-row" look="second" formAction={`${data.here}#variant-${rows}`}>
          {t("sell.edit.variant.add")}
        </Button>
      ) : null}
      {data.retired.length > 0 ? (
        <CheckGroup
          name="restore"
          label={t("sell.edit.retired")}
          hint={t("sell.edit.retired.hint")}
          options={data.retired.map(({ id, name }) => ({ value: id, label: name || data.name }))}
        />
      ) : null}
    </Section>
  );
}

/** The words for what variants differ by: size, colour, motif, or whatever the group says. */
function Options({ data, state }: Shown) {
  const { t } = useWords();
  if (data.kind === "harvest") return null;
  return (
    <details open={OPTION_FIELDS.some((field) => state?.values[field]?.[0] || data.defaults[field])}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-sea underline underline-offset-2">
        {t("sell.edit.options")}
      </summary>
      <div className="grid gap-4 pt-2">
        <p className="text-quiet">{t("sell.edit.options.lead")}</p>
        <div className="grid gap-3 sm:grid-cols-3">
          {OPTION_FIELDS.map((field, at) => (
            <TextField
              key={field}
              name={field}
              label={t("sell.field.option", { number: at + 1 })}
              placeholder={t(`sell.field.${field}.example`)}
              autoComplete="off"
              maxLength={30}
              optional
            />
          ))}
        </div>
        <Button name="do" value="options" look="second" formAction={`${data.here}#variants`}>
          {t("sell.edit.options.show")}
        </Button>
      </div>
    </details>
  );
}

function VariantCard({ row, data, state }: Shown & { row: number }) {
  const { t } = useWords();
  const typed = (field: VariantField): string =>
    state?.values[rowField(field, row)]?.[0] ?? data.defaults[rowField(field, row)] ?? "";
  const id = typed("variant-id");
  const stock = data.stocks[id];
  // After a sale in between, what is typed counts from what is left now.
  const wasMilli = state?.errors[rowField("stock", row)] === "stock-sold" ? String(stock ?? "") : typed("stock-was");
  const isExact =
    typed("box") === "exact" || ["length", "width", "height"].some((side) => state?.errors[`${side}-${row}`]);
  return (
    <Card className="grid scroll-mt-4 gap-5">
      <h3 id={`variant-${row}`}>{t("sell.edit.variant", { number: row + 1 })}</h3>
      <input type="hidden" name={rowField("variant-id", row)} value={id} />
      <input type="hidden" name={rowField("stock-was", row)} value={wasMilli} />
      <NameFields row={row} data={data} state={state} />
      {data.kind === "harvest" ? <GradeFields row={row} /> : null}
      <PriceField row={row} />
      <StockField
        row={row}
        label={t(data.kind === "harvest" ? "sell.field.quantity" : "sell.field.stock")}
        hint={stock === undefined ? undefined : t("sell.field.stock.left", { quantity: quantityText(stock) })}
      />
      <WeightField row={row} isHarvest={data.kind === "harvest"} />
      <BoxFields row={row} isExact={isExact} />
      <NetAndCode
        row={row}
        kind={data.kind}
        rules={data.rules.map((rule) => rule.name)}
        isOpen={["sku", "net", "rule"].some((field) => state?.errors[`${field}-${row}`])}
      />
      {id === "" ? null : (
        <CheckField
          name={rowField("retire", row)}
          label={t("sell.edit.variant.retire")}
          hint={t("sell.edit.variant.retire.hint")}
        />
      )}
    </Card>
  );
}

/** A field for each choice of the listing, or one name where there are none. */
function NameFields({ row, data, state }: Shown & { row: number }) {
  const { t } = useWords();
  const named = OPTION_FIELDS.flatMap((field, at) => {
    const name = (state?.values[field]?.[0] ?? data.defaults[field] ?? "").trim();
    const value = VALUE_FIELDS[at];
    return name && value ? [{ name, value }] : [];
  });
  if (named.length > 0)
    return (
      <div className="grid gap-3 sm:grid-cols-3">
        {named.map(({ name, value }) => (
          <TextField key={value} name={rowField(value, row)} label={name} maxLength={60} autoComplete="off" optional />
        ))}
      </div>
    );
  return (
    <TextField
      name={rowField("variant-name", row)}
      label={t("sell.edit.variant.name")}
      hint={t("sell.edit.variant.name.hint")}
      maxLength={60}
      autoComplete="off"
      optional
    />
  );
}

function GradeFields({ row }: { row: number }) {
  const { t } = useWords();
  const choices = GRADES.map((grade) => ({ value: grade, label: t("sell.grade", { grade }) }));
  return (
    <div className="grid gap-3 sm:grid-cols-[1fr_2fr]">
      <SelectField
        name={rowField("grade", row)}
        label={t("sell.field.grade")}
        choices={[{ value: "", label: t("sell.grade.none") }, ...choices]}
        optional
      />
      <TextField
        name={rowField("grade-text", row)}
        label={t("sell.field.grade-text")}
        placeholder={t("sell.field.grade-text.example")}
        maxLength={60}
        autoComplete="off"
        optional
      />
    </div>
  );
}

type Rare = { row: number; kind: ShownListing["kind"]; rules: string[]; isOpen: boolean };

/** The net weight gives buyers a price per kilogram; the code is the group's own; the rule, where this choice is divided in another way. */
function NetAndCode({ row, kind, rules, isOpen }: Rare) {
  const { t } = useWords();
  return (
    <details open={isOpen}>
      <summary className="min-h-11 cursor-pointer py-2 text-sea underline underline-offset-2">
        {t(kind === "craft" ? "sell.field.code" : "sell.field.net-and-code")}
      </summary>
      <div className="grid gap-3 pt-2 sm:grid-cols-2">
        {kind === "craft" ? null : (
          <TextField
            name={rowField("net", row)}
            label={t("sell.field.net")}
            hint={t("sell.field.net.hint")}
            autoComplete="off"
            maxLength={16}
            optional
          />
        )}
        <TextField
          name={rowField("sku", row)}
          label={t("sell.field.sku")}
          hint={t("sell.field.sku.hint")}
          autoComplete="off"
          maxLength={60}
          optional
        />
        {rules.length > 1 ? (
          <SelectField
            name={rowField("rule", row)}
            label={t("sell.field.variant-rule")}
            choices={[
              { value: "", label: t("sell.field.variant-rule.same") },
              ...rules.map((rule) => ({ value: rule, label: rule })),
            ]}
            optional
          />
        ) : null}
      </div>
    </details>
  );
}
