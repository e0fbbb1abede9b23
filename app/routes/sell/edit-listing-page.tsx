import { MAX_VARIANTS } from "#app/domain/listing.ts";
import { rowField } from "#app/domain/listing-form.ts";
import { quantityText } from "#app/domain/listing-texts.ts";
import { isUnit } from "#app/domain/unit.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, SelectField, TextArea, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { MakerPicker } from "#app/ui/maker-picker.tsx";
import { Badge, Card, Notice, Page, Section } from "#app/ui/page.tsx";
import { BoxFields, PriceField, StockField, UnitField, WeightField } from "#app/ui/variant-fields.tsx";
import type { ShownListing } from "./edit-listing.server.ts";
import { ListingPhotos } from "./listing-photos-list.tsx";
import { HarvestDays } from "./new-listing-page.tsx";
import { isSaid } from "./said.ts";

type State = { errors: Record<string, string>; values: Record<string, string[]> };
type Shown = { data: ShownListing; state: State | undefined };

/** Everything about one listing; nothing here is needed to begin selling. */
export function EditListingPage({ data, state }: Shown) {
  const { t } = useWords();
  return (
    <Page
      title={t("sell.edit.title", { name: data.name })}
      back={{ to: data.place, label: t("sell.listings.title") }}
      width="narrow"
    >
      {isSaid(data.said) && !state ? <Notice tone="good">{t(`sell.said.${data.said}`)}</Notice> : null}
      <OnSale data={data} />
      <Section id="photos" title={t("sell.photos.heading")}>
        <ListingPhotos photos={data.photos} action={`${data.here}/photos`} state={undefined} />
      </Section>
      <FormFrame state={state} defaults={data.defaults} className="grid gap-8">
        <input type="hidden" name="version" value={data.version} />
        {/* The form's first button is what the Enter key presses: it must save, not add a row. */}
        <button type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
          {t("form.save")}
        </button>
        <About kind={data.kind} />
        <Variants data={data} state={state} />
        <Section title={t("sell.edit.makers")}>
          <Makers data={data} />
        </Section>
        <More data={data} />
        <Button name="do" value="save">
          {t("form.save")}
        </Button>
      </FormFrame>
    </Page>
  );
}

const TONES = { draft: "warn", published: "good", hidden: "info" } as const;

/** Where it stands, and what is missing before buyers can see it. */
function OnSale({ data }: Pick<Shown, "data">) {
  const { t } = useWords();
  const isOnSale = data.state === "published";
  return (
    <Card className="grid gap-3">
      <p>
        <Badge tone={TONES[data.state]}>{t(`sell.state.${data.state}`)}</Badge>
      </p>
      {isOnSale ? <p>{t("sell.edit.seen")}</p> : null}
      {!isOnSale && data.missing.length > 0 ? (
        <div>
          <p className="font-semibold">{t("sell.edit.missing")}</p>
          <ul className="list-disc ps-5">
            {data.missing.map((what) => (
              <li key={what}>{t(`reason.${what}`)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {!isOnSale && data.missing.length === 0 ? <p>{t("sell.edit.ready")}</p> : null}
      {isOnSale || data.missing.length === 0 ? (
        <FormFrame action={`${data.here}/${isOnSale ? "hide" : "publish"}`}>
          <Button look={isOnSale ? "second" : "main"}>
            {t(isOnSale ? "sell.listings.hide" : "sell.listings.publish")}
          </Button>
        </FormFrame>
      ) : null}
    </Card>
  );
}

function About({ kind }: Pick<ShownListing, "kind">) {
  const { t } = useWords();
  return (
    <Section title={t("sell.edit.about")}>
      <div className="grid gap-5">
        <TextField name="name" label={t("sell.field.name")} maxLength={100} autoComplete="off" />
        <TextArea
          name="description"
          label={t("sell.field.description")}
          hint={t("sell.field.description.hint")}
          maxLength={4000}
          optional
        />
        <UnitField hint={t("sell.field.unit.hint")} />
        {kind === "harvest" ? <HarvestDays /> : null}
      </div>
    </Section>
  );
}

/** One card a variant; the button below sends the form for one row more and loses nothing. */
function Variants({ data, state }: Shown) {
  const { t } = useWords();
  const rows = Number(state?.values.rows?.[0] ?? data.rows);
  return (
    <Section id="variants" title={t("sell.edit.variants")}>
      <p className="text-quiet">{t("sell.edit.variants.lead")}</p>
      <input type="hidden" name="rows" value={rows} />
      {Array.from({ length: rows }, (_, row) => (
        <VariantCard key={rowField("price", row)} row={row} data={data} state={state} />
      ))}
      {data.retired.length > 0 ? (
        <p className="text-quiet">
          {t("sell.edit.retired", { names: data.retired.map((name) => name || data.name).join(", ") })}
        </p>
      ) : null}
      {rows < MAX_VARIANTS ? (
        <Button name="do" value="add-row" look="second" formAction={`${data.here}#variant-${rows}`}>
          {t("sell.edit.variant.add")}
        </Button>
      ) : null}
    </Section>
  );
}

function VariantCard({ row, data, state }: Shown & { row: number }) {
  const { t } = useWords();
  const typed = (field: Parameters<typeof rowField>[0]): string =>
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
      <TextField
        name={rowField("variant-name", row)}
        label={t("sell.edit.variant.name")}
        hint={t("sell.edit.variant.name.hint")}
        maxLength={60}
        autoComplete="off"
        optional
      />
      <PriceField row={row} />
      <StockField
        row={row}
        label={t(data.kind === "harvest" ? "sell.field.quantity" : "sell.field.stock")}
        hint={stock === undefined ? undefined : t("sell.field.stock.left", { quantity: quantityText(stock) })}
      />
      <WeightField row={row} isHarvest={data.kind === "harvest"} />
      <BoxFields row={row} isExact={isExact} />
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

function Makers({ data }: Pick<Shown, "data">) {
  const { t } = useWords();
  const { measure, unit } = data;
  const unitWord = isUnit(unit) ? t(`unit.${unit}`) : unit;
  return (
    <MakerPicker
      makers={data.makers}
      steps={data.steps}
      legend={t(data.kind === "harvest" ? "sell.field.maker.harvest" : "sell.field.maker.craft")}
      hint={t(`sell.field.maker.hint.${measure}`)}
      measure={measure}
      suffix={measure === "quantity" ? unitWord : t(`sell.measure.${measure}`)}
      chosen={data.chosen}
    />
  );
}

function More({ data }: Pick<Shown, "data">) {
  const { t } = useWords();
  const rules = data.rules.map((rule) => ({ value: rule.id, label: rule.name }));
  return (
    <Section title={t("sell.edit.more")}>
      <div className="grid gap-5">
        <CheckField name="fragile" label={t("sell.field.fragile")} hint={t("sell.field.fragile.hint")} />
        {data.kind === "harvest" ? null : <DaysField name="madeToOrderDays" label={t("sell.field.made-to-order")} />}
        {data.kind === "craft" ? null : <DaysField name="shelfDays" label={t("sell.field.shelf")} />}
        <SelectField
          name="splitRuleId"
          label={t("sell.field.rule")}
          choices={[{ value: "", label: t("sell.field.rule.default") }, ...rules]}
          optional
        />
      </div>
    </Section>
  );
}

function DaysField({ name, label }: { name: string; label: string }) {
  const { t } = useWords();
  return (
    <TextField name={name} label={label} suffix={t("sell.unit.days")} inputMode="numeric" maxLength={4} optional />
  );
}
