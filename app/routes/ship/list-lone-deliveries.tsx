import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listLoneDeliveries } from "#db/read/deliveries.ts";
import { findOwnCash } from "#db/read/held-cash.ts";
import { DeliveryList } from "./delivery-list.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "deliveries.lone");

export const loader = door(async ({ ctx }) => ({
  deliveries: await listLoneDeliveries(ctx.actor),
  ownCash: await findOwnCash(ctx.actor),
}));

export default function ListLoneDeliveries() {
  const { deliveries, ownCash } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("deliveries.lone")} lead={t("deliveries.lone.lead")} back={{ to: "/runs", label: t("runs.title") }}>
      <DeliveryList deliveries={deliveries} ownCash={ownCash} />
    </Page>
  );
}
