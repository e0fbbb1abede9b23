import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { TRAVELLED_STATES } from "#app/domain/consignment.ts";
import { joinInRun } from "#app/domain/join-run.ts";
import { planParcels } from "#app/domain/packing-plan.ts";
import { may } from "#app/domain/permissions.ts";
import { actualWeight, ashoreOf, hasLeft, isLeftBehind, nextRunStep } from "#app/domain/run.ts";
import { RunForm } from "#app/domain/ship-forms.ts";
import { useWords } from "#app/i18n/words.tsx";
import { CrossingNotes } from "#app/ui/crossing-notes.tsx";
import { Badge, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { arriveRun } from "#app/usecases/ship/arrive-run.ts";
import { departRun } from "#app/usecases/ship/depart-run.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { moveConsignment } from "#app/usecases/ship/move-consignment.ts";
import { openPlannedRun } from "#app/usecases/ship/open-planned-run.ts";
import { packRun } from "#app/usecases/ship/pack-run.ts";
import { unpackRun } from "#app/usecases/ship/unpack-run.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listCrossings } from "#db/read/crossings.ts";
import { findKeepingRule } from "#db/read/networks.ts";
import { listRunGoods } from "#db/read/packing.ts";
import { listParcelFacts } from "#db/read/parcels.ts";
import { listPartsOfRun, listRunMoves, listRunsToJoin } from "#db/read/run-moves.ts";
import { findRun, listRunConsignments } from "#db/read/runs.ts";
import { listUncollected } from "#db/read/uncollected.ts";
import { RunChanges } from "./run-changes.tsx";
import { RunLeftBehind, RunManifest } from "./run-manifest.tsx";
import { RunProgress } from "./run-progress.tsx";
import { runRoom } from "./run-room.server.ts";
import { RunFacts, RunSteps } from "./run-steps.tsx";
import { RunWork } from "./run-work.tsx";
import { workCounts } from "./work-counts.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "runs.one", { code: data?.run.code ?? "" });

async function open({ ctx, param }: Door) {
  const run = await findRun(ctx.actor, param("code"));
  if (!run) throw notFound();
  return run;
}

export const loader = door(async (entered) => {
  const run = await open(entered);
  const { ctx } = entered;
  const consignments = await listRunConsignments(ctx.actor, run);
  const isGone = hasLeft(run.state);
  // Before it leaves all that is paid counts, afterwards what is on board.
  const carried = consignments.filter((each) =>
    isGone ? TRAVELLED_STATES.some((state) => state === each.state) : each.state !== "waiting",
  );
  const left = consignments.filter((each) => isLeftBehind({ state: each.state, runState: run.state }));
  const others = left.length > 0 ? await listRunsToJoin({ zoneId: run.zoneId, now: ctx.now }) : [];
  const seeking = left.length > 0 ? await listPartsOfRun(run.id) : [];
  const keeping = await findKeepingRule();
  const { boxes } = await listParcelFacts(run.id);
  const waiting = await listUncollected(ctx.actor, run);
  const plan = planParcels({ tariff: run.tariff, goods: await listRunGoods(ctx.actor, run) });
  const shown = (each: (typeof consignments)[number]) => ({
    id: each.id,
    orderNumber: each.orderNumber,
    buyerName: each.buyerName,
    groupName: each.groupName,
    to: each.pickUpPoint,
    delivery: each.delivery,
    state: each.state,
    grams: actualWeight(each).grams,
    isPacked: each.packedGrams !== null,
  });
  return {
    run: {
      code: run.code,
      hubName: run.hubName,
      zoneName: run.zoneName,
      vessel: run.vessel,
      service: run.service,
      doorFee: run.doorFee,
      opensAt: run.state === "planned" ? run.opensAt : null,
      cutOffAt: run.cutOffAt,
      departsAt: run.departsAt,
      departedAt: run.departedAt,
      arrivedAt: run.arrivedAt,
      state: run.state,
    },
    next: nextRunStep(run.state),
    moves: await listRunMoves(ctx.actor, run),
    crossings: run.state === "settled" ? [] : await listCrossings(ctx.actor, run),
    canSettle: may(ctx.actor, "settle-run"),
    waiting: isGone ? 0 : consignments.length - carried.length,
    count: {
      all: carried.length,
      atHub: carried.filter((each) => each.state !== "to-pack" && each.state !== "packed").length,
      delivered: carried.filter((each) => each.state === "delivered").length,
    },
    missing: carried.filter((each) => each.state === "to-pack" || each.state === "packed").length,
    consignments: carried.map(shown),
    left: left.map((each) => {
      const part = seeking.find(({ id }) => id === each.id);
      const next = part && others.find((other) => joinInRun(part, other, keeping).ok);
      return { ...shown(each), next: next ? { code: next.code, departsAt: next.departsAt } : null };
    }),
    parcels: plan.parcels.length,
    room: await runRoom(run),
    ashore: ashoreOf({ boxes, consignments: consignments.map(({ id, parcel, state }) => ({ id, parcel, state })) })
      .length,
    work: workCounts({ carried, boxes, waiting: waiting.length }),
    cost: { total: plan.total, alone: plan.alone, saved: plan.alone - plan.total },
  };
});

export const action = door(async (entered) => {
  const run = await open(entered);
  const { ctx, request } = entered;
  const form = await readForm(request, RunForm);
  if (!form.ok) return refused(form.state, form.status);
  const { intent, consignmentId, leave } = form.value;
  const todo = {
    open: () => openPlannedRun(ctx, { runId: run.id }),
    pack: () => packRun(ctx, { runId: run.id }),
    unpack: () => unpackRun(ctx, { runId: run.id }),
    lock: () => lockRun(ctx, { runId: run.id }),
    depart: () => departRun(ctx, { runId: run.id, leavesBehind: leave === "yes" }),
    arrive: () => arriveRun(ctx, { runId: run.id }),
    move: () => moveConsignment(ctx, { consignmentId }),
  };
  const answer = await todo[intent]();
  return answer.ok ? redirect(`/runs/${run.code}`) : refusedBy(answer, form.values);
});

export default function SeeRun() {
  const data = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const { run } = data;
  return (
    <Page
      title={`${run.hubName} → ${run.zoneName}`}
      lead={
        <>
          {run.code} <Badge>{t(`run-state.${run.state}`)}</Badge>
        </>
      }
      back={{ to: "/runs", label: t("runs.title") }}
    >
      <Refusal state={state} />
      <RunProgress state={run.state} count={data.count} />
      <RunWork code={run.code} state={run.state} counts={data.work} />
      <CrossingNotes notes={data.crossings} to="keeper" />
      <RunFacts run={run} cost={data.cost} parcels={data.parcels} room={data.room} />
      <RunSteps
        code={run.code}
        next={data.next}
        canSettle={data.canSettle}
        missing={data.missing}
        ashore={data.ashore}
        state={run.state}
      />
      <RunChanges code={run.code} state={run.state} moves={data.moves} />
      <RunLeftBehind left={data.left} />
      <RunManifest code={run.code} consignments={data.consignments} waiting={data.waiting} />
    </Page>
  );
}
