import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { FoundForm, HubIntent } from "#app/domain/hub-work.ts";
import { formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { HubIcon } from "#app/ui/hub-icon.tsx";
import { NotSent } from "#app/ui/not-sent.tsx";
import { Empty, Notice, Page } from "#app/ui/page.tsx";
import { Progress } from "#app/ui/progress.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { checkArrival } from "#app/usecases/ship/check-arrival.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listParcels } from "#db/read/parcels.ts";
import { FoundForms } from "./found-forms.tsx";
import { hubHead, openRunOf } from "./hub-page.server.ts";
import { ParcelSigns } from "./parcel-signs.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "hub.arrival.title");

export const loader = door(async (entered) => {
  const run = await openRunOf(entered);
  const { ctx } = entered;
  const parcels = (await listParcels(ctx.actor, run)).filter((parcel) => parcel.loadedAt !== null);
  return {
    ...hubHead(entered, run),
    state: run.state,
    restKey: ctx.secrets.token(),
    parcels: parcels.map(({ id, number, code, grams, isFragile, isCold, places, found }) => ({
      ...{ id, number, code, grams, isFragile, isCold, found, places: places.filter(Boolean) },
      key: ctx.secrets.token(),
    })),
  };
});

export const action = door(async (entered) => {
  const run = await openRunOf(entered);
  const chosen = await readForm(entered.request.clone(), HubIntent);
  if (!chosen.ok) return refused(chosen.state, chosen.status);
  const form = await readForm(entered.request, FoundForm);
  if (!form.ok) return refused(form.state, form.status);
  const { parcelId, ...found } = form.value;
  const isRest = chosen.value.intent === "rest";
  const answer = await checkArrival(entered.ctx, { ...found, runId: run.id, parcelId: isRest ? null : parcelId });
  return answer.ok ? redirect(`/runs/${run.code}/arrival`) : refusedBy(answer, form.values);
});

export default function CheckArrival() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useWords();
  const { code, parcels } = data;
  const open = parcels.filter((parcel) => parcel.found === null);
  const isUnderWay = data.state === "departed" || data.state === "arrived" || data.state === "settled";
  return (
    <Page title={t("hub.arrival.title")} lead={data.way} back={{ to: `/runs/${code}`, label: code }}>
      <NotSent who={data.who} />
      <Refusal state={answer} />
      {isUnderWay ? null : <Notice>{t("hub.arrival.not-yet")}</Notice>}
      {parcels.length > 0 ? (
        <Progress
          label={t("hub.arrival.looked")}
          value={parcels.length - open.length}
          max={parcels.length}
          text={t("hub.parcels-of", { done: parcels.length - open.length, all: parcels.length })}
        />
      ) : null}
      {isUnderWay && parcels.length === 0 ? <Empty drawing="boat" text={t("hub.arrival.none")} /> : null}
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {parcels.map((parcel) => (
          <li
            key={parcel.id}
            className="grid content-start gap-2 rounded-card border-2 border-edge bg-card p-4 shadow-card"
          >
            <Link
              to={`/parcels/${parcel.code}`}
              className="inline-flex min-h-11 items-center text-2xl font-bold text-sea"
            >
              {t("packing.parcel", { number: parcel.number })}
            </Link>
            <ParcelSigns isFragile={parcel.isFragile} isCold={parcel.isCold} />
            <p className="text-quiet">{[formatWeight(locale, parcel.grams), ...parcel.places].join(" · ")}</p>
            {isUnderWay ? <FoundForms state={answer} parcel={parcel} /> : null}
          </li>
        ))}
      </ul>
      {isUnderWay && (open.length > 0 || data.state === "departed") ? (
        <FormFrame later={t("hub.later.rest", { code })}>
          <input type="hidden" name="formKey" value={data.restKey} />
          <input type="hidden" name="parcelId" value="all" />
          <input type="hidden" name="found" value="arrived" />
          <input type="hidden" name="intent" value="rest" />
          <Button look="second">
            <HubIcon of="done" />
            {t(open.length === parcels.length ? "hub.arrival.all" : "hub.arrival.rest")}
          </Button>
        </FormFrame>
      ) : null}
      {data.state === "arrived" || data.state === "settled" ? (
        <div>
          <ButtonLink to={`/runs/${code}/deliveries`}>{t("runs.deliveries")}</ButtonLink>
        </div>
      ) : null}
    </Page>
  );
}
