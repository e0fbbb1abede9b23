import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "./button.tsx";

type SteppingProps = {
  /** Where the neighbouring pages and the first one are; null where there is none. */
  before: string | null;
  after: string | null;
  first: string | null;
};

/** Plain links through a list that has no page numbers. */
export function Stepping({ before, after, first }: SteppingProps) {
  const { t } = useWords();
  if (!before && !after && !first) return null;
  return (
    <nav aria-label={t("pages.label")} className="flex flex-wrap items-center justify-center gap-3">
      {first ? (
        <ButtonLink to={first} look="quiet">
          {t("pages.first")}
        </ButtonLink>
      ) : null}
      {before ? (
        <ButtonLink to={before} look="second">
          <span aria-hidden="true">←</span> {t("pages.previous")}
        </ButtonLink>
      ) : null}
      {after ? (
        <ButtonLink to={after} look="second">
          {t("pages.next")} <span aria-hidden="true">→</span>
        </ButtonLink>
      ) : null}
    </nav>
  );
}
