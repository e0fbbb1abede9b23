import { json, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { readablePhone } from "#app/domain/phone.ts";
import { HubForm } from "#app/domain/ship-forms.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { RegionPicker } from "#app/ui/region-picker.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { setHub } from "#app/usecases/operate/set-hub.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { chosenVillage, offerRegions, regionFields, regionValues, wantsNextRegion } from "#app/web/regions.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listGroupsOfHub } from "#db/read/hub-groups.ts";
import { findHub, listHubs } from "#db/read/hubs.ts";
import { changeAround, type HubAgain } from "./hub-changes.server.ts";
import { HubGroups } from "./hub-groups.tsx";
import { Keepers } from "./keepers.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.hub.title");

/** The hub that the path names; "new" names none yet. */
async function open({ ctx, param }: Door) {
  permit(ctx.actor, "set-hub");
  if (param("hub") === "new") return null;
  const hub = await findHub(param("hub"));
  if (!hub) throw notFound();
  return hub;
}

export const loader = door(async (entered) => {
  const hub = await open(entered);
  const { ctx } = entered;
  const keepers = hub ? ((await listHubs(ctx.actor)).find((each) => each.id === hub.id)?.keepers ?? []) : [];
  return {
    formKey: ctx.secrets.token(),
    hub: hub && { id: hub.id, name: hub.name, address: hub.address },
    regions: await offerRegions(ctx.regions, hub ? regionValues(hub.villageCode) : {}),
    groups: hub ? await listGroupsOfHub(ctx.actor, hub.id) : [],
    keepers: keepers.map(({ personId, name, phone }) => ({ personId, name, phone: phone && readablePhone(phone) })),
  };
});

export const action = door(async (entered) => {
  const hub = await open(entered);
  const { ctx, request } = entered;
  if (hub) {
    const around = await changeAround(ctx, { hubId: hub.id, request });
    if (around === "done") return redirect(`/operate/hubs/${hub.id}`);
    if (around) return json<HubAgain>(around.again, { status: around.status });
  }
  const form = await readForm(request, HubForm.extend(regionFields));
  const values = form.ok ? form.values : form.state.values;
  const again = async (errors: Record<string, string>, status: number) =>
    json<HubAgain>({ errors, values, regions: await offerRegions(ctx.regions, values) }, { status });
  if (wantsNextRegion(values)) return again({}, 200);
  const villageCode = chosenVillage(values);
  const place: Record<string, string> = villageCode ? {} : { village: "village-open" };
  if (!form.ok) return again({ ...form.state.errors, ...place }, form.status);
  if (!villageCode) return again(place, 422);
  const { formKey, name, address } = form.value;
  const answer = await setHub(ctx, { hubId: hub?.id ?? null, formKey, name, address, villageCode });
  return answer.ok ? redirect(`/operate/hubs/${answer.hubId}`) : again(answer.fields ?? { form: answer.reason }, 409);
});

export default function SetHub() {
  const { hub, regions, keepers, groups, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={hub ? hub.name : t("operate.hubs.add")}
      trail={[
        { to: "/operate", label: t("nav.operate") },
        { to: "/operate/hubs", label: t("operate.hubs.title") },
      ]}
      width="narrow"
    >
      <Refusal state={state} />
      {hub ? <Keepers keepers={keepers} state={stateFor(state, { intent: "keeper" })} /> : null}
      {hub ? <HubGroups groups={groups} state={stateFor(state, { intent: "serve" })} /> : null}
      <FormFrame state={stateFor(state, { intent: "hub" })} defaults={{ name: hub?.name, address: hub?.address }}>
        <input type="hidden" name="intent" value="hub" />
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <TextField name="name" label={t("operate.hub.name")} hint={t("operate.hub.name-hint")} maxLength={60} />
        <TextArea name="address" label={t("operate.hub.address")} rows={2} maxLength={200} />
        <RegionPicker levels={(state?.regions ?? regions).levels} legend={t("operate.hub.place")} />
        <Button wide>{t("operate.hub.save")}</Button>
      </FormFrame>
    </Page>
  );
}
