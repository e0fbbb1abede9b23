import type { SerializeFrom } from "@remix-run/node";
import { refundQuantityField, refundValueField } from "#app/domain/refund-form.ts";
import { formatQuantity, formatRupiah } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, MoneyField, RadioGroup } from "#app/ui/fields.tsx";
import { FIELD_CLASS, FieldShell, FormFrame, useField, useTyped } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import type { refundPage } from "./refund-page.server.ts";

export type RefundPage = SerializeFrom<typeof refundPage>;

/** What should go back, and how: it changes nothing yet. */
export function RefundQuestion({ page }: { page: RefundPage }) {
  const { t } = useWords();
  const isDelivered = page.lines.some((line) => line.isEarned);
  return (
    <Section title={t(page.plan ? "operate.refund.change" : "operate.refund.ask")}>
      <FormFrame method="get" state={page.state} defaults={{ what: "everything", way: page.ways[0]?.value ?? "" }}>
        <RadioGroup
          name="what"
          label={t("operate.refund.part")}
          options={(["everything", "parts", "amount"] as const).map((value) => ({
            value,
            label: t(`operate.refund.part.${value}`),
          }))}
        />
        <fieldset className="grid min-w-0 gap-4">
          <legend className="mb-1 font-semibold">{t("operate.refund.lines")}</legend>
          <p className="text-sm text-quiet">{t("operate.refund.lines-hint")}</p>
          {page.lines.map((line, at) => (
            <LineFields key={line.id} line={line} at={at} />
          ))}
          {page.shipping > 0 ? (
            <MoneyField
              name="shipping"
              label={t("operate.refund.shipping")}
              hint={<Sentence>{t("operate.refund.at-most", { amount: formatRupiah(page.shipping) })}</Sentence>}
              optional
            />
          ) : null}
        </fieldset>
        <MoneyField name="amount" label={t("operate.refund.amount")} hint={t("operate.refund.amount-hint")} optional />
        {isDelivered ? (
          <CheckField name="back" label={t("operate.refund.back")} hint={t("operate.refund.back-hint")} />
        ) : null}
        <Ways page={page} />
        <Button look={page.plan ? "second" : "main"}>{t("operate.refund.look")}</Button>
      </FormFrame>
    </Section>
  );
}

function LineFields({ line, at }: { line: RefundPage["lines"][number]; at: number }) {
  const { t, locale } = useWords();
  const quantity = useField(refundQuantityField(line.id), true);
  const value = useField(refundValueField(line.id), false);
  const typed = { quantity: useTyped("quantity")?.[at], value: useTyped("value")?.[at] };
  const unit = unitName(t, line.unit);
  const left = t("operate.refund.left", {
    quantity: formatQuantity(locale, line.quantityMilli),
    unit,
    amount: formatRupiah(line.value),
  });
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <input type="hidden" name="line" value={line.id} />
      <FieldShell
        id={quantity.id}
        label={line.name}
        hint={<Sentence>{`${line.groupName} · ${left}`}</Sentence>}
        error={quantity.error}
        optional
      >
        <span className="flex items-center gap-2">
          <LineBox name="quantity" field={quantity} typed={typed.quantity} inputMode="decimal" />
          <span className="shrink-0 text-quiet">{unit}</span>
        </span>
      </FieldShell>
      <FieldShell id={value.id} label={t("operate.refund.line-amount")} error={value.error} optional>
        <span className="flex items-center gap-2">
          <span className="text-quiet">Rp</span>
          <LineBox name="value" field={value} typed={typed.value} inputMode="numeric" />
        </span>
      </FieldShell>
    </div>
  );
}

type LineBoxProps = {
  name: string;
  field: ReturnType<typeof useField>;
  typed: string | undefined;
  inputMode: "decimal" | "numeric";
};

/** One of many boxes that bear the same name, each with an error of its own. */
function LineBox({ name, field, typed, inputMode }: LineBoxProps) {
  return (
    <input
      id={field.id}
      name={name}
      defaultValue={typed}
      inputMode={inputMode}
      autoComplete="off"
      maxLength={20}
      aria-invalid={field.error ? true : undefined}
      aria-describedby={field.describedBy}
      className={FIELD_CLASS}
    />
  );
}

function Ways({ page }: { page: RefundPage }) {
  const { t } = useWords();
  return (
    <RadioGroup
      name="way"
      label={t("operate.refund.way")}
      options={page.ways.map(({ value, box }) => ({ value, label: wayName(t, { value, box }) }))}
    />
  );
}

/** A way in words; cash says whose box. */
export function wayName(t: ReturnType<typeof useWords>["t"], { value, box }: { value: string; box: string | null }) {
  if (box !== null) return t("operate.refund.way.cash", { group: box });
  if (value === "provider") return t("operate.refund.way.provider");
  return value === "credit" ? t("operate.refund.way.credit") : t("operate.refund.way.transfer");
}
