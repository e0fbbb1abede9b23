import { useWords } from "#app/i18n/words.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { SplitPicture, toneOf } from "#app/ui/split-picture.tsx";
import type { Trial as TrialOf } from "#app/usecases/books/try-split-rule.ts";

/** What the rule on trial would do to one sale; nothing is saved. */
export function Trial({ trial }: { trial: TrialOf }) {
  const { t } = useWords();
  return (
    <Section title={t("books.trial.title")}>
      <p>{t("books.trial.lead", { listing: trial.listing })}</p>
      <Card>
        <SplitPicture
          total={trial.price}
          totalLabel={t("books.line.total")}
          parts={trial.shares.map((share) => ({
            key: `${share.party}-${share.memberId ?? ""}-${share.label}-${share.reason}`,
            label: share.memberName ?? (share.label || t(`party.${share.party}`)),
            amount: share.amount,
            tone: toneOf(share.party),
          }))}
        />
      </Card>
    </Section>
  );
}
