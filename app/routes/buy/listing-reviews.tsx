import { Link } from "@remix-run/react";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { RatingShown, Stars } from "#app/ui/stars.tsx";

export type ReviewShown = {
  id: string;
  authorName: string;
  stars: number;
  words: string;
  writtenAt: string;
  answer: string;
  photo: { id: string; alt: string; width: number; height: number } | null;
};

type ReviewsProps = {
  reviews: ReviewShown[];
  rating: { averageTenths: number; count: number } | null;
  group: string;
};

/** What buyers who have it say, and what the group answers. */
export function ListingReviews({ reviews, rating, group }: ReviewsProps) {
  const { t } = useWords();
  return (
    <Section title={t("review.title")} id="reviews">
      <RatingShown rating={rating} />
      {reviews.length === 0 ? <p className="text-quiet">{t("review.none")}</p> : null}
      <ul className="grid gap-4">
        {reviews.map((review) => (
          <li key={review.id} className="grid gap-2 border-t border-line pt-3">
            <Review review={review} group={group} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Review({ review, group }: { review: ReviewShown; group: string }) {
  const { t, locale } = useWords();
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Stars stars={review.stars} /> <strong>{review.authorName}</strong>
        <span className="text-sm text-quiet">{formatShortDay(locale, review.writtenAt)}</span>
      </p>
      {review.words ? <p className="max-w-prose whitespace-pre-line">{review.words}</p> : null}
      {review.photo ? (
        <img
          src={`/photos/${review.photo.id}/320`}
          alt={review.photo.alt || t("review.photo.of", { name: review.authorName })}
          width={160}
          height={Math.round((160 * review.photo.height) / review.photo.width)}
          loading="lazy"
          className="rounded-field bg-sand"
        />
      ) : null}
      {review.answer ? <GroupAnswer group={group} answer={review.answer} /> : null}
      <p>
        <Link
          to={`/reviews/${review.id}/report`}
          rel="nofollow"
          aria-label={t("review.report.of", { name: review.authorName })}
          className="inline-flex min-h-11 items-center text-sm text-quiet underline underline-offset-2"
        >
          {t("review.report")}
        </Link>
      </p>
    </>
  );
}

/** The group's word, below a review or a question. */
export function GroupAnswer({ group, answer }: { group: string; answer: string }) {
  const { t } = useWords();
  return (
    <div className="max-w-prose rounded-field border-s-4 border-sea bg-sea-soft p-3">
      <p className="text-sm font-semibold">{t("review.answer.of", { group })}</p>
      <p className="whitespace-pre-line">{answer}</p>
    </div>
  );
}
