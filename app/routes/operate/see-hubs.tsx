import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty, Page, Section } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listHubs, listPickUpPoints } from "#db/read/hubs.ts";
import { regionName } from "./tariff-words.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.hubs.title");

export const loader = door(async ({ ctx }) => {
  const [hubs, points] = await Promise.all([listHubs(ctx.actor), listPickUpPoints(ctx.actor)]);
  return {
    hubs: await Promise.all(
      hubs.map(async (hub) => ({
        id: hub.id,
        name: hub.name,
        address: hub.address,
        region: await regionName(ctx, hub.villageCode),
        keepers: hub.keepers.map((keeper) => keeper.name),
      })),
    ),
    points: await Promise.all(
      points.map(async ({ id, name, address, zoneName, villageCode }) => ({
        ...{ id, name, address, zoneName },
        region: await regionName(ctx, villageCode),
      })),
    ),
  };
});

const CARD = "grid content-start gap-1 rounded-card border border-line bg-card p-4 shadow-card";

export default function SeeHubs() {
  const { hubs, points } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page
      title={t("operate.hubs.title")}
      lead={t("operate.hubs.lead")}
      back={{ to: "/operate", label: t("nav.operate") }}
    >
      <Section title={t("operate.hubs.hubs")}>
        {hubs.length === 0 ? <Empty text={t("operate.hubs.none")} /> : null}
        <ul className="grid gap-3 sm:grid-cols-2">
          {hubs.map((hub) => (
            <li key={hub.id} className={CARD}>
              <Link
                to={`/operate/hubs/${hub.id}`}
                className="inline-flex min-h-11 items-center text-lg font-bold text-sea underline underline-offset-2"
              >
                {hub.name}
              </Link>
              <p>
                {hub.address}, {hub.region}
              </p>
              <p className="text-sm text-quiet">
                {hub.keepers.length > 0
                  ? t("operate.hubs.kept-by", { names: hub.keepers.join(", ") })
                  : t("operate.hubs.no-keeper")}
              </p>
            </li>
          ))}
        </ul>
        <div>
          <ButtonLink to="/operate/hubs/new" look="second">
            {t("operate.hubs.add")}
          </ButtonLink>
        </div>
      </Section>
      <Section title={t("operate.points.title")}>
        {points.length === 0 ? <Empty text={t("operate.points.none")} /> : null}
        <ul className="grid gap-3 sm:grid-cols-2">
          {points.map((point) => (
            <li key={point.id} className={CARD}>
              <Link
                to={`/operate/pick-up-points/${point.id}`}
                className="inline-flex min-h-11 items-center text-lg font-bold text-sea underline underline-offset-2"
              >
                {point.name}
              </Link>
              <p>
                {point.address}, {point.region}
              </p>
              <p className="text-sm text-quiet">{t("operate.points.zone", { zone: point.zoneName })}</p>
            </li>
          ))}
        </ul>
        <div>
          <ButtonLink to="/operate/pick-up-points/new" look="second">
            {t("operate.points.add")}
          </ButtonLink>
        </div>
      </Section>
    </Page>
  );
}
