import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge, Card, Empty, Page } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findCycleOpening, listOwnStandingOrders } from "#db/read/standing-orders.ts";
import { everyText, nextText, shownNext } from "./standing-words.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "standing.title");

export const loader = door(async ({ ctx }) => {
  const own = await listOwnStandingOrders(ctx.actor);
  const standing = own.map(
    async ({ id, listingName, variantName, groupName, quantityMilli, unit, everyWeeks, ...row }) => ({
      ...{ id, groupName, quantityMilli, unit, everyWeeks, state: row.state },
      name: [listingName, variantName].filter(Boolean).join(", "),
      next: shownNext(row, { opensAt: await findCycleOpening(row.variantId), now: ctx.now }),
    }),
  );
  return { standing: await Promise.all(standing) };
});

export default function StandingOrders() {
  const { standing } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("standing.title")}
      lead={t("standing.lead")}
      back={{ to: "/account", label: t("nav.account") }}
      width="narrow"
    >
      {standing.length === 0 ? (
        <Empty text={t("standing.none")}>
          <ButtonLink to="/listings">{t("standing.look")}</ButtonLink>
        </Empty>
      ) : (
        <ul className="grid gap-3">
          {standing.map((row) => (
            <li key={row.id}>
              <Card className="grid gap-1">
                <p className="flex flex-wrap items-baseline justify-between gap-2">
                  <Link
                    to={`/account/standing-orders/${row.id}`}
                    className="inline-flex min-h-11 items-center font-semibold text-sea underline"
                  >
                    {row.name}
                  </Link>
                  <Badge tone={row.state === "active" ? "good" : "warn"}>{t(`standing.state.${row.state}`)}</Badge>
                </p>
                <p>
                  {t("standing.each.text", {
                    quantity: formatQuantity(locale, row.quantityMilli),
                    unit: unitName(t, row.unit),
                    every: everyText(t, row.everyWeeks),
                  })}
                </p>
                <p className="text-quiet">{row.groupName}</p>
                {row.state === "active" ? (
                  <p>
                    {t("standing.next")}: {nextText({ t, locale }, row.next)}
                  </p>
                ) : null}
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
