import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { COMPLAINT_KINDS, COMPLAINT_WISHES, ComplaintForm, mayComplain, windowAt } from "#app/domain/complaint.ts";
import { may } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ComplaintCard } from "#app/ui/complaint-card.tsx";
import { PhotoField, RadioGroup, TextArea } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Notice, Page, Section } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { reportComplaint } from "#app/usecases/buy/report-complaint.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listComplaintWindows } from "#db/read/complaint-windows.ts";
import { listComplainable, listConsignmentComplaints } from "#db/read/complaints.ts";
import { refusedByKeeping, refusedKeeping, uploadOf } from "../sell/held-photo.server.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "complaint.title", { number: data?.number ?? "" });

async function mine({ ctx, param }: Door) {
  const parts = await listComplainable(param("number"));
  const [first] = parts;
  if (!first || !may(ctx.actor, "report-complaint", { orderId: first.orderId, buyerId: first.buyerId }))
    throw notFound();
  return parts;
}

export const loader = door(async (entered) => {
  const parts = await mine(entered);
  const { ctx, param } = entered;
  const complaints = await listConsignmentComplaints(parts.map((part) => part.consignmentId));
  const windows = await listComplaintWindows();
  return {
    number: param("number"),
    parts: parts.map(({ consignmentId, groupName, state, deliveredAt }) => {
      const own = complaints.filter((complaint) => complaint.consignmentId === consignmentId);
      const deliveredMs = deliveredAt?.getTime() ?? null;
      const isInTime = mayComplain({ state, deliveredMs, nowMs: ctx.now.getTime(), windows });
      return {
        ...{ id: consignmentId, groupName, formKey: ctx.secrets.token() },
        complaints: own.map(({ buyerId: _buyer, orderId: _order, ...complaint }) => complaint),
        days: windowAt(windows, deliveredMs ?? ctx.now.getTime()).complainDays,
        mayReport: isInTime && own.every((complaint) => complaint.state === "closed"),
      };
    }),
  };
});

export const action = door(async (entered) => {
  await mine(entered);
  const { ctx } = entered;
  const form = await readForm(entered.request, ComplaintForm);
  if (!form.ok) return refusedKeeping(ctx, form);
  const photo = await uploadOf(ctx, form);
  const answer = await reportComplaint(ctx, { ...form.value, number: entered.param("number"), photo });
  return answer.ok ? redirect(entered.url.pathname, 303) : refusedByKeeping(ctx, form, answer);
});

export default function ReportComplaint() {
  const { number, parts } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  // One form is there at once; of several only the one that came back.
  const isFolded = parts.filter((part) => part.mayReport).length > 1;
  return (
    <Page
      title={t("complaint.title", { number })}
      back={{ to: `/orders/${number}`, label: t("complaint.to-order") }}
      width="narrow"
    >
      <Refusal state={state} />
      {parts.map((part) => (
        <Section key={part.id} title={t("complaint.lead", { group: part.groupName })}>
          {part.complaints.map((complaint) => (
            <ComplaintCard key={complaint.id} complaint={complaint} />
          ))}
          {!part.mayReport && part.complaints.length === 0 ? (
            <Notice>{t("complaint.too-late", { days: part.days })}</Notice>
          ) : null}
          {part.mayReport ? (
            <Folded isFolded={isFolded} isOpen={stateFor(state, { consignmentId: part.id }) !== undefined}>
              <Report part={part} state={stateFor(state, { consignmentId: part.id })} />
            </Folded>
          ) : null}
        </Section>
      ))}
    </Page>
  );
}

function Folded({ isFolded, isOpen, children }: { isFolded: boolean; isOpen: boolean; children: ReactNode }) {
  const { t } = useWords();
  if (!isFolded) return children;
  return (
    <details open={isOpen} className="rounded-card border border-line bg-card p-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("complaint.begin")}</summary>
      <div className="pt-3">{children}</div>
    </details>
  );
}

type ReportProps = {
  part: { id: string; formKey: string };
  state: Parameters<typeof FormFrame>[0]["state"];
};

function Report({ part, state }: ReportProps) {
  const { t } = useWords();
  return (
    <FormFrame state={state} multipart>
      <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? part.formKey} />
      <input type="hidden" name="consignmentId" value={part.id} />
      <p>{t("complaint.hint")}</p>
      <RadioGroup
        name="kind"
        label={t("complaint.kind")}
        options={COMPLAINT_KINDS.map((value) => ({ value, label: t(`complaint.kind.${value}`) }))}
      />
      <TextArea name="words" label={t("complaint.words")} maxLength={1000} />
      <PhotoField name="photo" label={t("complaint.photo")} optional />
      <RadioGroup
        name="wish"
        label={t("complaint.wish")}
        options={COMPLAINT_WISHES.map((value) => ({ value, label: t(`complaint.wish.${value}`) }))}
      />
      <Button>{t("complaint.send")}</Button>
    </FormFrame>
  );
}
