import { Link } from "@remix-run/react";
import type { Unit } from "#app/domain/unit.ts";
import { formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Table } from "#app/ui/table.tsx";

type Line = {
  id: string;
  listingName: string;
  variantName: string;
  unit: string;
  quantityMilli: number;
  goodsValue: number;
  orderNumber: string;
  placedAt: string;
  state:
    | "waiting"
    | "to-pack"
    | "packed"
    | "handed-over"
    | "departed"
    | "arrived"
    | "delivered"
    | "cancelled"
    | "refunded";
};

/** Sold lines; each opens to the division that made the shares. */
export function SaleLines({ lines, base }: { lines: Line[]; base: string }) {
  const { t, locale } = useWords();
  return (
    <Table
      caption={t("books.lines.caption")}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        { key: "day", label: t("books.day"), phone: "plain", cell: (line) => formatShortDay(locale, line.placedAt) },
        {
          key: "what",
          label: t("books.what"),
          phone: "name",
          cell: (line) => (
            <Link to={`${base}/lines/${line.id}`} className="inline-flex min-h-11 items-center text-sea underline">
              {[line.listingName, line.variantName].filter(Boolean).join(", ")}
            </Link>
          ),
        },
        {
          key: "quantity",
          label: t("books.quantity"),
          phone: "plain",
          cell: (line) => `${formatQuantity(locale, line.quantityMilli)} ${t(`unit.${line.unit as Unit}`)}`,
        },
        {
          key: "state",
          label: t("books.state"),
          phone: "plain",
          cell: (line) => t(`books.line-state.${stateOf(line.state)}`),
        },
        {
          key: "value",
          label: t("books.value"),
          numeric: true,
          cell: (line) => <Amount amount={line.goodsValue} why={`${base}/lines/${line.id}`} />,
        },
      ]}
    />
  );
}

/** What a state means for the money: still held, the members', or given back. */
export function stateOf(state: Line["state"]): "held" | "shared" | "returned" {
  if (state === "delivered") return "shared";
  return state === "refunded" || state === "cancelled" ? "returned" : "held";
}
