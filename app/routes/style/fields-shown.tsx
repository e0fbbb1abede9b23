import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckGroup } from "#app/ui/check-group.tsx";
import { CheckField, MoneyField, PhotoField, RadioGroup, SelectField, TextArea, TextField } from "#app/ui/fields.tsx";
import { FilterCheck, FilterFold, FilterMoney, FilterSelect, SearchBox } from "#app/ui/filter-fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { DateField, MomentField, PhoneField, QuantityField } from "#app/ui/number-fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { RegionPicker } from "#app/ui/region-picker.tsx";

const REFUSED = {
  errors: { price: "price-invalid", name: "required", phone: "phone", method: "required", village: "required" },
  values: { price: ["enam puluh ribu"], name: [""], phone: ["12"], method: [], fragile: ["yes"] },
};
const FILLED = {
  price: "62.000",
  quantity: "12,5",
  day: "2026-11-24",
  moment: "2026-11-24T17:00",
  phone: "0812-0000-9001",
};

export function FieldsShown({ isSample = false }: { isSample?: boolean }) {
  const { t } = useWords();
  if (isSample)
    return (
      <div className="grid max-w-xl gap-5">
        <Refused>
          <MoneyField name="price" label={t("sell.field.price")} hint={t("style.field.hint")} />
          <Choices />
        </Refused>
      </div>
    );
  return (
    <>
      <Section title={t("style.fields")}>
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <FormFrame method="get" defaults={FILLED}>
            <Fields />
          </FormFrame>
          <FormFrame method="get" defaults={{ method: "transfer" }}>
            <Choices />
            <Region />
          </FormFrame>
        </div>
      </Section>
      <Section title={t("style.fields.wrong")}>
        <div className="grid max-w-xl gap-5">
          <Refused>
            <TextField name="name" label={t("style.field.long")} hint={t("style.field.hint")} />
            <MoneyField name="price" label={t("sell.field.price")} />
            <PhoneField name="phone" label={t("account.phone")} />
            <Choices />
            <Region />
          </Refused>
        </div>
      </Section>
      <Section title={t("style.fields.off")}>
        <FormFrame method="get" defaults={FILLED}>
          <fieldset disabled className="grid max-w-xl gap-5">
            <MoneyField name="price" label={t("sell.field.price")} />
            <CheckField name="fragile" label={t("style.field.check")} />
            <Button>{t("form.save")}</Button>
          </fieldset>
        </FormFrame>
      </Section>
      <Section title={t("style.filter")}>
        <Filter />
      </Section>
    </>
  );
}

/** A form that came back. Data-sample keeps the page's script from taking the focus there. */
function Refused({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return (
    <div data-sample="">
      <FormFrame state={REFUSED}>
        {children}
        <Button>{t("form.save")}</Button>
      </FormFrame>
    </div>
  );
}

function Fields() {
  const { t } = useWords();
  return (
    <>
      <TextField name="name" label={t("sell.field.name")} optional />
      <TextField name="long" label={t("style.field.long")} hint={t("style.field.hint")} />
      <MoneyField name="price" label={t("sell.field.price")} />
      <QuantityField name="quantity" label={t("books.quantity")} unit={t("unit.kg")} />
      <DateField name="day" label={t("books.day")} />
      <MomentField name="moment" label={t("runs.cut-off")} />
      <PhoneField name="phone" label={t("account.phone")} />
      <TextArea name="story" label={t("group.story")} optional rows={2} />
      <PhotoField name="photo" label={t("sell.field.photo")} hint={t("sell.field.photo.hint")} optional />
      <SelectField
        name="unit"
        label={t("sell.field.unit")}
        blank
        choices={(["kg", "buah", "ikat"] as const).map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
      />
    </>
  );
}

function Choices() {
  const { t } = useWords();
  return (
    <>
      <RadioGroup
        name="method"
        label={t("books.pay-out.method")}
        options={(["cash", "transfer"] as const).map((method) => ({
          value: method,
          label: t(`payout-method.${method}`),
          note: t("style.field.hint"),
        }))}
      />
      <CheckGroup
        name="offices"
        label={t("sell.offices.title")}
        chosen={["chair"]}
        options={(["chair", "treasurer"] as const).map((office) => ({
          value: office,
          label: t(`office.${office}`),
          note: t(`sell.offices.${office}`),
        }))}
      />
      <CheckField name="fragile" label={t("style.field.check")} hint={t("style.field.hint")} />
    </>
  );
}

function Region() {
  const { t } = useWords();
  const province = [{ value: "21", label: "Kepulauan Riau" }];
  const regency = [{ value: "21.72", label: "Kota Tanjung Pinang" }];
  return (
    <RegionPicker
      legend={t("group.place")}
      levels={[
        { level: "province", chosen: "21", choices: province },
        { level: "regency", chosen: "", choices: regency },
      ]}
    />
  );
}

function Filter() {
  const { t } = useWords();
  return (
    <form method="get" action="/gaya" className="grid max-w-xl gap-4">
      <SearchBox q="" />
      <FilterFold label={t("catalogue.filters")} isOpen>
        <FilterSelect
          name="kind"
          label={t("catalogue.group-kind")}
          value={null}
          all={t("catalogue.group-kind.all")}
          choices={[{ value: "farm", label: t("group-kind.farm") }]}
        />
        <FilterMoney name="priceTo" label={t("catalogue.price-to")} amount={50_000} />
        <FilterCheck name="ready" label={t("catalogue.check.ready")} on />
        <Button wide>{t("catalogue.apply")}</Button>
      </FilterFold>
    </form>
  );
}
