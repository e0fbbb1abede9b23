import { COUNTER_METHODS } from "#app/domain/counter.ts";
import { formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, RadioGroup, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { PhoneField } from "#app/ui/number-fields.tsx";
import { Card } from "#app/ui/page.tsx";

type State = { errors: Record<string, string>; values: Record<string, string[]> };
export type SoldLine = { name: string; unit: string; quantityMilli: number; goodsValue: number };
type Sum = { formKey: string; total: number; lines: (SoldLine & { variantId: string; seen: string })[] };
type SumProps = { sum: Sum; state: State | undefined; takesQris: boolean };

/** What is bought and what it comes to; how it is paid, and who buys where somebody says so. */
export function CounterSumForm({ sum, state, takesQris }: SumProps) {
  const { t } = useWords();
  const methods = COUNTER_METHODS.filter((method) => method === "cash" || takesQris);
  return (
    <FormFrame state={state} defaults={{ method: "cash" }}>
      <Card className="grid gap-3">
        <h2>{t("counter.goods")}</h2>
        <SoldLines lines={sum.lines} />
        <Total label={t("counter.to-pay")} amount={sum.total} />
      </Card>
      {sum.lines.map((line) => (
        <Row key={line.variantId} line={line} />
      ))}
      <input type="hidden" name="formKey" value={sum.formKey} />
      <RadioGroup
        name="method"
        label={t("counter.method")}
        options={methods.map((method) => ({ value: method, label: t(`counter.method.${method}`) }))}
      />
      <MoneyField name="cashGiven" label={t("counter.given")} hint={t("counter.given.hint")} optional />
      <TextField name="buyerName" label={t("counter.buyer.name")} maxLength={80} autoComplete="off" optional />
      <PhoneField name="buyerPhone" label={t("counter.buyer.phone")} isOwn={false} optional />
      <Button name="intent" value="sell" wide>
        {t("counter.sell")}
      </Button>
      <Button name="intent" value="change" look="second" wide>
        {t("counter.change-goods")}
      </Button>
    </FormFrame>
  );
}

/** Carries a line to the sale, and back to the goods. */
function Row({ line }: { line: Sum["lines"][number] }) {
  return (
    <>
      <input type="hidden" name="variantId" value={line.variantId} />
      <input type="hidden" name="quantity" value={String(line.quantityMilli / 1000).replace(".", ",")} />
      <input type="hidden" name="seen" value={line.seen} />
    </>
  );
}

export function SoldLines({ lines }: { lines: SoldLine[] }) {
  const { t, locale } = useWords();
  return (
    <ul className="grid gap-2">
      {lines.map((line) => (
        <li key={line.name} className="flex justify-between gap-3">
          <span className="min-w-0">
            {line.name}
            <span className="block text-sm text-quiet">
              {formatQuantity(locale, line.quantityMilli)} {unitName(t, line.unit)}
            </span>
          </span>
          <Amount plain="agreed" amount={line.goodsValue} className="shrink-0" />
        </li>
      ))}
    </ul>
  );
}

/** The figure that everybody looks for. */
export function Total({ label, amount }: { label: string; amount: number }) {
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-3 border-t border-line pt-3 first:border-t-0 first:pt-0">
      <span className="font-semibold">{label}</span>
      <Amount plain="agreed" amount={amount} className="text-3xl font-bold" />
    </p>
  );
}
