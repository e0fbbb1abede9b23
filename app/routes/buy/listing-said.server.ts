import { listQuestions } from "#db/read/questions.ts";
import { listRatings, listReviews } from "#db/read/reviews.ts";

/** A page shows so many of the newest. */
const MOST_SHOWN = 20;

/** What buyers and askers said of a listing. */
export async function listWhatIsSaid(listingId: string) {
  const [reviews, ratings, questions] = await Promise.all([
    listReviews(listingId, MOST_SHOWN),
    listRatings([listingId]),
    listQuestions(listingId, MOST_SHOWN),
  ]);
  return { reviews, rating: ratings.get(listingId) ?? null, questions };
}
