import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { ZoneForm } from "#app/domain/ship-forms.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Page } from "#app/ui/page.tsx";
import { addZone } from "#app/usecases/operate/add-zone.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listZones } from "#db/read/tariffs.ts";
import { TariffPrice } from "./tariff-price.tsx";
import { isInForce, regionName } from "./tariff-words.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.tariffs.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "set-tariff");
  const zones = await listZones();
  return {
    formKey: ctx.secrets.token(),
    zones: await Promise.all(
      zones.map(async (zone) => ({
        id: zone.id,
        name: zone.name,
        regions: await Promise.all(zone.regionCodes.map((code) => regionName(ctx, code))),
        tariffs: zone.tariffs
          .filter((tariff) => isInForce(tariff, ctx.now))
          .map(({ id, service, perKg, perParcel, boatFee, firstBlockGrams, firstBlockFee }) => ({
            ...{ id, service, perKg, perParcel, boatFee, firstBlockGrams, firstBlockFee },
          })),
      })),
    ),
  };
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "set-tariff");
  const form = await readForm(request, ZoneForm);
  if (!form.ok) return refused(form.state, form.status);
  const { zoneId } = await addZone(ctx, form.value).then((answer) => (answer.ok ? answer : { zoneId: "" }));
  return redirect(`/operate/tariffs/${zoneId}`);
});

export default function SeeTariffs() {
  const { zones, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("operate.tariffs.title")}
      lead={t("operate.tariffs.lead")}
      back={{ to: "/operate", label: t("nav.operate") }}
    >
      {zones.length === 0 ? <Empty text={t("operate.tariffs.none")} /> : null}
      <ul className="grid gap-3 sm:grid-cols-2">
        {zones.map((zone) => (
          <li
            key={zone.id}
            className="grid content-start gap-2 rounded-card border border-line bg-card p-4 shadow-card"
          >
            <h2>
              <Link
                to={`/operate/tariffs/${zone.id}`}
                className="inline-flex min-h-11 items-center text-sea underline underline-offset-2"
              >
                {zone.name}
              </Link>
            </h2>
            <p className="text-sm text-quiet">{zone.regions.join(" · ") || t("operate.zone.no-areas")}</p>
            {zone.tariffs.length === 0 ? <p>{t("operate.zone.no-tariff")}</p> : null}
            <ul>
              {zone.tariffs.map((tariff) => (
                <li key={tariff.id}>
                  <span className="font-semibold">{tariff.service}</span>
                  <TariffPrice tariff={tariff} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink to="/operate/tariffs/import" look="second">
          {t("bulk.title")}
        </ButtonLink>
      </p>
      <Card className="max-w-xl">
        <FormFrame state={state}>
          <h2>{t("operate.zone.new")}</h2>
          <input type="hidden" name="intent" value="zone" />
          <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
          <TextField name="name" label={t("operate.zone.name")} hint={t("operate.zone.name-hint")} maxLength={60} />
          <Button>{t("operate.zone.add")}</Button>
        </FormFrame>
      </Card>
    </Page>
  );
}
