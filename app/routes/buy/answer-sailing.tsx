import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { AnswerSailingForm } from "#app/domain/sailing-forms.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Notice, Page, Section } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { answerSailing } from "#app/usecases/buy/answer-sailing.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { LeaveParts } from "./leave-parts.tsx";
import { sailingPage } from "./sailing-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "sailing.order.title", { number: data?.number ?? "" });

export const loader = door(({ ctx, param }) => sailingPage(ctx, param("number")));

export const action = door(async ({ ctx, param, request }) => {
  const { number } = await sailingPage(ctx, param("number"));
  const form = await readForm(request, AnswerSailingForm);
  if (!form.ok) return refused(form.state, form.status);
  const { answer, consignmentId: consignmentIds } = form.value;
  if (answer === "left" && consignmentIds.length === 0)
    return refused({ values: form.values, errors: { consignmentId: "sailing-choose" } });
  const done = await answerSailing(ctx, { number, answer, consignmentIds });
  return done.ok ? redirect(`/orders/${number}/sailing`, 303) : refusedBy(done, form.values);
});

export default function AnswerSailing() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const { number, parts, untilAt, isOpen } = page;
  const [first] = parts;
  if (!first) return null;
  const at = (moment: string): string => formatMoment(locale, moment);
  return (
    <Page
      title={t("sailing.order.title", { number })}
      lead={t(`sailing.order.lead.${first.kind}`, { when: at(first.departsWas) })}
      back={{ to: `/orders/${number}`, label: t("buy.order.title", { number }) }}
      width="narrow"
    >
      <Refusal state={state} />
      <Notice tone="warn">{t("sailing.order.reason", { reason: first.reason })}</Notice>
      <Section title={t("sailing.order.parts")}>
        <ul className="grid gap-3 ps-0">
          {parts.map((part) => (
            <li key={part.consignmentId} className="grid gap-1 rounded-card border border-line bg-card p-4">
              <strong>{part.groupName}</strong>
              {part.answer === "left" ? null : (
                <span>
                  {part.sails
                    ? t("sailing.order.sails", { vessel: part.sails.vessel, when: at(part.sails.departsAt) })
                    : t("sailing.order.waits")}
                </span>
              )}
              {part.spoiling === "" || part.answer === "left" ? null : (
                <span className="font-semibold text-clay">{t("sailing.order.spoils", { goods: part.spoiling })}</span>
              )}
              {part.answer === "open" ? null : (
                <span className="font-semibold">{t(`sailing.order.answer.${part.answer}`)}</span>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {isOpen ? (
        <>
          <p>{untilAt ? t("sailing.order.until", { when: at(untilAt) }) : t("sailing.order.until-found")}</p>
          <FormFrame className="grid gap-2">
            <p>{t("sailing.order.stay.note")}</p>
            <Button name="answer" value="stays" wide>
              {t("sailing.order.stay")}
            </Button>
          </FormFrame>
          <LeaveParts page={page} state={state} />
        </>
      ) : (
        <Notice>{t("sailing.order.over")}</Notice>
      )}
    </Page>
  );
}
