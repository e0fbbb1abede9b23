import { isUnit } from "#app/domain/unit.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { MakerPicker } from "#app/ui/maker-picker.tsx";
import { Badge, Card, Notice, Page, Section } from "#app/ui/page.tsx";
import { UnitField } from "#app/ui/variant-fields.tsx";
import type { ShownListing } from "./edit-listing.server.ts";
import { FactsFields } from "./listing-facts-fields.tsx";
import { ListingPhotos } from "./listing-photos-list.tsx";
import { VariantRows } from "./listing-variant-rows.tsx";
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
        <VariantRows data={data} state={state} />
        <Section title={t("sell.edit.makers")}>
          <Makers data={data} />
        </Section>
        <FactsFields data={data} />
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
