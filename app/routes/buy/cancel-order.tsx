import { redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Page } from "#app/ui/page.tsx";
import { cancelOrder } from "#app/usecases/buy/cancel-order.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findOrder } from "#db/read/orders.ts";
import { orderPage } from "./order-page.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "buy.order.cancel");

/** Asks once more; an order that cannot be taken back any longer shows how it stands. */
export const loader = door(async ({ ctx, param, url }) => {
  const number = param("number");
  const { order, canCancel } = await orderPage(ctx, { number, query: url.searchParams });
  if (!canCancel) throw redirect(`/orders/${order.number}`);
  return { number: order.number };
});

export const action = door(async ({ ctx, param }) => {
  const number = param("number");
  if (!(await findOrder(ctx.actor, number))) throw notFound();
  const answer = await cancelOrder(ctx, { number });
  return redirect(`/orders/${number}${answer.ok ? "" : "?too-late=1"}`, 303);
});

export default function CancelOrder() {
  const { number } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const back = `/orders/${number}`;
  return (
    <Page
      title={t("buy.order.cancel.title", { number })}
      back={{ to: back, label: t("buy.order.title", { number }) }}
      width="narrow"
    >
      <Confirm what={t("buy.order.cancel.what")} yes={t("buy.order.cancel.yes")} back={back} />
    </Page>
  );
}
