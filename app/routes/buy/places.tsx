import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { placeChoices } from "#app/web/place-names.server.ts";
import { shareOf, shareTags } from "#app/web/share.ts";
import { wordsFor } from "#app/web/title.ts";
import { listPickUpPoints, listVillagesWithGroups } from "#db/read/places.ts";
import { PickUpPoints } from "./pick-up-points-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = wordsFor(matches);
  if (!data) return [{ title: "Lumbung" }];
  return shareTags({ title: t("places.title"), description: t("places.lead"), share: data.share });
};

export const loader = door(async ({ ctx }) => {
  const [villages, points] = await Promise.all([listVillagesWithGroups(), listPickUpPoints()]);
  const regencies = await placeChoices(
    ctx,
    villages.map((village) => village.villageCode),
  );
  const goodsIn = (code: string) =>
    villages.reduce((all, village) => all + (village.villageCode.startsWith(`${code}.`) ? village.goods : 0), 0);
  const counted = regencies.map(({ districts, ...regency }) => ({
    ...regency,
    districts: districts.map((district) => ({ ...district, goods: goodsIn(district.code) })),
  }));
  return {
    regencies: counted,
    points: points.map(({ id, name, zoneName }) => ({ id, name, zoneName })),
    share: shareOf(ctx, "/places"),
  };
});

const PLACE = "inline-flex min-h-11 items-center text-sea underline underline-offset-2";

export default function Places() {
  const { regencies, points } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("places.title")} lead={t("places.lead")} back={{ to: "/listings", label: t("catalogue.title") }}>
      {regencies.length === 0 ? <Empty text={t("places.empty")} /> : null}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {regencies.map((regency) => (
          <Card key={regency.code}>
            <h2>
              <Link to={`/places/${regency.code}`} className={PLACE}>
                {regency.name}
              </Link>
            </h2>
            <ul>
              {regency.districts.map((district) => (
                <li key={district.code}>
                  <Link to={`/places/${district.code}`} className={PLACE}>
                    {district.name}
                  </Link>{" "}
                  <span className="text-sm text-quiet">{t("group.goods", { count: district.goods })}</span>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
      {points.length > 0 ? (
        <Section title={t("points.title")}>
          <p>{t("points.lead")}</p>
          <PickUpPoints points={points} />
        </Section>
      ) : null}
    </Page>
  );
}
