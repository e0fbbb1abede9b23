import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { DecideForm, mayDecide, OUTCOMES, readResend } from "#app/domain/complaint.ts";
import { parseRupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ComplaintCard } from "#app/ui/complaint-card.tsx";
import { MoneyField, RadioGroup, TextArea } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { decideComplaint } from "#app/usecases/operate/decide-complaint.ts";
import { goodsOf } from "#app/web/complaint-goods.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listComplaintLines, listComplaints } from "#db/read/complaints.ts";
import { ResendFields } from "./resend-fields.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "complaints.all");

export const loader = door(async ({ ctx }) => {
  const complaints = await listComplaints(ctx.actor);
  const lines = await listComplaintLines(complaints.map((complaint) => complaint.id));
  return {
    complaints: complaints.map(({ buyerId: _buyer, orderId: _order, ...complaint }) => ({
      ...complaint,
      ...goodsOf(complaint.id, lines),
      mayDecide: mayDecide({
        ...{ state: complaint.state, answerByMs: complaint.answerBy.getTime(), nowMs: ctx.now.getTime() },
      }),
    })),
  };
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "decide-complaint");
  const form = await readForm(request, DecideForm);
  if (!form.ok) return refused(form.state, form.status);
  const { complaintId, outcome, words: decision } = form.value;
  const read = readResend(await listComplaintLines([complaintId]), form.value);
  if (outcome === "resend" && !read.ok) return refused({ errors: read.fields, values: form.values });
  const resend = form.value.resendLine.length > 0 && read.ok ? read.resend : null;
  const asked = form.value.amount.trim();
  const amount = asked === "" ? null : parseRupiah(asked);
  if (asked !== "" && amount === null) return refused({ errors: { amount: "not-money" }, values: form.values });
  const answer = await decideComplaint(ctx, { complaintId, outcome, amount, resend, decision });
  return answer.ok ? redirect("/operate/complaints", 303) : refusedBy(answer, form.values);
});

export default function DecideComplaint() {
  const { complaints } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("complaints.all")}
      lead={t("complaints.all.lead")}
      back={{ to: "/operate", label: t("nav.operate") }}
      width="narrow"
    >
      <Refusal state={state} />
      {complaints.length === 0 ? <Empty text={t("complaints.none")} /> : null}
      {complaints.map((complaint) => (
        <ComplaintCard key={complaint.id} complaint={complaint}>
          {complaint.state === "open" && !complaint.mayDecide ? (
            <p className="text-quiet">{t("complaint.waits", { moment: formatMoment(locale, complaint.answerBy) })}</p>
          ) : null}
          {complaint.mayDecide ? (
            <FormFrame
              state={stateFor(state, { complaintId: complaint.id })}
              defaults={{ outcome: complaint.wish }}
              className="grid gap-4"
            >
              <input type="hidden" name="complaintId" value={complaint.id} />
              <RadioGroup
                name="outcome"
                label={t("complaint.outcome")}
                options={OUTCOMES.map((value) => ({ value, label: t(`complaint.outcome.${value}`) }))}
              />
              <MoneyField name="amount" label={t("complaint.amount")} hint={t("complaint.amount-hint")} optional />
              <ResendFields lines={complaint.lines} />
              <TextArea name="words" label={t("complaint.reasoning")} maxLength={1000} />
              <Button>{t("complaint.decide")}</Button>
            </FormFrame>
          ) : null}
        </ComplaintCard>
      ))}
    </Page>
  );
}
