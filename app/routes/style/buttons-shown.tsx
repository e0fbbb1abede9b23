import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";

const LOOKS = ["main", "second", "quiet", "danger"] as const;

export function ButtonsShown({ isSample = false }: { isSample?: boolean }) {
  const { t } = useWords();
  const row = "flex flex-wrap items-center gap-3";
  const looks = (
    <div className={row}>
      {LOOKS.map((look) => (
        <Button key={look} type="button" look={look}>
          {t(`style.button.${look}`)}
        </Button>
      ))}
    </div>
  );
  if (isSample) return looks;
  return (
    <Section title={t("style.buttons")}>
      {looks}
      <div className={row}>
        {LOOKS.map((look) => (
          <Button key={look} type="button" look={look} disabled>
            {t("style.button.off")}
          </Button>
        ))}
      </div>
      <div className={row}>
        <Button type="button" aria-busy="true">
          {t("style.button.busy")}
        </Button>
        <ButtonLink to="/gaya">{t("style.button.link")}</ButtonLink>
        <ButtonLink to="/gaya" look="second">
          {t("style.button.link")}
        </ButtonLink>
      </div>
      <div className="max-w-xl">
        <Button type="button" wide>
          {t("style.button.long")}
        </Button>
      </div>
    </Section>
  );
}
