import type { ReactNode } from "react";
import { readablePhone } from "#app/domain/phone.ts";
import { isUnit } from "#app/domain/unit.ts";
import { formatDay, formatMoment, formatQuantity, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount as Opened } from "#app/ui/amount.tsx";
import { Badge, Card, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import type { OrderData } from "./order-page.server.ts";

type Order = OrderData["order"];

export function ConsignmentCard({ part, why }: { part: Order["consignments"][number]; why: string }) {
  const { t, locale } = useWords();
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2>{t("buy.order.consignment", { group: part.groupName })}</h2>
        <Badge>{t(`buy.consignment.state.${part.state}`)}</Badge>
      </div>
      <ul className="mt-2 grid gap-2">
        {part.lines.map((line) => (
          <li key={line.id} className="flex items-baseline justify-between gap-4">
            <span>
              {formatQuantity(locale, line.quantityMilli)} {isUnit(line.unit) ? t(`unit.${line.unit}`) : line.unit}{" "}
              {[line.listingName, line.variantName].filter(Boolean).join(", ")}
              <Weighed line={line} />
              {line.refundedValue > 0 ? (
                <span className="block text-sm text-quiet">
                  <Sentence>{t("buy.order.line.refunded", { amount: formatRupiah(line.refundedValue) })}</Sentence>
                </span>
              ) : null}
            </span>
            <Opened amount={line.goodsValue - line.missing} why={`${why}#${line.id}`} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Goods that are sold by weight: that they will be weighed, or what the scale showed and what it changes. */
function Weighed({ line }: { line: Order["consignments"][number]["lines"][number] }) {
  const { t, locale } = useWords();
  const { catchWeight, packedQuantityMilli, missing } = line;
  if (!catchWeight) return null;
  const unit = isUnit(line.unit) ? t(`unit.${line.unit}`) : line.unit;
  const text =
    packedQuantityMilli === null
      ? t("buy.order.weighed.later")
      : missing > 0
        ? t("buy.order.weighed.less", {
            quantity: formatQuantity(locale, packedQuantityMilli),
            unit,
            was: formatRupiah(line.goodsValue),
          })
        : t("buy.order.weighed", { quantity: formatQuantity(locale, packedQuantityMilli), unit });
  return (
    <span className="block text-sm text-quiet">
      <Sentence>{text}</Sentence>
    </span>
  );
}

export function Amounts({ order }: { order: Order }) {
  const why = `/orders/${order.number}/why`;
  const { t, locale } = useWords();
  const shares = order.consignments.map((part) => part.share);
  const settled = shares.reduce<number | null>(
    (all, share) => (all === null || share === null ? null : all + share),
    0,
  );
  const isPooled = order.shippingAlone > order.shippingQuote;
  return (
    <Section title={t("buy.order.amounts")}>
      <dl className="grid gap-1">
        <Amount why={why} label={t("buy.order.goods")} amount={order.goodsTotal} />
        <Amount why={why} label={t("buy.order.shipping")} amount={order.shippingQuote} />
        {order.doorFee > 0 ? <Amount why={why} label={t("buy.order.door-fee")} amount={order.doorFee} /> : null}
        <Amount why={why} label={t("buy.order.total")} amount={order.total} strong />
        {order.creditUsed > 0 ? (
          <>
            <Amount why={why} label={t("pay-credit.paid")} amount={-order.creditUsed} />
            <Amount why={why} label={t("pay-credit.rest")} amount={order.total - order.creditUsed} strong />
          </>
        ) : null}
        <PackedShort order={order} />
        {order.refunds.map((refund) => (
          <Amount
            why={why}
            key={refund.id}
            label={t(refund.state === "succeeded" ? `buy.order.refund.${refund.way}` : "buy.order.refund.coming")}
            amount={refund.amount}
          />
        ))}
        {isPooled ? <Amount why={why} label={t("buy.order.shipping-alone")} amount={order.shippingAlone} /> : null}
        {settled !== null && order.shippingQuote > 0 ? (
          <Amount why={why} label={t("buy.order.shipping-final")} amount={settled} />
        ) : null}
      </dl>
      {order.tariff && order.tariffFrom ? (
        <p className="text-sm text-quiet">
          {t("buy.order.tariff", { service: order.tariff, day: formatDay(locale, order.tariffFrom) })}
        </p>
      ) : null}
    </Section>
  );
}

/** What was packed short: less to pay at the door, or back with the buyer as was chosen. */
function PackedShort({ order }: { order: Order }) {
  const { t } = useWords();
  if (order.missingTotal === 0) return null;
  const why = `/orders/${order.number}/why`;
  const isCash = order.payment?.method === "cash-on-delivery";
  const lessDue = isCash ? Math.max(0, order.total - (order.payment?.amount ?? order.total)) : 0;
  const returned = order.missingTotal - lessDue;
  const way = order.savingAs === "credit" && order.hasAccount ? "credit" : "refund";
  return (
    <>
      {lessDue > 0 ? (
        <>
          <Amount why={why} label={t("buy.order.short.due")} amount={-lessDue} />
          <Amount why={why} label={t("buy.order.short.pay")} amount={order.total - lessDue} strong />
        </>
      ) : null}
      {returned > 0 ? <Amount why={why} label={t(`buy.order.short.${way}`)} amount={returned} /> : null}
    </>
  );
}

type AmountProps = { label: ReactNode; amount: number; strong?: boolean; why: string };

function Amount({ label, amount, strong = false, why }: AmountProps) {
  return (
    <div className={`flex justify-between gap-4 ${strong ? "border-t border-line py-1 text-lg font-bold" : ""}`}>
      <dt>{label}</dt>
      <dd>
        <Opened amount={amount} why={why} />
      </dd>
    </div>
  );
}

/** Where and when the goods come, and to whom. */
export function Receiving({ data: { order, place } }: { data: OrderData }) {
  const { t, locale } = useWords();
  const at = (moment: string): string => formatMoment(locale, moment);
  const address = [
    order.street,
    order.rt ? `RT ${order.rt}` : "",
    order.rw ? `RW ${order.rw}` : "",
    order.landmark,
    place,
    order.postcode,
  ].filter(Boolean);
  const toName = order.recipientName ?? order.buyerName;
  const toPhone = order.recipientPhone ?? order.buyerPhone;
  const title = t(`buy.offer.${order.delivery}`, { point: order.pickUpPoint ?? "" });
  return (
    <Section title={title}>
      <ul className="grid gap-1">
        {order.runCode ? <li>{[t("buy.order.run", { code: order.runCode }), order.vessel].join(", ")}</li> : null}
        {order.cutOffAt && order.runState === "open" ? (
          <li>{t("buy.order.run.cut-off", { when: at(order.cutOffAt) })}</li>
        ) : null}
        {order.departsAt && !order.departedAt ? (
          <li>{t("buy.order.run.departs", { when: at(order.departsAt) })}</li>
        ) : null}
        {order.departedAt ? <li>{t("buy.order.run.departed", { when: at(order.departedAt) })}</li> : null}
        {order.arrivedAt ? <li>{t("buy.order.run.arrived", { when: at(order.arrivedAt) })}</li> : null}
        {order.pickUpPoint ? (
          <li>{t("buy.order.pick-up", { point: order.pickUpPoint, address: order.pickUpAddress ?? "" })}</li>
        ) : null}
        <li>
          {t("buy.order.to")}: {[toName, toPhone && readablePhone(toPhone)].filter(Boolean).join(", ")}
          {address.length > 0 && order.street ? <span className="block text-quiet">{address.join(", ")}</span> : null}
        </li>
        {order.noteToGroups ? (
          <li>
            {t("buy.checkout.note")}: {order.noteToGroups}
          </li>
        ) : null}
      </ul>
    </Section>
  );
}
