import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { door, notFound } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listRunDeliveries } from "#db/read/deliveries.ts";
import { findOwnCash } from "#db/read/held-cash.ts";
import { findRun } from "#db/read/runs.ts";
import { DeliveryList } from "./delivery-list.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "deliveries.title");

export const loader = door(async ({ ctx, param }) => {
  const run = await findRun(ctx.actor, param("code"));
  if (!run) throw notFound();
  return {
    code: run.code,
    zoneName: run.zoneName,
    deliveries: await listRunDeliveries(ctx.actor, run),
    ownCash: await findOwnCash(ctx.actor),
  };
});

export default function ListDeliveries() {
  const { code, zoneName, deliveries, ownCash } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page
      title={t("deliveries.title")}
      lead={zoneName}
      trail={[
        { to: "/runs", label: t("runs.title") },
        { to: `/runs/${code}`, label: code },
      ]}
    >
      <DeliveryList deliveries={deliveries} ownCash={ownCash} />
    </Page>
  );
}
