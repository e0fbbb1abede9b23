import { formatClock, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { MoneyField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Notice, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { type SoldLine, SoldLines, Total } from "./counter-sum.tsx";

type State = { errors: Record<string, string>; values: Record<string, string[]> };
export type CounterSaleShown = {
  number: string;
  stand: "waiting" | "done" | "over" | "back";
  total: number;
  payBy: string | null;
  paidBy: string | null;
  cashGiven: number | null;
  isClaimed: boolean;
  confirms: boolean;
  lines: (SoldLine & { id: string })[];
};
type Qris = { photoId: string | null; name: string };
type SaleProps = { sale: CounterSaleShown; qris: Qris; to: string; state: State | undefined };

/** One sale: waiting for its money, done with its change, or over. */
export function CounterSaleCard({ sale, qris, to, state }: SaleProps) {
  const { t } = useWords();
  return (
    <>
      {sale.stand === "waiting" ? <Waiting sale={sale} qris={qris} state={state} /> : null}
      {sale.stand === "done" ? <Done sale={sale} /> : null}
      {sale.stand === "over" ? <Notice tone="warn">{t("counter.over")}</Notice> : null}
      {sale.stand === "back" ? <Notice>{t("counter.back")}</Notice> : null}
      <Card className="grid gap-3">
        <h2>{t("counter.goods")}</h2>
        <SoldLines lines={sale.lines} />
        <Total label={t("counter.sum")} amount={sale.total} />
      </Card>
      <div className="grid gap-3">
        <ButtonLink to={to} look={sale.stand === "waiting" ? "second" : "main"} wide>
          {t("counter.again")}
        </ButtonLink>
        {sale.stand === "done" || sale.stand === "back" ? (
          <ButtonLink to={`/orders/${sale.number}/documents`} look="second" wide>
            {t("counter.receipt")}
          </ButtonLink>
        ) : null}
      </div>
    </>
  );
}

function Done({ sale }: { sale: CounterSaleShown }) {
  const { t } = useWords();
  const { cashGiven, total } = sale;
  return (
    <>
      <Notice tone="good">{t("counter.sold")}</Notice>
      {cashGiven === null ? (
        <p>{t("counter.by-qris")}</p>
      ) : (
        <Card className="grid gap-1">
          <p>
            <Sentence>{t("counter.given.was", { given: formatRupiah(cashGiven) })}</Sentence>
          </p>
          {cashGiven > total ? (
            <Total label={t("counter.change")} amount={cashGiven - total} />
          ) : (
            <p>{t("counter.change.none")}</p>
          )}
        </Card>
      )}
    </>
  );
}

function Waiting({ sale, qris, state }: Omit<SaleProps, "to">) {
  const { t, locale } = useWords();
  return (
    <>
      <Notice tone={sale.isClaimed ? "good" : "info"}>
        {sale.isClaimed
          ? t("counter.claimed")
          : t("counter.waits.lead", { clock: sale.payBy ? formatClock(locale, sale.payBy) : "" })}
      </Notice>
      <Section title={t("counter.waits")}>
        <Card className="grid gap-4">
          <Total label={t("counter.to-pay")} amount={sale.total} />
          {qris.photoId ? (
            <img
              src={`/photos/${qris.photoId}/640`}
              alt={t("pay.qris.alt", { name: qris.name })}
              className="mx-auto w-full max-w-80"
            />
          ) : (
            <p className="text-clay">{t("pay.qris.none")}</p>
          )}
          {sale.confirms || !sale.isClaimed ? (
            <FormFrame className="grid gap-2">
              <Button name="intent" value="qris" wide>
                {t(sale.confirms ? "counter.qris.here" : "counter.qris.seen")}
              </Button>
              {sale.confirms ? null : <p className="text-sm text-quiet">{t("counter.qris.seen.note")}</p>}
            </FormFrame>
          ) : null}
        </Card>
      </Section>
      <Section title={t("counter.cash-instead")}>
        <Card>
          <FormFrame state={stateFor(state, { intent: "cash" })}>
            <MoneyField name="cashGiven" label={t("counter.given")} hint={t("counter.given.hint")} optional />
            <Button name="intent" value="cash" look="second" wide>
              {t("counter.cash-instead.do")}
            </Button>
          </FormFrame>
        </Card>
      </Section>
      {sale.isClaimed ? null : (
        <FormFrame>
          <Button name="intent" value="cancel" look="danger" wide>
            {t("counter.cancel")}
          </Button>
        </FormFrame>
      )}
    </>
  );
}
