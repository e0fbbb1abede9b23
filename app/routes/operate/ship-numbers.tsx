import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { ShipNumbers } from "#app/ui/ship-numbers.tsx";
import { door } from "#app/web/door.server.ts";
import { shipNumbers } from "#app/web/ship-numbers.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ship-numbers.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "see-operations");
  return { numbers: await shipNumbers(ctx, null) };
});

export default function NetworkShipNumbers() {
  const { numbers } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page
      title={t("ship-numbers.title")}
      lead={t("ship-numbers.lead")}
      back={{ to: "/operate", label: t("nav.operate") }}
    >
      <ShipNumbers {...numbers} file="/operate/shipping.csv" />
    </Page>
  );
}
