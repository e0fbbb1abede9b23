import { Link } from "@remix-run/react";
import { whyAddress } from "#app/domain/why.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount, type Explained } from "#app/ui/amount.tsx";
import { Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

type Row = { number: string; total: number; placedAt: string; stand: "waiting" | "done" | "over" | "back" };

/** The sale opens for whoever may see the books of the group whose address this is. */
function explained({ number, stand }: Row, opens: string | null): Explained {
  if (opens === null) return { plain: "not-yours" };
  return stand === "waiting" ? { plain: "not-yet" } : { why: whyAddress(opens, null, { of: "book", order: number }) };
}

/** The last sales, each leading to its page: one that waits for its money is found again here. */
export function CounterSales({ sales, to, opens }: { sales: Row[]; to: string; opens: string | null }) {
  const { t, locale } = useWords();
  return (
    <Section title={t("counter.last")}>
      <Table
        caption={<span className="sr-only">{t("counter.last")}</span>}
        rows={sales}
        rowKey={(sale) => sale.number}
        columns={[
          {
            key: "number",
            label: t("counter.last.number"),
            cell: (sale) => (
              <Link
                to={`${to}?sale=${sale.number}`}
                className="inline-flex min-h-11 items-center text-sea underline underline-offset-2"
              >
                {sale.number}
              </Link>
            ),
          },
          {
            key: "when",
            label: t("counter.last.when"),
            cell: (sale) => formatMoment(locale, sale.placedAt),
            phone: "plain",
          },
          {
            key: "state",
            label: t("counter.last.state"),
            cell: (sale) => t(`counter.state.${sale.stand}`),
            phone: "plain",
          },
          {
            key: "total",
            label: t("counter.sum"),
            cell: (sale) => <Amount amount={sale.total} {...explained(sale, opens)} />,
            numeric: true,
          },
        ]}
      />
    </Section>
  );
}
