import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Notice, Page } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { GiftCard } from "./gift-card.tsx";
import { type OrderData, orderPage } from "./order-page.server.ts";
import { Amounts, ConsignmentCard, Receiving } from "./order-parts.tsx";
import { OrderSteps } from "./order-steps.tsx";
import { OrderWay } from "./order-way.tsx";
import { SailingChanged } from "./sailing-changed.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "buy.order.title", { number: data?.order.number ?? "" });

export const loader = door(({ ctx, param, url }) =>
  orderPage(ctx, { number: param("number"), query: url.searchParams }),
);

const TONES = {
  "awaiting-payment": "warn",
  "payable-on-delivery": "info",
  paid: "good",
  expired: "bad",
  cancelled: "bad",
  refunded: "info",
  completed: "good",
} as const;

export default function SeeOrder() {
  const data = useLoaderData<typeof loader>();
  const { order, isNew, isTooLate, canCancel: mayCancel, canRefund } = data;
  const { t, locale } = useWords();
  return (
    <Page
      title={t("buy.order.title", { number: order.number })}
      lead={t("buy.order.placed", { when: formatMoment(locale, order.placedAt) })}
      width="narrow"
    >
      {isNew ? <Notice tone="good">{t("buy.order.placed-now", { number: order.number })}</Notice> : null}
      {isTooLate ? <Notice tone="bad">{t("reason.too-late-to-cancel")}</Notice> : null}
      <p>
        <Badge tone={TONES[order.state]}>{t(`buy.order.state.${order.state}`)}</Badge>
      </p>
      <PayNow order={order} />
      <Disputed order={order} />
      <SailingChanged data={data} />
      {data.way ? <OrderWay way={data.way} /> : null}
      <OrderSteps order={order} />
      <Receiving data={data} />
      <GiftCard data={data} />
      {order.consignments.map((part) => (
        <ConsignmentCard key={part.id} part={part} why={`/orders/${order.number}/why`} />
      ))}
      {data.canReview ? (
        <ButtonLink to={`/orders/${order.number}/reviews`} look="second">
          {t("review.write")}
        </ButtonLink>
      ) : null}
      {data.complain ? (
        <ButtonLink to={`/orders/${order.number}/complaints`} look="quiet">
          {t(`complaint.${data.complain}`)}
        </ButtonLink>
      ) : null}
      <Amounts order={order} />
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={`/orders/${order.number}/documents`} look="second">
          {t("document.open")}
        </ButtonLink>
        {data.canReorder ? (
          <FormFrame action={`/orders/${order.number}/again`} className="">
            <Button look="second">{t("reorder.again")}</Button>
          </FormFrame>
        ) : null}
      </div>
      <Standable data={data} />
      {canRefund ? (
        <ButtonLink to={`/operate/orders/${order.number}/refund`} look="danger">
          {t("buy.order.refund")}
        </ButtonLink>
      ) : null}
      {mayCancel ? (
        <div className="grid justify-items-start gap-2">
          <p className="text-quiet">{t("buy.order.cancel.hint")}</p>
          <ButtonLink to={`/orders/${order.number}/cancel`} look="danger">
            {t("buy.order.cancel")}
          </ButtonLink>
        </div>
      ) : null}
    </Page>
  );
}

/** What of it could come again by itself. */
function Standable({ data: { standable } }: { data: OrderData }) {
  const { t } = useWords();
  if (standable.length === 0) return null;
  return (
    <ul className="grid justify-items-start">
      {standable.map(({ variantId, slug, name, quantityMilli }) => (
        <li key={variantId}>
          <ButtonLink
            to={`/listings/${slug}/standing?variant=${variantId}&quantity=${quantityMilli / 1000}`}
            look="quiet"
          >
            {t("standing.from-order", { name })}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

function PayNow({ order }: Pick<OrderData, "order">) {
  const { t, locale } = useWords();
  if (order.state !== "awaiting-payment") return null;
  const isClaimed = order.payment?.state === "claimed";
  return (
    <div className="grid gap-3">
      {isClaimed ? <Notice>{t("buy.order.claimed")}</Notice> : null}
      {!isClaimed && order.payBy ? (
        <Notice tone="warn">{t("buy.order.pay-by", { when: formatMoment(locale, order.payBy) })}</Notice>
      ) : null}
      <ButtonLink to={`/orders/${order.number}/pay`} look={isClaimed ? "second" : "main"} wide>
        {t("buy.order.pay")}
      </ButtonLink>
    </div>
  );
}

function Disputed({ order }: Pick<OrderData, "order">) {
  const { t } = useWords();
  if (!order.disputes.some((dispute) => dispute.state === "open")) return null;
  return <Notice tone="warn">{t("buy.order.disputed")}</Notice>;
}
