import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { lineOfText } from "#app/domain/plain-text.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { Stars } from "#app/ui/stars.tsx";
import { hideQuestion } from "#app/usecases/operate/hide-question.ts";
import { judgeReview } from "#app/usecases/operate/judge-review.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listNewestQuestions } from "#db/read/questions.ts";
import { listHiddenReviews, listReportedReviews } from "#db/read/reviews.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "judge.title");

export const loader = door(async ({ ctx: { actor } }) => {
  permit(actor, "judge-review");
  const [reported, hidden, questions] = await Promise.all([
    listReportedReviews(actor),
    listHiddenReviews(actor),
    listNewestQuestions(actor),
  ]);
  return { reported, hidden, questions };
});

const JudgeForm = z.object({
  id: z.string().max(64),
  reason: lineOfText({ max: 300, min: 0 }).default(""),
  do: z.enum(["hide", "keep", "hide-question"]),
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "judge-review");
  const form = await readForm(request, JudgeForm);
  if (!form.ok) return refused(form.state, form.status);
  const { id, reason, do: wish } = form.value;
  if (wish === "hide-question" && reason === "")
    return refused({ errors: { reason: "required" }, values: form.values });
  const answer =
    wish === "hide-question"
      ? await hideQuestion(ctx, { questionId: id, reason })
      : await judgeReview(ctx, { reviewId: id, decision: wish, reason });
  return answer.ok ? redirect("/operate/reviews") : refusedBy(answer, form.values);
});

export default function JudgeReviews() {
  const { reported, hidden, questions } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const stateOf = (id: string) => (state?.values.id?.[0] === id ? state : undefined);
  return (
    <Page
      title={t("judge.title")}
      lead={t("judge.lead")}
      back={{ to: "/operate", label: t("operate.title") }}
      width="narrow"
    >
      <Section title={t("judge.reported")}>
        {reported.length === 0 ? <Empty text={t("judge.none")} /> : null}
        {reported.map((review) => (
          <Judged key={`${review.id}-${review.reportedAt}`} item={{ ...review, name: review.authorName }}>
            <p>
              <Stars stars={review.stars} />
            </p>
            <p className="font-semibold">{t("judge.because", { words: review.report })}</p>
            <JudgeFields id={review.id} state={stateOf(review.id)} optional>
              <Button name="do" value="hide" look="danger">
                {t("judge.hide")}
              </Button>
              <Button name="do" value="keep" look="second">
                {t("judge.keep")}
              </Button>
            </JudgeFields>
          </Judged>
        ))}
      </Section>
      <Section title={t("judge.questions")}>
        {questions.map((question) => (
          <Judged key={question.id} item={{ ...question, name: question.askerName }}>
            {question.answer ? <p className="text-quiet">{question.answer}</p> : null}
            <JudgeFields id={question.id} state={stateOf(question.id)}>
              <Button name="do" value="hide-question" look="danger">
                {t("judge.hide")}
              </Button>
            </JudgeFields>
          </Judged>
        ))}
      </Section>
      {hidden.length > 0 ? (
        <Section title={t("judge.hidden")}>
          {hidden.map((review) => (
            <Judged key={review.id} item={{ ...review, name: review.authorName }}>
              <p className="text-quiet">{t("judge.because", { words: review.hiddenReason })}</p>
            </Judged>
          ))}
        </Section>
      ) : null}
    </Page>
  );
}

type Item = { name: string; words: string; listing: { slug: string; name: string } };

function Judged({ item, children }: { item: Item; children: ReactNode }) {
  return (
    <Card className="grid gap-2">
      <h3>
        <Link to={`/listings/${item.listing.slug}`}>{item.listing.name}</Link>
      </h3>
      <p className="whitespace-pre-line">
        <strong>{item.name}</strong>: {item.words}
      </p>
      {children}
    </Card>
  );
}

type FieldsProps = {
  id: string;
  state: { errors: Record<string, string>; values: Record<string, string[]> } | undefined;
  /** Letting a review stand needs no reason. */
  optional?: boolean;
  children: ReactNode;
};

function JudgeFields({ id, state, optional = false, children }: FieldsProps) {
  const { t } = useWords();
  return (
    <FormFrame state={state} className="grid gap-3">
      <input type="hidden" name="id" value={id} />
      <TextField name="reason" label={t("judge.reason")} maxLength={400} autoComplete="off" optional={optional} />
      <p className="flex flex-wrap gap-3">{children}</p>
    </FormFrame>
  );
}
