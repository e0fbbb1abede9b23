import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { PosterLink } from "#app/ui/poster-link.tsx";

/** What an officer can do with all goods at once. */
export function ListingsTools({ group }: { group: string }) {
  const { t } = useWords();
  return (
    <div className="flex flex-wrap gap-3">
      <PosterLink to={`/desk/${group}/poster.pdf`} label={t("poster.group")} />
      <ButtonLink to={`/desk/${group}/bulk`} look="second">
        {t("bulk.title")}
      </ButtonLink>
    </div>
  );
}
