import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { HubIntent, ParcelForm } from "#app/domain/hub-work.ts";
import { isLoading as isLoadingRun } from "#app/domain/run.ts";
import { formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { HubIcon } from "#app/ui/hub-icon.tsx";
import { NotSent } from "#app/ui/not-sent.tsx";
import { Empty, Notice, Page } from "#app/ui/page.tsx";
import { Progress } from "#app/ui/progress.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { loadParcel } from "#app/usecases/ship/load-parcel.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listRunGoods } from "#db/read/packing.ts";
import { listParcels } from "#db/read/parcels.ts";
import { hubHead, openRunOf } from "./hub-page.server.ts";
import { LoadForm } from "./load-form.tsx";
import { ParcelSigns } from "./parcel-signs.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "hub.load.title");

const NOT_LOADING = { planned: "hub.load.planned", open: "hub.load.not-yet" } as const;

export const loader = door(async (entered) => {
  const run = await openRunOf(entered);
  const { ctx } = entered;
  const [parcels, goods] = await Promise.all([listParcels(ctx.actor, run), listRunGoods(ctx.actor, run)]);
  return {
    ...hubHead(entered, run),
    state: run.state,
    without: goods.filter((each) => !parcels.some((parcel) => parcel.number === each.parcel)).length,
    parcels: parcels.map(({ id, number, code, grams, isWeighed, loadedAt, isFragile, isCold, places, contents }) => ({
      ...{ id, number, code, grams, isWeighed, isFragile, isCold },
      ...{ isLoaded: loadedAt !== null, places: places.filter(Boolean), count: contents.length },
      missing: contents.filter((each) => each.state !== "handed-over").length,
      key: ctx.secrets.token(),
    })),
  };
});

export const action = door(async (entered) => {
  const run = await openRunOf(entered);
  const chosen = await readForm(entered.request.clone(), HubIntent);
  if (!chosen.ok) return refused(chosen.state, chosen.status);
  const form = await readForm(entered.request, ParcelForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await loadParcel(entered.ctx, { ...form.value, isLoaded: chosen.value.intent !== "unload" });
  return answer.ok ? redirect(`/runs/${run.code}/load`) : refusedBy(answer, form.values);
});

export default function LoadRun() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useWords();
  const { code, parcels, without } = data;
  const loaded = parcels.filter((parcel) => parcel.isLoaded);
  const isLoading = isLoadingRun(data.state);
  return (
    <Page title={t("hub.load.title")} lead={data.way} back={{ to: `/runs/${code}`, label: code }}>
      <NotSent who={data.who} />
      <Refusal state={answer} />
      {parcels.length > 0 ? (
        <Progress
          label={t("hub.load.on-board", {
            weight: formatWeight(
              locale,
              loaded.reduce((all, each) => all + each.grams, 0),
            ),
          })}
          value={loaded.length}
          max={parcels.length}
          text={t("hub.parcels-of", { done: loaded.length, all: parcels.length })}
        />
      ) : null}
      {isLoading ? null : <Notice>{t(NOT_LOADING[data.state as keyof typeof NOT_LOADING] ?? "hub.load.over")}</Notice>}
      {isLoading && without > 0 ? <WithoutParcel code={code} count={without} /> : null}
      {parcels.length === 0 && !(isLoading && without > 0) ? <Empty drawing="boat" text={t("hub.load.none")} /> : null}
      {parcels.length > 0 ? (
        <div className="flex flex-wrap gap-3">
          <a href={`/runs/${code}/labels.pdf`} className="inline-flex min-h-11 items-center gap-2 font-semibold">
            <HubIcon of="label" />
            {t("hub.labels.a6")}
          </a>
          <a
            href={`/runs/${code}/labels.pdf?size=roll58`}
            className="inline-flex min-h-11 items-center gap-2 font-semibold"
          >
            <HubIcon of="label" />
            {t("hub.labels.roll58")}
          </a>
        </div>
      ) : null}
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {parcels.map((parcel) => (
          <li
            key={parcel.id}
            className={`grid content-start gap-2 rounded-card border-2 bg-card p-4 shadow-card ${parcel.isLoaded ? "border-mangrove" : "border-edge"}`}
          >
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Link
                to={`/parcels/${parcel.code}`}
                className="inline-flex min-h-11 items-center text-2xl font-bold text-sea"
              >
                {t("packing.parcel", { number: parcel.number })}
              </Link>
              {parcel.isLoaded ? (
                <span className="inline-flex items-center gap-1 font-semibold text-mangrove">
                  <HubIcon of="done" />
                  {t("hub.load.done")}
                </span>
              ) : null}
            </div>
            <ParcelSigns isFragile={parcel.isFragile} isCold={parcel.isCold} />
            <p>
              {parcel.isWeighed ? "" : "± "}
              {formatWeight(locale, parcel.grams)} · {t("hub.consignments", { count: parcel.count })}
              {parcel.places.length > 0 ? <span className="block text-quiet">{parcel.places.join(", ")}</span> : null}
            </p>
            {parcel.missing > 0 ? (
              <Notice tone="warn">{t("hub.load.missing", { count: parcel.missing })}</Notice>
            ) : null}
            {isLoading ? <LoadForm parcel={parcel} wide /> : null}
          </li>
        ))}
      </ul>
      {isLoading && parcels.length > 0 ? (
        <div>
          <ButtonLink to={`/runs/${code}`} look="second">
            {t("hub.load.then-depart")}
          </ButtonLink>
        </div>
      ) : null}
    </Page>
  );
}

/** Before boxes can be loaded, the packing plan is kept: that gives each its number and its label. */
function WithoutParcel({ code, count }: { code: string; count: number }) {
  const { t } = useWords();
  return (
    <Notice tone="warn">
      <p className="mb-3">{t("hub.load.without", { count })}</p>
      <FormFrame action={`/runs/${code}/packing`} className="flex flex-wrap gap-3">
        <input type="hidden" name="next" value="load" />
        <Button name="intent" value="keep">
          <HubIcon of="packing" />
          {t("hub.load.make")}
        </Button>
        <ButtonLink to={`/runs/${code}/packing`} look="second">
          {t("packing.plan")}
        </ButtonLink>
      </FormFrame>
    </Notice>
  );
}
