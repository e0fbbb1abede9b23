import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "./button.tsx";

type PaginationProps = {
  /** Counts from 1. */
  page: number;
  hasNext: boolean;
  /** Where a page is, with all filters kept. */
  linkTo: (page: number) => string;
};

/** Plain links to the page before and the page after. */
export function Pagination({ page, hasNext, linkTo }: PaginationProps) {
  const { t } = useWords();
  if (page === 1 && !hasNext) return null;
  return (
    <nav aria-label={t("pages.label")} className="flex flex-wrap items-center justify-center gap-3">
      {page > 1 ? (
        <ButtonLink to={linkTo(page - 1)} look="second">
          <span aria-hidden="true">←</span> {t("pages.previous")}
        </ButtonLink>
      ) : null}
      <span className="px-2 text-quiet">{t("pages.here", { page })}</span>
      {hasNext ? (
        <ButtonLink to={linkTo(page + 1)} look="second">
          {t("pages.next")} <span aria-hidden="true">→</span>
        </ButtonLink>
      ) : null}
    </nav>
  );
}
