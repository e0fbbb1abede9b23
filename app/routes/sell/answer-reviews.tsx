import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AnswerWords } from "#app/domain/review.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty, Page, Section } from "#app/ui/page.tsx";
import { Stars } from "#app/ui/stars.tsx";
import { answerQuestion } from "#app/usecases/sell/answer-question.ts";
import { answerReview } from "#app/usecases/sell/answer-review.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listGroupQuestions } from "#db/read/questions.ts";
import { listGroupReviews } from "#db/read/reviews.ts";
import { AnswerCard } from "./answer-card.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "answers.title");

export const loader = door(async (at) => {
  const group = await openGroup(at, "answer-review");
  const [questions, reviews] = await Promise.all([
    listGroupQuestions(at.ctx.actor, group.id),
    listGroupReviews(at.ctx.actor, group.id),
  ]);
  return { group: { slug: group.slug, name: group.name }, questions, reviews };
});

const AnswerForm = z.object({
  about: z.enum(["review", "question"]),
  id: z.string().max(64),
  answer: AnswerWords,
});

export const action = door(async (at) => {
  const group = await openGroup(at, "answer-review");
  const form = await readForm(at.request, AnswerForm);
  if (!form.ok) return refused(form.state, form.status);
  const { about, id, answer } = form.value;
  const done =
    about === "review"
      ? await answerReview(at.ctx, { reviewId: id, answer })
      : await answerQuestion(at.ctx, { questionId: id, answer });
  return done.ok ? redirect(`/desk/${group.slug}/reviews`) : refusedBy(done, form.values);
});

export default function AnswerReviews() {
  const { group, questions, reviews } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const stateOf = (id: string) => (state?.values.id?.[0] === id ? state : undefined);
  return (
    <Page
      title={t("answers.title")}
      lead={t("answers.lead")}
      back={{ to: `/desk/${group.slug}`, label: group.name }}
      width="narrow"
    >
      <Section title={t("question.title")}>
        {questions.length === 0 ? <Empty text={t("answers.no-questions")} /> : null}
        {questions.map((question) => (
          <AnswerCard
            key={question.id}
            about="question"
            item={{ ...question, name: question.askerName, at: question.askedAt }}
            state={stateOf(question.id)}
          />
        ))}
      </Section>
      <Section title={t("review.title")}>
        {reviews.length === 0 ? <Empty text={t("answers.no-reviews")} /> : null}
        {reviews.map((review) => (
          <AnswerCard
            key={review.id}
            about="review"
            item={{ ...review, name: review.authorName, at: review.writtenAt }}
            state={stateOf(review.id)}
          >
            <Stars stars={review.stars} />
          </AnswerCard>
        ))}
      </Section>
    </Page>
  );
}
