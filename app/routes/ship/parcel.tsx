import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { FoundForm, HubIntent, ParcelForm, WeighForm } from "#app/domain/hub-work.ts";
import { isLoading as isLoadingRun } from "#app/domain/run.ts";
import { boxWords } from "#app/i18n/box-words.ts";
import { formatMoment, formatWeight } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { HubIcon } from "#app/ui/hub-icon.tsx";
import { NotSent } from "#app/ui/not-sent.tsx";
import { Badge, Card, Notice, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { checkArrival } from "#app/usecases/ship/check-arrival.ts";
import { loadParcel } from "#app/usecases/ship/load-parcel.ts";
import { weighParcel } from "#app/usecases/ship/weigh-parcel.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findParcelRun, listParcels } from "#db/read/parcels.ts";
import { findRun } from "#db/read/runs.ts";
import { FoundForms } from "./found-forms.tsx";
import { hubHead } from "./hub-page.server.ts";
import { LoadForm } from "./load-form.tsx";
import { ParcelSigns } from "./parcel-signs.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "hub.parcel.title");

/** What the code on a label leads to; to whoever does not keep the hub, as if it were not there. */
async function open({ ctx, param }: Door) {
  const known = await findParcelRun(param("parcel"));
  const run = await findRun(ctx.actor, known?.runCode ?? "");
  const parcel = run && (await listParcels(ctx.actor, run)).find((each) => each.id === known?.id);
  if (!parcel) throw notFound();
  return { run, parcel };
}

export const loader = door(async (entered) => {
  const { run, parcel } = await open(entered);
  const { id, number, grams, isWeighed, isFragile, isCold, loadedAt, loadedBy, found, contents, box } = parcel;
  const token = entered.ctx.secrets.token;
  return {
    ...hubHead(entered, run),
    state: run.state,
    keys: { weigh: token(), found: token() },
    parcel: {
      ...{ id, number, grams, isWeighed, isFragile, isCold, found, key: token() },
      box: box && boxWords(box, translator(entered.ctx.locale)),
      ...{ isLoaded: loadedAt !== null, loadedAt, loadedBy },
      contents: contents.map((each) => ({
        ...{ id: each.id, orderNumber: each.orderNumber, groupName: each.groupName, grams: each.grams },
        ...{ buyerName: each.buyerName, place: each.pickUpPoint, fragile: each.fragile, state: each.state },
      })),
    },
  };
});

export const action = door(async (entered) => {
  const { run, parcel } = await open(entered);
  const { ctx, request, url } = entered;
  const chosen = await readForm(request.clone(), HubIntent);
  if (!chosen.ok) return refused(chosen.state, chosen.status);
  const { intent } = chosen.value;
  const values = { intent: [intent] };
  if (intent === "weigh") {
    const form = await readForm(request, WeighForm);
    if (!form.ok) return refused({ ...form.state, values: { ...form.state.values, ...values } }, form.status);
    const answer = await weighParcel(ctx, { ...form.value, parcelId: parcel.id });
    return answer.ok ? redirect(url.pathname) : refusedBy(answer, { ...form.values, ...values });
  }
  if (intent === "found") {
    const form = await readForm(request, FoundForm);
    if (!form.ok) return refused(form.state, form.status);
    const answer = await checkArrival(ctx, { ...form.value, runId: run.id, parcelId: parcel.id });
    return answer.ok ? redirect(url.pathname) : refusedBy(answer, form.values);
  }
  const form = await readForm(request, ParcelForm);
  if (!form.ok) return refused(form.state, form.status);
  const isLoaded = intent !== "unload";
  const answer = await loadParcel(ctx, { formKey: form.value.formKey, parcelId: parcel.id, isLoaded });
  return answer.ok ? redirect(url.pathname) : refusedBy(answer, form.values);
});

export default function Parcel() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useWords();
  const { code, parcel, keys } = data;
  const isLoading = isLoadingRun(data.state);
  const isOnTheWay = data.state === "departed" || data.state === "arrived" || data.state === "settled";
  return (
    <Page
      title={t("packing.parcel", { number: parcel.number })}
      lead={`${data.way} · ${code}`}
      back={{
        to: `/runs/${code}/${isOnTheWay ? "arrival" : "load"}`,
        label: t(isOnTheWay ? "hub.arrival.title" : "hub.load.title"),
      }}
      width="narrow"
    >
      <NotSent who={data.who} />
      <Refusal state={answer} />
      <ParcelSigns isFragile={parcel.isFragile} isCold={parcel.isCold} />
      {parcel.isLoaded && parcel.loadedAt ? (
        <Notice tone="good">
          {t("hub.parcel.loaded", { moment: formatMoment(locale, parcel.loadedAt), by: parcel.loadedBy ?? "" })}
        </Notice>
      ) : null}
      {isLoading ? <LoadForm parcel={parcel} wide /> : null}
      {isOnTheWay && parcel.isLoaded ? <FoundForms state={answer} parcel={{ ...parcel, key: keys.found }} /> : null}
      <Card className="grid gap-3">
        <h2>{t("hub.parcel.contents")}</h2>
        <p>{parcel.box ? t("packing.box.into", { box: parcel.box }) : t("packing.box.own")}</p>
        <ul className="grid gap-2">
          {parcel.contents.map((each) => (
            <li key={each.id} className="grid gap-1 border-t border-line pt-2">
              <span className="font-semibold">{each.buyerName}</span>
              <span className="text-sm text-quiet">
                {[each.orderNumber, each.groupName, each.place, formatWeight(locale, each.grams)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              <span>
                <Badge tone={each.state === "to-pack" || each.state === "packed" ? "warn" : "info"}>
                  {t(`consignment-state.${each.state}`)}
                </Badge>
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card className="grid gap-3">
        <p>
          {t(parcel.isWeighed ? "hub.parcel.weighed" : "hub.parcel.reckoned", {
            weight: formatWeight(locale, parcel.grams),
          })}
        </p>
        {isLoading ? (
          <FormFrame
            state={stateFor(answer, { intent: "weigh" })}
            later={t("hub.later.weigh", { number: parcel.number })}
          >
            <input type="hidden" name="formKey" value={keys.weigh} />
            <input type="hidden" name="intent" value="weigh" />
            <TextField
              name="grams"
              label={t("hub.parcel.weight")}
              hint={t("consignments.weight-hint")}
              inputMode="decimal"
              autoComplete="off"
              maxLength={20}
            />
            <Button look="second" wide>
              <HubIcon of="packing" />
              {t("hub.parcel.weigh")}
            </Button>
          </FormFrame>
        ) : null}
      </Card>
    </Page>
  );
}
