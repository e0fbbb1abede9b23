import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import type { FieldErrors } from "#app/domain/result.ts";
import { isChangeable } from "#app/domain/run.ts";
import { roomSeen } from "#app/domain/run-room.ts";
import { ChangeRunForm } from "#app/domain/ship-forms.ts";
import { formatWeight } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { changeRun } from "#app/usecases/ship/change-run.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listPickUpPoints } from "#db/read/places.ts";
import { listPointsInUse, listRunPoints } from "#db/read/run-loads.ts";
import { findRun } from "#db/read/runs.ts";
import { runRoom } from "./run-room.server.ts";
import { RunRoomFields } from "./run-room-fields.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "run-change.title");

async function open({ ctx, param }: Door) {
  const run = await findRun(ctx.actor, param("code"));
  if (!run) throw notFound();
  permit(ctx.actor, "change-run", { hubId: run.hubId });
  return run;
}

export const loader = door(async (entered) => {
  const run = await open(entered);
  if (!isChangeable(run.state)) throw redirect(`/runs/${run.code}`);
  const [room, all, pointsOf] = await Promise.all([runRoom(run), listPickUpPoints(), listRunPoints([run.id])]);
  const { maxGrams, maxParcels, grams, parcels } = room;
  const served = pointsOf(run.id);
  return {
    ...{ code: run.code, way: `${run.hubName} → ${run.zoneName}`, grams, parcels, served },
    maxKg: maxGrams === null ? "" : String(Math.ceil(maxGrams / 1000)),
    maxParcels: maxParcels === null ? "" : String(maxParcels),
    seen: roomSeen({ maxGrams, maxParcels, points: served }),
    points: all.filter((point) => point.zoneId === run.zoneId).map((point) => ({ value: point.id, label: point.name })),
  };
});

export const action = door(async (entered) => {
  const run = await open(entered);
  const form = await readForm(entered.request, ChangeRunForm);
  if (!form.ok) return refused(form.state, form.status);
  const { maxKg, maxParcels, pickUpPointIds, seen } = form.value;
  const limit = { maxGrams: maxKg === null ? null : maxKg * 1000, maxParcels };
  const answer = await changeRun(entered.ctx, { runId: run.id, limit, pickUpPointIds, seen });
  if (answer.ok) return redirect(`/runs/${run.code}`);
  const fields = answer.fields && (await withDetails(entered, run, answer.fields, pickUpPointIds));
  return refusedBy({ ...answer, ...(fields && { fields }) }, form.values);
});

type Run = Awaited<ReturnType<typeof open>>;

/** What is taken already, or where somebody still fetches: named beside the field. */
async function withDetails({ ctx }: Door, run: Run, fields: FieldErrors, chosen: readonly string[]) {
  const [{ grams, parcels }, inUse] = [await runRoom(run), await listPointsInUse(run.id)];
  const details: Record<string, string> = {
    maxKg: formatWeight(ctx.locale, grams),
    maxParcels: translator(ctx.locale)("run-change.parcels", { count: parcels }),
    pickUpPointIds: inUse.flatMap((point) => (chosen.includes(point.id) ? [] : [point.name])).join(", "),
  };
  return Object.fromEntries(Object.entries(fields).map(([name, reason]) => [name, `${reason}|${details[name] ?? ""}`]));
}

export default function ChangeRun() {
  const run = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("run-change.title")}
      lead={run.way}
      back={{ to: `/runs/${run.code}`, label: t("runs.one", { code: run.code }) }}
      width="narrow"
    >
      <p>{t("run-change.taken", { weight: formatWeight(locale, run.grams), count: run.parcels })}</p>
      <FormFrame state={state} defaults={{ maxKg: run.maxKg, maxParcels: run.maxParcels }}>
        <input type="hidden" name="seen" value={state?.values.seen?.[0] ?? run.seen} />
        <RunRoomFields points={run.points} chosen={run.served} />
        <p className="text-sm text-quiet">{t("run-change.lead")}</p>
        <Button wide>{t("run-change.do")}</Button>
      </FormFrame>
    </Page>
  );
}
