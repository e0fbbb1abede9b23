import type { ComponentProps } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import type { IncomePage } from "./income-page.server.ts";

type IncomeVoteProps = { page: IncomePage; state: ComponentProps<typeof FormFrame>["state"] };

/** Whether members see each other's income, by which decision, and where the chair writes down the next one. */
export function IncomeVote({ page: { vote, mayVote }, state }: IncomeVoteProps) {
  const { t } = useWords();
  return (
    <Section title={t("income.vote")} id="vote">
      <p className="max-w-prose">{t(vote.isOpen ? "income.vote.open" : "income.vote.closed")}</p>
      {vote.decision ? <p>{t("income.vote.last", { decision: vote.decision })}</p> : null}
      {mayVote ? (
        <Card>
          <FormFrame state={state}>
            <TextField
              name="decision"
              label={t("income.vote.decision")}
              hint={t("income.vote.hint")}
              maxLength={200}
              autoComplete="off"
            />
            <Button look="second" name="open" value={vote.isOpen ? "no" : "yes"}>
              {t(vote.isOpen ? "income.vote.do-close" : "income.vote.do-open")}
            </Button>
          </FormFrame>
        </Card>
      ) : null}
    </Section>
  );
}
