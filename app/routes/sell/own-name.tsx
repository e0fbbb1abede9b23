import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Section } from "#app/ui/page.tsx";

/** What buyers read of a member's name, and the door to change it. */
export function OwnName({ slug, number, isNamed }: { slug: string; number: number; isNamed: boolean }) {
  const { t } = useWords();
  return (
    <Section title={t("sell.own-name.title")} id="own-name">
      <Card className="grid justify-items-start gap-3">
        <p className="max-w-prose">{t(isNamed ? "sell.own-name.on" : "sell.own-name.off")}</p>
        <ButtonLink look="second" to={`/desk/${slug}/members/${number}/name`}>
          {t("sell.own-name.change")}
        </ButtonLink>
      </Card>
    </Section>
  );
}
