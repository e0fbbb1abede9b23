import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "./button.tsx";
import { Page } from "./page.tsx";

/** What went wrong and what to do next, in the visitor's language. */
export function Problem({ status, reference }: { status: number; reference: string }) {
  const { t } = useWords();
  const kind = status === 404 ? "not-found" : status === 403 ? "forbidden" : status === 503 ? "busy" : "broken";
  return (
    <Page title={t(`error.${kind}.title`)} width="narrow">
      <p>{t(`error.${kind}.text`, { reference })}</p>
      <ButtonLink to="/">{t("error.home")}</ButtonLink>
    </Page>
  );
}
