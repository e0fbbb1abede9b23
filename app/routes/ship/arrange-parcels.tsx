import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { movesOf, planParcels } from "#app/domain/packing-plan.ts";
import { isLoading } from "#app/domain/run.ts";
import { ParcelsForm } from "#app/domain/ship-forms.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Empty, Notice, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { arrangeParcels } from "#app/usecases/ship/arrange-parcels.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listRunGoods } from "#db/read/packing.ts";
import { findRun } from "#db/read/runs.ts";
import { MoveChoice } from "./move-choice.tsx";
import { ParcelCard, PlanFacts } from "./parcel-card.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "packing.title");

async function open({ ctx, param }: Door) {
  const run = await findRun(ctx.actor, param("code"));
  if (!run) throw notFound();
  return run;
}

export const loader = door(async (entered) => {
  const run = await open(entered);
  const { tariff } = run;
  const goods = await listRunGoods(entered.ctx.actor, run);
  const plan = planParcels({ tariff, goods });
  const moving = goods.find((each) => each.id === entered.url.searchParams.get("move"));
  const contents = (id: string) => {
    const each = goods.find((one) => one.id === id);
    return {
      id,
      name: each ? `${each.orderNumber} · ${each.groupName}` : id,
      buyerName: each?.buyerName ?? "",
      place: each?.pickUpPoint ?? null,
      grams: each?.grams ?? 0,
      isWeighed: each?.isWeighed ?? false,
      fragile: each?.fragile ?? false,
    };
  };
  return {
    code: run.code,
    to: `${run.hubName} → ${run.zoneName}`,
    state: run.state,
    isKept: goods.length > 0 && goods.every((each) => each.parcel !== null),
    total: plan.total,
    cheapest: plan.cheapest,
    alone: plan.alone,
    parcels: plan.parcels.map(({ ids, ...parcel }) => ({ ...parcel, contents: ids.map(contents) })),
    moving:
      moving && isLoading(run.state)
        ? { ...contents(moving.id), moves: movesOf({ tariff, goods, id: moving.id }) }
        : null,
  };
});

export const action = door(async (entered) => {
  const run = await open(entered);
  const form = await readForm(entered.request, ParcelsForm);
  if (!form.ok) return refused(form.state, form.status);
  const { intent, consignmentId, to, next } = form.value;
  const change = intent === "move" ? ({ kind: intent, consignmentId, to } as const) : ({ kind: intent } as const);
  const answer = await arrangeParcels(entered.ctx, { runId: run.id, change });
  return answer.ok
    ? redirect(`/runs/${run.code}/${next === "load" ? next : "packing"}`)
    : refusedBy(answer, form.values);
});

export default function ArrangeParcels() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  const { code, parcels, moving } = data;
  const isPacking = isLoading(data.state);
  return (
    <Page
      title={t("packing.title")}
      lead={`${data.to} · ${code}`}
      trail={[
        { to: "/runs", label: t("runs.title") },
        { to: `/runs/${code}`, label: code },
      ]}
    >
      <Refusal state={answer} />
      {data.state === "planned" ? <Notice>{t("packing.planned")}</Notice> : null}
      {data.state === "open" ? <Notice>{t("packing.open-still")}</Notice> : null}
      {moving ? <MoveChoice code={code} moving={moving} parcels={parcels.map((each) => each.number)} /> : null}
      {parcels.length === 0 ? <Empty drawing="boat" text={t("runs.manifest.none")} /> : <PlanFacts {...data} />}
      {isPacking && parcels.length > 0 ? (
        <FormFrame state={answer} className="flex flex-wrap items-center gap-3">
          {data.isKept ? (
            <Button look="second" name="intent" value="anew">
              {t("packing.anew")}
            </Button>
          ) : (
            <Button name="intent" value="keep">
              {t("packing.keep")}
            </Button>
          )}
          <p className="text-sm text-quiet">{t(data.isKept ? "packing.kept-note" : "packing.keep-note")}</p>
        </FormFrame>
      ) : null}
      <div className="grid gap-4 lg:grid-cols-2">
        {parcels.map((parcel) => (
          <ParcelCard key={parcel.number} code={code} parcel={parcel} canMove={isPacking} />
        ))}
      </div>
    </Page>
  );
}
