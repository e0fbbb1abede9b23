import { formatMoment, formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, MoneyField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Money } from "#app/ui/money.tsx";
import { MomentField } from "#app/ui/number-fields.tsx";
import { Badge, Card, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { stateFor } from "#app/ui/which-form.ts";

type Tariff = {
  id: string;
  service: string;
  perKg: number;
  perParcel: number;
  minKg: number;
  toleranceGrams: number;
  stepGrams: number;
  maxParcelGrams: number;
  volumeDivisor: number;
  daysUnderWay: number;
  keepsCold: boolean;
  validFrom: string;
  validTo: string | null;
  isInForce: boolean;
};

type Props = {
  tariffs: Tariff[];
  formKey: string;
  state: { errors: Record<string, string>; values: Record<string, string[]> } | undefined;
};

/** The prices to this zone, old and new, and the form for the next one: it starts as the newest is. */
export function TariffSection({ tariffs, formKey, state }: Props) {
  const { t, locale } = useWords();
  const last = tariffs.find((tariff) => tariff.isInForce) ?? tariffs[0];
  return (
    <Section id="tariffs" title={t("operate.zone.tariffs")}>
      {tariffs.length === 0 ? <p>{t("operate.zone.no-tariff")}</p> : null}
      {tariffs.length > 0 ? (
        <Table
          caption={t("operate.zone.tariffs.lead")}
          rows={tariffs}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "service",
              label: t("operate.tariff.service"),
              cell: (row) => (
                <>
                  {row.service} {row.isInForce ? <Badge tone="good">{t("operate.tariff.in-force")}</Badge> : null}
                </>
              ),
            },
            {
              key: "kg",
              label: t("operate.tariff.per-kg"),
              numeric: true,
              cell: (row) => <Money amount={row.perKg} />,
            },
            {
              key: "parcel",
              label: t("operate.tariff.per-parcel"),
              numeric: true,
              cell: (row) => <Money amount={row.perParcel} />,
            },
            {
              key: "max",
              label: t("operate.tariff.max"),
              numeric: true,
              cell: (row) => formatWeight(locale, row.maxParcelGrams),
            },
            {
              key: "from",
              label: t("operate.tariff.from"),
              cell: (row) => formatMoment(locale, row.validFrom),
            },
            {
              key: "to",
              label: t("operate.tariff.to"),
              cell: (row) => (row.validTo ? formatMoment(locale, row.validTo) : "–"),
            },
          ]}
        />
      ) : null}
      <Card className="max-w-2xl">
        <TariffForm last={last} formKey={formKey} state={stateFor(state, { intent: "tariff" })} />
      </Card>
    </Section>
  );
}

function TariffForm({ last, formKey, state }: Omit<Props, "tariffs"> & { last: Tariff | undefined }) {
  const { t, locale } = useWords();
  const defaults = {
    service: last?.service,
    perKg: last?.perKg,
    perParcel: last?.perParcel ?? 0,
    minKg: last?.minKg ?? 1,
    toleranceGrams: last?.toleranceGrams ?? 300,
    stepGrams: last?.stepGrams ?? 1000,
    maxParcelGrams: formatWeight(locale, last?.maxParcelGrams ?? 30_000),
    volumeDivisor: last?.volumeDivisor ?? 4000,
    daysUnderWay: last?.daysUnderWay ?? 1,
    keepsCold: last?.keepsCold ? "yes" : "",
  };
  return (
    <FormFrame state={state} defaults={defaults}>
      <h3>{t("operate.tariff.new")}</h3>
      <input type="hidden" name="intent" value="tariff" />
      <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
      <TextField name="service" label={t("operate.tariff.service")} hint={t("operate.tariff.service-hint")} />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <MoneyField name="perKg" label={t("operate.tariff.per-kg")} />
        <MoneyField name="perParcel" label={t("operate.tariff.per-parcel")} />
        <TextField name="minKg" label={t("operate.tariff.min")} suffix="kg" inputMode="numeric" />
        <TextField name="maxParcelGrams" label={t("operate.tariff.max")} inputMode="decimal" />
        <TextField
          name="toleranceGrams"
          label={t("operate.tariff.tolerance")}
          hint={t("operate.tariff.tolerance-hint")}
          suffix="g"
          inputMode="numeric"
        />
        <TextField
          name="stepGrams"
          label={t("operate.tariff.step")}
          hint={t("operate.tariff.step-hint")}
          suffix="g"
          inputMode="numeric"
        />
        <TextField
          name="volumeDivisor"
          label={t("operate.tariff.divisor")}
          hint={t("operate.tariff.divisor-hint")}
          suffix="cm³/kg"
          inputMode="numeric"
        />
        <TextField
          name="daysUnderWay"
          label={t("operate.tariff.days")}
          hint={t("operate.tariff.days-hint")}
          suffix={t("operate.tariff.days-unit")}
          inputMode="numeric"
        />
        <MomentField name="validFrom" label={t("operate.tariff.from")} hint={t("operate.tariff.from-hint")} optional />
      </div>
      <CheckField name="keepsCold" label={t("operate.tariff.cold")} hint={t("operate.tariff.cold-hint")} />
      <Button>{t("operate.tariff.save")}</Button>
    </FormFrame>
  );
}
