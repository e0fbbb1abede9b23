import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { LotBar } from "#app/ui/lot-bar.tsx";
import { Card, Empty, Page } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listLots } from "#db/read/lots.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "lots.title");

export const loader = door(async (at) => {
  const group = await openGroup(at, "see-lots");
  const { actor } = at.ctx;
  return {
    group: { slug: group.slug, name: group.name },
    mayRecord: may(actor, "record-delivery", { groupId: group.id }),
    lots: await listLots(actor, group.id),
  };
});

export default function Lots() {
  const { group, mayRecord, lots } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Page title={t("lots.title")} lead={t("lots.lead")} back={{ to: `/desk/${group.slug}`, label: group.name }}>
      {mayRecord ? (
        <p>
          <ButtonLink to={`/desk/${group.slug}/deliveries`}>{t("lots.deliveries.title")}</ButtonLink>
        </p>
      ) : null}
      {lots.length === 0 ? <Empty text={t("lots.none")} /> : null}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {lots.map((lot) => {
          const amount = (milli: number): string => `${formatQuantity(locale, milli)} ${unitName(t, lot.unit)}`;
          return (
            <li key={lot.id}>
              <Card className="grid h-full content-start gap-2">
                <h2 className="text-lg">
                  <Link
                    to={`/desk/${group.slug}/lots/${lot.id}`}
                    className="inline-flex min-h-11 items-center text-sea underline"
                  >
                    {[lot.listingName, lot.variantName].filter(Boolean).join(", ")}
                  </Link>
                </h2>
                <p className="text-quiet">
                  {t("lots.of-day", { day: formatShortDay(locale, lot.day), number: lot.number })} ·{" "}
                  {t("lots.members", { count: lot.members })}
                </p>
                <LotBar left={lot.leftMilli} of={lot.acceptedMilli} />
                <p>
                  {t("lots.left-of", { left: amount(lot.leftMilli), accepted: amount(lot.acceptedMilli) })}
                  {lot.soldMilli > 0 ? ` · ${t("lots.sold")} ${amount(lot.soldMilli)}` : null}
                  {lot.shortMilli > 0 ? ` · ${t("lots.short")} ${amount(lot.shortMilli)}` : null}
                  {lot.lostMilli > 0 ? ` · ${t("lots.lost")} ${amount(lot.lostMilli)}` : null}
                </p>
              </Card>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
