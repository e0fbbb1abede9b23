import { json, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { PickUpPointForm } from "#app/domain/ship-forms.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { RegionPicker } from "#app/ui/region-picker.tsx";
import { addPickUpPoint } from "#app/usecases/operate/add-pick-up-point.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { chosenVillage, offerRegions, regionFields, wantsNextRegion } from "#app/web/regions.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listZones } from "#db/read/tariffs.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.points.add");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "set-hub");
  const zones = await listZones();
  return {
    formKey: ctx.secrets.token(),
    regions: await offerRegions(ctx.regions),
    zones: zones.map((zone) => ({ value: zone.id, label: zone.name })),
  };
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "set-hub");
  const form = await readForm(request, PickUpPointForm.extend(regionFields));
  const values = form.ok ? form.values : form.state.values;
  const again = async (errors: Record<string, string>, status: number) =>
    json({ errors, values, regions: await offerRegions(ctx.regions, values) }, { status });
  if (wantsNextRegion(values)) return again({}, 200);
  const villageCode = chosenVillage(values);
  const place: Record<string, string> = villageCode ? {} : { village: "village-open" };
  if (!form.ok) return again({ ...form.state.errors, ...place }, form.status);
  if (!villageCode) return again(place, 422);
  const { formKey, zoneId, ...point } = form.value;
  const answer = await addPickUpPoint(ctx, { formKey, zoneId, ...point, villageCode });
  return answer.ok ? redirect("/operate/hubs") : again(answer.fields ?? { form: answer.reason }, 409);
});

export default function AddPickUpPoint() {
  const { zones, regions, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("operate.points.add")}
      lead={t("operate.points.lead")}
      back={{ to: "/operate/hubs", label: t("operate.hubs.title") }}
      width="narrow"
    >
      {zones.length === 0 ? (
        <Empty text={t("operate.tariffs.none")}>
          <ButtonLink to="/operate/tariffs">{t("operate.tariffs.title")}</ButtonLink>
        </Empty>
      ) : (
        <FormFrame state={state}>
          <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
          <SelectField name="zoneId" label={t("operate.points.zone-field")} choices={zones} blank />
          <TextField name="name" label={t("operate.points.name")} hint={t("operate.points.name-hint")} maxLength={60} />
          <TextArea name="address" label={t("operate.hub.address")} rows={2} maxLength={200} />
          <TextField
            name="openingHours"
            label={t("operate.points.hours")}
            hint={t("operate.points.hours-hint")}
            optional
            maxLength={80}
          />
          <RegionPicker levels={(state?.regions ?? regions).levels} legend={t("operate.hub.place")} />
          <Button wide>{t("operate.points.save")}</Button>
        </FormFrame>
      )}
    </Page>
  );
}
