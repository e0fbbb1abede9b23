import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { RunList } from "#app/ui/run-list.tsx";
import { door, notFound } from "#app/web/door.server.ts";
import { fullPlaceName } from "#app/web/place-names.server.ts";
import { shareOf, shareTags } from "#app/web/share.ts";
import { wordsFor } from "#app/web/title.ts";
import { listNextRuns } from "#db/read/next-runs.ts";
import { findPickUpPoint } from "#db/read/places.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = wordsFor(matches);
  if (!data) return [{ title: "Lumbung" }];
  const { name, address, place } = data.point;
  return shareTags({ title: t("point.title", { name }), description: `${address}, ${place}`, share: data.share });
};

export const loader = door(async ({ ctx, param }) => {
  const id = param("point");
  const found = /^[\w-]{1,64}$/.test(id) ? await findPickUpPoint(id) : undefined;
  if (!found) throw notFound();
  const { zoneId, villageCode, ...point } = found;
  const [runs, place] = await Promise.all([
    listNextRuns({ now: ctx.now, limit: 6, pickUpPointId: id }),
    fullPlaceName(ctx, villageCode),
  ]);
  return { point: { ...point, zoneId, place }, runs, share: shareOf(ctx, `/pick-up-points/${id}`) };
});

export default function PickUpPoint() {
  const { point, runs } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page
      title={t("point.title", { name: point.name })}
      lead={t("point.lead", { zone: point.zoneName })}
      back={{ to: "/places", label: t("places.title") }}
    >
      <Card>
        <h2>{t("point.where")}</h2>
        <p>{point.address}</p>
        <p className="text-quiet">{point.place}</p>
      </Card>
      <Section title={t("point.when")}>
        {runs.length === 0 ? <p>{t("point.no-runs")}</p> : <p>{t("point.when.text")}</p>}
        <RunList runs={runs} wide />
      </Section>
      <ButtonLink to={`/listings?sendTo=${point.zoneId}`}>{t("point.goods", { zone: point.zoneName })}</ButtonLink>
    </Page>
  );
}
