import { Link } from "@remix-run/react";
import { NO_EXTRAS } from "#app/domain/tariff.ts";
import { PRESET_TARIFFS, TARIFF_PRESETS, type TariffPreset } from "#app/domain/tariff-presets.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, MoneyField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { MomentField } from "#app/ui/number-fields.tsx";
import { Notice } from "#app/ui/page.tsx";
import type { ShownTariff } from "./tariff-table.tsx";

type Props = {
  zoneId: string;
  /** What the form starts as: the newest tariff. */
  last: ShownTariff | undefined;
  /** Or the usual shape of such a carrier, where one was chosen. */
  preset: TariffPreset | null;
  formKey: string;
  state: { errors: Record<string, string>; values: Record<string, string[]> } | undefined;
};

/** The form for the next tariff, with links that fill it in. */
export function TariffFormCard({ zoneId, last, preset, formKey, state }: Props) {
  const { t } = useWords();
  const defaults = useDefaults(last, preset);
  return (
    <FormFrame state={state} defaults={defaults} key={preset}>
      <h3 id="new-tariff">{t("operate.tariff.new")}</h3>
      <nav aria-label={t("operate.tariff.presets")}>
        <p className="text-sm text-quiet">{t("operate.tariff.presets")}</p>
        <ul className="flex flex-wrap gap-x-4">
          {TARIFF_PRESETS.map((each) => (
            <li key={each}>
              <Link
                to={`/operate/tariffs/${zoneId}?preset=${each}#new-tariff`}
                aria-current={each === preset ? "true" : undefined}
                className="inline-flex min-h-11 items-center text-sea underline underline-offset-2 aria-current:font-bold"
              >
                {t(`operate.tariff.preset.${each}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {preset ? <Notice tone="warn">{t("operate.tariff.preset.example")}</Notice> : null}
      <input type="hidden" name="intent" value="tariff" />
      <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
      <TextField
        name="service"
        label={t("operate.tariff.service")}
        hint={t("operate.tariff.service-hint")}
        maxLength={60}
      />
      <TariffFields />
      <CheckField name="keepsCold" label={t("operate.tariff.cold")} hint={t("operate.tariff.cold-hint")} />
      <CheckField name="countsBox" label={t("operate.tariff.box")} hint={t("operate.tariff.box-hint")} />
      <TextField
        name="source"
        label={t("operate.tariff.source")}
        hint={t("operate.tariff.source-hint")}
        maxLength={120}
        optional
      />
      <Button>{t("operate.tariff.save")}</Button>
    </FormFrame>
  );
}

function TariffFields() {
  const { t } = useWords();
  const whole = { inputMode: "numeric" } as const;
  return (
    <div className="grid items-end gap-5 sm:grid-cols-2">
      <MoneyField name="perKg" label={t("operate.tariff.per-kg")} />
      <MoneyField name="perParcel" label={t("operate.tariff.per-parcel")} />
      <TextField
        name="firstBlockGrams"
        label={t("operate.tariff.first-block")}
        hint={t("operate.tariff.first-block-hint")}
        inputMode="decimal"
        optional
      />
      <MoneyField name="firstBlockFee" label={t("operate.tariff.first-block-fee")} optional />
      <MoneyField name="boatFee" label={t("operate.tariff.boat")} hint={t("operate.tariff.boat-hint")} optional />
      <TextField name="minKg" label={t("operate.tariff.min")} suffix="kg" {...whole} />
      <TextField name="maxParcelGrams" label={t("operate.tariff.max")} inputMode="decimal" />
      <TextField
        name="maxSideMm"
        label={t("operate.tariff.side")}
        hint={t("operate.tariff.side-hint")}
        suffix="cm"
        {...whole}
        optional
      />
      <TextField
        name="toleranceGrams"
        label={t("operate.tariff.tolerance")}
        hint={t("operate.tariff.tolerance-hint")}
        suffix="g"
        {...whole}
      />
      <TextField
        name="stepGrams"
        label={t("operate.tariff.step")}
        hint={t("operate.tariff.step-hint")}
        suffix="g"
        {...whole}
      />
      <TextField
        name="volumeDivisor"
        label={t("operate.tariff.divisor")}
        hint={t("operate.tariff.divisor-hint")}
        suffix="cm³/kg"
        {...whole}
      />
      <TextField
        name="daysUnderWay"
        label={t("operate.tariff.days")}
        hint={t("operate.tariff.days-hint")}
        suffix={t("operate.tariff.days-unit")}
        {...whole}
      />
      <MomentField name="validFrom" label={t("operate.tariff.from")} hint={t("operate.tariff.from-hint")} optional />
      <MomentField name="validTo" label={t("operate.tariff.to")} hint={t("operate.tariff.to-hint")} optional />
    </div>
  );
}

const USUAL = {
  ...NO_EXTRAS,
  ...{ perKg: null, perParcel: 0, minKg: 1, toleranceGrams: 300, stepGrams: 1000, maxParcelGrams: 30_000 },
  ...{ maxSideMm: null, volumeDivisor: 4000, daysUnderWay: 1 },
};

function useDefaults(last: ShownTariff | undefined, preset: TariffPreset | null) {
  const { t } = useWords();
  const start = (preset ? PRESET_TARIFFS[preset] : last) ?? USUAL;
  const { perKg, perParcel, minKg, toleranceGrams, stepGrams, volumeDivisor, daysUnderWay } = start;
  return {
    ...{ perKg, perParcel, minKg, toleranceGrams, stepGrams, volumeDivisor, daysUnderWay },
    service: preset ? t(`operate.tariff.preset.${preset}.service`) : last?.service,
    firstBlockGrams: start.firstBlockGrams > 0 ? kilograms(start.firstBlockGrams) : "",
    firstBlockFee: start.firstBlockFee || "",
    boatFee: start.boatFee || "",
    maxParcelGrams: kilograms(start.maxParcelGrams),
    maxSideMm: start.maxSideMm === null ? "" : start.maxSideMm / 10,
    keepsCold: !preset && last?.keepsCold ? "yes" : "",
    countsBox: !preset && last?.countsBox ? "yes" : "",
    source: preset ? t("operate.tariff.preset.source") : "",
  };
}

/** As the field reads it back: with the unit, and no sign between the thousands. */
function kilograms(grams: number): string {
  return `${String(grams / 1000).replace(".", ",")} kg`;
}
