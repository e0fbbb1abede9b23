import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listPickUps } from "#db/read/deliveries.ts";
import { findOwnCash } from "#db/read/held-cash.ts";
import { DeliveryList } from "./delivery-list.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "pick-ups.title");

export const loader = door(async ({ ctx }) => ({
  deliveries: await listPickUps(ctx.actor, ctx.now),
  ownCash: await findOwnCash(ctx.actor),
}));

export default function ListPickUps() {
  const { deliveries, ownCash } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("pick-ups.title")} lead={t("pick-ups.lead")}>
      <DeliveryList deliveries={deliveries} ownCash={ownCash} />
    </Page>
  );
}
