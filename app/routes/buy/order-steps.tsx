import { useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";
import type { OrderData } from "./order-page.server.ts";

type Order = OrderData["order"];
type Step = "placed" | "paid" | "packed" | "departed" | "arrived" | "delivered";

/** How far each state of a consignment has come. */
const REACHED = {
  waiting: "placed",
  "to-pack": "placed",
  packed: "packed",
  "handed-over": "packed",
  departed: "departed",
  arrived: "arrived",
  delivered: "delivered",
  cancelled: "placed",
  refunded: "placed",
} as const satisfies Record<Order["consignments"][number]["state"], Step>;

/** What lies before the buyer, in the order in which it happens: the slowest consignment counts. */
function stepsOf({ delivery, state, consignments }: Order): { step: Step; isDone: boolean }[] {
  const travels = delivery === "run-pickup" || delivery === "run-door";
  const way: Step[] = ["packed", ...(travels ? (["departed", "arrived"] as const) : []), "delivered"];
  const paysLast = state === "payable-on-delivery";
  const slowest = Math.min(...consignments.map((part) => way.indexOf(REACHED[part.state])));
  const isPaid = state === "paid" || state === "completed";
  return [
    { step: "placed", isDone: true },
    ...(paysLast ? [] : [{ step: "paid" as const, isDone: isPaid }]),
    ...way.map((step, at) => ({ step, isDone: at <= slowest })),
  ];
}

export function OrderSteps({ order }: { order: Order }) {
  const { t } = useWords();
  if (order.state === "expired" || order.state === "cancelled" || order.state === "refunded") return null;
  const steps = stepsOf(order);
  const now = steps.findIndex((each) => !each.isDone);
  return (
    <Section title={t("buy.order.steps")}>
      <ol className="grid gap-1">
        {steps.map(({ step, isDone }, at) => (
          <li
            key={step}
            className={`flex items-center gap-3 ${isDone ? "text-mangrove" : at === now ? "font-bold" : "text-quiet"}`}
            aria-current={at === now ? "step" : undefined}
          >
            <span aria-hidden="true" className="w-6 text-center text-lg">
              {isDone ? "✓" : at === now ? "●" : "○"}
            </span>
            <span>
              {t(`buy.order.step.${step}`)}
              {isDone ? <span className="sr-only"> ({t("buy.order.step.done")})</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
