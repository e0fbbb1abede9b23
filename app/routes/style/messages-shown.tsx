import { useWords } from "#app/i18n/words.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { CrossingNotes } from "#app/ui/crossing-notes.tsx";
import { Badge, Empty, Notice, Section } from "#app/ui/page.tsx";
import { SpokenOnce } from "#app/ui/spoken-once.tsx";

const TONES = ["info", "good", "warn", "bad"] as const;
const DRAWINGS = ["barn", "basket", "boat", "book", "lens"] as const;

export function MessagesShown({ isSample = false }: { isSample?: boolean }) {
  const { t } = useWords();
  const notices = (
    <div className="grid gap-3">
      {TONES.map((tone) => (
        <Notice key={tone} tone={tone}>
          {t(`style.message.${tone}`)}
        </Notice>
      ))}
      <CrossingNotes notes={[{ crossing: "leaves", groupNames: [t("style.long-name")] }]} to="keeper" />
      <p className="flex flex-wrap gap-2">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {t(`style.message.${tone}`)}
          </Badge>
        ))}
      </p>
    </div>
  );
  if (isSample)
    return (
      <>
        {notices}
        <Empty drawing="boat" text={t("style.empty.boat")} />
      </>
    );
  return (
    <>
      <Section title={t("style.messages")}>
        {notices}
        <SpokenOnce code="ABCDEFGHJKMN" note={t("style.message.info")} />
        <div className="max-w-xl">
          <Confirm
            what={t("style.message.confirm", { name: t("style.long-name") })}
            yes={t("style.message.confirm.yes")}
            back="/gaya"
          />
        </div>
      </Section>
      <Section title={t("style.empty")}>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {DRAWINGS.map((drawing) => (
            <Empty key={drawing} drawing={drawing} text={t(`style.empty.${drawing}`)} />
          ))}
        </div>
      </Section>
    </>
  );
}
