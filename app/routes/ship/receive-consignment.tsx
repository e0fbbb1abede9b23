import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { HubIntent, ReceiveForm, ReportForm } from "#app/domain/hub-work.ts";
import { formatMoment, formatQuantity, formatWeight } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { HubIcon } from "#app/ui/hub-icon.tsx";
import { NotSent } from "#app/ui/not-sent.tsx";
import { Card, Notice, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { receiveConsignment } from "#app/usecases/ship/receive-consignment.ts";
import { reportAtHub } from "#app/usecases/ship/report-at-hub.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listExpected } from "#db/read/receiving.ts";
import { refusedByKeeping, refusedKeeping, uploadOf } from "../sell/held-photo.server.ts";
import { hubHead, openRunOf } from "./hub-page.server.ts";
import { ReportSaid, WhatIsWrong } from "./what-is-wrong.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "hub.receive.one");

async function open(entered: Door) {
  const run = await openRunOf(entered);
  const expected = await listExpected(entered.ctx.actor, run);
  const found = expected.find((each) => each.id === entered.param("consignment"));
  if (!found) throw notFound();
  return { run, found };
}

export const loader = door(async (entered) => {
  const { run, found } = await open(entered);
  const { ctx } = entered;
  return {
    ...hubHead(entered, run),
    keys: { receive: ctx.secrets.token(), report: ctx.secrets.token() },
    consignment: {
      orderNumber: found.orderNumber,
      groupName: found.groupName,
      grams: found.packedGrams ?? found.grams,
      isPacked: found.packedGrams !== null,
      received:
        found.receivedAt === null
          ? null
          : {
              ...{ packages: found.receivedPackages ?? 1, at: found.receivedAt },
              by: found.doneBy || (found.receivedBy ?? ""),
              weight: found.receivedGrams === null ? "" : formatWeight(ctx.locale, found.receivedGrams),
            },
      lines: found.lines.map(({ id, listingName, variantName, unit, quantityMilli }) => ({
        ...{ id, unit, quantityMilli },
        name: [listingName, variantName].filter(Boolean).join(", "),
      })),
      reports: found.reports.map(({ id, orderLineId, kind, howMuch, words, photoId }) => ({
        ...{ id, kind, howMuch, words, hasPhoto: photoId !== null },
        name: found.lines.find((line) => line.id === orderLineId)?.listingName ?? null,
      })),
    },
  };
});

export const action = door(async (entered) => {
  const { run, found } = await open(entered);
  const { ctx, request, url } = entered;
  const chosen = await readForm(request.clone(), HubIntent);
  if (!chosen.ok) return refused(chosen.state, chosen.status);
  const intent = { intent: [chosen.value.intent] };
  if (chosen.value.intent === "report") {
    const form = await readForm(request, ReportForm);
    if (!form.ok) {
      const state = { ...form.state, values: { ...form.state.values, ...intent } };
      return refusedKeeping(ctx, { ...form, state });
    }
    const { lineId, ...said } = form.value;
    const photo = await uploadOf(ctx, form);
    const answer = await reportAtHub(ctx, { ...said, consignmentId: found.id, lineId: lineId || null, photo });
    if (answer.ok) return redirect(url.pathname);
    return refusedByKeeping(ctx, { ...form, values: { ...form.values, ...intent } }, answer);
  }
  const form = await readForm(request, ReceiveForm);
  if (!form.ok) return refused({ ...form.state, values: { ...form.state.values, ...intent } }, form.status);
  const answer = await receiveConsignment(ctx, { consignmentId: found.id, ...form.value });
  return answer.ok ? redirect(`/runs/${run.code}/receive`) : refusedBy(answer, { ...form.values, ...intent });
});

export default function ReceiveConsignment() {
  const { code, who, keys, consignment } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const { received, orderNumber, groupName } = consignment;
  const defaults = received ? { packages: received.packages, grams: received.weight } : { packages: 1 };
  return (
    <Page
      title={t("hub.receive.of", { number: orderNumber })}
      lead={groupName}
      back={{ to: `/runs/${code}/receive`, label: t("hub.receive.title") }}
      width="narrow"
    >
      <NotSent who={who} />
      <Refusal state={state} />
      {received ? (
        <Notice tone="good">
          {t("hub.receive.done", {
            count: received.packages,
            weight: received.weight || formatWeight(locale, consignment.grams),
            by: received.by,
            moment: formatMoment(locale, received.at),
          })}
        </Notice>
      ) : null}
      <Card className="grid gap-4">
        <ul className="grid gap-2 text-lg">
          {consignment.lines.map((line) => (
            <li key={line.id}>
              <strong>
                {formatQuantity(locale, line.quantityMilli)} {unitName(t, line.unit)}
              </strong>{" "}
              {line.name}
            </li>
          ))}
        </ul>
        <p className="text-quiet">
          {t(consignment.isPacked ? "hub.receive.weight-packed" : "hub.receive.weight-ordered", {
            weight: formatWeight(locale, consignment.grams),
          })}
        </p>
        <FormFrame
          state={stateFor(state, { intent: "receive" })}
          defaults={defaults}
          later={t("hub.later.receive", { number: orderNumber })}
        >
          <input type="hidden" name="formKey" value={keys.receive} />
          <input type="hidden" name="intent" value="receive" />
          <TextField
            name="packages"
            label={t("hub.receive.packages")}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
          />
          <TextField
            name="grams"
            label={t("hub.receive.weight")}
            hint={t("consignments.weight-hint")}
            inputMode="decimal"
            autoComplete="off"
            optional
            maxLength={20}
          />
          <Button wide>
            <HubIcon of="receive" />
            {t(received ? "hub.receive.again" : "hub.receive.do")}
          </Button>
        </FormFrame>
      </Card>
      {consignment.reports.map((report) => (
        <ReportSaid key={report.id} report={report} />
      ))}
      <WhatIsWrong
        state={stateFor(state, { intent: "report" })}
        formKey={keys.report}
        lines={consignment.lines}
        later={t("hub.later.report", { number: orderNumber })}
      />
    </Page>
  );
}
