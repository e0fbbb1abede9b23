import { formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";

type Line = { key: string; row: number; day: string; amount: number; text: string; order: string };
type Payments = { payments: { id: string; name: string }[] };

function Said({ line }: { line: Line }) {
  const { t, locale } = useWords();
  return (
    <div className="min-w-0">
      <p className="text-lg font-bold">
        <Amount plain="not-yet" amount={line.amount} />
      </p>
      <p className="break-words">{line.text}</p>
      <p className="text-sm text-quiet">
        {formatShortDay(locale, line.day)} · {t("statement.row", { row: line.row })}
      </p>
      {line.order ? <p className="text-sm text-quiet">{t("statement.for", { order: line.order })}</p> : null}
    </div>
  );
}

type LineCardProps = {
  line: Line & Payments;
  here: string;
  state: Parameters<typeof FormFrame>[0]["state"];
};

/** A line with the payment that it seems to be for, or those; it is confirmed by its own button alone. */
export function LineCard({ line, here, state }: LineCardProps) {
  const { t } = useWords();
  const [only, ...more] = line.payments;
  return (
    <Card className="grid gap-3">
      <Said line={line} />
      <FormFrame state={state} action={here} className="grid justify-items-start gap-3">
        <input type="hidden" name="key" value={line.key} />
        {more.length === 0 && only ? (
          <>
            <input type="hidden" name="paymentId" value={only.id} />
            <p>{t("statement.seems", { payment: only.name })}</p>
          </>
        ) : (
          <RadioGroup
            name="paymentId"
            label={t("statement.which")}
            options={line.payments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Button>
          <Sentence>{t("operate.payments.confirm", { amount: formatRupiah(line.amount) })}</Sentence>
        </Button>
      </FormFrame>
    </Card>
  );
}

/** Lines that ask nothing of anybody. */
export function LineList({ title, lines }: { title: string; lines: Line[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="grid gap-2">
        {lines.map((line) => (
          <li key={line.key} className="border-b border-line pb-2">
            <Said line={line} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
