import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { SavedAddressForm } from "#app/domain/saved-address.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { RegionPicker } from "#app/ui/region-picker.tsx";
import { removeAddress } from "#app/usecases/account/remove-address.ts";
import { saveAddress } from "#app/usecases/account/save-address.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { fullPlaceName } from "#app/web/place-names.server.ts";
import { chosenVillage, offerRegions, regionFields, wantsNextRegion } from "#app/web/regions.server.ts";
import { pageTitle } from "#app/web/title.ts";
import type { Visit } from "#app/web/visit.server.ts";
import { listSavedAddresses } from "#db/read/saved-addresses.ts";
import { AddressLines } from "./address-lines.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "addresses.title");

/** What the form held when it was sent: the page that follows offers the regions that belong to it. */
const sent = new WeakMap<Visit, Record<string, string[]>>();

export const loader = door(async ({ ctx, visit }) => {
  const saved = await listSavedAddresses(ctx.actor);
  const addresses = saved.map(async ({ villageCode, ...address }) => ({
    ...address,
    place: await fullPlaceName(ctx, villageCode),
  }));
  return {
    addresses: await Promise.all(addresses),
    region: await offerRegions(ctx.regions, sent.get(visit)),
    formKey: sent.get(visit)?.formKey?.[0] || ctx.secrets.token(),
  };
});

const RemoveForm = z.object({ remove: z.string().max(64).default("") });
const AddForm = SavedAddressForm.extend(regionFields);

export const action = door(async ({ ctx, request, visit }) => {
  permit(ctx.actor, "see-account");
  const removing = await readForm(request.clone(), RemoveForm);
  if (!removing.ok) return refused(removing.state, removing.status);
  if (removing.value.remove !== "") {
    await removeAddress(ctx, { id: removing.value.remove });
    return redirect("/account/addresses", 303);
  }
  const form = await readForm(request, AddForm);
  const values = form.ok ? form.values : form.state.values;
  sent.set(visit, values);
  if (wantsNextRegion(values)) return refused({ errors: {}, values }, 200);
  if (!form.ok) return refused(form.state, form.status);
  const { step: _s, province: _p, regency: _r, district: _d, village: _v, ...address } = form.value;
  const answer = await saveAddress(ctx, { ...address, villageCode: chosenVillage(values) });
  return answer.ok ? redirect("/account/addresses", 303) : refusedBy(answer, form.values);
});

export default function Addresses() {
  const { addresses, region, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("addresses.title")}
      lead={t("addresses.lead")}
      back={{ to: "/account", label: t("nav.account") }}
      width="narrow"
    >
      {addresses.length > 0 ? (
        <ul className="grid gap-3">
          {addresses.map((address) => (
            <li key={address.id}>
              <Card className="flex flex-wrap items-center justify-between gap-3">
                <AddressLines address={address} />
                <FormFrame className="">
                  <Button
                    look="danger"
                    name="remove"
                    value={address.id}
                    aria-label={t("addresses.remove.which", { label: address.label })}
                  >
                    {t("addresses.remove")}
                  </Button>
                </FormFrame>
              </Card>
            </li>
          ))}
        </ul>
      ) : null}
      <Section title={t("addresses.add")}>
        <FormFrame state={state}>
          <input type="hidden" name="formKey" value={formKey} />
          <TextField name="label" label={t("addresses.label")} hint={t("addresses.label.hint")} maxLength={40} />
          <RegionPicker levels={region.levels} legend={t("buy.checkout.region")} />
          <TextField name="street" label={t("buy.checkout.street")} autoComplete="street-address" maxLength={160} />
          <div className="grid grid-cols-2 gap-4">
            <TextField name="rt" label={t("buy.checkout.rt")} inputMode="numeric" maxLength={3} optional />
            <TextField name="rw" label={t("buy.checkout.rw")} inputMode="numeric" maxLength={3} optional />
          </div>
          <TextField
            name="landmark"
            label={t("buy.checkout.landmark")}
            hint={t("buy.checkout.landmark.hint")}
            maxLength={160}
            optional
          />
          <TextField name="postal" label={t("buy.checkout.postal")} inputMode="numeric" maxLength={5} optional />
          <Button name="step" value="save" wide>
            {t("addresses.save")}
          </Button>
        </FormFrame>
      </Section>
    </Page>
  );
}
