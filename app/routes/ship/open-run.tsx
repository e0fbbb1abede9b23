import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { OpenRunForm } from "#app/domain/ship-forms.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { localMoment, parseLocalMoment } from "#app/i18n/moment.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { MoneyField, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { MomentField } from "#app/ui/number-fields.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { openRun } from "#app/usecases/ship/open-run.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listOwnHubs } from "#db/read/hubs.ts";
import { listPickUpPoints } from "#db/read/places.ts";
import { listTariffsInForce } from "#db/read/tariffs.ts";
import { RunRoomFields } from "./run-room-fields.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "runs.open");

const HOUR_MS = 3_600_000;

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "open-run", { hubId: ctx.actor.hubIds[0] });
  const [hubs, tariffs, points] = await Promise.all([
    listOwnHubs(ctx.actor),
    listTariffsInForce(ctx.now),
    listPickUpPoints(),
  ]);
  const inHours = (hours: number): string =>
    localMoment(new Date((Math.ceil(ctx.now.getTime() / HOUR_MS) + hours) * HOUR_MS));
  return {
    formKey: ctx.secrets.token(),
    hubs: hubs.map((hub) => ({ value: hub.id, label: hub.name })),
    tariffs: tariffs.map((tariff) => ({
      value: tariff.id,
      label: `${tariff.zoneName} · ${tariff.service} · ${formatRupiah(tariff.perKg)}/kg`,
    })),
    points: points.map((point) => ({ value: point.id, label: `${point.zoneName} · ${point.name}` })),
    isOperator: ctx.actor.isOperator,
    cutOffAt: inHours(48),
    departsAt: inHours(72),
  };
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "open-run", { hubId: ctx.actor.hubIds[0] });
  const form = await readForm(request, OpenRunForm);
  if (!form.ok) return refused(form.state, form.status);
  const { opensAt: opens, cutOffAt: cutOff, departsAt: departs, maxKg, maxParcels, ...input } = form.value;
  const [cutOffAt, departsAt] = [parseLocalMoment(cutOff), parseLocalMoment(departs)];
  const opensAt = parseLocalMoment(opens);
  const isOpensWrong = opens !== "" && !opensAt;
  if (!cutOffAt || !departsAt || isOpensWrong)
    return refused({
      values: form.values,
      errors: {
        ...(isOpensWrong && { opensAt: "not-moment" }),
        ...(!cutOffAt && { cutOffAt: "not-moment" }),
        ...(!departsAt && { departsAt: "not-moment" }),
      },
    });
  const answer = await openRun(ctx, {
    ...{ ...input, opensAt, cutOffAt, departsAt },
    limit: { maxGrams: maxKg === null ? null : maxKg * 1000, maxParcels },
  });
  return answer.ok ? redirect(`/runs/${answer.code}`) : refusedBy(answer, form.values);
});

export default function OpenRun() {
  const { formKey, hubs, tariffs, points, isOperator, cutOffAt, departsAt } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const [hub, tariff] = [hubs[0], tariffs[0]];
  return (
    <Page
      title={t("runs.open")}
      lead={t("runs.open.lead")}
      back={{ to: "/runs", label: t("runs.title") }}
      width="narrow"
    >
      {!hub || !tariff ? (
        <Empty text={t(hub ? "runs.open.no-tariff" : "runs.open.no-hub")}>
          {isOperator ? (
            <ButtonLink to={hub ? "/operate/tariffs" : "/operate/hubs"}>
              {t(hub ? "operate.tariffs.title" : "operate.hubs.title")}
            </ButtonLink>
          ) : null}
        </Empty>
      ) : (
        <FormFrame
          state={state}
          defaults={{ hubId: hub.value, tariffId: tariff.value, cutOffAt, departsAt, doorFee: "0" }}
        >
          <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
          <SelectField name="hubId" label={t("runs.hub")} choices={hubs} />
          <SelectField name="tariffId" label={t("runs.tariff")} hint={t("runs.tariff-hint")} choices={tariffs} />
          <TextField name="vessel" label={t("runs.vessel")} hint={t("runs.vessel-hint")} maxLength={60} />
          <MomentField name="opensAt" label={t("runs.opens")} hint={t("runs.opens-hint")} optional />
          <MomentField name="cutOffAt" label={t("runs.cut-off")} hint={t("runs.cut-off-hint")} />
          <MomentField name="departsAt" label={t("runs.departure")} />
          <RunRoomFields points={points} />
          <MoneyField name="doorFee" label={t("runs.door-fee")} hint={t("runs.door-fee-hint")} />
          <Button wide>{t("runs.open.do")}</Button>
        </FormFrame>
      )}
    </Page>
  );
}
