import { formatMoment, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";

type MishapRow = {
  kind: "event" | "request";
  name: string;
  what: string;
  about: string;
  at: string;
  error: string | null;
  transfer: { group: string; amount: number; order: string } | null;
  isOwed: boolean;
};

/** What the machine has given up on, each with what a person can do about it. */
export function FailedNews({ mishaps }: { mishaps: readonly MishapRow[] }) {
  const { t } = useWords();
  return (
    <Section title={t("operate.mishaps.failed")}>
      {mishaps.length === 0 ? <Empty text={t("operate.mishaps.none")} /> : <p>{t("operate.mishaps.failed-lead")}</p>}
      {mishaps.map((row) => (
        <Card key={`${row.kind} ${row.name}`} className="grid gap-3">
          <What row={row} />
          <FormFrame className="flex flex-wrap gap-2">
            <input type="hidden" name="kind" value={row.kind} />
            <input type="hidden" name="name" value={row.name} />
            {row.isOwed ? null : (
              <Button name="intent" value="retry">
                {t("operate.mishaps.retry")}
              </Button>
            )}
            <Button name="intent" value="settle" look="second">
              {t(row.transfer && !row.isOwed ? "operate.mishaps.transfer-settle" : "operate.mishaps.settle")}
            </Button>
          </FormFrame>
        </Card>
      ))}
    </Section>
  );
}

function What({ row: { kind, what, about, at, error, transfer, isOwed } }: { row: MishapRow }) {
  const { t, locale } = useWords();
  const isOfCurrency = error?.includes("currency:") ?? false;
  return (
    <div className="grid gap-1">
      <h3>{t(isOwed ? "operate.mishaps.owed" : transfer ? "operate.mishaps.transfer" : `operate.mishaps.${kind}`)}</h3>
      {transfer ? (
        <>
          <p>
            <Sentence>
              {t("operate.mishaps.transfer-of", {
                ...{ amount: formatRupiah(transfer.amount), group: transfer.group, order: transfer.order },
              })}
            </Sentence>
          </p>
          <p>
            {t(
              isOwed
                ? "operate.mishaps.owed-hint"
                : isOfCurrency
                  ? "operate.mishaps.transfer-currency"
                  : "operate.mishaps.transfer-hint",
            )}
          </p>
        </>
      ) : (
        <>
          <p>{t(what === "stripe-expire" ? "operate.mishaps.expire" : "operate.mishaps.look-up")}</p>
          <p className="text-sm text-quiet break-all">
            {what} · {about}
          </p>
        </>
      )}
      <p className="text-sm text-quiet">{formatMoment(locale, at)}</p>
      {error && !isOfCurrency ? (
        <p className="text-sm text-clay wrap-anywhere">{t("operate.mishaps.answer", { answer: error })}</p>
      ) : null}
    </div>
  );
}
