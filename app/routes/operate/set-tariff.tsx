import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { AreaForm, TariffForm } from "#app/domain/ship-forms.ts";
import { TARIFF_PRESETS } from "#app/domain/tariff-presets.ts";
import { priceSteps, pricesByKilogram } from "#app/domain/tariff-prices.ts";
import { parseLocalMoment } from "#app/i18n/moment.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { addZoneArea } from "#app/usecases/operate/add-zone-area.ts";
import { removeZoneArea } from "#app/usecases/operate/remove-zone-area.ts";
import { setTariff } from "#app/usecases/operate/set-tariff.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { offerRegions, regionFields, wantsNextRegion } from "#app/web/regions.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findZone } from "#db/read/tariffs.ts";
import { TariffFlaws } from "./tariff-flaws.tsx";
import { TariffFormCard } from "./tariff-form.tsx";
import { TariffPrices } from "./tariff-prices.tsx";
import { TariffTable } from "./tariff-table.tsx";
import { flawsByService, isInForce, regionName } from "./tariff-words.server.ts";
import { ZoneAreas } from "./zone-areas.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "operate.zone.title", { zone: data?.zone.name ?? "" });

async function open({ ctx, param }: Door) {
  permit(ctx.actor, "set-tariff");
  const zone = await findZone(param("zone"));
  if (!zone) throw notFound();
  return zone;
}

export const loader = door(async (entered) => {
  const zone = await open(entered);
  const { ctx, url } = entered;
  const chosen = Object.fromEntries(
    ["province", "regency", "district", "village"].map((level) => [level, url.searchParams.getAll(level)]),
  );
  return {
    formKey: ctx.secrets.token(),
    preset: TARIFF_PRESETS.find((each) => each === url.searchParams.get("preset")) ?? null,
    zone: { id: zone.id, name: zone.name },
    areas: await Promise.all(zone.regionCodes.map(async (code) => ({ code, name: await regionName(ctx, code) }))),
    offer: await offerRegions(ctx.regions, chosen.province?.[0] ? chosen : { province: ["21"] }),
    tariffs: zone.tariffs.map((tariff) => ({
      id: tariff.id,
      service: tariff.service,
      perKg: tariff.perKg,
      perParcel: tariff.perParcel,
      boatFee: tariff.boatFee,
      firstBlockGrams: tariff.firstBlockGrams,
      firstBlockFee: tariff.firstBlockFee,
      minKg: tariff.minKg,
      toleranceGrams: tariff.toleranceGrams,
      stepGrams: tariff.stepGrams,
      maxParcelGrams: tariff.maxParcelGrams,
      maxSideMm: tariff.maxSideMm,
      volumeDivisor: tariff.volumeDivisor,
      daysUnderWay: tariff.daysUnderWay,
      keepsCold: tariff.keepsCold,
      countsBox: tariff.countsBox,
      validFrom: tariff.validFrom,
      validTo: tariff.validTo,
      source: tariff.source,
      enteredByName: tariff.enteredByName,
      enteredAt: tariff.enteredAt,
      isInForce: isInForce(tariff, ctx.now),
    })),
    flaws: flawsByService(zone.tariffs, ctx.now),
    prices: zone.tariffs
      .filter((tariff) => isInForce(tariff, ctx.now))
      .map((tariff) => ({
        ...{ id: tariff.id, service: tariff.service },
        ...{ byKilogram: pricesByKilogram(tariff), steps: priceSteps(tariff) },
      })),
  };
});

export const action = door(async (entered) => {
  const zone = await open(entered);
  const here = `/operate/tariffs/${zone.id}`;
  const { ctx, request } = entered;
  const area = await readForm(request.clone(), AreaForm.extend(regionFields));
  if (area.ok) {
    const { intent, regionCode, village, district, regency, province } = area.value;
    if (intent === "drop-area") {
      await removeZoneArea(ctx, { zoneId: zone.id, regionCode });
      return redirect(here);
    }
    // One level further: the page offers what lies in the region chosen so far.
    if (wantsNextRegion(area.values))
      return redirect(`${here}?${new URLSearchParams({ province, regency, district })}#areas`);
    const answer = await addZoneArea(ctx, { zoneId: zone.id, regionCode: village || district || regency || province });
    return answer.ok ? redirect(`${here}#areas`) : refusedBy(answer, area.values);
  }
  const form = await readForm(request, TariffForm);
  if (!form.ok) return refused(form.state, form.status);
  const { intent: _, validFrom, validTo, ...tariff } = form.value;
  const moments = { validFrom: parseLocalMoment(validFrom), validTo: parseLocalMoment(validTo) };
  const errors = Object.fromEntries(
    (["validFrom", "validTo"] as const)
      .filter((name) => form.value[name] !== "" && !moments[name])
      .map((name) => [name, "not-moment"]),
  );
  if (Object.keys(errors).length > 0) return refused({ values: form.values, errors });
  const answer = await setTariff(ctx, { ...tariff, ...moments, zoneId: zone.id });
  return answer.ok ? redirect(`${here}#tariffs`) : refusedBy(answer, form.values);
});

export default function SetTariff() {
  const { zone, areas, offer, tariffs, flaws, prices, formKey, preset } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("operate.zone.title", { zone: zone.name })}
      trail={[
        { to: "/operate", label: t("nav.operate") },
        { to: "/operate/tariffs", label: t("operate.tariffs.title") },
      ]}
    >
      <Refusal state={state} />
      <ZoneAreas areas={areas} levels={offer.levels} state={state} />
      <Section id="tariffs" title={t("operate.zone.tariffs")}>
        {tariffs.length === 0 ? <p>{t("operate.zone.no-tariff")}</p> : <TariffTable tariffs={tariffs} />}
        <TariffFlaws flaws={flaws} />
        <Card className="max-w-2xl">
          <TariffFormCard
            zoneId={zone.id}
            last={tariffs.find((tariff) => tariff.isInForce) ?? tariffs[0]}
            preset={preset}
            formKey={formKey}
            state={stateFor(state, { intent: "tariff" })}
          />
        </Card>
      </Section>
      {prices.length > 0 ? <TariffPrices services={prices} /> : null}
    </Page>
  );
}
