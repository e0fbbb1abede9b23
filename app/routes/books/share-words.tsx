import type { ComponentProps } from "react";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { stateFor } from "#app/ui/which-form.ts";

type State = ComponentProps<typeof FormFrame>["state"];

export type Word = {
  id: string;
  memberName: string;
  said: "accepted" | "asked";
  words: string;
  saidAt: string;
  answer: string;
  answeredAt: string | null;
};

type ShareWordsProps = {
  words: Word[];
  /** The reader's own member in this line; null for anybody else. */
  ownMemberId: string | null;
  mayAnswer: boolean;
  formKey: string;
  state: State;
};

/** What members say of their shares; the reader's own form, where a share is theirs. */
export function ShareWords({ words, ownMemberId, mayAnswer, formKey, state }: ShareWordsProps) {
  const { t } = useWords();
  if (words.length === 0 && ownMemberId === null) return null;
  return (
    <Section title={t("share-word.title")} id="words">
      {words.map((word) => (
        <SaidWord key={word.id} word={word} mayAnswer={mayAnswer} state={state} />
      ))}
      {ownMemberId === null ? null : <OwnWord memberId={ownMemberId} formKey={formKey} state={state} />}
    </Section>
  );
}

function SaidWord({ word, mayAnswer, state }: { word: Word; mayAnswer: boolean; state: State }) {
  const { t, locale } = useWords();
  const said = { name: word.memberName, moment: formatMoment(locale, word.saidAt) };
  if (word.said === "accepted") return <p>{t("share-word.accepted", said)}</p>;
  return (
    <Card className="grid gap-3">
      <div>
        <p className="text-sm text-quiet">{t("share-word.asked", said)}</p>
        <p className="whitespace-pre-line">{word.words}</p>
      </div>
      {word.answeredAt ? (
        <div>
          <p className="text-sm text-quiet">
            {t("share-word.answered", { moment: formatMoment(locale, word.answeredAt) })}
          </p>
          <p className="whitespace-pre-line">{word.answer}</p>
        </div>
      ) : null}
      {!word.answeredAt && mayAnswer ? (
        <FormFrame state={stateFor(state, { intent: "answer", wordId: word.id })} className="grid gap-4">
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="wordId" value={word.id} />
          <TextArea name="answer" label={t("share-word.answer")} rows={3} maxLength={500} />
          <Button look="second">{t("share-word.do-answer")}</Button>
        </FormFrame>
      ) : null}
    </Card>
  );
}

/** Two forms, for accepting needs no words. */
function OwnWord({ memberId, formKey, state }: { memberId: string; formKey: string; state: State }) {
  const { t } = useWords();
  return (
    <Card className="grid gap-5">
      <p>{t("share-word.lead")}</p>
      <FormFrame state={undefined}>
        <Hidden memberId={memberId} formKey={`${formKey}-yes`} said="accepted" />
        <Button>{t("share-word.accept")}</Button>
      </FormFrame>
      <FormFrame state={stateFor(state, { intent: "word", said: "asked" })} className="grid gap-4">
        <Hidden memberId={memberId} formKey={`${formKey}-ask`} said="asked" />
        <TextArea
          name="words"
          label={t("share-word.words")}
          hint={t("share-word.words-hint")}
          rows={3}
          maxLength={500}
        />
        <Button look="second">{t("share-word.ask")}</Button>
      </FormFrame>
    </Card>
  );
}

function Hidden({ memberId, formKey, said }: { memberId: string; formKey: string; said: string }) {
  return (
    <>
      <input type="hidden" name="intent" value="word" />
      <input type="hidden" name="memberId" value={memberId} />
      <input type="hidden" name="said" value={said} />
      <input type="hidden" name="formKey" value={formKey} />
    </>
  );
}
