import type { DifferenceKind } from "#app/domain/reconciliation.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Section } from "#app/ui/page.tsx";

export type DifferenceRow = {
  id: string;
  kind: DifferenceKind;
  ref: string;
  theirs: number;
  ours: number;
  foundAt: string;
};
type State = { errors: Record<string, string>; values: Record<string, string[]> };

type Props = { comparedAt: string | null; open: readonly DifferenceRow[]; state: State | undefined };

/** Where Stripe and the books say different things. */
export function DifferencesList({ comparedAt, open, state }: Props) {
  const { t, locale } = useWords();
  return (
    <Section title={t("operate.differences")}>
      <p className="text-quiet">
        {comparedAt
          ? t("operate.differences.compared", { when: formatMoment(locale, comparedAt) })
          : t("operate.differences.never")}
      </p>
      {open.length === 0 && comparedAt ? <Empty text={t("operate.differences.none")} /> : null}
      {open.map((row) => (
        <DifferenceCard key={row.id} row={row} state={state?.values.differenceId?.[0] === row.id ? state : undefined} />
      ))}
    </Section>
  );
}

function DifferenceCard({ row, state }: { row: DifferenceRow; state: State | undefined }) {
  const { t, locale } = useWords();
  const amounts = [
    ["theirs", row.theirs],
    ["ours", row.ours],
    ["open", row.theirs - row.ours],
  ] as const;
  return (
    <Card className="grid gap-3">
      <div>
        <h3>{t(`operate.differences.${row.kind}`)}</h3>
        <p className="text-sm text-quiet break-all">
          {row.ref} · {formatMoment(locale, row.foundAt)}
        </p>
      </div>
      <dl className="grid gap-1">
        {amounts.map(([what, amount]) => (
          <div key={what} className="flex justify-between gap-4">
            <dt>{t(`operate.differences.${what}`)}</dt>
            <dd>
              <Amount amount={amount} plain="not-yet" />
            </dd>
          </div>
        ))}
      </dl>
      <FormFrame state={state} className="grid gap-3">
        <input type="hidden" name="differenceId" value={row.id} />
        {row.kind === "settlement" ? (
          <Button name="intent" value="book-settlement">
            {t("operate.differences.book")}
          </Button>
        ) : null}
        <TextField name="note" label={t("operate.differences.note")} hint={t("operate.differences.note-hint")} />
        <Button name="intent" value="settle-difference" look="second">
          {t("operate.differences.settle")}
        </Button>
      </FormFrame>
    </Card>
  );
}
