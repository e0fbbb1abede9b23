import { useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { Steps } from "#app/ui/steps.tsx";
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
  return (
    <Section title={t("buy.order.steps")}>
      <Steps steps={steps.map(({ step, isDone }) => ({ key: step, label: t(`buy.order.step.${step}`), isDone }))} />
    </Section>
  );
}
