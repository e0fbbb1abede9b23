import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

export default function Home() {
  const { t } = useWords();
  return (
    <Page title={t("site.tagline")}>
      <ButtonLink to="/listings">{t("nav.listings")}</ButtonLink>
    </Page>
  );
}
