import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { AnswerForm } from "#app/domain/complaint.ts";
import { complaintAfter } from "#app/domain/order-life.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ComplaintCard } from "#app/ui/complaint-card.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { answerComplaint } from "#app/usecases/sell/answer-complaint.ts";
import { closeComplaint } from "#app/usecases/sell/close-complaint.ts";
import { goodsOf } from "#app/web/complaint-goods.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listComplaintLines, listGroupComplaints } from "#db/read/complaints.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "complaints.group");

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "answer-complaint");
  const complaints = await listGroupComplaints(entered.ctx.actor, group.id);
  const lines = await listComplaintLines(complaints.map((complaint) => complaint.id));
  return {
    group: { slug: group.slug, name: group.name },
    complaints: complaints.map(({ buyerId: _buyer, orderId: _order, ...complaint }) => ({
      ...complaint,
      resent: goodsOf(complaint.id, lines).resent,
    })),
  };
});

export const action = door(async (entered) => {
  const group = await openGroup(entered, "answer-complaint");
  const form = await readForm(entered.request, AnswerForm);
  if (!form.ok) return refused(form.state, form.status);
  const { intent, complaintId, answer: words } = form.value;
  const done =
    intent === "resent"
      ? await closeComplaint(entered.ctx, { complaintId })
      : await answerComplaint(entered.ctx, { complaintId, answer: words });
  return done.ok ? redirect(`/desk/${group.slug}/complaints`, 303) : refusedBy(done, form.values);
});

export default function AnswerComplaint() {
  const { group, complaints } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("complaints.group")}
      lead={t("complaints.group.lead")}
      back={{ to: `/desk/${group.slug}`, label: group.name }}
      width="narrow"
    >
      <Refusal state={state} />
      {complaints.length === 0 ? <Empty text={t("complaints.none")} /> : null}
      {complaints.map((complaint) => (
        <ComplaintCard key={complaint.id} complaint={complaint}>
          {complaintAfter(complaint.state, "answer") ? (
            <FormFrame
              state={stateFor(state, { complaintId: complaint.id })}
              defaults={{ answer: complaint.answer }}
              className="grid gap-3"
            >
              <input type="hidden" name="intent" value="answer" />
              <input type="hidden" name="complaintId" value={complaint.id} />
              {complaint.state === "open" ? (
                <p>{t("complaint.answer-by", { moment: formatMoment(locale, complaint.answerBy) })}</p>
              ) : null}
              <TextArea name="answer" label={t("complaint.answer")} maxLength={1000} />
              <Button look={complaint.state === "open" ? "main" : "second"}>{t("complaint.answer.do")}</Button>
            </FormFrame>
          ) : null}
          {complaintAfter(complaint.state, "close") ? (
            <FormFrame className="grid gap-3">
              <input type="hidden" name="intent" value="resent" />
              <input type="hidden" name="complaintId" value={complaint.id} />
              <Button>{t("complaint.resent")}</Button>
            </FormFrame>
          ) : null}
        </ComplaintCard>
      ))}
    </Page>
  );
}
