import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { stateAfter } from "#app/domain/consignment.ts";
import { may } from "#app/domain/permissions.ts";
import { isLeftBehind } from "#app/domain/run.ts";
import { ConsignmentForm, PackForm, readWeighed, SendForm } from "#app/domain/ship-forms.ts";
import { formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { moveConsignment } from "#app/usecases/ship/move-consignment.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { sendConsignment } from "#app/usecases/ship/send-consignment.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findGroupConsignment } from "#db/read/consignments.ts";
import { listConsignmentReports } from "#db/read/hub-reports.ts";
import { readAddress } from "./address.server.ts";
import { ConsignmentSteps } from "./consignment-steps.tsx";
import { PackingSlip } from "./packing-slip.tsx";
import { ReportSaid } from "./what-is-wrong.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "consignments.one");

async function open(entered: Door) {
  const group = await openGroup(entered, "see-consignments");
  const consignmentId = entered.param("consignment");
  const found = await findGroupConsignment(entered.ctx.actor, { groupId: group.id, consignmentId });
  if (!found) throw notFound();
  return { group, found };
}

export const loader = door(async (entered) => {
  const { group, found } = await open(entered);
  const { state, delivery } = found;
  const isLeft = isLeftBehind(found);
  return {
    group: { slug: group.slug, name: group.name },
    consignment: {
      orderNumber: found.orderNumber,
      buyerName: found.buyerName,
      isGift: found.isGift,
      cardNote: found.cardNote,
      delivery,
      noteToGroups: found.noteToGroups,
      runCode: found.runCode,
      cutOffAt: found.cutOffAt,
      departsAt: found.departsAt,
      pickUpPoint: found.pickUpPoint,
      hub: found.hub,
      state,
      grams: found.grams,
      packedGrams: found.packedGrams,
      packedSideMm: found.packedSideMm,
      maxSideMm: found.maxSideMm,
      sent: found.sentNote,
      address: found.address && (await readAddress(entered.ctx, found.address)),
      lines: found.lines.map((line) => ({
        id: line.id,
        name: [line.listingName, line.variantName].filter(Boolean).join(", "),
        unit: line.unit,
        quantityMilli: line.quantityMilli,
        catchWeight: line.catchWeight,
        packedQuantityMilli: line.packedQuantityMilli,
        missing: line.missing,
      })),
    },
    reports: await listConsignmentReports(found.id),
    seesDocuments: may(entered.ctx.actor, "see-documents", { groupId: group.id }),
    weight: formatWeight(entered.ctx.locale, found.packedGrams ?? found.grams),
    can: {
      pack: stateAfter(state, "pack", delivery) !== null,
      handOver: stateAfter(state, "hand-over", delivery) !== null && !isLeft,
      send: stateAfter(state, "send", delivery) !== null,
      move: isLeft,
      refund:
        stateAfter(state, "refund", delivery) !== null && may(entered.ctx.actor, "refund-order", { groupId: group.id }),
    },
  };
});

export const action = door(async (entered) => {
  const { group, found } = await open(entered);
  const { ctx, request, url } = entered;
  const target = { groupId: group.id, consignmentId: found.id };
  const chosen = await readForm(request.clone(), ConsignmentForm);
  if (!chosen.ok) return refused(chosen.state, chosen.status);
  const { intent } = chosen.value;
  if (intent === "pack") {
    const form = await readForm(request, PackForm);
    if (!form.ok) return refused(form.state, form.status);
    const read = readWeighed(found.lines, form.value);
    if (!read.ok) return refused({ errors: read.fields, values: form.values });
    const { packedGrams, packedSideMm, sure } = form.value;
    const weighed = { packedGrams, packedSideMm, packed: read.packed, isSure: sure === "yes" };
    const answer = await packConsignment(ctx, { ...target, ...weighed });
    return answer.ok ? redirect(url.pathname) : refusedBy(answer, form.values);
  }
  if (intent === "send") {
    const form = await readForm(request, SendForm);
    if (!form.ok) return refused(form.state, form.status);
    const answer = await sendConsignment(ctx, { ...target, note: form.value.note });
    return answer.ok ? redirect(url.pathname) : refusedBy(answer, form.values);
  }
  const answer = intent === "move" ? await moveConsignment(ctx, target) : await handOverConsignment(ctx, target);
  return answer.ok ? redirect(url.pathname) : refusedBy(answer, chosen.values);
});

export default function SeeConsignment() {
  const { group, consignment, reports, weight, can, seesDocuments } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("consignments.of", { number: consignment.orderNumber })}
      lead={<Badge>{t(`consignment-state.${consignment.state}`)}</Badge>}
      back={{ to: `/desk/${group.slug}/consignments`, label: t("consignments.title") }}
      width="narrow"
    >
      <Refusal state={state} />
      {reports.map((report) => (
        <ReportSaid key={report.id} report={report} />
      ))}
      <PackingSlip group={group.name} consignment={consignment} />
      {seesDocuments ? (
        <p>
          <ButtonLink to={`/orders/${consignment.orderNumber}/documents`} look="second">
            {t("document.open")}
          </ButtonLink>
        </p>
      ) : null}
      <ConsignmentSteps
        state={state}
        can={can}
        weight={weight}
        side={{ most: consignment.maxSideMm, packed: consignment.packedSideMm }}
        delivery={consignment.delivery}
        weighed={consignment.lines.filter((line) => line.catchWeight)}
      />
      {can.refund ? (
        <ButtonLink to={`/operate/orders/${consignment.orderNumber}/refund`} look="quiet">
          {t("consignments.refund")}
        </ButtonLink>
      ) : null}
    </Page>
  );
}
