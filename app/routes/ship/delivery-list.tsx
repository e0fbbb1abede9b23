import { Link } from "@remix-run/react";
import type { Delivery } from "#app/domain/checkout.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Badge, Empty, Notice } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";

type Row = {
  number: string;
  buyerName: string;
  delivery: Delivery;
  cashDue: number | null;
  pickUpPoint: string | null;
  groupNames: string[];
  ready: boolean;
};

type ListProps = {
  deliveries: Row[];
  /** What whoever looks has taken at the doors and not handed in. */
  ownCash: number;
};

/** Who waits for goods, those still to be given first; and the cash that was taken for them. */
export function DeliveryList({ deliveries, ownCash }: ListProps) {
  const { t } = useWords();
  return (
    <>
      {ownCash > 0 ? (
        <Notice>
          <Sentence>{t("deliveries.you-hold", { amount: formatRupiah(ownCash) })}</Sentence>
        </Notice>
      ) : null}
      {deliveries.length === 0 ? <Empty drawing="basket" text={t("deliveries.none")} /> : <Rows rows={deliveries} />}
    </>
  );
}

function Rows({ rows }: { rows: Row[] }) {
  const { t } = useWords();
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {rows
        .toSorted((a, b) => Number(b.ready) - Number(a.ready))
        .map((row) => (
          <li
            key={row.number}
            className="grid content-start gap-1 rounded-card border border-line bg-card p-4 shadow-card"
          >
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Link
                to={`/deliveries/${row.number}`}
                className="inline-flex min-h-11 items-center text-lg font-bold text-sea underline underline-offset-2"
              >
                {row.buyerName}
              </Link>
              <Badge tone={row.ready ? "warn" : "good"}>{t(row.ready ? "deliveries.ready" : "deliveries.done")}</Badge>
            </div>
            <p>
              {row.number} · {row.pickUpPoint ?? t(`delivery.${row.delivery}`)}
            </p>
            <p className="text-sm text-quiet">{row.groupNames.join(", ")}</p>
            {row.cashDue !== null ? (
              <p className="font-semibold">
                {t("deliveries.cash-due")} <Amount plain="not-yet" amount={row.cashDue} />
              </p>
            ) : null}
          </li>
        ))}
    </ul>
  );
}
