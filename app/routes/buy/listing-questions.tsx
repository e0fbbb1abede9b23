import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { GroupAnswer } from "./listing-reviews.tsx";

export type QuestionShown = { id: string; askerName: string; words: string; askedAt: string; answer: string };

type QuestionsProps = { slug: string; questions: QuestionShown[]; group: string };

/** What people asked of it, answered for everybody, and the way to ask. */
export function ListingQuestions({ slug, questions, group }: QuestionsProps) {
  const { t, locale } = useWords();
  return (
    <Section title={t("question.title")} id="questions">
      {questions.length === 0 ? <p className="text-quiet">{t("question.none")}</p> : null}
      <ul className="grid gap-4">
        {questions.map((question) => (
          <li key={question.id} className="grid gap-2 border-t border-line pt-3">
            <p className="max-w-prose whitespace-pre-line font-semibold">{question.words}</p>
            <p className="text-sm text-quiet">
              {question.askerName}, {formatShortDay(locale, question.askedAt)}
            </p>
            {question.answer ? (
              <GroupAnswer group={group} answer={question.answer} />
            ) : (
              <p className="text-sm text-quiet">{t("question.waiting")}</p>
            )}
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink to={`/listings/${slug}/ask`} look="second">
          {t("question.ask")}
        </ButtonLink>
      </p>
    </Section>
  );
}
