import { Link } from "@remix-run/react";
import { formatMoment, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { CheckField, MoneyField, RadioGroup, SelectField } from "#app/ui/fields.tsx";
import { QuantityField } from "#app/ui/number-fields.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import type { StandingChoices } from "./standing-choices.server.ts";

const WEEK = ["1", "2", "3", "4", "5", "6", "0"] as const;

/** How much, how often, where to, how paid, and the most it may cost. */
export function StandingFields({ choices, unit }: { choices: StandingChoices; unit: string }) {
  const { t, locale } = useWords();
  const { isByCycle, opensAt, goodsToday, methods } = choices;
  return (
    <>
      <QuantityField name="quantity" label={t("standing.quantity")} unit={unit} />
      {goodsToday > 0 ? (
        <p className="text-quiet">
          <Sentence>{t("standing.price", { price: formatRupiah(goodsToday) })}</Sentence>
        </p>
      ) : null}
      <RadioGroup
        name="everyWeeks"
        label={t("standing.rhythm")}
        options={(["1", "2"] as const).map((value) => ({ value, label: t(`standing.every.${value}`) }))}
      />
      {isByCycle ? (
        <p>
          {t("standing.by-cycle")}{" "}
          {opensAt ? t("standing.by-cycle.next", { moment: formatMoment(locale, opensAt) }) : null}
        </p>
      ) : (
        <SelectField
          name="weekday"
          label={t("standing.weekday")}
          hint={t("standing.weekday.hint")}
          blank
          choices={WEEK.map((value) => ({ value, label: t(`standing.weekday.${value}`) }))}
        />
      )}
      <PlaceChoice places={choices.places} />
      <RadioGroup
        name="method"
        label={t("standing.method")}
        hint={t("standing.method.hint")}
        options={methods.map((method) => ({ value: method, label: t(`buy.method.${method}`) }))}
      />
      <CheckField name="useCredit" label={t("standing.credit")} hint={t("standing.credit.hint")} />
      <MoneyField
        name="ceiling"
        label={t("standing.ceiling")}
        hint={`${t("standing.ceiling.hint")} ${t("standing.ceiling.empty")}`}
        optional
      />
    </>
  );
}

function PlaceChoice({ places }: Pick<StandingChoices, "places">) {
  const { t } = useWords();
  return (
    <div className="grid gap-2">
      <RadioGroup
        name="place"
        label={t("standing.place")}
        options={places.map((place) => ({
          value: place.value,
          label: placeName(t, place),
          note:
            place.price === null ? (
              t("standing.place.none")
            ) : (
              <Sentence>{t("standing.place.today", { price: formatRupiah(place.price) })}</Sentence>
            ),
        }))}
      />
      <p>
        <Link to="/account/addresses" className="inline-flex min-h-11 items-center text-sea underline">
          {t("standing.place.add")}
        </Link>
      </p>
    </div>
  );
}

type Named = Pick<StandingChoices["places"][number], "delivery" | "name" | "more">;

/** A place to get the goods, in words. */
export function placeName(t: ReturnType<typeof useWords>["t"], { delivery, name, more }: Named): string {
  if (delivery === "fetch") return t("standing.place.fetch", { place: name });
  if (delivery === "run-pickup") return t("standing.place.point", { name, zone: more });
  return t("standing.place.address", { label: name, street: more });
}
