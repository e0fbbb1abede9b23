import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

/** By season and by place, for whoever does not know what to search for. */
export function OtherWaysToFind() {
  const { t } = useWords();
  return (
    <nav aria-label={t("catalogue.other-ways")} className="flex flex-wrap gap-3">
      <ButtonLink to="/calendar" look="second">
        {t("calendar.title")}
      </ButtonLink>
      <ButtonLink to="/places" look="second">
        {t("places.title")}
      </ButtonLink>
    </nav>
  );
}
