import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Section } from "#app/ui/page.tsx";

/** A member's own word on whether buyers read their name. */
export function OwnName({ slug, isNamed }: { slug: string; isNamed: boolean }) {
  const { t } = useWords();
  return (
    <Section title={t("sell.own-name.title")} id="own-name">
      <Card className="grid gap-3">
        <p className="max-w-prose">{t(isNamed ? "sell.own-name.on" : "sell.own-name.off")}</p>
        <FormFrame action={`/desk/${slug}/own-name`}>
          <Button look="second" name="show" value={isNamed ? "no" : "yes"}>
            {t(isNamed ? "sell.own-name.hide" : "sell.own-name.show")}
          </Button>
        </FormFrame>
      </Card>
    </Section>
  );
}
