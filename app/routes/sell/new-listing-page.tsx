import { rowField } from "#app/domain/listing-rows.ts";
import { TRAVELS } from "#app/domain/travel.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { PhotoField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { HalalFields, PermitFields } from "#app/ui/label-fields.tsx";
import { MakerPicker } from "#app/ui/maker-picker.tsx";
import { DateField } from "#app/ui/number-fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { ShelfField, TravelsField } from "#app/ui/travel-fields.tsx";
import { BoxFields, PriceField, StockField, UnitField, WeightField } from "#app/ui/variant-fields.tsx";
import type { openNewListing } from "./new-listing.server.ts";

type State = { errors: Record<string, string>; values: Record<string, string[]> };
type Data = Awaited<ReturnType<typeof openNewListing>>;

/** As few questions as it takes to sell: the photo and its words may stay empty. */
export function NewListingPage({ data, state }: { data: Data; state: State | undefined }) {
  const { t } = useWords();
  const { kind, group } = data;
  const isHarvest = kind === "harvest";
  return (
    <Page
      title={t(`sell.new.${kind}.title`)}
      lead={t("sell.new.lead")}
      back={{ to: `/desk/${group.slug}/listings`, label: t("sell.listings.title") }}
      width="narrow"
    >
      <FormFrame state={state} defaults={data.defaults} multipart>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? data.formKey} />
        <FirstPhoto />
        <TextField
          name="name"
          label={t("sell.field.name")}
          hint={t(`sell.field.name.hint.${kind}`)}
          maxLength={100}
          autoComplete="off"
        />
        {isHarvest ? (
          <div className="grid gap-5 sm:grid-cols-2">
            <PriceField row={0} />
            <UnitField />
          </div>
        ) : (
          <PriceField row={0} />
        )}
        {isHarvest ? (
          <StockField row={0} label={t("sell.field.quantity")} />
        ) : (
          <>
            <StockField row={0} label={t("sell.field.stock")} hint={t("sell.field.stock.hint")} />
            <WeightField row={0} isHarvest={false} />
          </>
        )}
        {isHarvest ? <HarvestDays /> : null}
        <Makers data={data} />
        <AskedLabel data={data} />
        <More data={data} state={state} />
        <div className="flex flex-wrap gap-3">
          <Button name="do" value="publish">
            {t("sell.new.publish")}
          </Button>
          <Button name="do" value="keep" look="second">
            {t("sell.new.keep")}
          </Button>
        </div>
      </FormFrame>
    </Page>
  );
}

function FirstPhoto() {
  const { t } = useWords();
  return (
    <div className="grid gap-4">
      <PhotoField name="photo" label={t("sell.field.photo")} hint={t("sell.field.photo.hint")} optional />
      <TextField name="alt" label={t("sell.field.alt")} hint={t("sell.field.alt.hint")} maxLength={200} optional />
    </div>
  );
}

/** First and last day of a harvest. */
export function HarvestDays() {
  const { t } = useWords();
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="font-semibold">{t("sell.field.harvest")}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField name="harvestFrom" label={t("sell.field.harvest-from")} />
        <DateField name="harvestUntil" label={t("sell.field.harvest-until")} />
      </div>
    </fieldset>
  );
}

function Makers({ data }: { data: Data }) {
  const { t } = useWords();
  const { kind, measure, steps } = data;
  // A figure is only asked where parts are rarely equal; the edit page has it for all.
  const asked = measure === "parts" ? null : measure;
  return (
    <MakerPicker
      makers={data.makers}
      steps={steps}
      legend={t(`sell.field.maker.${kind}`)}
      hint={asked ? t(`sell.field.maker.hint.${asked}`) : t("sell.field.maker.hint")}
      measure={asked}
      suffix={asked === "hours" ? t("sell.measure.hours") : ""}
      chosen={{}}
    />
  );
}

/** What the network wants of food before buyers see it; nothing more. */
function AskedLabel({ data: { kind, policy } }: { data: Data }) {
  if (kind !== "food") return null;
  return (
    <>
      {policy.needsPermit ? <PermitFields kind={kind} policy={policy} /> : null}
      {policy.needsHalal ? <HalalFields policy={policy} withDay={false} /> : null}
    </>
  );
}

/** What has a good answer already: open only when that answer was wrong. */
function More({ data, state }: { data: Data; state: State | undefined }) {
  const { t } = useWords();
  const { kind, defaults } = data;
  const isHarvest = kind === "harvest";
  const wrong = (["weight", "length", "width", "height"] as const).filter((field) => isHarvest || field !== "weight");
  const isWrong = wrong.some((field) => state?.errors[rowField(field, 0)]);
  const travels = TRAVELS.find((each) => each === defaults.travels);
  const isOpen = isWrong || state?.errors.shelfDays !== undefined;
  return (
    <details open={isOpen} className="rounded-card border border-line bg-card p-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">
        {t(isHarvest ? "sell.field.more.harvest" : "sell.field.more")}
        {travels ? (
          <span className="block text-sm font-normal text-quiet">
            {t("sell.field.more.now", { travels: t(`sell.travels.${travels}`) })}
          </span>
        ) : null}
      </summary>
      <div className="grid gap-5 pt-3">
        {isHarvest ? <WeightField row={0} isHarvest /> : <UnitField hint={t("sell.field.unit.hint")} />}
        <BoxFields row={0} isExact={isWrong || defaults["box-0"] === "exact"} />
        {kind === "craft" ? null : <ShelfField kind={kind} />}
        <TravelsField />
        <p className="text-sm text-quiet">{t("sell.new.later")}</p>
      </div>
    </details>
  );
}
