import { useWords } from "#app/i18n/words.tsx";

/** 45 → "4,5" or "4.5". */
function averageText(averageTenths: number, locale: "id" | "en"): string {
  return (averageTenths / 10).toFixed(1).replace(".", locale === "id" ? "," : ".");
}

/** The average of all reviews, and how many there are; nothing where there is none. */
export function RatingShown({ rating }: { rating: { averageTenths: number; count: number } | null | undefined }) {
  const { t, locale } = useWords();
  if (!rating) return null;
  const average = averageText(rating.averageTenths, locale);
  return (
    <p className="text-sm leading-snug">
      <span aria-hidden="true">
        <span className="text-gold-ink">★</span> {average} <span className="text-quiet">({rating.count})</span>
      </span>
      <span className="sr-only">{t("review.rating", { average, count: rating.count })}</span>
    </p>
  );
}

/** One review's stars. */
export function Stars({ stars }: { stars: number }) {
  const { t } = useWords();
  return (
    <span>
      <span aria-hidden="true" className="text-gold-ink">
        {"★".repeat(stars)}
        <span className="text-edge">{"☆".repeat(5 - stars)}</span>
      </span>
      <span className="sr-only">{t("review.stars", { stars })}</span>
    </span>
  );
}
